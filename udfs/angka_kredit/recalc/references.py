"""The references of a formula: which cells and areas it reads, and what stands around each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from openpyxl.formula.tokenizer import Token
from openpyxl.utils.cell import get_column_letter

from ..errors import Refused, Undecided
from .places import area, coordinate, plain
from .shapes import HOLE, fill

_REFERENCE = re.compile(r"(?:(?P<sheet>'(?:[^']|'')+'|[^'!:]+)!)?(?P<area>[^!]+)")
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)", re.IGNORECASE)
_COLUMNS = re.compile(r"\$?[A-Z]{1,3}:\$?[A-Z]{1,3}", re.IGNORECASE)
_FIXED = re.compile(r"\$[A-Z]{1,3}\$[0-9]+(?::\$[A-Z]{1,3}\$[0-9]+)?", re.IGNORECASE)
_OTHER_BOOK = re.compile(r"\[[0-9]+\]")
_ROWS = re.compile(r"\$?[0-9]+:\$?[0-9]+")


class Reference(NamedTuple):
    """A reference in a formula. sheet is None for the formula's own; area is 'A1', 'A1:B2', 'A:A' or '1:2'; in a
    shape, holes stand for cells."""

    sheet: str | None
    area: str

    @property
    def many(self) -> bool:
        return ":" in self.area

    @property
    def is_whole(self) -> bool:
        """Whether it is of whole columns or rows."""
        return bool(_COLUMNS.fullmatch(self.area) or _ROWS.fullmatch(self.area))

    def holds(self, ref: str) -> bool:
        """Whether the cell lies in the area."""
        return area(self.area).holds(*coordinate(ref))

    def beside(self, ref: str, other: Reference) -> str:
        """The cell of `other` that lies where `ref` lies in this area, as a formula writes it."""
        row, column = coordinate(ref)
        own, others = area(self.area), area(other.area)
        row, column = row - own.top + others.top, column - own.left + others.left
        return f"{quoted(other.sheet)}{get_column_letter(column)}{row}"


class Operand(NamedTuple):
    """A reference with the place it stands in: what is around it, and whether it is that argument's all."""

    reference: Reference
    function: str  # '' outside any, '(' in a parenthesis
    argument: int  # counted from 0
    alone: bool
    around: tuple[str, ...]  # every function around it, the outermost first
    first: int  # how many holes stand before it

    def written(self, cells: tuple[str, ...]) -> str:
        """The cell or area with a formula's own cells in its holes."""
        if HOLE not in self.reference.area:
            return self.reference.area
        return fill(self.reference.area, cells[self.first : self.first + self.reference.area.count(HOLE)])

    def in_cells(self, cells: tuple[str, ...]) -> Reference:
        """The reference with a formula's own cells in its holes."""
        return Reference(self.reference.sheet, plain(self.written(cells)))


def operands(items: Sequence[Token], names: dict[str, str]) -> Iterator[Operand]:
    """Every reference of the formula, defined names resolved; Refused for one that is not plain."""
    around: list[tuple[str, int]] = [("", 0)]  # functions that are open, with the argument being read
    holes = 0
    for index, item in enumerate(items):
        if item.subtype == Token.OPEN:
            around.append((item.value[:-1].upper() if item.type == Token.FUNC else "(", 0))
        elif item.subtype == Token.CLOSE:
            around.pop()
        elif item.type == Token.SEP:
            around[-1] = (around[-1][0], around[-1][1] + 1)
        elif item.type == Token.OPERAND and item.subtype == Token.RANGE:
            found = reference(item.value, names)
            outer = tuple(name for name, _ in around if name not in ("", "("))
            yield Operand(found, *around[-1], _is_alone(items, index), outer, holes)
        holes += item.value.count(HOLE)


def _is_alone(items: Sequence[Token], index: int) -> bool:
    before, after = items[index - 1] if index else None, items[index + 1] if index + 1 < len(items) else None
    return (before is None or before.type == Token.SEP or before.subtype == Token.OPEN) and (
        after is None or after.type == Token.SEP or after.subtype == Token.CLOSE
    )


def reference(written: str, names: dict[str, str]) -> Reference:
    """The reference that `written` makes; a defined name counts as what it stands for, if that is a fixed place."""
    named = names.get(written.upper())
    resolved = written if named is None else named
    found = _REFERENCE.fullmatch(resolved)
    movable = found is not None and named is not None and not _FIXED.fullmatch(found["area"])
    if found is None or movable or "[" in resolved or not _is_area(found["area"]):
        outside = _OTHER_BOOK.search(resolved)
        kind = Refused if outside else Undecided
        raise kind(f"memakai rujukan '{written}' yang belum didukung (nama, tabel, atau buku kerja lain)")
    sheet = found["sheet"]
    return Reference(sheet.strip("'").replace("''", "'") if sheet else None, found["area"].replace("$", "").upper())


def quoted(sheet: str | None) -> str:
    """The sheet as a formula writes it before a cell; '' for none."""
    return "'" + sheet.replace("'", "''") + "'!" if sheet else ""


def _is_area(written: str) -> bool:
    cells = written.split(":")
    if len(cells) > 2:
        return False
    whole = _COLUMNS.fullmatch(written) or _ROWS.fullmatch(written)
    return bool(whole) or all(cell == HOLE or _CELL.fullmatch(cell) for cell in cells)
