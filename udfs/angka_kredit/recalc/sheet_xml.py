"""A sheet's XML read by expat, which gives byte offsets whatever prefix, order or spacing the XML has.

This is the reference: what it refuses is refused, and the quicker reader of cells_fast.py must agree with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from openpyxl.utils.cell import column_index_from_string, get_column_letter

from ..errors import Refused
from .limits import DEEPEST_XML, LAST_COLUMN, LAST_ROW, LONGEST_FORMULA, LONGEST_TEXT, MOST_CELLS
from .xml_check import XML_ERRORS, too_deep
from .xml_spans import Element

_REF = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ROW = re.compile(r"[1-9][0-9]{0,6}")
_INSIDE = {3: ("row",), 4: ("c", "extLst"), 5: ("f", "v", "is", "extLst")}  # of sheetData, row and cell, by depth
_PLAIN = ("f", "v")  # hold text alone


@dataclass(slots=True)
class Cell(Element):
    """A cell with its f and v; `others` are the rest of it (is, extLst)."""

    ref: str = ""
    row: int = 0
    column: int = 0
    f: Element | None = None
    v: Element | None = None
    others: list[Element] = field(default_factory=list)
    inline: str = ""  # the text of its <is>, without phonetic guides


@dataclass(slots=True)
class Row(Element):
    number: int = 0


class SheetReader:
    """Reads the sheet once, telling of every row and cell when it ends; keeps the elements around sheetData."""

    def __init__(self, xml: bytes, cell: Callable[[Cell], None], row: Callable[[Row], None] | None = None) -> None:
        self.xml, self.top = xml, list[Element]()
        self.root: Element | None = None
        self.numbered = True  # whether every row and cell says where it is
        self.cells = 0
        self._tell_cell, self._tell_row = cell, row
        self._open: list[Element] = []
        self._row, self._column, self._letters = 0, 0, 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._opened
        self._parser.EndElementHandler = self._closed
        self._parser.CharacterDataHandler = self._text
        self._parser.CommentHandler = self._parser.StartCdataSectionHandler = self._odd

    def read(self, part: str) -> SheetReader:
        """Reads it, once."""
        try:
            self._parser.Parse(self.xml, True)
        except XML_ERRORS:
            raise Refused(f"bagian {part} bukan XML yang sah") from None
        except Refused as reason:
            raise Refused(f"bagian {part}: {reason}") from None
        finally:
            del self._parser  # it leads back here: what lies in such a ring only the garbage collector takes away
        return self

    @property
    def _cell(self) -> Cell | None:
        cell = self._open[3] if len(self._open) > 3 else None
        return cell if isinstance(cell, Cell) else None

    def _opened(self, tag: str, attributes: dict[str, str]) -> None:
        name, depth = tag.rsplit(":", 1)[-1], len(self._open) + 1
        if depth > DEEPEST_XML:
            raise too_deep()
        element = Element(name, attributes, self._parser.CurrentByteIndex)
        if depth >= 3 and self._open[1].name == "sheetData":
            element = self._of_data(element, depth)
        elif depth == 2:
            self.top.append(element)
        elif depth == 1:
            self.root = element
        self._open.append(element)

    def _of_data(self, element: Element, depth: int) -> Element:
        """The element inside sheetData; a row or a cell knows its place."""
        around = self._open[-1]
        if depth in _INSIDE and around.name not in ("is", "extLst"):
            if element.name not in _INSIDE[depth]:
                raise Refused(f"unsur {element.name} di tempat yang tidak semestinya")
        elif around.name in _PLAIN:
            raise Refused(f"unsur {element.name} di dalam nilai atau rumus sel")
        if depth == 3:
            return self._new_row(element)
        if depth == 4 and element.name == "c":
            return self._new_cell(element)
        if depth == 5 and (cell := self._cell):
            self._add(cell, element)
        return element

    def _new_row(self, element: Element) -> Row:
        given = element.attributes.get("r")
        number = self._row + 1 if given is None else int(given) if _ROW.fullmatch(given) else 0
        if not self._row < number <= LAST_ROW:
            raise Refused(f"baris '{given or number}' bernomor tidak sah, atau tidak berurutan")
        self._row, self._column = number, 0
        self.numbered &= given is not None
        return Row(element.name, element.attributes, element.start, number=number)

    def _new_cell(self, element: Element) -> Cell:
        given = element.attributes.get("r")
        column = self._column + 1
        if given is not None:
            found = _REF.fullmatch(given)
            column = column_index_from_string(found[1]) if found else 0
            if not found or int(found[2]) != self._row:
                raise Refused(f"sel '{given[:20]}' tidak di barisnya")
        if not self._column < column <= LAST_COLUMN:
            raise Refused(f"sel '{given or column}' di luar lembar, berganda, atau tidak berurutan")
        self._column, self._letters = column, 0
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise Refused(f"lebih dari {MOST_CELLS} sel")
        self.numbered &= given is not None
        ref = given or f"{get_column_letter(column)}{self._row}"
        return Cell(element.name, element.attributes, element.start, ref=ref, row=self._row, column=column)

    def _add(self, cell: Cell, element: Element) -> None:
        """Puts an f, v, is or extLst into its cell."""
        if element.name in _PLAIN:
            if getattr(cell, element.name) is not None:
                raise Refused(f"sel {cell.ref} berisi dua nilai atau dua rumus")
            setattr(cell, element.name, element)
        else:
            cell.others.append(element)

    def _text(self, data: str) -> None:
        cell, element = self._cell, self._open[-1]
        if cell is None:
            return
        if element.name in _PLAIN:
            element.text += data
        elif element.name == "t" and self._open[4].name == "is" and self._open[5].name != "rPh":
            cell.inline += data
        if element is cell.f and len(element.text) > LONGEST_FORMULA:
            raise Refused(f"rumus sel {cell.ref} melebihi {LONGEST_FORMULA} huruf")
        if element is not cell.f:
            self._letters += len(data)
            if self._letters > LONGEST_TEXT:
                raise Refused(f"sel {cell.ref} berisi lebih dari {LONGEST_TEXT} huruf")

    def _odd(self, *_: object) -> None:
        if cell := self._cell:  # legal XML, but no spreadsheet writes it, and other readers may not see it
            raise Refused(f"sel {cell.ref} memuat komentar atau CDATA di dalam XML-nya")

    def _closed(self, _: str) -> None:
        element = self._open.pop()
        element.closing = self._parser.CurrentByteIndex
        if isinstance(element, Cell):
            self._tell_cell(element)
        elif isinstance(element, Row) and self._tell_row:
            self._tell_row(element)
