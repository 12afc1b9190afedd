"""Reads the data files of one regulation. Anything unexpected in them is a DataError, at load time."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping
from dataclasses import MISSING, fields
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from ..errors import DataError
from . import sources
from .schema import STATUS, Butir, Golongan, Jenjang, Nilai, Regulasi, TidakDiatur, Unsur
from .tabel import BARIS, PER_KUNCI, TABEL, Dasar, Skala, Tabel

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(__file__).parent
SEMUA = "semua"  # in a butir's jenjang: open to every one
_REGULASI_KEYS = ("id", "nama", "singkat", "tentang", "catatan")
_DATES = ("berlaku_sejak", "diperiksa")  # of the package's own; an import does not know them
_OPTIONAL_KEYS = ("sesudahnya", "tidak_ada")
_hints = cache(get_type_hints)  # of a row's class; read anew for each row they cost more than the rest of loading


def read_toml(path: Path) -> dict[str, Any]:
    """The file's tables, numbers as Decimal."""
    return tomllib.loads(sources.read(path).decode("utf-8"), parse_float=Decimal)


def read_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV; an absent file has none."""
    if not path.exists():
        return []
    text = sources.read(path).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), restkey="", restval=None))
    if any(None in row.values() or "" in row for row in rows):
        raise DataError(f"{path.parent.name}/{path.name}: a row has too few or too many columns")
    return rows


def sourced(row: Mapping[str, Any], where: str) -> tuple[str, str]:
    """(rujukan, status) of a value; refuses a value without them."""
    rujukan, status = row.get("rujukan", ""), row.get("status", "")
    if not rujukan or status not in STATUS:
        raise DataError(f"{where}: needs a rujukan and a status of {STATUS}")
    return rujukan, status


def regulasi(folder: Path) -> tuple[Regulasi, dict[type[Tabel], Any]]:
    """The regulation's description, and the tables of its rules."""
    data: dict[str, Any] = {}
    for path in (path for path in sources.tables(folder) if path.suffix == ".toml"):
        for key, value in read_toml(path).items():
            if key in data:
                raise DataError(f"{folder.name}: [{key}] stands in two files")
            data[key] = value
    try:
        head = {key: data.pop(key) for key in _REGULASI_KEYS}
    except KeyError as error:
        raise DataError(f"{folder.name}: regulation.toml lacks {error}") from None
    head |= {key: data.pop(key, None) for key in _DATES}
    head |= {key: data.pop(key, {}) for key in _OPTIONAL_KEYS}
    head |= {key: tuple(head[key]) for key in ("catatan", "sesudahnya")}
    for row in read_rows(folder / "tidak_diatur_di_sini.csv"):
        head.setdefault("tidak_diatur_di_sini", []).append(TidakDiatur(**row))
    head["tidak_diatur_di_sini"] = tuple(head.get("tidak_diatur_di_sini", ()))
    return Regulasi(**head), _tables(folder, data)


def jenjang(folder: Path) -> tuple[Jenjang, ...]:
    rows: dict[tuple[str, int, str], list[Golongan]] = {}
    for row in read_rows(folder / "jenjang.csv"):
        level = (row["kategori"], int(row["urutan"]), row["jenjang"])
        rujukan, status = sourced(row, f"{folder.name}/jenjang.csv {row['golongan']}")
        rows.setdefault(level, []).append(Golongan(row["golongan"], row["pangkat"], rujukan, status))
    return tuple(Jenjang(*level, tuple(golongan)) for level, golongan in rows.items())


def ambang(tables: Mapping[type[Tabel], Any]) -> dict[str, Nilai]:
    """golongan -> cumulative credit points, of the named scale; none where the jabatan names no scale."""
    rows: dict[str, Nilai] = {}
    scale: Skala | None = tables.get(Skala)
    if scale is None:
        return rows
    for row in read_rows(FOLDER / scale.skala / "ambang.csv"):
        if row["golongan"] in rows:
            raise DataError(f"{scale.skala}/ambang.csv: {row['golongan']} twice")
        source = sourced(row, f"{scale.skala}/ambang.csv {row['golongan']}")
        rows[row["golongan"]] = Nilai(Decimal(row["ak"]), *source, scale.catatan)
    return rows


def unsur(folder: Path) -> dict[str, Unsur]:
    rows = [Unsur(**row) for row in read_rows(folder / "unsur.csv")]
    for row in rows:
        sourced({"rujukan": row.rujukan, "status": row.status}, f"{folder.name}/unsur.csv {row.kode}")
    return {row.kode: row for row in rows}


def butir(path: Path, levels: tuple[Jenjang, ...], groups: Mapping[str, Unsur]) -> dict[str, Butir]:
    """kode (folded case) -> Butir. `jenjang` in the file: a name, several with ';' between, or 'semua [kategori]'."""
    rows: dict[str, Butir] = {}
    for row in read_rows(path):
        where, key = f"{path.parent.name}/{path.name} {row['kode']}", row["kode"].casefold()
        if key in rows:
            raise DataError(f"{where}: twice")
        if row["unsur"] and row["unsur"] not in groups:
            raise DataError(f"{where}: has the unsur {row['unsur']!r}, not in unsur.csv")
        rows[key] = Butir(
            kode=row["kode"],
            uraian=row["uraian"],
            jenjang=_owners(row["jenjang"], levels, where),
            ak=Decimal(row["ak"]) if row["ak"] else None,
            rujukan=sourced(row, where)[0],
            status=row["status"],
            unsur=groups.get(row["unsur"]),
            satuan=row["satuan"],
            semua_jenjang=row["jenjang"].split()[:1] == [SEMUA],
        )
    return rows


def pembulatan() -> dict[str, tuple[str, Dasar]]:
    """policy name -> (what it does, where it comes from)."""
    return {
        row["nama"]: (row["arti"], Dasar(*sourced(row, f"umum/pembulatan.csv {row['nama']}")))
        for row in read_rows(FOLDER / "umum" / "pembulatan.csv")
    }


def tabel(kind: type[Any], row: Mapping[str, Any], where: str) -> Any:
    """One table or row as its class; a key that the class lacks, or a wanted one that is absent, is an error."""
    sourced(row, where)
    known = {field.name: field for field in fields(kind)}
    wanted = {name for name, field in known.items() if field.default is MISSING}
    if strange := (set(row) - set(known)) | (wanted - set(row)):
        raise DataError(f"{where}: wrong or missing keys {sorted(strange)}")
    hints = _hints(kind)  # type: ignore[arg-type]  # to mypy no class is hashable
    try:
        return kind(**{name: _typed(hints[name], value) for name, value in row.items()})
    except (ValueError, InvalidOperation, TypeError) as error:
        raise DataError(f"{where}: {error}") from None


def _tables(folder: Path, data: Mapping[str, Any]) -> dict[type[Tabel], Any]:
    found: dict[type[Tabel], Any] = {}
    for name, table in data.items():
        kind = TABEL.get(name)
        if kind is None or kind.bentuk == BARIS:
            raise DataError(f"{folder.name}: unknown table [{name}]")
        if kind.bentuk == PER_KUNCI:
            found[kind] = {key: tabel(kind, row, f"{folder.name} [{name}.{key}]") for key, row in table.items()}
        else:
            found[kind] = tabel(kind, table, f"{folder.name} [{name}]")
    for kind in TABEL.values():
        if kind.bentuk == BARIS and (rows := read_rows(folder / f"{kind.bagian}.csv")):
            found[kind] = tuple(tabel(kind, row, f"{folder.name}/{kind.bagian}.csv {row}") for row in rows)
    return found


def _typed(hint: Any, value: Any) -> Any:
    """A TOML value, or the text of a CSV field, as the class wants it."""
    if hint is Decimal:
        return Decimal(str(value))
    if hint is int:
        return int(value)
    if hint is str and not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return tuple(value) if isinstance(value, list) else value


def _owners(text: str, levels: tuple[Jenjang, ...], where: str) -> tuple[Jenjang, ...]:
    if text.split()[:1] == [SEMUA]:  # 'semua', or 'semua keahlian'
        kategori = text.removeprefix(SEMUA).strip()
        return tuple(level for level in levels if kategori in ("", level.kategori))
    by_name = {level.nama: level for level in levels}
    try:
        return tuple(by_name[name.strip()] for name in text.split(";"))
    except KeyError as error:
        raise DataError(f"{where}: has the jenjang {error}, not in jenjang.csv") from None
