"""A sheet of a table as offices keep it: where its headings stand, which column is which, its rows as facts."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...errors import CLOSE, Refused
from ...lampiran.header import letter
from ...lampiran.sheets import Cell, Sheet
from ...words import fold
from .kolom import Daftar, diabaikan
from .nilai import Nilai, golongan

_SEARCHED, _TALLEST = 20, 3  # rows in which the headings may stand; rows that they may take
_LEAST_NUMBERED = 3
_SHOWN = 30  # headings that a message quotes, and letters of each
Fakta = dict[str, Nilai]


class Isi(NamedTuple):
    """What a sheet holds: its rows by their number, the facts that have a column, headings that nobody knows."""

    baris: list[tuple[int, Fakta]]
    kunci: frozenset[str]
    asing: list[str]


class _Judul(NamedTuple):
    top: int
    first: int  # row below the headings
    columns: dict[str, list[int]]


def cocok(sheet: Sheet, daftar: Daftar) -> int:
    """How many of the facts have a column in this sheet; 0 where none is headed NIP."""
    found = _judul(sheet, daftar)
    return len(found.columns) if found else 0


def baca_lembar(sheet: Sheet, daftar: Daftar) -> Isi:
    """The sheet's rows as facts. Refused where it has no column NIP, or two columns for the same fact."""
    found = _judul(sheet, daftar)
    if found is None:
        raise Refused("tidak ada baris judul dengan kolom NIP")
    columns = dict[str, int]()
    for kunci, where in found.columns.items():
        filled = [at for at in where if _berisi(at, sheet.rows[found.first :])]
        if len(filled) > 1 and not _searti(kunci, filled, sheet.rows[found.first :]):
            words = f"dua kolom untuk {daftar.kolom[kunci].label}: {', '.join(map(letter, where))}; sisakan satu"
            raise Refused(f"{words}. {sebut_judul(sheet, daftar)}")
        columns[kunci] = (filled or where)[0]
    known = {at for where in found.columns.values() for at in where}
    above = sheet.rows[found.top : found.first]
    others = [heading for at, heading in _headings(above) if at not in known and not diabaikan(heading)]
    rows = list(_facts(sheet.rows[found.first :], found.first + 1, columns, daftar))
    return Isi(rows, frozenset(columns), [_guess(heading, daftar) for heading in others])


def sebut_judul(sheet: Sheet, daftar: Daftar) -> str:
    """The row that was taken for the headings, quoted: the one with most known ones.

    '' where no row has any: it might be a person's."""
    worth = [len(_columns([row], daftar)) for row in sheet.rows[:_SEARCHED]]
    if not any(worth):
        return ""
    top = worth.index(max(worth))
    return f"Yang terbaca sebagai judul, baris {top + 1}: {_kutip([sheet.rows[top]])}"


def _kutip(rows: Sequence[Sequence[Cell]]) -> str:
    words = [f"'{heading[:_SHOWN]}'" for _, heading in _headings(rows)]
    return ", ".join(words[:_SHOWN]) + (", ..." if len(words) > _SHOWN else "")


def _berisi(at: int, rows: Sequence[Sequence[Cell]]) -> bool:
    return any(at < len(row) and not _blank(row[at]) for row in rows)


def _searti(kunci: str, where: Sequence[int], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the columns say the same in every row; 'Penata, III/c' and 'III/c' are the same golongan."""
    same = golongan if kunci.endswith("golongan") else fold
    return all(len({same(str(row[at] if at < len(row) else "")) for at in where}) == 1 for row in rows)


def _judul(sheet: Sheet, daftar: Daftar) -> _Judul | None:
    """The rows that head most of the columns, the fewest and topmost of them; None where none has NIP."""
    best: _Judul | None = None
    for height in range(1, _TALLEST + 1):
        for top in range(min(_SEARCHED, len(sheet.rows))):
            columns = _columns(sheet.rows[top : top + height], daftar)
            if "nip" in columns and (best is None or _worth(columns) > _worth(best.columns)):
                best = _Judul(top, top + height, columns)
    return best


def _worth(columns: dict[str, list[int]]) -> tuple[int, int]:
    """More facts are better, then fewer columns that claim the same."""
    return len(columns), -sum(map(len, columns.values()))


def _columns(rows: Sequence[Sequence[Cell]], daftar: Daftar) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, heading in _headings(rows):
        if kunci := daftar.dari(heading):
            found.setdefault(kunci, []).append(at)
    return found


def _headings(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, str]]:
    """Each column with the words above it, from the top down: 'Atasan' over 'NIP' is 'Atasan NIP'."""
    for at in range(max(map(len, rows), default=0)):
        cells = (row[at] for row in rows if at < len(row))
        words = dict.fromkeys(cell.strip() for cell in cells if isinstance(cell, str) and cell.strip())
        if words:
            yield at, " ".join(words)


def _facts(
    rows: Sequence[Sequence[Cell]], first: int, columns: dict[str, int], daftar: Daftar
) -> Iterator[tuple[int, Fakta]]:
    for number, row in enumerate(rows, first):
        facts = {kunci: row[at] for kunci, at in columns.items() if at < len(row) and not _blank(row[at])}
        again = daftar.dari(str(facts.get("nip", ""))) == "nip"  # the headings, on another page
        if facts and not again and not _numbers(row):
            yield number, dict(facts)


def _blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _numbers(row: Sequence[Cell]) -> bool:
    """Whether this is the row of column numbers under the headings: 1, 2, 3 or (1), (2), (3)."""
    cells = list(dict.fromkeys(str(cell).strip(" ().") for cell in row if not _blank(cell)))
    return len(cells) >= _LEAST_NUMBERED and cells == [str(number) for number in range(1, len(cells) + 1)]


def _guess(heading: str, daftar: Daftar) -> str:
    near = difflib.get_close_matches(fold(heading), list(daftar.judul), n=1, cutoff=CLOSE)
    return f"kolom '{heading}' tidak dikenal" + (f" (maksud Anda '{near[0]}'?)" if near else "")
