"""A sheet's formula cells, whatever legal spelling its XML has. This is the reference for cells_fast.py."""

from __future__ import annotations

from functools import partial

from openpyxl.utils.cell import range_boundaries

from ..errors import Refused
from .limits import MOST_CELLS
from .sheet_cells import Columns, FormulaCell, SharedFormulas, SheetCells, Typed, check_formula
from .sheet_xml import Cell, SheetReader
from .values import decode, is_sound
from .xml_spans import end_of, tag_end

_TEXTS = ("str", "inlineStr")
_DIGITS = "0123456789"


def scan_any(part: str, xml: bytes) -> SheetCells:
    """Every formula cell of the sheet, and the cells whose value is not what their type says."""
    collector = _Collector(xml)
    SheetReader(xml, collector.add).read(part)
    collector.found.typed_in = partial(_typed, part, xml)
    return collector.found


def _typed(part: str, xml: bytes, columns: Columns) -> Typed:
    found: Typed = {}
    if columns is not None and not columns:
        return found

    def add(cell: Cell) -> None:
        if columns is not None and cell.ref.rstrip(_DIGITS) not in columns:
            return
        kind = cell.attributes.get("t", "n")
        text = cell.inline if kind == "inlineStr" else cell.v.text if cell.v else None
        if not is_formula(cell) and text is not None and (text or kind in _TEXTS) and is_sound(kind, text):
            found[cell.ref] = int(text) if kind == "s" else decode("str" if kind == "inlineStr" else kind, text)

    SheetReader(xml, add).read(part)
    return found


def is_formula(cell: Cell) -> bool:
    """Whether the cell has a formula; <f/> alone is none."""
    return cell.f is not None and bool(cell.f.text or "t" in cell.f.attributes)


class _Collector:
    """Takes the cells one by one, in their order."""

    def __init__(self, xml: bytes) -> None:
        self.found = SheetCells()
        self._xml, self._shared, self._arrays = xml, SharedFormulas(), _Arrays()

    def add(self, cell: Cell) -> None:
        kind, value = cell.attributes.get("t", "n"), cell.v.text if cell.v else ""
        if value and not is_sound(kind, value):
            self.found.unsound.append((cell.ref, value))
        self.found.rich |= "vm" in cell.attributes
        spilled = self._arrays.cover(cell.row, cell.column)
        if is_formula(cell):
            if spilled:
                raise Refused(f"sel {cell.ref} berisi rumus di dalam rumus larik lain")
            self.found.formulas.append(self._formula(cell, kind))
        elif spilled:
            self.found.spilled.append(self._made(cell, kind, "spilled", ""))
        elif kind == "e":
            self.found.errors[cell.ref] = value

    def _formula(self, cell: Cell, kind: str) -> FormulaCell:
        assert cell.f is not None
        formula_kind, text = cell.f.attributes.get("t", "normal"), cell.f.text
        if formula_kind == "shared":
            text = self._shared.whole(cell.ref, cell.f.attributes.get("si", ""), text)
        if not text.strip() and formula_kind != "dataTable":
            raise Refused(f"sel {cell.ref} berisi rumus kosong")
        check_formula(cell.ref, text)
        made = self._made(cell, kind, formula_kind, text)
        if formula_kind in ("array", "shared", "dataTable"):
            made.area = cell.f.attributes.get("ref", "")
        if formula_kind == "array":
            self._arrays.add(cell.ref, made.area)
        return made

    def _made(self, cell: Cell, kind: str, formula_kind: str, text: str) -> FormulaCell:
        if kind == "inlineStr" or any(other.name == "is" for other in cell.others):
            raise Refused(f"sel {cell.ref} berisi rumus dengan teks di tempatnya")
        value = cell.v.text if cell.v else None
        if cell.v:
            span = cell.v.start, end_of(self._xml, cell.v)
        else:
            span = (end_of(self._xml, cell.f) if cell.f else tag_end(self._xml, cell.start),) * 2
        return FormulaCell(
            ref=cell.ref,
            kind=kind,
            value=decode(kind, value) if value is not None and is_sound(kind, value) else None,
            formula=text,
            formula_kind=formula_kind,
            spill="cm" in cell.attributes,
            start=cell.start,
            value_span=span,
        )


class _Arrays:
    """Which cells the array formulas fill, met in the order of their rows."""

    def __init__(self) -> None:
        self._until: dict[int, int] = {}  # column -> the last row filled there
        self._cells = 0

    def cover(self, row: int, column: int) -> bool:
        return bool(self._until) and row <= self._until.get(column, 0)

    def add(self, ref: str, area: str) -> None:
        try:
            left, top, right, bottom = (int(bound or 0) for bound in range_boundaries(area))
        except ValueError:
            raise Refused(f"rumus larik di {ref} tidak menyebut selnya") from None
        if area.split(":")[0] != ref or not 0 < left <= right or not 0 < top <= bottom:
            raise Refused(f"rumus larik di {ref} menyebut sel lain: {area[:30]}")
        self._cells += (right - left + 1) * (bottom - top + 1)
        if self._cells > MOST_CELLS:
            raise Refused(f"rumus larik mengisi lebih dari {MOST_CELLS} sel")
        for column in range(left, right + 1):
            if self.cover(top, column):
                raise Refused(f"rumus larik di {ref} bertumpuk dengan yang lain")
            self._until[column] = bottom
