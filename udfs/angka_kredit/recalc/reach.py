"""Which columns of which sheets formulas can read at all: what stands elsewhere changes none of their values.

Most cells of a form are text for people: what was done, the evidence. No engine's answer hangs on them, so they are not
read, compared or put into an engine cell by cell. In doubt a column counts as read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openpyxl.utils.cell import get_column_letter

from .compute import Formula
from .places import area
from .plans import Plan
from .references import Operand
from .shapes import HOLE
from .sheet_cells import Columns

_BEYOND = frozenset(("LOOKUP",))  # may read on beside what is written: its result may be named by a single cell
_NO_ROW = dict.fromkeys(map(ord, "$0123456789"))
_Cells = list[tuple[str, ...]]


def reached(formulas: Iterable[Formula]) -> dict[str, Columns]:
    """The columns, by sheet in lower case; a sheet that is absent has none."""
    found, whole = dict[str, set[str]](), set[str]()
    for sheet, plan, cells in _alike(formulas):
        for operand in plan.operands:
            name = (operand.reference.sheet or sheet).casefold()
            columns = found.setdefault(name, set())
            if operand.reference.area == HOLE:
                columns |= _letters(each[operand.first] for each in cells)
            else:
                for left, right in _spans(operand, cells):
                    columns.update(map(get_column_letter, range(left, right + 1)))
            if plan.functions & _BEYOND:
                whole.add(name)
    return {name: None if name in whole else frozenset(columns) for name, columns in found.items()}


def _alike(formulas: Iterable[Formula]) -> Iterator[tuple[str, Plan, _Cells]]:
    """(sheet, plan, the cells of each formula) of formulas that differ by their cells alone."""
    plans, cells = dict[tuple[int, str], Plan](), dict[tuple[int, str], _Cells]()
    for formula in formulas:
        key = id(formula.plan), formula.place.sheet
        if key in cells:
            cells[key].append(formula.cells)
        else:
            plans[key], cells[key] = formula.plan, [formula.cells]
    return ((key[1], plan, cells[key]) for key, plan in plans.items())


def _letters(cells: Iterable[str]) -> set[str]:
    return set(" ".join(cells).translate(_NO_ROW).upper().split())


def _spans(operand: Operand, cells: _Cells) -> set[tuple[int, int]]:
    """The first and last columns of an area, or of a cell that the shape names."""
    places = map(area, {operand.written(each) for each in cells})
    return {(place.left, place.right) for place in places}
