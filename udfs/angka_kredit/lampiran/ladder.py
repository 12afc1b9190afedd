"""The ladder of a new jabatan from the user's own jenjang.csv: kategori, urutan, jenjang, golongan, pangkat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..errors import CellError, Refused
from ..positions import kategori_word
from ..regulations.schema import Golongan, Jenjang
from ..regulations.umum import find_pangkat, pangkat
from ..words import fold
from .sheets import Cell, Sheet, read_sheets

COLUMNS = ("kategori", "urutan", "jenjang", "golongan", "pangkat")
_OPTIONAL = "pangkat"  # follows from the golongan
KATEGORI = ("keterampilan", "keahlian")


class _Line(NamedTuple):
    kategori: str
    urutan: int
    jenjang: str
    golongan: Golongan


def read_ladder(data: bytes, source: str) -> tuple[Jenjang, ...]:
    """The jenjang, as the file has them. `source`: what to name as the golongan's rujukan.

    Refused, with every row and reason, where one of them is wrong."""
    lines: list[_Line] = []
    wrong: list[str] = []
    for number, cells in _named(data, source):
        try:
            lines.append(_line(cells, f"{source}, baris {number}"))
        except (Refused, CellError) as reason:
            wrong.append(f"baris {number}: {str(reason).rstrip('.')}")
    wrong = wrong or _contradictions(lines)
    if wrong or not lines:
        raise Refused(f"{source}: {'; '.join(wrong) or 'tidak ada baris di bawah judulnya'}")
    return _levels(lines)


def _named(data: bytes, source: str) -> list[tuple[int, dict[str, str]]]:
    try:
        return _rows(read_sheets(data))
    except Refused as reason:
        raise Refused(f"--jenjang {source}: {reason}") from None


def _rows(sheets: Sequence[Sheet]) -> list[tuple[int, dict[str, str]]]:
    for sheet in sheets:
        for top, row in enumerate(sheet.rows):
            where = {fold(str(cell)): column for column, cell in enumerate(row)}
            if set(COLUMNS) - {_OPTIONAL} <= set(where):
                return [
                    (number, {name: _cell(cells, where.get(name)) for name in COLUMNS})
                    for number, cells in enumerate(sheet.rows[top + 1 :], top + 2)
                    if any(cell not in ("", None) for cell in cells)
                ]
    raise Refused(f"tabel jenjang tidak berisi kolom {', '.join(COLUMNS)}")


def _cell(cells: Sequence[Cell], column: int | None) -> str:
    value = cells[column] if column is not None and column < len(cells) else ""
    return f"{value:.15g}" if isinstance(value, float) else " ".join(str(value).split())


def _line(cells: dict[str, str], place: str) -> _Line:
    kategori = kategori_word(cells["kategori"])
    if kategori not in KATEGORI:
        raise Refused(f"kategori '{cells['kategori']}' tidak dikenal; isi {' atau '.join(KATEGORI)}")
    if not cells["urutan"].isdecimal() or not fold(cells["jenjang"]):
        raise Refused("urutan harus bilangan bulat dari 1, dan jenjang harus terisi")
    found = find_pangkat(f"{cells['pangkat']} {cells['golongan']}")
    golongan = Golongan(found.kode, found.pangkat, place, "impor")
    return _Line(kategori, int(cells["urutan"]), cells["jenjang"].replace(";", ","), golongan)


def _contradictions(lines: Sequence[_Line]) -> list[str]:
    wrong = []
    for kategori in dict.fromkeys(line.kategori for line in lines):
        own = [line for line in lines if line.kategori == kategori]
        levels = list(dict.fromkeys((line.urutan, line.jenjang) for line in own))
        if sorted(number for number, _ in levels) != list(range(1, len(levels) + 1)):
            wrong.append(f"urutan jenjang {kategori} harus 1 sampai {len(levels)}, satu nomor per jenjang")
        if len({line.golongan.kode for line in own}) < len(own):
            wrong.append(f"satu golongan ruang {kategori} tertulis dua kali")
        wrong += _falls(own)
    names = {(line.kategori, line.urutan): fold(line.jenjang) for line in lines}
    if len(set(names.values())) < len(names):
        wrong.append("satu nama jenjang dipakai untuk dua jenjang")
    return wrong


def _falls(own: Sequence[_Line]) -> Iterator[str]:
    """Where the golongan of one kategori do not rise with its jenjang."""
    order = list(pangkat())
    rising = sorted(own, key=lambda line: line.urutan)
    for below, above in pairwise(rising):
        if order.index(above.golongan.kode) < order.index(below.golongan.kode):
            yield (
                f"golongan ruang {above.kategori} harus naik: {above.jenjang} {above.golongan.kode} "
                f"tertulis di atas {below.jenjang} {below.golongan.kode}"
            )


def _levels(lines: Sequence[_Line]) -> tuple[Jenjang, ...]:
    rows: dict[tuple[str, int, str], list[Golongan]] = {}
    for line in sorted(lines, key=lambda line: (KATEGORI.index(line.kategori), line.urutan)):
        rows.setdefault((line.kategori, line.urutan, line.jenjang), []).append(line.golongan)
    return tuple(Jenjang(*level, tuple(golongan)) for level, golongan in rows.items())
