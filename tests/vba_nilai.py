"""Values as VBA holds them, as they cross COM, and as a cell shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

from pyopenvba.interpreter import EMPTY, MISSING, VBAArray, VBAErrorValue

COM_MISSING = -2147352572  # how COM spells an argument left out
COM_ERROR = -2146828288  # plus VBA's number of an error, 2042 for #N/A
ERRORS = {2000: "#NULL!", 2007: "#DIV/0!", 2015: "#VALUE!", 2023: "#REF!", 2029: "#NAME?", 2036: "#NUM!", 2042: "#N/A"}
_NUMBERS = {text: number for number, text in ERRORS.items()}


def to_vba(value: Any, errors: bool = True) -> Any:
    """A cell's value as VBA holds it; where `errors`, the text of an error stands for an error cell."""
    if value is None:
        return EMPTY
    if isinstance(value, (list, tuple)):
        return _array(value, errors)
    number = _NUMBERS.get(value) if errors and isinstance(value, str) else None
    return VBAErrorValue(number) if number else value


def _array(rows: Sequence[Any], errors: bool) -> VBAArray:
    """Rows as VBA holds them, from 1 and column after column; a flat list is one-dimensional, from 0."""
    if not rows or not isinstance(rows[0], (list, tuple)):
        return VBAArray([(0, len(rows) - 1)], items=[to_vba(each, errors) for each in rows])
    items = [to_vba(row[column], errors) for column in range(len(rows[0])) for row in rows]
    return VBAArray([(1, len(rows)), (1, len(rows[0]))], items=items)


def _rows(array: VBAArray, convert: Callable[[Any], Any]) -> tuple[Any, ...]:
    if array.dimensions == 1:
        return tuple(map(convert, array.items))
    (first, last), (left, right) = array.bounds
    places = product(range(first, last + 1), range(left, right + 1))
    flat = [convert(array.get([row, column])) for row, column in places]
    width = right - left + 1
    return tuple(tuple(flat[start : start + width]) for start in range(0, len(flat), width))


def to_com(value: Any) -> Any:
    """As a VARIANT arrives in Python through pywin32."""
    if value is EMPTY:
        return None
    if value is MISSING:
        return COM_MISSING
    if isinstance(value, VBAErrorValue):
        return COM_ERROR + int(value.number)
    if isinstance(value, VBAArray):
        return _rows(value, to_com)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def from_vba(value: Any) -> Any:
    if isinstance(value, VBAArray):
        rows = [list(row) if isinstance(row, tuple) else row for row in _rows(value, from_vba)]
        return rows if value.dimensions == 2 else [rows]
    if isinstance(value, VBAErrorValue):
        return ERRORS[int(value.number)]
    return None if value is EMPTY else value
