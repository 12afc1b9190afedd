"""Finds a sheet's formula cells, with the byte spans that a new value replaces, and cells whose value is unsound."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from openpyxl.formula.translate import Translator, TranslatorError
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, get_column_letter
from openpyxl.utils.exceptions import CellCoordinatesException

from ..errors import Refused
from .values import Value, decode, encode, is_sound, same
from .workbook import check_xml

_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_PREFIX = re.compile(rb"<([\w.-]+:)?c[\s/>]")
_TYPE = re.compile(rb"\s+t\s*=\s*(?:\"[^\"]*\"|'[^']*')")


@dataclass
class FormulaCell:
    """A formula cell. `formula` has no '='; spans are byte offsets into the sheet."""

    ref: str
    kind: str  # the t attribute, 'n' where absent
    cached: str | None
    formula: str
    formula_kind: str  # normal, shared, array, dataTable
    spill: bool  # dynamic array (cm attribute)
    start: int
    value_span: tuple[int, int]  # of <v>...</v>, or the empty span where one belongs

    @property
    def value(self) -> Value:
        return decode(self.kind, self.cached)


@dataclass
class SheetCells:
    formulas: list[FormulaCell] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)  # typed errors: ref -> '#N/A'
    unsound: list[tuple[str, str]] = field(default_factory=list)  # (ref, what the cell holds)


@dataclass
class _Open:
    """The <c> element being read."""

    attributes: dict[str, str]
    ref: str
    start: int
    formula_attributes: dict[str, str] = field(default_factory=dict)
    formula: str | None = None
    formula_start: int = 0
    formula_end: int = 0
    value: str | None = None
    value_start: int = 0
    value_end: int = 0
    inside: str = ""  # the f or v whose text is being read


class _Scanner:
    """One pass of expat over the sheet: it gives byte offsets whatever prefix, order or spacing the XML has."""

    def __init__(self, xml: bytes) -> None:
        self.xml, self.found = xml, SheetCells()
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.opened
        self.parser.EndElementHandler = self.closed
        self.parser.CharacterDataHandler = self.text
        self.parser.CommentHandler = self.parser.StartCdataSectionHandler = self.odd
        self.row = self.column = 0
        self.cell: _Open | None = None
        self.shared: dict[str, tuple[str, str]] = {}  # si -> (ref, formula) of the master

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        name, cell = tag.rsplit(":", 1)[-1], self.cell
        if name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif name == "c":
            self.cell = _Open(attributes, self._place(attributes), self.parser.CurrentByteIndex)
        elif cell and name == "f":
            cell.inside, cell.formula, cell.formula_attributes = "f", "", attributes
            cell.formula_start = self.parser.CurrentByteIndex
        elif cell and name == "v":
            cell.inside, cell.value, cell.value_start = "v", "", self.parser.CurrentByteIndex

    def text(self, data: str) -> None:
        if self.cell and self.cell.inside == "f":
            self.cell.formula = (self.cell.formula or "") + data
        elif self.cell and self.cell.inside == "v":
            self.cell.value = (self.cell.value or "") + data

    def odd(self, *_: object) -> None:
        if self.cell:  # legal XML, but no spreadsheet writes it, and other readers of the file may not see it
            raise Refused(f"sel {self.cell.ref} memuat komentar atau CDATA di dalam XML-nya")

    def closed(self, tag: str) -> None:
        name, cell = tag.rsplit(":", 1)[-1], self.cell
        if cell is None:
            return
        if name == "f":
            cell.inside, cell.formula_end = "", self._end_of(cell.formula_start)
        elif name == "v":
            cell.inside, cell.value_end = "", self._end_of(cell.value_start)
        elif name == "c":
            self.cell = None
            self._keep(cell)

    def _place(self, attributes: dict[str, str]) -> str:
        if "r" in attributes:
            letters, self.row = coordinate_from_string(attributes["r"])
            self.column = column_index_from_string(letters)
        else:  # allowed by the format: the cell after the last one
            self.column += 1
        return f"{get_column_letter(self.column)}{self.row}"

    def _keep(self, cell: _Open) -> None:
        kind = cell.attributes.get("t", "n")
        if cell.value and not is_sound(kind, cell.value):
            self.found.unsound.append((cell.ref, cell.value))
        if cell.formula is None or (not cell.formula and "t" not in cell.formula_attributes):  # <f/> is no formula
            if kind == "e":
                self.found.errors[cell.ref] = str(cell.value)
            return
        if kind == "inlineStr":
            raise Refused(f"sel {cell.ref} berisi rumus dengan teks di tempatnya")
        has_value = cell.value_end > 0
        self.found.formulas.append(
            FormulaCell(
                ref=cell.ref,
                kind=kind,
                cached=None if cell.value == "" and kind == "n" else cell.value,
                formula=self._whole_formula(cell, cell.formula),
                formula_kind=cell.formula_attributes.get("t", "normal"),
                spill="cm" in cell.attributes,
                start=cell.start,
                value_span=(cell.value_start, cell.value_end) if has_value else (cell.formula_end, cell.formula_end),
            )
        )

    def _whole_formula(self, cell: _Open, text: str) -> str:
        """A shared formula's child holds no text: it is its master's, moved."""
        if cell.formula_attributes.get("t") != "shared":
            return text
        group = cell.formula_attributes.get("si", "")
        if text:
            self.shared[group] = (cell.ref, text)
            return text
        if group not in self.shared:
            raise Refused(f"rumus bersama di {cell.ref} kehilangan induknya")
        origin, master = self.shared[group]
        try:
            return str(Translator(f"={master}", origin=origin).translate_formula(cell.ref))[1:]
        except TranslatorError:
            raise Refused(f"rumus bersama di {cell.ref} menunjuk ke luar lembar") from None

    def _end_of(self, start: int) -> int:
        """Where the element that began at `start` and closes now ends: <v/> is its own closing tag."""
        tag = _TAG.match(self.xml, start)
        if tag is not None and not tag[0].endswith(b"/>"):
            tag = _TAG.match(self.xml, self.parser.CurrentByteIndex)
        assert tag is not None
        return tag.end()


def scan(part: str, xml: bytes) -> SheetCells:
    """Every formula cell of the sheet, and the cells whose value is not what their type says."""
    scanner = _Scanner(check_xml(part, xml))
    try:
        scanner.parser.Parse(xml, True)
    except (expat.ExpatError, CellCoordinatesException, ValueError):
        raise Refused(f"bagian {part} bukan XML yang sah") from None
    return scanner.found


def patch(xml: bytes, cells: SheetCells, values: Mapping[str, Value]) -> tuple[bytes, list[str]]:
    """The sheet with these values cached, and the refs that changed. Only <v> and t= of formula cells change."""
    out, position, changed = [], 0, []
    for cell in cells.formulas:
        if cell.ref not in values or same(values[cell.ref], cell.value):
            continue
        tag, named = _TAG.match(xml, cell.start), _PREFIX.match(xml, cell.start)
        assert tag is not None and named is not None
        kind, attributes, content = encode(values[cell.ref])
        prefix = (named[1] or b"").decode()  # '' or 'x:'
        begin, end = cell.value_span
        out += [
            xml[position : cell.start],
            _retyped(tag[0], kind),
            xml[tag.end() : begin],
            f"<{prefix}v{attributes}>{content}</{prefix}v>".encode(),
        ]
        position = end
        changed.append(cell.ref)
    return b"".join([*out, xml[position:]]), changed


def _retyped(tag: bytes, kind: str) -> bytes:
    tag = _TYPE.sub(b"", tag, count=1)
    return tag if not kind else tag[:-1].rstrip() + f' t="{kind}">'.encode()
