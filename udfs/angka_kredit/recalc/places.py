"""Cells by row and column, and areas of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from openpyxl.utils.cell import column_index_from_string, get_column_letter, range_boundaries

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]+)")


class Area(NamedTuple):
    """A rectangle of cells, both ends included; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> tuple[int, int]:
        return self.bottom - self.top + 1, self.right - self.left + 1

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def refs(self) -> list[str]:
        """Every cell by rows."""
        columns = [get_column_letter(column) for column in range(self.left, self.right + 1)]
        return [f"{letters}{row}" for row in range(self.top, self.bottom + 1) for letters in columns]


class Cells:
    """Some cells of a sheet, to be asked which lie in an area: quick however many there are of both."""

    def __init__(self, refs: Iterable[str]) -> None:
        self._rows: dict[int, list[int]] = {}  # by column, ascending
        for row, column in sorted(map(coordinate, refs)):
            self._rows.setdefault(column, []).append(row)

    def first_in(self, place: Area) -> str | None:
        """The uppermost of them in the area, and of these the leftmost; None where none is."""
        columns: Iterable[int] = range(place.left, place.right + 1)
        if len(self._rows) < place.size[1]:
            columns = [column for column in self._rows if place.left <= column <= place.right]
        found = [(row, column) for column in columns if (row := self._below(column, place)) is not None]
        row, column = min(found, default=(0, 0))
        return f"{get_column_letter(column)}{row}" if row else None

    def _below(self, column: int, place: Area) -> int | None:
        """The first row of the column that is one of the area's."""
        rows = self._rows.get(column, ())
        at = bisect_left(rows, place.top)
        return rows[at] if at < len(rows) and rows[at] <= place.bottom else None


@lru_cache(maxsize=32768)
def plain(ref: str) -> str:
    """'$b$3' -> 'B3'"""
    return ref.replace("$", "").upper()


@lru_cache(maxsize=32768)
def coordinate(ref: str) -> tuple[int, int]:
    """'B3' or '$B$3' -> (3, 2)"""
    found = _REF.fullmatch(ref)
    if found is None:
        raise ValueError(ref)
    return int(found[2]), _column(found[1])


@lru_cache(maxsize=16384)
def area(written: str) -> Area:
    """'A1', '$A$1:B2', 'A:A' (a whole column) or '1:2' (whole rows) as an area."""
    left, top, right, bottom = range_boundaries(written)
    return Area(top or 1, left or 1, bottom or LAST_ROW, right or LAST_COLUMN)


@lru_cache(maxsize=4096)
def _column(letters: str) -> int:
    return int(column_index_from_string(letters))
