"""A formula as the checkers see it: what it adds, the numbers typed into it, and its form seen from its own cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from openpyxl.formula.tokenizer import Token

from ...errors import Refused
from ...recalc.formulas import Call, calls, split, tokens
from ...recalc.places import Area, area, coordinate
from ...recalc.references import reference
from ...recalc.shapes import HOLE, cut, fill
from ...recalc.spelling import without_prefixes

_PLUS = frozenset("+")
_ADDS = frozenset(("SUM", "SUBTOTAL"))
_AROUND = frozenset(("ROUND", "ROUNDUP", "ROUNDDOWN", "IFERROR", "N"))  # the first argument is what is shown
_MULTIPLIES = frozenset(("SUM", "PRODUCT", "SUMPRODUCT"))
_HIDDEN_LEFT_OUT = range(101, 112)  # SUBTOTAL's numbers that pass over hidden rows


@dataclass(frozen=True)
class Suku:
    """A cell or an area that a sum adds; `lembar` is None for the formula's own sheet."""

    lembar: str | None
    area: Area

    @property
    def tunggal(self) -> bool:
        return self.area.size == (1, 1)


@dataclass(frozen=True)
class Jumlahan:
    """A formula that only adds: its terms, in order, and the numbers typed among them."""

    suku: tuple[Suku, ...]
    tetapan: tuple[str, ...] = ()
    subtotal: bool = False  # SUBTOTAL, which passes over other SUBTOTALs
    tanpa_tersembunyi: bool = False


@lru_cache(maxsize=16384)
def jumlahan(rumus: str) -> Jumlahan | None:
    """What the formula (with its '=') adds; None where it does anything else, or adds what has no address."""
    try:
        found = _jumlahan(_tanda(rumus))
    except Refused:
        return None
    return found if found and found.suku else None


@lru_cache(maxsize=16384)
def relatif(rumus: str, sel: tuple[int, int]) -> str:
    """The formula with every cell told by its distance from `sel` (row, column): copies of a formula are alike."""
    shape, cells = cut(without_prefixes(rumus.removeprefix("=")))
    return fill("".join(shape.split()).upper(), tuple(_jarak(cell, sel) for cell in cells))


def bentuk(rumus: str) -> str:
    """The formula without its cells."""
    return "".join(cut(without_prefixes(rumus.removeprefix("="))).shape.split()).upper().replace(HOLE, "?")


def sel_dibaca(rumus: str) -> Iterator[Suku]:
    """Every cell and area with an address that the formula reads."""
    try:
        items = _tanda(rumus)
    except Refused:
        return
    for item in items:
        if item.type == Token.OPERAND and item.subtype == Token.RANGE and (found := _suku(item.value)):
            yield found


def tetapan(rumus: str) -> tuple[list[str], list[str]]:
    """(numbers added or taken away, numbers multiplied or divided) that are typed into the formula."""
    try:
        items = _tanda(rumus)
    except Refused:
        return [], []
    levels = _tingkat(items)
    plus, times = list[str](), list[str]()
    for at, item in enumerate(items):
        if item.type != Token.OPERAND or item.subtype != Token.NUMBER:
            continue
        near = [_operator(items, at - 1), _operator(items, at + 1)]
        if "%" in near:
            near.append(_operator(items, at + 2))
        if set(near) & {"*", "/", "^"}:
            times.append(item.value + "%" * ("%" in near))
        elif set(near) & {"+", "-"} or (levels[at] in _MULTIPLIES and _sendiri(items, at)):
            plus.append(item.value)
    return plus, times


def _tanda(rumus: str) -> tuple[Token, ...]:
    return tokens(without_prefixes(rumus.removeprefix("=").strip()))


def _jumlahan(items: Sequence[Token]) -> Jumlahan | None:
    parts = [_tanpa_awalan(part) for part in split(items, _PLUS)]
    found = [_bagian(part) for part in parts]
    if any(each is None for each in found):
        return None
    known = [each for each in found if each]
    suku = tuple(term for each in known for term in each.suku)
    texts = tuple(text for each in known for text in each.tetapan)
    hidden = bool(known) and all(each.tanpa_tersembunyi for each in known)
    return Jumlahan(suku, texts, bool(known) and all(each.subtotal for each in known), hidden)


def _bagian(items: Sequence[Token]) -> Jumlahan | None:
    """One part of a sum: a cell, an area, a number, a call that adds, or a parenthesis."""
    if len(items) == 1:
        return _satu(items[0])
    if items and items[0].type == Token.PAREN and _menutup(items) == len(items) - 1:
        return _jumlahan(items[1:-1])
    call = next(calls(items), None)
    if call is None or call.start or call.end != len(items) - 1:
        return None
    return _panggilan(call)


def _satu(item: Token) -> Jumlahan | None:
    if item.type == Token.OPERAND and item.subtype == Token.NUMBER:
        return Jumlahan((), (item.value,))
    found = _suku(item.value) if item.type == Token.OPERAND and item.subtype == Token.RANGE else None
    return Jumlahan((found,)) if found else None


def _panggilan(call: Call) -> Jumlahan | None:
    parts, hidden = call.parts, False
    if call.name == "SUBTOTAL":
        code = call.arguments[0] if call.parts else ""
        if code not in ("9", "109"):
            return None
        parts, hidden = parts[1:], int(code) in _HIDDEN_LEFT_OUT
    if call.name in _ADDS:
        found = [_jumlahan(part) for part in parts if part]
        known = [each for each in found if each]
        if len(known) < len(found):
            return None
        terms = tuple(term for each in known for term in each.suku)
        texts = tuple(text for each in known for text in each.tetapan)
        return Jumlahan(terms, texts, call.name == "SUBTOTAL", hidden)
    if call.name in _AROUND and parts:
        return _jumlahan(parts[0])
    if call.name == "IF":  # IF(a form's own test, an error or '', the sum)
        found = [_jumlahan(part) for part in parts[1:] if any(each.name in _ADDS for each in calls(part))]
        sums = [each for each in found if each and each.suku]
        return sums[0] if len(sums) == 1 else None
    return None


def _tanpa_awalan(items: Sequence[Token]) -> Sequence[Token]:
    return items[1:] if items and items[0].type == Token.OP_PRE and items[0].value == "+" else items


def _menutup(items: Sequence[Token]) -> int:
    """Where the parenthesis that opens first closes."""
    depth = 0
    for at, item in enumerate(items):
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(item.subtype, 0)
        if depth == 0:
            return at
    return -1


def _suku(written: str) -> Suku | None:
    try:
        found = reference(written, {})
        return Suku(found.sheet, area(found.area))
    except (Refused, ValueError):  # a name, a table, another workbook
        return None


def _jarak(cell: str, sel: tuple[int, int]) -> str:
    row, column = coordinate(cell)
    fixed_column, fixed_row = cell.startswith("$"), "$" in cell[1:]
    down = f"R{row}" if fixed_row else f"R[{row - sel[0]}]"
    return down + (f"C{column}" if fixed_column else f"C[{column - sel[1]}]")


def _tingkat(items: Sequence[Token]) -> list[str]:
    """For every token the function whose argument it stands in."""
    around, found = [""], list[str]()
    for item in items:
        if item.subtype == Token.CLOSE:
            around.pop()
        found.append(around[-1])
        if item.subtype == Token.OPEN:
            around.append(item.value[:-1].upper() if item.type == Token.FUNC else around[-1])
    return found


def _operator(items: Sequence[Token], at: int) -> str:
    item = items[at] if 0 <= at < len(items) else None
    return item.value.strip() if item and item.type in (Token.OP_IN, Token.OP_PRE, Token.OP_POST) else ""


def _sendiri(items: Sequence[Token], at: int) -> bool:
    """The token is a whole argument."""
    before, after = items[at - 1], items[at + 1] if at + 1 < len(items) else None
    return (before.type == Token.SEP or before.subtype == Token.OPEN) and (
        after is None or after.type == Token.SEP or after.subtype == Token.CLOSE
    )
