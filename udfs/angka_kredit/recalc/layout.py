"""Where everything stands in a sheet that is to be edited: rows, cells, shared formulas, areas nobody may touch."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from .cells_any import is_formula
from .sheet_cells import SharedFormulas
from .sheet_xml import Cell, Row, SheetReader
from .xml_spans import Element, nodes, whole


class Layout:
    """A sheet read for editing the cells `wanted`: their rows' cells and every shared formula are kept."""

    def __init__(self, part: str, xml: bytes, wanted: Collection[str]) -> None:
        self.part, self.xml = part, xml
        self.rows: list[Row] = []
        self.cells: dict[int, list[Cell]] = {}  # by row, of the rows wanted
        self.formulas: dict[str, str] = {}  # of the cells wanted and of those with a shared formula, whole
        self.groups: dict[str, list[Cell]] = {}  # cells with a shared formula, by the ref of their master
        self.areas: list[tuple[str, str]] = []  # (area, its first cell) of array formulas and data tables
        self._wanted, self._rows = set(wanted), {coordinate_to_tuple(ref)[0] for ref in wanted}
        self._shared, self._masters = SharedFormulas(), dict[str, str]()  # the latter: si -> ref
        reader = SheetReader(xml, self._add, self.rows.append).read(part)
        assert reader.root is not None  # well-formed
        self.root, self.top, self.numbered = reader.root, reader.top, reader.numbered

    def cell(self, ref: str) -> Cell | None:
        row, _ = coordinate_to_tuple(ref)
        return next((cell for cell in self.cells.get(row, []) if cell.ref == ref), None)

    def element(self, name: str) -> Element | None:
        """The element of the sheet of this name: sheetData, mergeCells and so on."""
        return next((element for element in self.top if element.name == name), None)

    def inside(self, name: str) -> Iterator[dict[str, str]]:
        """The attributes of the elements in it."""
        element = self.element(name)
        if element is not None:
            for node in nodes(self.part, whole(self.xml, element))[1:]:
                yield node.attributes

    @cached_property
    def merged(self) -> list[str]:
        return [attributes.get("ref", "") for attributes in self.inside("mergeCells")]

    def style_of_new(self, row: Row | None, column: int) -> str | None:
        """The style that Excel gives a new cell: its row's, else its column's."""
        if row is not None and row.attributes.get("customFormat") in ("1", "true"):
            return row.attributes.get("s")
        for attributes in self.inside("cols"):
            if _number(attributes.get("min")) <= column <= _number(attributes.get("max")):
                return attributes.get("style")
        return None

    def _add(self, cell: Cell) -> None:
        if cell.row in self._rows:
            self.cells.setdefault(cell.row, []).append(cell)
        if cell.f is None or not is_formula(cell):
            return
        kind = cell.f.attributes.get("t", "normal")
        if kind == "shared":
            group = cell.f.attributes.get("si", "")
            self.formulas[cell.ref] = self._shared.whole(cell.ref, group, cell.f.text)
            if cell.f.text:  # a master; a later one may use the same number again
                self._masters[group] = cell.ref
            self.groups.setdefault(self._masters[group], []).append(cell)
        elif cell.ref in self._wanted:
            self.formulas[cell.ref] = cell.f.text
        if kind in ("array", "dataTable"):
            self.areas.append((cell.f.attributes.get("ref", cell.ref), cell.ref))


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


_boundaries = lru_cache(4096)(range_boundaries)  # of the same merged areas for every cell of a sheet


def covers(area: str, ref: str) -> bool:
    """Whether the cell lies in the area; an area that cannot be read covers all."""
    row, column = coordinate_to_tuple(ref)
    try:
        left, top, right, bottom = _boundaries(area)
    except ValueError:
        return True
    return bool((left or 1) <= column <= (right or column) and (top or 1) <= row <= (bottom or row))
