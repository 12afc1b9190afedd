"""One workbook recalculated, in memory: what changes, what deserves a look, or the reason why nothing is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..errors import Refused
from ..functions import KATALOG
from . import gate
from .cells import FormulaCell, SheetCells, patch, scan
from .engines import EngineFailed, Formualizer
from .formulas import calls, explanation, functions, operands, reference, tokens
from .package import Package
from .values import CellErrorValue, Value
from .workbook import WorkbookInfo, read_workbook

MOST_LISTED = 40
_FROM_INPUT = ("#VALUE!", "#NUM!")  # errors of ours that a person's input causes: written, and reported


class Place(NamedTuple):
    sheet: str
    ref: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.ref}"


@dataclass
class Outcome:
    """The recalculated file, the cells that changed, and each error that a person's input caused, in words."""

    data: bytes
    formulas: int
    changed: list[Place] = field(default_factory=list)
    notes: list[tuple[Place, str]] = field(default_factory=list)


@dataclass
class Loaded:
    """A workbook that passed the gate, computed."""

    package: Package
    info: WorkbookInfo
    xml: dict[str, bytes]  # by sheet name
    cells: dict[str, SheetCells]  # by sheet name
    engine: Formualizer

    def each(self) -> Iterator[tuple[Place, FormulaCell]]:
        for name, cells in self.cells.items():
            for cell in cells.formulas:
                yield Place(name, cell.ref), cell

    def explain(self, place: Place, cell: FormulaCell) -> str:
        """The words of the first of our functions in this cell."""
        formula = explanation(cell.formula)
        return str(self.engine.try_formula(place.sheet, formula)) if formula else ""


def recalculate(data: bytes) -> Outcome:
    """The workbook with every formula's cached value right and every other byte kept; Refused where unsafe."""
    book = load(data)
    values = {place: book.engine.value(*place) for place, _ in book.each()}
    notes = _judge_errors(book, values)
    parts: dict[str, bytes] = {}
    changed: list[Place] = []
    for sheet in book.info.sheets:
        new = {place.ref: value for place, value in values.items() if place.sheet == sheet.name}
        parts[sheet.part], refs = patch(book.xml[sheet.name], book.cells[sheet.name], new)
        if not refs:
            del parts[sheet.part]
        changed += [Place(sheet.name, ref) for ref in refs]
    return Outcome(book.package.replaced(parts), len(values), changed, notes)


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
                raise Refused(f"lembar '{name}', sel {reason}") from None
    try:
        engine = Formualizer(data)
    except EngineFailed as error:
        raise Refused(f"mesin hitung tidak dapat membacanya ({error})") from None
    return Loaded(package, info, xml, cells, engine)


def is_ours(cell: FormulaCell) -> bool:
    """Whether the cell calls one of our functions."""
    return any(KATALOG.get(name) for name in functions(tokens(cell.formula)))


def _check_values(cells: dict[str, SheetCells]) -> None:
    bad = [f"{name}!{ref} berisi '{text[:30]}'" for name, found in cells.items() for ref, text in found.unsound]
    if bad:
        more = f", dan {len(bad) - MOST_LISTED} sel lain" if len(bad) > MOST_LISTED else ""
        raise Refused(
            f"{len(bad)} sel berisi nilai yang bukan angka meskipun bertipe angka: "
            f"{', '.join(bad[:MOST_LISTED])}{more}. Betulkan sel itu di Excel (ketik ulang angkanya), lalu ulangi"
        )


def _judge_errors(book: Loaded, values: dict[Place, Value]) -> list[tuple[Place, str]]:
    """Notes on errors that a person's input caused; Refused for an error that should not be there."""
    errors = {place: str(value) for place, value in values.items() if isinstance(value, CellErrorValue)}
    typed = {Place(name, ref): text for name, found in book.cells.items() for ref, text in found.errors.items()}
    to_note = []
    for place, cell in book.each():
        code = errors.get(place)
        if code is None:
            _check_skipped(book, place, cell, errors | typed)
            continue
        if _passed_on(book, place, cell, code, errors | typed):
            continue
        ours = is_ours(cell)
        if ours and code in _FROM_INPUT:
            to_note.append((place, cell))
        elif ours and code == "#N/A":
            raise Refused(f"sel {place}: {book.explain(place, cell)}")
        elif cell.value != values[place]:
            raise Refused(f"sel {place} menjadi {code}, padahal semula bukan galat")
    return [(place, book.explain(place, cell)) for place, cell in to_note]


def _check_skipped(book: Loaded, place: Place, cell: FormulaCell, errors: dict[Place, str]) -> None:
    """Refused where SUMIF added up a match that holds an error: Excel shows that error, the engine skips it."""
    if not errors or "SUMIF" not in cell.formula.upper():
        return
    for call in calls(tokens(cell.formula)):
        if call.name != "SUMIF" or len(call.arguments) != 3:
            continue
        tested, criterion, added = call.arguments
        area, names = reference(added, book.info.names), book.info.names
        sheet = (area.sheet or place.sheet).casefold()
        for other in errors:
            if other.sheet.casefold() == sheet and area.holds(other.ref):
                match = area.beside(other.ref, reference(tested, names))
                if book.engine.try_formula(place.sheet, f"COUNTIF({match},{criterion})"):
                    raise Refused(f"sel {place} menjumlahkan {other} yang berisi {errors[other]}")


def _passed_on(book: Loaded, place: Place, cell: FormulaCell, code: str, errors: dict[Place, str]) -> bool:
    """Whether a cell that this one reads already holds the same error."""
    same = [other for other, found in errors.items() if found == code and other != place]
    return bool(same) and any(
        (operand.reference.sheet or place.sheet).casefold() == other.sheet.casefold()
        and operand.reference.holds(other.ref)
        for operand in operands(tokens(cell.formula), book.info.names)
        for other in same
    )
