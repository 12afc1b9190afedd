"""Rows of a sheet by shape. The rows of a form differ by their numbers alone: with the digits of its own number marked
and every other digit as 0, a sheet of a thousand rows has a few dozen shapes, and each is read once in a process.

What is found in a shape holds for all its rows, for the same characters stand in the same places. Where a digit itself
decides (a TRUE is 1) the shape says where to look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import lt
from typing import NamedTuple

from openpyxl.utils.cell import column_index_from_string

from .limits import DEEPEST_FORMULA, LAST_COLUMN
from .plain_text import ATTRIBUTES, MARK, SPACE, TEXT, has_distinct_names

_LONGEST_KEPT = 2048  # bytes: some fifty cells; the shapes of a process take some ten MB at most
_MARKED = [MARK * digits + b'"' for digits in range(8)]  # the row's own number, by how long it is
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_F = rb"<f" + ATTRIBUTES + rb"(?:/>|>" + TEXT + rb"</f>)"
_STYLE = rb'(?: s="[0-9\x01]++")?+'
_NUMBER = rb"-?+[0-9]++(?:\.[0-9]*+)?+(?:[eE][+-]?+[0-9]++)?+"
_CELL = (
    rb'<c r="[A-Z]{1,3}+\2"' + _STYLE + rb"(?:"
    + rb'(?: t="n")?+(?:/>|>(?:' + _F + rb")?+(?:<v>(?:" + _NUMBER + rb")?+</v>|<v ?/>)?+</c>)"
    + rb'| t="s"><v>[0-9]++</v></c>'
    + rb'| t="str">(?:' + _F + rb")?+(?:<v" + SPACE + rb">" + TEXT + rb"</v>|<v ?/>)</c>"
    + rb'| t="b">(?:' + _F + rb")?+<v>0</v></c>"
    + rb'| t="e">' + _F + rb"<v>#[A-Z0-9/!?_]++</v></c>"
    + rb'| t="inlineStr"><is><t' + SPACE + rb">" + TEXT + rb"</t></is></c>)"
)  # fmt: skip
_ROW = re.compile(rb'(?P<tag>r="(\x01{1,7}+)"' + ATTRIBUTES + rb")(?:/>|>(?:" + _CELL + rb")*+</row>)")
_COLUMNS = re.compile(rb'<c r="([A-Z]++)')
_FORMULA = re.compile(
    rb'<c r="([A-Z]++)\x01++"' + _STYLE + rb'(?: t="(\w++)")?+>'
    rb"(<f([^>]*+)>(?:([^<]*+)</f>)?+)(<v[^>]*+>(?:([^<]*+)</v>)?+)?+"
)
_TYPED = re.compile(
    rb'<c r="([A-Z]++)\x01++"' + _STYLE + rb'(?: t="(\w++)")?+>'
    rb"(?:<v(?: [^>/]*+)?+>([^<]*+)</v>|<v ?/>|<is><t[^>]*+>([^<]*+)</t></is>)</c>"
)
_ABSENT = slice(0, 0)


class FormulaPlace(NamedTuple):
    """Where what is known of a formula cell stands in its row."""

    letters: str
    kind: str  # the t attribute, 'n' where absent
    start: int
    tag: slice  # the attributes of <f>
    text: slice
    value: slice | None  # what <v> holds; None without one
    begin: int  # of <v>...</v>, or where one belongs
    end: int
    usual: bool  # a short formula without attributes or entities


class Shape(NamedTuple):
    """What all rows of one shape have in common; places count from the first character behind '<row '."""

    cells: int
    formulas: tuple[FormulaPlace, ...]
    typed: tuple[tuple[str, str, slice], ...]  # (letters, kind, text) of cells with a value and no formula
    logical: tuple[int, ...]  # where 0 or 1 must stand


def shapes(rows: Iterable[bytes], numbers: Iterable[bytes]) -> list[Shape | None]:
    """The shape of each row, which is what stands between two '<row '; `numbers` are what the rows say they are.

    None for a row that is not written as nearly every program writes it."""
    return [
        (_known if len(row) <= _LONGEST_KEPT else _read)(
            row.replace(number + b'"', _MARKED[len(number)]).translate(_ZEROS)
        )
        for row, number in zip(rows, numbers, strict=True)
    ]


def _read(key: bytes) -> Shape | None:
    row = _ROW.fullmatch(key)
    if row is None or not has_distinct_names(row["tag"]):
        return None
    columns = [column_index_from_string(letters.decode()) for letters in _COLUMNS.findall(key)]
    if columns and not (all(map(lt, columns, columns[1:])) and columns[-1] <= LAST_COLUMN):
        return None
    formulas, typed, logical = list[FormulaPlace](), list[tuple[str, str, slice]](), list[int]()
    for found in _FORMULA.finditer(key):
        if not has_distinct_names(found[4]):
            return None
        formulas.append(_place(found))
        if found[2] == b"b":
            logical.append(found.start(7))
    for found in _TYPED.finditer(key):
        letters, kind, text = found[1].decode(), (found[2] or b"n").decode(), found[3] or found[4]
        if text or kind in ("str", "inlineStr"):
            typed.append((letters, kind, slice(*found.span(3 if found[3] is not None else 4)) if text else _ABSENT))
        if kind == "b":
            logical.append(found.start(3))
    return Shape(len(columns), tuple(formulas), tuple(typed), tuple(logical))


_known = lru_cache(maxsize=2048)(_read)


def _place(found: re.Match[bytes]) -> FormulaPlace:
    text = found[5] or b""
    return FormulaPlace(
        letters=found[1].decode(),
        kind=(found[2] or b"n").decode(),
        start=found.start(),
        tag=slice(*found.span(4)),
        text=slice(*found.span(5)) if text else _ABSENT,
        value=None if found[6] is None else slice(*found.span(7)) if found[7] else _ABSENT,
        begin=found.end(3),
        end=found.end(3) if found[6] is None else found.end(6),
        usual=not found[4] and 0 < len(text) <= DEEPEST_FORMULA and b"&" not in text and not text.isspace(),
    )
