"""Parts of a formula's shape: what a doubt or the second engine looks at, to be filled with a cell's own references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token

from .references import quoted, reference
from .shapes import HOLE, fill
from .values import CellErrorValue, Value

OWN, SELF = "\x02", "\x03"  # the formula's own sheet; its own cell
NUMBER, TEXT, LOGICAL, ERROR, CELL, AREA, FORMULA = range(7)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a formula. `text` has holes for cells, OWN before each reference to the formula's own sheet."""

    text: str
    first: int  # how many holes of the formula stand before it
    count: int  # holes in it
    kind: int
    literal: Value = None  # of a number, text, logical value or error
    sheet: str | None = None  # of a cell or an area; None for the formula's own
    area: str = ""  # the same, without sheet
    rows: bool = False  # it may answer rows: it stands where Excel computes cell by cell

    def written(self, cells: tuple[str, ...]) -> str:
        """As the formula writes it."""
        return fill(self.text.replace(OWN, "").replace(SELF, ""), self._own(cells))

    def on(self, sheet: str, ref: str, cells: tuple[str, ...]) -> str:
        """As a formula on any other sheet writes it; `ref` is the cell that it is part of."""
        filled = fill(self.text, self._own(cells)).replace(OWN, quoted(sheet))
        return filled.replace(SELF, quoted(sheet) + ref) if SELF in filled else filled

    def place(self, cells: tuple[str, ...]) -> str:
        """The cell or area itself, without sheet: 'B3', '$A$1:$B$9'."""
        if self.area == HOLE:
            return cells[self.first]
        return fill(self.area, self._own(cells)) if HOLE in self.area else self.area

    def _own(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        return cells[self.first : self.first + self.count]


class Parts:
    """Makes parts of one formula's tokens."""

    def __init__(self, items: Sequence[Token], *, array: bool) -> None:
        self._before: dict[int, int] = {}
        self._around: dict[int, tuple[str, ...]] = {}
        self._array = array
        holes, open_ = 0, list[str]()
        for item in items:
            if item.subtype == Token.CLOSE:
                open_.pop()
            self._before[id(item)] = holes
            self._around[id(item)] = tuple(name for name in open_ if name)
            holes += item.value.count(HOLE)
            if item.subtype == Token.OPEN:
                open_.append(item.value[:-1].upper() if item.type == Token.FUNC else "")

    def __call__(self, items: Sequence[Token]) -> Part:
        text = _qualified(items)
        first, count = self._before[id(items[0])], text.count(HOLE)
        rows = self._array or "SUMPRODUCT" in self._around[id(items[0])]
        plain = [item for item in items if item.type != Token.PAREN] if _is_wrapped(items) else list(items)
        if len(plain) == 2 and plain[0].value == "-" and plain[1].subtype == Token.NUMBER:
            return Part(text, first, count, NUMBER, -float(plain[1].value))
        if len(plain) != 1 or plain[0].type != Token.OPERAND:
            return Part(text, first, count, FORMULA, rows=rows)
        item = plain[0]
        if item.subtype == Token.RANGE:
            found = reference(item.value, {})
            kind = AREA if found.many else CELL
            return Part(text, first, count, kind, sheet=found.sheet, area=found.area, rows=rows)
        kind, literal = _literal(item)
        return Part(text, first, count, kind, literal)

    def piece(self, items: Sequence[Token]) -> Part:
        """These tokens as text to be joined with others; never looked at by itself."""
        text = _qualified(items)
        return Part(text, self._before[id(items[0])] if items else 0, text.count(HOLE), FORMULA)

    def around(self, item: Token) -> tuple[str, ...]:
        """The functions around this token, the outermost first."""
        return self._around[id(item)]


def _is_wrapped(items: Sequence[Token]) -> bool:
    """Whether nothing but parentheses stands around a single operand."""
    return len(items) >= 3 and all(item.type == Token.PAREN for item in (items[0], items[-1]))


def _literal(item: Token) -> tuple[int, Value]:
    if item.subtype == Token.NUMBER:
        return NUMBER, float(item.value)
    if item.subtype == Token.LOGICAL:
        return LOGICAL, item.value.upper() == "TRUE"
    if item.subtype == Token.ERROR:
        return ERROR, CellErrorValue(item.value)
    return TEXT, item.value[1:-1].replace('""', '"')


def _qualified(items: Sequence[Token]) -> str:
    """The tokens as text; references to the own sheet say so, and ROW() says of which cell."""
    pieces = list[str]()
    for index, item in enumerate(items):
        if item.subtype == Token.RANGE and "!" not in item.value:
            pieces.append(OWN)
        pieces.append(item.value)
        if item.subtype == Token.OPEN and item.value.upper() in ("ROW(", "COLUMN("):
            following = items[index + 1] if index + 1 < len(items) else None
            if following is not None and following.subtype == Token.CLOSE:
                pieces.append(SELF)
    return "".join(pieces)
