"""Formulas read token by token: which functions and ranges they use, and their call of ours as an explanation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries

from ..errors import Refused
from ..functions import KATALOG

_REFERENCE = re.compile(r"(?:(?P<sheet>'(?:[^']|'')+'|[^'!:]+)!)?(?P<area>[^!]+)")
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)", re.IGNORECASE)
_COLUMNS = re.compile(r"\$?[A-Z]{1,3}:\$?[A-Z]{1,3}", re.IGNORECASE)
_FIXED = re.compile(r"\$[A-Z]{1,3}\$[0-9]+(?::\$[A-Z]{1,3}\$[0-9]+)?", re.IGNORECASE)
_ROWS = re.compile(r"\$?[0-9]+:\$?[0-9]+")


class Reference(NamedTuple):
    """A reference in a formula. sheet is None for the formula's own; area is 'A1', 'A1:B2', 'A:A' or '1:2'."""

    sheet: str | None
    area: str

    @property
    def many(self) -> bool:
        return ":" in self.area

    def holds(self, ref: str) -> bool:
        """Whether the cell lies in the area."""
        row, column = coordinate_to_tuple(ref)
        left, top, right, bottom = range_boundaries(self.area)
        across, down = range(left or 1, (right or column) + 1), range(top or 1, (bottom or row) + 1)
        return column in across and row in down

    def beside(self, ref: str, other: Reference) -> str:
        """The cell of `other` that lies where `ref` lies in this area, as a formula writes it."""
        row, column = coordinate_to_tuple(ref)
        left, top, _, _ = range_boundaries(self.area)
        other_left, other_top, _, _ = range_boundaries(other.area)
        row, column = row - (top or 1) + (other_top or 1), column - (left or 1) + (other_left or 1)
        sheet = f"'{other.sheet.replace(chr(39), chr(39) * 2)}'!" if other.sheet else ""
        return f"{sheet}{get_column_letter(column)}{row}"


class Operand(NamedTuple):
    """A reference with the place it stands in: the function around it, and whether it is that argument's all."""

    reference: Reference
    function: str  # '' outside any
    argument: int  # counted from 0
    alone: bool


@lru_cache(maxsize=4096)
def tokens(formula: str) -> tuple[Token, ...]:
    """The formula's tokens without white space; Refused where it cannot be read."""
    try:
        items: list[Token] = Tokenizer(f"={formula}").items
    except Exception:  # the tokenizer raises its own and several built-in errors
        raise Refused("rumusnya tidak terbaca") from None
    return tuple(item for item in items if item.type != Token.WSPACE)


def text(items: Iterable[Token]) -> str:
    """The tokens as a formula writes them."""
    return "".join(item.value for item in items)


def groups(items: Sequence[Token]) -> Iterator[list[Token]]:
    """The whole formula, every argument and every parenthesis in it: each as its own tokens."""
    levels: list[tuple[list[Token], list[Token]]] = [([], [])]  # all of this parenthesis, the argument being read
    for item in items:
        if item.subtype == Token.CLOSE:
            inside, argument = levels.pop()
            yield argument
            for level in levels[-1]:
                level += [*inside, item]
        elif item.type == Token.SEP:
            yield levels[-1][1]
            levels[-1][0].append(item)
            levels[-1] = (levels[-1][0], [])
        else:
            for level in levels[-1]:
                level.append(item)
            if item.subtype == Token.OPEN:
                levels.append(([], []))
    yield levels[0][1]


def split(items: Sequence[Token], operators: frozenset[str]) -> list[list[Token]]:
    """The parts between these operators, those inside parentheses left alone."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for item in items:
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(item.subtype, 0)
        if depth == 0 and item.type == Token.OP_IN and item.value.strip() in operators:
            parts.append([])
        else:
            parts[-1].append(item)
    return parts


def functions(items: Sequence[Token]) -> Iterator[str]:
    for item in items:
        if item.type == Token.FUNC and item.subtype == Token.OPEN:
            yield item.value[:-1].upper()


def operands(items: Sequence[Token], names: dict[str, str]) -> Iterator[Operand]:
    """Every reference of the formula, defined names resolved; Refused for one that is not plain."""
    around: list[list[str | int]] = [["", 0]]  # functions that are open, with the argument being read
    for index, item in enumerate(items):
        if item.subtype == Token.OPEN:
            around.append([item.value[:-1].upper() if item.type == Token.FUNC else "(", 0])
        elif item.subtype == Token.CLOSE:
            around.pop()
        elif item.type == Token.SEP:
            around[-1][1] = int(around[-1][1]) + 1
        elif item.type == Token.OPERAND and item.subtype == Token.RANGE:
            before, after = items[index - 1] if index else None, items[index + 1] if index + 1 < len(items) else None
            alone = (before is None or before.type == Token.SEP or before.subtype == Token.OPEN) and (
                after is None or after.type == Token.SEP or after.subtype == Token.CLOSE
            )
            yield Operand(reference(item.value, names), str(around[-1][0]), int(around[-1][1]), alone)


def reference(written: str, names: dict[str, str]) -> Reference:
    """The reference that `written` makes; a defined name counts as what it stands for, if that is a fixed place."""
    named = names.get(written.upper())
    resolved = written if named is None else named
    found = _REFERENCE.fullmatch(resolved)
    movable = found is not None and named is not None and not _FIXED.fullmatch(found["area"])
    if found is None or movable or "[" in resolved or not _is_area(found["area"]):
        raise Refused(f"memakai rujukan '{written}' yang belum didukung (nama, tabel, atau buku kerja lain)")
    sheet = found["sheet"]
    return Reference(sheet.strip("'").replace("''", "'") if sheet else None, found["area"].replace("$", "").upper())


class Call(NamedTuple):
    """One function call of a formula: its name in capitals, its arguments as they are written."""

    name: str
    arguments: list[str]


def calls(items: Sequence[Token]) -> Iterator[Call]:
    """Every function call of the formula, the outer one before those inside it."""
    for index, item in enumerate(items):
        if item.type != Token.FUNC or item.subtype != Token.OPEN:
            continue
        depth, arguments = 0, [""]
        for inner in items[index + 1 :]:
            depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(inner.subtype, 0)
            if depth < 0:
                break
            if depth == 0 and inner.type == Token.SEP:
                arguments.append("")
            else:
                arguments[-1] += inner.value
        yield Call(item.value[:-1].upper(), arguments if arguments != [""] else [])


def explanation(formula: str) -> str | None:
    """The formula that explains the first of our functions in this one: JELASKAN("NAMA",its arguments)."""
    for call in calls(tokens(formula)):
        if KATALOG.get(call.name):
            return "JELASKAN(" + ",".join([f'"{call.name}"', *call.arguments]) + ")"
    return None


def _is_area(area: str) -> bool:
    cells = area.split(":")
    if len(cells) > 2:
        return False
    return all(_CELL.fullmatch(cell) for cell in cells) or bool(_COLUMNS.fullmatch(area) or _ROWS.fullmatch(area))
