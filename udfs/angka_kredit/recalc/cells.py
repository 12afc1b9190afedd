"""Finds a sheet's formula cells, and puts new values into them; nothing else of the sheet changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import attrgetter

from ..errors import Refused
from .cells_any import scan_any
from .cells_fast import scan_fast
from .sheet_cells import FormulaCell, SheetCells, area_refs
from .values import Value, encode, same
from .xml_check import check_runs, check_text
from .xml_spans import ATTRIBUTE, TAG, retagged

__all__ = ["FormulaCell", "SheetCells", "patch", "scan"]
_PREFIX = re.compile(rb"<([^\s/>]*:)?c[\s/>]")


def scan(part: str, xml: bytes) -> SheetCells:
    """Every formula cell of the sheet, and the cells whose value is not what their type says."""
    check_text(part, xml)
    check_runs(part, xml)
    return scan_fast(part, xml) or scan_any(part, xml)


def patch(xml: bytes, cells: SheetCells, values: Mapping[str, Value]) -> tuple[bytes, list[str]]:
    """The sheet with these values cached, and the refs that changed.

    Only <v> and t= change, of formula cells and of cells that an array formula fills."""
    _check_arrays(cells, values)
    out, position, changed = list[bytes](), 0, list[str]()
    places = sorted([*cells.formulas, *cells.spilled], key=attrgetter("start")) if cells.spilled else cells.formulas
    for cell in places:
        ref = cell.ref
        if ref not in values or same(value := values[ref], cell.value):
            continue
        kind, attributes, content = encode(value)
        if (kind or "n") == cell.kind and not cells.rich and cell.formula and xml.startswith(b"<c ", cell.start):
            begin, end = cell.value_span  # as nearly always: the cell's tag stays
            out += (xml[position:begin], f"<v{attributes}>{content}</v>".encode())
        else:
            begin, end = cell.start, cell.value_span[1]
            out += (xml[position:begin], _rewritten(xml, cell, kind, f"v{attributes}>{content}"))
        position = end
        changed.append(ref)
    return b"".join([*out, xml[position:]]), changed


def _rewritten(xml: bytes, cell: FormulaCell, kind: str, value: str) -> bytes:
    """The cell up to the end of its value."""
    tag, named = TAG.match(xml, cell.start), _PREFIX.match(xml, cell.start)
    assert tag is not None and named is not None  # a reader found it there
    prefix = named[1].decode() if named[1] else ""  # '' or 'x:'
    new = _retyped(cell, tag[0], kind) + xml[tag.end() : cell.value_span[0]] + f"<{prefix}{value}</{prefix}v>".encode()
    return new + f"</{prefix}c>".encode() if tag[0].endswith(b"/>") else new


def _retyped(cell: FormulaCell, tag: bytes, kind: str) -> bytes:
    """The cell's opening tag with this type, its other attributes as they are."""
    if b"vm" in tag and any(found[1] == b"vm" for found in ATTRIBUTE.finditer(tag)):
        raise Refused(f"sel {cell.ref} berisi nilai kaya (misalnya gambar), yang hanya dapat ditulis Excel")
    if (kind or "n") == cell.kind and not tag.endswith(b"/>"):
        return tag
    return retagged(tag, {"t": kind or None})


def _check_arrays(cells: SheetCells, values: Mapping[str, Value]) -> None:
    """Refused where an array formula would keep an old value, or none, in a part of its area."""
    spilled = {cell.ref for cell in cells.spilled}
    for cell in cells.formulas:
        if cell.formula_kind == "array" and cell.ref in values:
            for ref in area_refs(cell.area):
                if ref not in values or (ref != cell.ref and ref not in spilled):
                    raise Refused(f"rumus larik di {cell.ref} tidak dapat ditulis seluruhnya: sel {ref} tidak ada")
