"""What is installed: the package's data and the imported Lampiran of every jabatan."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from ..errors import DataError
from ..positions.installed import DAMAGE, damaged
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
            yield f"    {path}"
        kept = sources.kept(path.stem)
        for file in reversed(kept):
            yield from _imported(file, active=file == kept[-1])
        if words := damaged().get(fold(path.stem)):
            yield f"  RUSAK: {words}"
    where = sources.data_folder()
    yield f"Folder data impor: {where or 'tidak diketahui'}{'' if where and where.is_dir() else ' (belum ada)'}"


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
