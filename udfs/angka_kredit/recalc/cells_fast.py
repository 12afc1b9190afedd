"""The formula cells of a sheet as nearly every program writes it, row by row: several times as quick as by expat.

Every byte of sheetData must be accounted for by the shape of a row, and expat reads what is around it. Whatever else
stands there is no error: the answer is None, and cells_any.py, the reference, reads the sheet."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from .limits import LAST_ROW, LONGEST_FORMULA, MOST_CELLS
from .plain_text import decoded, is_plain
from .row_shapes import FormulaPlace, Shape, key, shape
from .sheet_cells import FormulaCell, SharedFormulas, SheetCells, Typed, check_formula
from .sheet_xml import SheetReader
from .values import Value, decode

_BEGIN, _END, _ROW = b"<sheetData>", b"</sheetData>", b"<row "
_ATTRIBUTE = re.compile(rb'([\w:]++)="([^"]*+)"')
_KINDS = ("normal", "shared")
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
        return SheetCells(_formulas(rows), read_typed=partial(_typed, rows))
    except _Doubt:
        return None


def _rows(xml: bytes, begin: int, end: int) -> _Rows:
    """The rows, which must follow each other upwards."""
    found: _Rows = []
    first, *rows = xml[begin:end].split(_ROW)
    at, last, cells = begin + len(_ROW), 0, 0
    for row in rows:
        digits = row[3 : row.find(b'"', 3)]  # behind 'r="'
        known = shape(key(row, digits)) if digits.isdigit() and digits[:1] != b"0" else None
        if known is None or (known.logical and any(row[place] not in b"01" for place in known.logical)):
            raise _Doubt
        number = int(digits)
        if not last < number <= LAST_ROW:
            raise _Doubt
        found.append((at, row, digits.decode(), known))
        last = number
        cells += known.cells
        at += len(row) + len(_ROW)
    if first or cells > MOST_CELLS:
        raise _Doubt
    return found


def _formulas(rows: _Rows) -> list[FormulaCell]:
    shared = SharedFormulas()
    return [
        _usual(place, at, row, number) if place.usual else _cell(place, at, row, number, shared)
        for at, row, number, known in rows
        for place in known.formulas
    ]


def _typed(rows: _Rows) -> Typed:
    found: Typed = {}
    for _, row, number, known in rows:
        for letters, kind, text in known.typed:
            if kind == "s":
                found[letters + number] = int(row[text])
            else:
                found[letters + number] = float(row[text]) if kind == "n" else _cached(kind, row[text])
    return found


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
