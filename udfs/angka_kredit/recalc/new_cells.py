"""Cells that a sheet does not have yet: put where they belong, in the style that Excel would give them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries

from ..errors import Refused
from .layout import Layout
from .sheet_xml import Row
from .xml_spans import Edit, appended, is_empty, opening_tag, prefix_of, retagged, tag_end, with_attributes

Box = tuple[int, int, int, int]  # left, top, right, bottom


def new_cells(layout: Layout, made: Mapping[str, bytes]) -> list[Edit]:
    """The edits that put these cells, by ref with their content, into the sheet, which has none of them."""
    if made and not layout.numbered:
        raise Refused("baris atau sel lembar ini tidak bernomor; buka berkasnya di Excel, lalu simpan ulang")
    data = layout.element("sheetData")
    if data is None:
        raise Refused("lembar ini tidak berisi data sel")
    numbers, edits, last = [row.number for row in layout.rows], list[Edit](), list[bytes]()
    places = sorted((coordinate_to_tuple(ref), content) for ref, content in made.items())
    for number, group in groupby(places, key=lambda place: place[0][0]):
        cells = [(column, content) for (_, column), content in group]
        index = bisect_right(numbers, number)
        if index and numbers[index - 1] == number:
            edits += _into_row(layout, layout.rows[index - 1], cells)
            continue
        prefix = prefix_of(layout.xml, data)
        inner = b"".join(_cell(layout, None, number, column, content) for column, content in cells)
        row = f'<{prefix}row r="{number}">'.encode() + inner + f"</{prefix}row>".encode()
        if index < len(numbers):
            edits.append(Edit(layout.rows[index].start, layout.rows[index].start, row))
        else:
            last.append(row)
    if last:
        edits.append(appended(layout.xml, data, b"".join(last)))
    return [*edits, *_wider_dimension(layout, made)]


def _into_row(layout: Layout, row: Row, cells: list[tuple[int, bytes]]) -> Iterator[Edit]:
    xml, written = layout.xml, [(column, _cell(layout, row, row.number, column, inner)) for column, inner in cells]
    spans = _wider_spans(row.attributes.get("spans"), [column for column, _ in cells])
    if is_empty(xml, row):
        inner = b"".join(cell for _, cell in written) + f"</{prefix_of(xml, row)}row>".encode()
        yield Edit(row.start, tag_end(xml, row.start), retagged(opening_tag(xml, row), spans) + inner)
        return
    if spans:
        yield with_attributes(xml, row, spans)
    for column, cell in written:
        behind = [other.start for other in layout.cells.get(row.number, []) if other.column > column]
        at = behind[0] if behind else row.closing
        yield Edit(at, at, cell)


def _cell(layout: Layout, row: Row | None, number: int, column: int, inner: bytes) -> bytes:
    data = layout.element("sheetData")
    prefix = prefix_of(layout.xml, data) if data else ""
    style = layout.style_of_new(row, column)
    styled = f' s="{style}"' if style and style.isdigit() else ""
    head = f'<{prefix}c r="{get_column_letter(column)}{number}"{styled}>'
    return head.encode() + inner + f"</{prefix}c>".encode()


def _wider_spans(spans: str | None, columns: list[int]) -> dict[str, str | None]:
    """The row's spans where the new columns are outside: a hint that Excel reads the row by."""
    try:
        bounds = [int(bound) for span in (spans or "").split() for bound in span.split(":")]
    except ValueError:
        return {"spans": None}
    if not bounds or (min(bounds) <= min(columns) and max(columns) <= max(bounds)):
        return {}
    return {"spans": f"{min([*bounds, *columns])}:{max([*bounds, *columns])}"}


def _wider_dimension(layout: Layout, refs: Iterable[str]) -> Iterator[Edit]:
    dimension = layout.element("dimension")
    if dimension is None:
        return
    try:
        box = _box(dimension.attributes.get("ref", ""))
    except ValueError:
        return
    wider = box
    for ref in refs:
        row, column = coordinate_to_tuple(ref)
        left, top, right, bottom = wider
        wider = min(left, column), min(top, row), max(right, column), max(bottom, row)
    if wider != box:
        left, top, right, bottom = wider
        area = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
        yield with_attributes(layout.xml, dimension, {"ref": area})


def _box(area: str) -> Box:
    left, top, right, bottom = range_boundaries(area)
    if None in (left, top, right, bottom):
        raise ValueError(area)
    return int(left or 0), int(top or 0), int(right or 0), int(bottom or 0)
