"""Formulas by shape. The rows of a column share one formula but for its cells: with these taken out ('holes'), a file
of a thousand formulas has a few dozen shapes, and each is read once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from openpyxl.formula.translate import Translator, TranslatorError
from openpyxl.utils.cell import column_index_from_string, get_column_letter

HOLE = "\x01"  # no XML holds this character, so no formula does
_COLUMN = "(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])"  # A to XFD; ZZZ1 is a name
_CELL = rf"(?<![\w.$\[])(\$?{_COLUMN}\$?[1-9][0-9]{{0,6}})(?![\w.(!\[])"
_PLAIN = re.compile(_CELL, re.IGNORECASE)
_QUOTED = re.compile(rf"(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\[[^\]]*\])|{_CELL}", re.IGNORECASE)
_PARTS = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]+)")


class Cut(NamedTuple):
    """A formula cut in two: its shape, with a hole for every cell, and those cells as they are written, in order."""

    shape: str
    cells: tuple[str, ...]


def cut(formula: str) -> Cut:
    """The formula's shape and cells; texts, sheet names and table columns are left alone."""
    if '"' not in formula and "'" not in formula and "[" not in formula:
        pieces = _PLAIN.split(formula)
        return Cut(HOLE.join(pieces[::2]), tuple(pieces[1::2]))
    pieces = _QUOTED.split(formula)
    shape, cells = [pieces[0]], []
    for kept, cell, after in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if cell is None:
            shape += [kept, after]
        else:
            cells.append(cell)
            shape += [HOLE, after]
    return Cut("".join(shape), tuple(cells))


def fill(shape: str, cells: tuple[str, ...]) -> str:
    """The formula again."""
    if not cells:
        return shape
    pieces = shape.split(HOLE)
    return pieces[0] + "".join([cell + piece for cell, piece in zip(cells, pieces[1:], strict=True)])


def moved(formula: str, origin: str, ref: str) -> str:
    """The formula of `origin` as it reads when copied to `ref`: a shared formula's child.

    ValueError where a reference would leave the sheet."""
    shape, cells = _cut_once(formula)
    if _needs_reading(shape):  # whole columns and rows move too, and only a full reading finds them
        try:
            return str(Translator(f"={formula}", origin=origin).translate_formula(ref))[1:]
        except TranslatorError:
            raise ValueError(formula) from None
    (row, column), (new_row, new_column) = _place(origin), _place(ref)
    down, right = new_row - row, new_column - column
    return fill(shape, tuple([_moved_cell(cell, down, right) for cell in cells]))


@lru_cache(maxsize=1024)
def _cut_once(formula: str) -> Cut:
    return cut(formula)


@lru_cache(maxsize=1024)
def _needs_reading(shape: str) -> bool:
    return "[" in shape or ":" in shape.replace(f"{HOLE}:{HOLE}", "")


@lru_cache(maxsize=65536)
def _place(ref: str) -> tuple[int, int]:
    found = _PARTS.fullmatch(ref)
    if found is None:
        raise ValueError(ref)
    return int(found[4]), column_index_from_string(found[2])


def _moved_cell(cell: str, down: int, right: int) -> str:
    found = _PARTS.fullmatch(cell)
    assert found is not None
    fixed_column, letters, fixed_row, digits = found.groups()
    if not fixed_row:
        row = int(digits) + down
        if not 1 <= row <= 1_048_576:
            raise ValueError(cell)
        digits = str(row)
    if not fixed_column and right:
        column = column_index_from_string(letters) + right
        if not 1 <= column <= 16_384:
            raise ValueError(cell)
        letters = get_column_letter(column)
    return f"{fixed_column}{letters}{fixed_row}{digits}"
