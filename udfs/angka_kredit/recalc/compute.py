"""The first engine at work on a workbook: spellings, tables and arrays are put into its copy in memory as it reads
them, and its results are what the formula cells show.

A plain formula shows one value: where one of our functions answers rows, their first cell, as in Excel. An array
formula fills its cells; it is computed on a sheet of its own, where nothing stands in its way; the cells link there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from openpyxl.utils.cell import get_column_letter

from ..errors import Undecided
from .engines import Formualizer
from .places import Area, area
from .plans import Plan
from .references import Reference
from .sheet_cells import FormulaCell
from .values import Value
from .workbook import Place

MOST_ROUNDS = 4  # an array whose size hangs on another's is settled when this many rounds change nothing


# Our functions that have answered rows in this process. Their plain formulas are wrapped, so that nothing spills over
# its neighbours; a single value stays itself in the wrapping.
_tables: set[str] = set()


@dataclass(slots=True)
class Formula:
    """A formula cell, read: its plan, and the cells that go into its plan's holes."""

    place: Place
    cell: FormulaCell
    plan: Plan
    cells: tuple[str, ...]
    respelled: str | None  # how the engine must read it, where not as the file has it
    named: bool = False  # whether defined names stand in it

    @property
    def text(self) -> str:
        """The whole formula as any sheet may compute it."""
        assert self.plan.formula is not None
        return self.plan.formula.on(*self.place, self.cells)

    @property
    def places(self) -> list[Place]:
        """The cells that it gives a value."""
        if not self.plan.array:
            return [self.place]
        return [Place(self.place.sheet, ref) for ref in self.filled.refs()]

    def references(self) -> list[Reference]:
        """What it reads."""
        return [operand.in_cells(self.cells) for operand in self.plan.operands]

    @property
    def filled(self) -> Area:
        """The same as an area."""
        return area(self.cell.area if self.plan.array else self.place.ref)


class Computed(NamedTuple):
    engine: Formualizer
    values: dict[Place, Value]  # of every cell that a formula fills
    sizes: dict[Place, tuple[int, int]]  # rows and columns that an array formula answered


def compute(data: bytes, formulas: Sequence[Formula]) -> Computed:
    """The formulas' values, and the engine for more."""
    while True:
        engine, sizes = _computed(data, formulas, _tables)
        if engine.tables <= _tables:
            break
        _tables.update(engine.tables)
    return Computed(engine, _values(engine, formulas), sizes)


def _values(engine: Formualizer, formulas: Sequence[Formula]) -> dict[Place, Value]:
    by_sheet: dict[str, list[Place]] = {}
    for formula in formulas:
        places = formula.places if formula.plan.array else (formula.place,)
        by_sheet.setdefault(formula.place.sheet, []).extend(places)
    return {
        place: value
        for sheet, places in by_sheet.items()
        for place, value in zip(places, engine.values(sheet, [place.ref for place in places]), strict=True)
    }


def _computed(
    data: bytes, formulas: Sequence[Formula], tables: set[str]
) -> tuple[Formualizer, dict[Place, tuple[int, int]]]:
    engine = Formualizer(data)
    arrays = [formula for formula in formulas if formula.plan.array]
    for formula in formulas:
        if formula.plan.array:
            continue
        if formula.plan.names & tables:
            engine.put(*formula.place, f"INDEX({formula.respelled or formula.cell.formula},1,1)")
        elif formula.respelled is not None:
            engine.put(*formula.place, formula.respelled)
    linked = {array.place: _link(engine, array, engine.spread(array.text), array.filled.size) for array in arrays}
    engine.evaluate()
    for _ in range(MOST_ROUNDS):
        changed = [formula for formula in arrays if _resize(engine, formula, linked)]
        if not changed:
            return engine, {place: size for place, (_, size) in linked.items()}
        engine.evaluate()
    raise Undecided(f"sel {changed[0].place} berisi rumus larik yang ukurannya tidak menetap")


def _resize(engine: Formualizer, formula: Formula, linked: dict[Place, tuple[str, tuple[int, int]]]) -> bool:
    """Links the cells of an array formula anew where its result is not of the size they were linked for."""
    sheet, size = linked[formula.place]
    rows = engine.rows(sheet)
    found = len(rows), len(rows[0])
    if found == size:
        return False
    if formula.cell.spill:
        raise Undecided(f"sel {formula.place} berisi rumus larik yang kini mengisi {found[0]} x {found[1]} sel")
    linked[formula.place] = _link(engine, formula, sheet, found)
    return True


def _link(engine: Formualizer, formula: Formula, sheet: str, size: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """Every cell of an array formula shows its part of a result of this size; #N/A beyond, as in Excel."""
    for ref, there in links(formula.filled, size):
        engine.put(formula.place.sheet, ref, f"'{sheet}'!{there}" if there else "NA()")
    return sheet, size


def links(filled: Area, size: tuple[int, int]) -> Iterable[tuple[str, str]]:
    """(cell, the cell of the result that it shows or ''): a single row, column or value of a result is repeated."""
    rows, columns = size
    for row in range(filled.size[0]):
        for column in range(filled.size[1]):
            ref = f"{get_column_letter(filled.left + column)}{filled.top + row}"
            from_row, from_column = row if rows > 1 else 0, column if columns > 1 else 0
            inside = from_row < rows and from_column < columns
            yield ref, f"{get_column_letter(from_column + 1)}{from_row + 1}" if inside else ""
