"""A workbook read, checked by the gate and computed: what recalculating and explaining both start from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.formula.tokenizer import Token

from ..errors import Refused
from ..functions import KATALOG
from . import gate
from .cells import FormulaCell, SheetCells, scan
from .engines import EngineFailed, Formualizer
from .formulas import explanation, functions, reference, tokens
from .package import Package
from .values import Value
from .workbook import WorkbookInfo, read_workbook

MOST_LISTED = 40


class Place(NamedTuple):
    sheet: str
    ref: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.ref}"


@dataclass
class Loaded:
    """A workbook that passed the gate, computed."""

    package: Package
    info: WorkbookInfo
    xml: dict[str, bytes]  # by sheet name
    cells: dict[str, SheetCells]  # by sheet name
    engine: Formualizer
    parts: dict[tuple[str, str], Value] = field(default_factory=dict)  # parts of formulas, as far as evaluated

    def each(self) -> Iterator[tuple[Place, FormulaCell]]:
        for name, cells in self.cells.items():
            for cell in cells.formulas:
                yield Place(name, cell.ref), cell

    def evaluate(self, place: Place, formula: str) -> Value:
        """The value that this part of a formula has on the place's sheet."""
        key = (place.sheet, formula)
        if key not in self.parts:
            self.parts[key] = self._evaluate(*key)
        return self.parts[key]

    def _evaluate(self, sheet: str, formula: str) -> Value:
        """A number or a cell is looked up; only the rest costs the engine a computation."""
        items = tokens(formula)
        if len(items) == 1 and items[0].subtype == Token.NUMBER:
            return float(formula)
        if len(items) == 1 and items[0].subtype == Token.RANGE:
            found = reference(formula, self.info.names)
            if not found.many and (found.sheet or sheet) in self.cells:
                return self.engine.value(found.sheet or sheet, found.area)
        return self.engine.try_formula(sheet, formula)

    def explain(self, place: Place, cell: FormulaCell) -> str:
        """The words of the first of our functions in this cell."""
        formula = explanation(cell.formula)
        return str(self.evaluate(place, formula)) if formula else ""


def load(data: bytes) -> Loaded:
    """Reads, checks and computes a workbook; Refused with the reason where it cannot be done safely."""
    package = Package(data)
    info = read_workbook(package)
    xml = {sheet.name: package.read(sheet.part) for sheet in info.sheets}
    cells = {sheet.name: scan(sheet.part, xml[sheet.name]) for sheet in info.sheets}
    _check_values(cells)
    for name, found in cells.items():
        for cell in found.formulas:
            try:
                gate.check(cell, info.names)
            except Refused as reason:
                raise Refused(f"sel {name}!{reason}") from None
    try:
        engine = Formualizer(data)
    except EngineFailed as error:
        raise Refused(f"mesin hitung tidak dapat membacanya ({error})") from None
    return Loaded(package, info, xml, cells, engine)


def is_ours(cell: FormulaCell) -> bool:
    """Whether the cell calls one of our functions."""
    return any(KATALOG.get(name) for name in functions(tokens(cell.formula)))


def _check_values(cells: dict[str, SheetCells]) -> None:
    bad = [f"{name}!{ref} berisi '{held[:30]}'" for name, found in cells.items() for ref, held in found.unsound]
    if bad:
        more = f", dan {len(bad) - MOST_LISTED} sel lain" if len(bad) > MOST_LISTED else ""
        raise Refused(
            f"{len(bad)} sel berisi nilai yang tidak sesuai dengan tipenya, misalnya bukan angka: "
            f"{', '.join(bad[:MOST_LISTED])}{more}. Betulkan sel itu di Excel (ketik ulang angkanya), lalu ulangi"
        )
