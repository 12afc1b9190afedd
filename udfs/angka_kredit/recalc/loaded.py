"""A workbook read, checked by the gate and computed: what recalculating and explaining both start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..errors import Refused, Undecided
from .cells import FormulaCell, SheetCells, scan
from .compute import Formula, compute
from .contents import Contents
from .engines import EngineFailed, Formualizer
from .foreign import check_foreign
from .formula_reader import formulas_of
from .formulas import explanation, tokens
from .package import Package
from .parts import AREA, CELL, FORMULA, Part, Parts
from .reach import reached
from .shapes import cut
from .spelling import without_names, without_prefixes
from .values import Grid, Value
from .workbook import Place, WorkbookInfo, read_workbook

__all__ = ["Loaded", "Place", "load"]
MOST_LISTED = 40


@dataclass
class Read:
    """A workbook read and found fit for the engines, not computed yet."""

    package: Package
    info: WorkbookInfo
    xml: dict[str, bytes]  # by sheet name
    cells: dict[str, SheetCells]  # by sheet name
    contents: Contents


@dataclass
class Book(Read):
    """A workbook whose formulas have values, whoever computed them."""

    formulas: list[Formula]
    values: dict[Place, Value]  # of every cell that a formula fills
    sizes: dict[Place, tuple[int, int]]  # rows and columns that an array formula answered, as far as known

    def each(self) -> Iterator[tuple[Place, FormulaCell]]:
        """Every formula cell."""
        for formula in self.formulas:
            yield formula.place, formula.cell

    def value(self, formula: Formula, part: Part) -> Value | Grid:
        """What this part of a formula amounts to; rows for an area."""
        if part.kind == CELL:
            return self.contents.value(part.sheet or formula.place.sheet, part.place(formula.cells))
        if part.kind == AREA:
            return self.contents.rows(part.sheet or formula.place.sheet, part.place(formula.cells))
        return part.literal if part.kind != FORMULA else self._computed(formula, part)

    def explain(self, formula: Formula) -> str:
        """The words of the first of our functions in this cell; '' where it has none."""
        return self.explain_many([formula])[0]

    def explain_many(self, formulas: Sequence[Formula]) -> list[str]:
        raise NotImplementedError

    def cached(self, place: Place) -> Value:
        """What the file's last program had there."""
        return self._cached.get(place)

    def _computed(self, formula: Formula, part: Part) -> Value | Grid:
        raise NotImplementedError

    @cached_property
    def _cached(self) -> dict[Place, Value]:
        return {
            Place(name, cell.ref): cell.value
            for name, found in self.cells.items()
            for cell in (*found.formulas, *found.spilled)
        }


@dataclass
class Loaded(Book):
    """A workbook that passed the gate, computed by the engine."""

    engine: Formualizer
    _parts: dict[str, Value | Grid] = field(default_factory=dict)  # parts of formulas, as far as evaluated

    def prepare(self, wanted: Iterable[tuple[Formula, Part]]) -> None:
        """Computes many parts at once; `value` then has them."""
        one, many = dict[str, None](), dict[str, None]()
        for formula, part in wanted:
            key = part.on(*formula.place, formula.cells)
            if key not in self._parts:
                (many if part.rows or formula.plan.names & self.engine.tables else one)[key] = None
        try:
            self._parts.update(zip(one, self.engine.compute(list(one)), strict=True))
            for key, rows in zip(many, self.engine.compute_rows(list(many)), strict=True):
                self._parts[key] = rows[0][0] if len(rows) == len(rows[0]) == 1 else rows
        except EngineFailed as error:
            raise Undecided(f"mesin hitung tidak dapat menghitung bagian rumusnya ({error})") from None

    def _computed(self, formula: Formula, part: Part) -> Value | Grid:
        key = part.on(*formula.place, formula.cells)
        if key not in self._parts:
            self.prepare([(formula, part)])
        return self._parts[key]

    def explain_many(self, formulas: Sequence[Formula]) -> list[str]:
        """The words for each of these cells."""
        asked = [explanation(formula.text) for formula in formulas]
        words = iter(self.engine.compute([text for text in asked if text]))
        return [str(next(words)) if text else "" for text in asked]

    def evaluate(self, place: Place, formula: str) -> Value:
        """The value that another formula would have in this cell."""
        return self.evaluate_many([(place, formula)])[0]

    def evaluate_many(self, wanted: Iterable[tuple[Place, str]]) -> list[Value]:
        """The same for many cells, at once."""
        texts = []
        for place, formula in wanted:
            pieces = cut(without_names(without_prefixes(formula), self.info.names))
            items = tokens(pieces.shape)
            texts.append(Parts(items, array=False)(items).on(*place, pieces.cells))
        return self.engine.compute(texts)


def load(data: bytes, *, vote: bool = False) -> Loaded:
    """Reads, checks and computes a workbook; Refused with the reason where it cannot be done safely.

    With `vote` the gate lets pass what a second engine is going to check."""
    book = read(data)
    formulas = formulas_of(book, voted=vote)
    try:
        engine, values, sizes = compute(book.package.data, formulas)
    except EngineFailed as error:
        raise Undecided(f"mesin hitung tidak dapat membacanya ({error})") from None
    book.contents.narrow(reached(formulas))
    book.contents.computed(values, engine.value)
    return Loaded(**vars(book), formulas=formulas, engine=engine, values=values, sizes=sizes)


def read(data: bytes) -> Read:
    """The workbook's parts and cells; Refused where it is damaged or unsafe."""
    package = Package(data)
    info = read_workbook(package)
    xml = {sheet.name: package.read(sheet.part) for sheet in info.sheets}
    cells = {sheet.name: scan(sheet.part, xml[sheet.name]) for sheet in info.sheets}
    _check_values(cells)
    check_foreign(package, info, cells)
    return Read(package, info, xml, cells, Contents(package, info, cells))


def is_ours(formula: Formula) -> bool:
    """Whether the cell calls one of our functions."""
    return bool(formula.plan.names)


def _check_values(cells: Mapping[str, SheetCells]) -> None:
    bad = [f"{name}!{ref} berisi '{held[:30]}'" for name, found in cells.items() for ref, held in found.unsound]
    if bad:
        more = f", dan {len(bad) - MOST_LISTED} sel lain" if len(bad) > MOST_LISTED else ""
        raise Refused(
            f"{len(bad)} sel berisi nilai yang tidak sesuai dengan tipenya, misalnya bukan angka: "
            f"{', '.join(bad[:MOST_LISTED])}{more}. Betulkan sel itu di Excel (ketik ulang angkanya), lalu ulangi"
        )
