"""Keeps an imported Lampiran in the user's data folder, dated and with its checksum in its name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from ..errors import DataError, Refused
from ..files import replace, write
from ..regulations import load, manifest, sources
from ..regulations.schema import Unsur
from ..words import indonesian
from .outcome import HEADING, Outcome, Target, uraian
from .owners import Owned, Owners
from .paths import bounded

BUTIR = ("kode", "unsur", "uraian", "jenjang", "satuan", "ak", "rujukan", "status")
UNSUR = ("kode", "nama", "kelompok", "jenis", "rujukan", "status")
STATUS = "impor"
_STAMP = "%Y%m%d-%H%M%S"


def folder() -> Path:
    """The user's data folder; Refused where this machine has no home for one."""
    found = sources.data_folder()
    if found is None:
        raise Refused(f"folder data pengguna tidak diketahui; isi --lampiran, atau {sources.ENVIRONMENT}")
    return found


def lost(rows: Iterable[Mapping[str, str]], jabatan_id: str) -> list[str]:
    """The kode of the active import that these rows do not have any more."""
    own = {row["kode"] for row in rows}
    return [kode for kode in _active(jabatan_id) if kode not in own]


def changed(rows: Iterable[Mapping[str, str]], jabatan_id: str) -> list[str]:
    """The credits that the active import has otherwise: 'PERTAMA-1: 0,011 menjadi 0,11'."""
    older = _active(jabatan_id)
    pairs = [(row["kode"], older[row["kode"]], row["ak"]) for row in rows if row["kode"] in older]
    return [
        f"{kode}: {indonesian(Decimal(before))} menjadi {indonesian(Decimal(now))}"
        for kode, before, now in pairs
        if Decimal(before) != Decimal(now)
    ]


def _active(jabatan_id: str) -> dict[str, str]:
    """kode -> credit of the active import; none where it is damaged: what stood in it is not known."""
    older = sources.last(jabatan_id)
    return {row["kode"]: row["ak"] for row in load.read_rows(older)} if older else {}


def as_rows(found: Iterable[Outcome], target: Target, name: str) -> list[dict[str, str]]:
    """The credited rows in butir.csv's columns. `name`: the file that they were read from."""
    owners = Owners(target.levels, target.names)
    return [_row(outcome, target, owners, name) for outcome in found if outcome.state != HEADING]


def keep(rows: Sequence[Mapping[str, str]], jabatan_id: str, now: datetime) -> Path:
    """Writes the Lampiran; where the newest one says the same already, that is it."""
    data = as_csv(BUTIR, rows)
    check = sources.sha256(data)[:12]
    older = sources.kept(jabatan_id)
    if older and older[-1].stem.endswith(check) and older[-1].read_bytes() == data:
        return older[-1]
    if older:  # the newest is the last by name, also where a clock went back
        now = max(now, datetime.strptime(older[-1].name[:15], _STAMP) + timedelta(seconds=1))
    path = folder() / "lampiran" / jabatan_id / f"{now.strftime(_STAMP)}-{check}.csv"
    write(path, data)
    return path


def keep_list(jabatan_id: str, active: Path) -> bool:
    """Makes this Lampiran the active one, and all files as they are now the jabatan's; False where they were that.

    To be done last: until then nothing of an import counts."""
    place = folder()
    paths = [*sources.own_files(jabatan_id), *sources.kept(jabatan_id)]
    files = {path.relative_to(place).as_posix(): sources.sha256(path.read_bytes()) for path in paths}
    found = manifest.Import(active.relative_to(place).as_posix(), files)
    try:
        older = sources.imports()
    except DataError:  # the others' jabatan must be imported again too, and say so
        older = {}
    replace(place / manifest.NAME, manifest.written({**older, jabatan_id: found}))
    return older.get(jabatan_id) != found


def keep_groups(found: Iterable[Outcome], target: Target, name: str) -> None:
    """Adds the table's unsur to those of a jabatan that the user brought."""
    new: dict[str, Unsur] = {}
    for outcome in found:
        for kode, group in _groups(outcome):
            # the table does not say what kind of work it is, nor whether it counts as utama
            new.setdefault(kode, Unsur(kode, group, "", "", f"Lampiran {name}, {outcome.row.place}", STATUS))
    rows = [asdict(unsur) for unsur in (dict(target.unsur) | new).values()]
    write(regulation(target.id) / "unsur.csv", as_csv(UNSUR, rows))


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _row(outcome: Outcome, target: Target, owners: Owners, name: str) -> dict[str, str]:
    ours = outcome.butir
    owned = Owned(ours.jenjang, ours.semua_jenjang) if ours else outcome.owned or Owned(())
    return {
        "kode": outcome.kode,
        "unsur": _unsur(outcome, target),
        "uraian": uraian(outcome),
        "jenjang": owners.written(owned),
        "satuan": outcome.row.satuan or (ours.satuan if ours else ""),
        "ak": f"{outcome.row.credit:f}",
        "rujukan": f"Lampiran {name}, {outcome.row.place}",
        "status": STATUS,
    }


def _unsur(outcome: Outcome, target: Target) -> str:
    """The kode of the row's unsur: our butir's; of a new one the user's own, or the one of ours that has its name."""
    if outcome.butir:
        return outcome.butir.unsur.kode if outcome.butir.unsur else ""
    groups = _groups(outcome)
    if target.own:
        return groups[-1][0] if groups else ""
    for _, name in reversed(groups):
        same = [unsur.kode for unsur in target.unsur.values() if unsur.nama.casefold() == name.casefold()]
        if len(same) == 1:
            return same[0]
    return ""


def _groups(outcome: Outcome) -> list[tuple[str, str]]:
    """(kode, name) of the row's unsur and sub unsur: 'keahlian/II', 'keahlian/II.A'."""
    if outcome.owned is None:
        return []
    groups, found = outcome.row.groups, []
    for depth, group in enumerate(groups, 1):
        pieces = [piece for above in groups[:depth] for piece in above.code]
        if group.code:
            found.append((f"{outcome.owned.levels[0].kategori}/{bounded('.'.join(pieces))}", group.name))
    return found


def regulation(jabatan_id: str) -> Path:
    """The folder of the data that a new jabatan's import made."""
    return folder() / "regulations" / f"impor_{jabatan_id}"
