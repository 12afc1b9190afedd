"""What is installed: the package's data and the imported Lampiran of every jabatan."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from ..errors import DataError
from ..positions.installed import DAMAGE, damaged, lost
from ..regulations import load, sources
from ..words import fold, tanggal


def installed() -> Iterator[str]:
    """Lines for the screen: per jabatan where its butir come from, how many, since when, and their checksums."""
    for path in sources.positions():
        if path.is_relative_to(sources.PACKAGE):
            data = load.read_toml(path)
            yield f"{data['id']}  {data['nama']}"
            yield from _packaged(data["regulasi"])
        else:
            yield f"{path.stem}  {_name(path)}"
        yield from _of_imports(path.stem)
    for jabatan_id in lost(sources.positions()):
        yield f"{jabatan_id}  (hilang)"
        yield from _of_imports(jabatan_id)
    where = sources.data_folder()
    yield f"Folder data impor: {where or 'tidak diketahui'}{'' if where and where.is_dir() else ' (belum ada)'}"


def _of_imports(jabatan_id: str) -> Iterator[str]:
    for file in sources.own_files(jabatan_id):
        yield from _where(file, str(file))
    active = sources.last(jabatan_id)
    for file in reversed(sources.kept(jabatan_id)):
        yield from _imported(file, active=file == active)
    if words := damaged().get(fold(jabatan_id)):
        yield f"  RUSAK: {words}"


def _name(path: Path) -> str:
    try:
        return str(load.read_toml(path)["nama"])
    except DAMAGE:
        return "(tidak terbaca)"


def _packaged(regulation: str) -> Iterator[str]:
    path = sources.regulation(regulation) / "butir.csv"
    checked = load.regulasi(path.parent)[0].diperiksa
    yield f"  paket, aktif, diperiksa {tanggal(checked) if checked else '-'}: {_count(path)}"
    yield from _where(path, f"{regulation}/butir.csv")


def _imported(path: Path, active: bool) -> Iterator[str]:
    try:
        sources.check(path)
        state = "aktif" if active else "tidak aktif"
    except DataError as error:
        state = f"RUSAK: {error}"
    day, time = path.name[:8], path.name[9:15]
    when = f"{day[6:]}/{day[4:6]}/{day[:4]} {time[:2]}.{time[2:4]}.{time[4:]}"
    yield f"  impor, {state}, {when}: {_count(path)}"
    yield from _where(path, str(path))


def _where(path: Path, shown: str) -> Iterator[str]:
    yield f"    {shown}"
    yield f"    sha256 {sources.sha256(sources.read(path))}"


def _count(path: Path) -> str:
    text = sources.read(path).decode("utf-8", "replace")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return f"{len(rows)} butir, {sum(bool(row.get('ak')) for row in rows)} dengan angka kredit"
