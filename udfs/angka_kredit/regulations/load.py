"""Reads the data files of one regulation. Anything unexpected in them is a DataError, at load time."""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..errors import DataError
from .schema import STATUS, Aturan, Butir, Golongan, Jenjang, Nilai, Regulasi

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(__file__).parent
FAKTOR_KEYS = ("sendiri", "satu_di_atas", "satu_di_bawah", "dua_atau_lebih_di_atas", "dua_atau_lebih_di_bawah")
_REGULASI_KEYS = ("id", "nama", "singkat", "tentang", "berlaku_sejak", "diperiksa", "catatan")
_SECTIONS = (
    "tangga",
    "faktor_jenjang",
    "batas_jenjang",
    "ambang",
    "penetapan_jenjang",
    "porsi_penulis",
    "batas_penulis",
)


def read_toml(path: Path, allowed: tuple[str, ...]) -> dict[str, Any]:
    """The file's tables, numbers as Decimal; a key outside `allowed` is an error."""
    data = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    strange = set(data) - set(allowed)
    if strange:
        raise DataError(f"{path.name}: unknown keys {sorted(strange)}")
    return data


def read_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV; an absent file has none."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sourced(row: Mapping[str, Any], where: str) -> tuple[str, str]:
    """(rujukan, status) of a value; refuses a value without them."""
    rujukan, status = row.get("rujukan", ""), row.get("status", "")
    if not rujukan or status not in STATUS:
        raise DataError(f"{where}: needs a rujukan and a status of {STATUS}")
    return rujukan, status


def regulasi(folder: str) -> tuple[Regulasi, dict[str, Any]]:
    """The regulation's description, and the tables of its rules."""
    data = read_toml(FOLDER / folder / "regulation.toml", _REGULASI_KEYS + _SECTIONS)
    try:
        head = {key: data.pop(key) for key in _REGULASI_KEYS}
    except KeyError as error:
        raise DataError(f"{folder}: regulation.toml lacks {error}") from None
    head["catatan"] = tuple(head["catatan"])
    return Regulasi(**head), data


def jenjang(folder: str) -> tuple[Jenjang, ...]:
    rows: dict[tuple[str, int, str], list[Golongan]] = {}
    for row in read_rows(FOLDER / folder / "jenjang.csv"):
        level = (row["kategori"], int(row["urutan"]), row["jenjang"])
        rujukan, status = sourced(row, f"{folder}/jenjang.csv {row['golongan']}")
        rows.setdefault(level, []).append(Golongan(row["golongan"], row["pangkat"], rujukan, status))
    return tuple(Jenjang(*level, tuple(golongan)) for level, golongan in rows.items())


def faktor_jenjang(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Nilai]:
    strange = set(table) - set(FAKTOR_KEYS)
    if strange:
        raise DataError(f"faktor_jenjang: unknown keys {sorted(strange)}")
    return {key: _persen(row, "persen", f"faktor_jenjang.{key}") for key, row in table.items()}


def porsi_penulis(table: Mapping[str, Mapping[str, Any]]) -> dict[int, tuple[Nilai, Nilai]]:
    return {
        int(count): (
            _persen(row, "utama", f"porsi_penulis.{count}"),
            _persen(row, "pembantu", f"porsi_penulis.{count}"),
        )
        for count, row in table.items()
    }


def aturan(tables: Mapping[str, Any], name: str) -> Aturan | None:
    """Where the named rule stands; None where the regulation has no such rule."""
    return Aturan(*sourced(tables[name], name)) if name in tables else None


def ambang(skala: str | None) -> dict[str, Nilai]:
    """golongan -> cumulative credit points, of the named scale; none where the jabatan names no scale."""
    rows: dict[str, Nilai] = {}
    if skala is None:
        return rows
    for row in read_rows(FOLDER / skala / "ambang.csv"):
        if row["golongan"] in rows:
            raise DataError(f"{skala}/ambang.csv: {row['golongan']} twice")
        rows[row["golongan"]] = Nilai(Decimal(row["ak"]), *sourced(row, f"{skala}/ambang.csv {row['golongan']}"))
    return rows


def butir(folder: str, levels: tuple[Jenjang, ...]) -> dict[str, Butir]:
    """kode (folded case) -> Butir."""
    by_name = {level.nama: level for level in levels}
    rows: dict[str, Butir] = {}
    for row in read_rows(FOLDER / folder / "butir.csv"):
        key = row["kode"].casefold()
        if key in rows:
            raise DataError(f"{folder}/butir.csv: {row['kode']} twice")
        if row["jenjang"] not in by_name:
            raise DataError(f"{folder}/butir.csv: {row['kode']} has the jenjang {row['jenjang']!r}, not in jenjang.csv")
        ak = Decimal(row["ak"]) if row["ak"] else None
        source = sourced(row, f"{folder}/butir.csv {row['kode']}")
        rows[key] = Butir(row["kode"], row["uraian"], by_name[row["jenjang"]], ak, *source)
    return rows


def pembulatan() -> dict[str, tuple[str, Aturan]]:
    """policy name -> (what it does, where it comes from)."""
    return {
        row["nama"]: (row["arti"], Aturan(*sourced(row, f"umum/pembulatan.csv {row['nama']}")))
        for row in read_rows(FOLDER / "umum" / "pembulatan.csv")
    }


def _persen(row: Mapping[str, Any], key: str, where: str) -> Nilai:
    return Nilai(Decimal(row[key]) / 100, *sourced(row, where))
