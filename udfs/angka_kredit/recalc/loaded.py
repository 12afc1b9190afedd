"""A workbook read, checked by the gate and computed: what recalculating and explaining both start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from ..errors import Refused, Undecided
from . import gate
from .cells import FormulaCell, SheetCells, scan
from .compute import Formula, compute
from .contents import Contents
from .engines import EngineFailed, Formualizer
from .formulas import explanation, tokens
from .package import Package
from .parts import AREA, CELL, FORMULA, Part, Parts
from .places import coordinate, plain
from .plans import Plan, plan, unchecked
from .shapes import cut
from .spelling import without_names, without_prefixes
from .tables import Table, read_tables, without_tables
from .values import Grid, Value
from .workbook import Place, WorkbookInfo, read_workbook

__all__ = ["Loaded", "Place", "load"]
MOST_LISTED = 40
MOST_READ = 20_000_000  # cells that all ranges read together: beyond, an engine takes a minute and more


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
        pieces = cut(without_names(without_prefixes(formula), self.info.names))
        items = tokens(pieces.shape)
        return self.engine.compute([Parts(items, array=False)(items).on(*place, pieces.cells)])[0]


def load(data: bytes, *, vote: bool = False) -> Loaded:
    """Reads, checks and computes a workbook; Refused with the reason where it cannot be done safely.

    With `vote` the gate lets pass what a second engine is going to check."""
    book = read(data)
    formulas = formulas_of(book, voted=vote)
    try:
        engine, values, sizes = compute(book.package.data, formulas)
    except EngineFailed as error:
        raise Undecided(f"mesin hitung tidak dapat membacanya ({error})") from None
    book.contents.computed(values, engine.value)
    return Loaded(**vars(book), formulas=formulas, engine=engine, values=values, sizes=sizes)


def read(data: bytes) -> Read:
    """The workbook's parts and cells; Refused where it is damaged or unsafe."""
    package = Package(data)
    info = read_workbook(package)
    xml = {sheet.name: package.read(sheet.part) for sheet in info.sheets}
    cells = {sheet.name: scan(sheet.part, xml[sheet.name]) for sheet in info.sheets}
    _check_values(cells)
    return Read(package, info, xml, cells, Contents(package, info, cells))


def formulas_of(book: Read, *, voted: bool, gated: bool = True) -> list[Formula]:
    """Every formula with its plan; Refused, the cell named, for the first that the gate stops.

    Not `gated`: what the gate stops has a plan too, as far as it can be read."""
    reader = _Reader(book, voted, gated)
    found = []
    for name, cells in book.cells.items():
        for cell in cells.formulas:
            try:
                found.append(reader.formula(Place(name, cell.ref), cell))
            except Refused as reason:
                raise type(reason)(f"sel {name}!{cell.ref} {reason}") from None
    if reader.read > MOST_READ:
        raise Refused(f"rumus-rumusnya membaca {reader.read} sel, lebih dari {MOST_READ}; persempit rentangnya")
    return found


class _Reader:
    """Reads the formulas of one workbook."""

    def __init__(self, book: Read, voted: bool, gated: bool) -> None:
        self.read = 0  # cells in ranges, so far
        self._book, self._voted, self._gated = book, voted, gated
        self._tables: dict[str, Table] | None = None
        self._plans: dict[tuple[str, bool], Plan] = {}  # by shape, and whether it is an array

    def formula(self, place: Place, cell: FormulaCell) -> Formula:
        text, shape, cells = _pieces(cell.formula)
        if "[" in text:
            text = self._without_tables(text, coordinate(cell.ref)[0])
            _, shape, cells = _pieces(text)
        found = self._plan(shape, cell.formula_kind == "array")
        if self._gated and (not found.allowed or cell.spill or cell.formula_kind not in ("normal", "shared")):
            gate.check(replace(cell, formula=text), self._book.info.names, voted=self._voted)
            if not found.allowed:
                raise Undecided("berisi rumus yang belum didukung")
        respelled = None if text == cell.formula else text
        made = Formula(place, cell, found, cells, respelled, found.shape != shape)
        if found.ranges:
            self._count(made)
        return made

    def _plan(self, shape: str, array: bool) -> Plan:
        if (shape, array) not in self._plans:
            resolved = without_names(shape, self._book.info.names)
            found = plan(resolved, voted=self._voted, array=array)
            if not found.allowed and not self._gated:
                found = unchecked(found.shape, array=array)
            self._check_sheets(found)
            self._plans[shape, array] = found
        return self._plans[shape, array]

    def _without_tables(self, text: str, row: int) -> str:
        if self._tables is None:
            self._tables = read_tables(self._book.package, self._book.info)
        try:
            return without_tables(text, row, self._tables)
        except Undecided:
            if self._gated:
                raise
            return text

    def _check_sheets(self, found: Plan) -> None:
        for operand in found.operands:
            if operand.reference.sheet and operand.reference.sheet not in self._book.contents:
                raise Undecided(f"memakai rujukan ke lembar '{operand.reference.sheet}' yang tidak ada")

    def _count(self, formula: Formula) -> None:
        for operand in formula.plan.ranges:
            sheet = operand.reference.sheet or formula.place.sheet
            self.read += self._book.contents.size(sheet, operand.written(formula.cells))


@lru_cache(maxsize=8192)
def _pieces(formula: str) -> tuple[str, str, tuple[str, ...]]:
    """The formula without prefixes, its shape and its cells: files of one kind repeat their formulas."""
    text = without_prefixes(formula)
    shape, cells = cut(text)
    return text, shape, tuple(map(plain, cells))


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
