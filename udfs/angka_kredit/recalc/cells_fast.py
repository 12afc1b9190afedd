"""The formula cells of a sheet as nearly every program writes it, row by row: several times as quick as by expat.

Every byte of sheetData must be accounted for by the shape of a row, and expat reads what is around it. Whatever else
stands there is no error: the answer is None, and cells_any.py, the reference, reads the sheet."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from operator import lt

from .limits import LAST_ROW, LONGEST_FORMULA, MOST_CELLS
from .plain_text import decoded, is_plain
from .row_shapes import FormulaPlace, Shape, shapes
from .sheet_cells import Columns, FormulaCell, SharedFormulas, SheetCells, Typed, check_formula
from .sheet_xml import SheetReader
from .values import Value, decode

_BEGIN, _END, _ROW = b"<sheetData>", b"</sheetData>", b"<row "
_NUMBER = re.compile(rb'<row r="([1-9][0-9]{0,6}+)"')
_ATTRIBUTE = re.compile(rb'([\w:]++)="([^"]*+)"')
_KINDS = ("normal", "shared")
_READ: dict[str, Callable[[bytes], Value | int]] = {"s": int, "n": float}  # quicker than `_cached`
_Rows = list[tuple[int, bytes, str, Shape]]  # where it begins, what stands behind its '<row ', its number, its shape


class _Doubt(Exception):
    """The sheet is not written as this reader expects."""


def scan_fast(part: str, xml: bytes) -> SheetCells | None:
    """What the reference would find in the sheet; None where this reader has any doubt.

    Refused only where the reference would refuse too."""
    begin, end = xml.find(_BEGIN) + len(_BEGIN), xml.rfind(_END)
    if not len(_BEGIN) <= begin <= end or not is_plain(xml):
        return None
    try:
        rows = _rows(xml, begin, end)
        around = SheetReader(xml[:begin] + xml[end:], lambda cell: None).read(part)
        if [element.closing for element in around.top if element.name == "sheetData"] != [begin]:
            return None  # what was found is no data of the sheet: it stands in a comment, or in another element
        return SheetCells(_formulas(rows), typed_in=partial(_typed, rows))
    except _Doubt:
        return None


def _rows(xml: bytes, begin: int, end: int) -> _Rows:
    """The rows, which must follow each other upwards."""
    data = xml[begin:end]
    first, *rows = data.split(_ROW)
    digits = _NUMBER.findall(data)
    if first or len(digits) != len(rows):
        raise _Doubt
    numbers, names = list(map(int, digits)), b" ".join(digits).decode().split()
    if not all(map(lt, numbers, numbers[1:])) or (numbers and numbers[-1] > LAST_ROW):
        raise _Doubt
    found: _Rows = []
    at, cells = begin, 0
    for row, name, known in zip(rows, names, shapes(rows, digits), strict=True):
        if known is None or (known.logical and any(row[place] not in b"01" for place in known.logical)):
            raise _Doubt
        found.append((at + len(_ROW), row, name, known))
        at += len(_ROW) + len(row)
        cells += known.cells
    if cells > MOST_CELLS:
        raise _Doubt
    return found


def _formulas(rows: _Rows) -> list[FormulaCell]:
    shared = SharedFormulas()
    return [
        _usual(place, at, row, number) if place.usual else _cell(place, at, row, number, shared)
        for at, row, number, known in rows
        for place in known.formulas
    ]


def _typed(rows: _Rows, columns: Columns) -> Typed:
    if columns is not None and not columns:
        return {}
    shapes = {id(known): known for _, _, _, known in rows}
    wanted = {
        number: [
            (letters, _READ.get(kind) or partial(_cached, kind), text)
            for letters, kind, text in known.typed
            if columns is None or letters in columns
        ]
        for number, known in shapes.items()
    }
    return {
        letters + number: read(row[text]) for _, row, number, known in rows for letters, read, text in wanted[id(known)]
    }


def _usual(place: FormulaPlace, at: int, row: bytes, number: str) -> FormulaCell:
    letters, kind, start, _, text, value, begin, end, _ = place
    cached = None if value is None else _cached(kind, row[value])
    return FormulaCell(
        letters + number, kind, cached, row[text].decode(), "normal", False, at + start, (at + begin, at + end)
    )


def _cell(place: FormulaPlace, at: int, row: bytes, number: str, shared: SharedFormulas) -> FormulaCell:
    """Any other: it has attributes or entities, or is so long that it may be deep."""
    cell = _usual(place, at, row, number)
    cell.formula = decoded(row[place.text])
    attributes = _attributes(row[place.tag])
    cell.formula_kind = attributes.get("t", "normal" if cell.formula or not attributes else "")
    if cell.formula_kind == "shared":
        cell.formula = shared.whole(cell.ref, attributes.get("si", ""), cell.formula)
        cell.area = attributes.get("ref", "")
    text = row[place.text]
    if cell.formula_kind not in _KINDS or not cell.formula.strip() or len(text) > LONGEST_FORMULA:
        raise _Doubt  # only the reference knows
    check_formula(cell.ref, cell.formula)
    return cell


def _cached(kind: str, value: bytes) -> Value:
    if kind == "n":
        return float(value) if value else None
    return decode("str" if kind == "inlineStr" else kind, decoded(value))


@lru_cache(maxsize=1024)
def _attributes(tag: bytes) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(tag)}
