"""The formulas of a workbook read: each with its plan, and the cells that go into its plan's holes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..errors import Refused, Undecided
from . import gate
from .cells import FormulaCell
from .compute import Formula
from .places import coordinate, plain
from .plans import Plan, plan, unchecked
from .shapes import cut
from .spelling import without_names, without_prefixes
from .tables import Table, read_tables, without_tables
from .workbook import Place

if TYPE_CHECKING:
    from .loaded import Read

MOST_READ = 20_000_000  # cells that all ranges read together: beyond, an engine takes a minute and more
_LONGEST_KEPT = 1000  # letters of a formula that the process keeps, read; none of our own forms' is longer


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
        written = cell.formula
        text, shape, cells = (_known if len(written) <= _LONGEST_KEPT else _read)(written)
        if "[" in text:
            text = self._without_tables(text, coordinate(cell.ref)[0])
            _, shape, cells = (_known if len(text) <= _LONGEST_KEPT else _read)(text)
        array = cell.formula_kind == "array"
        found = self._plans.get((shape, array)) or self._plan(shape, array)
        if self._gated and (not found.allowed or cell.spill or cell.formula_kind not in ("normal", "shared")):
            gate.check(replace(cell, formula=text), self._book.info.names, voted=self._voted)
            if not found.allowed:
                raise Undecided("berisi rumus yang belum didukung")
        respelled = None if text == written else text
        made = Formula(place, cell, found, cells, respelled, found.shape != shape)
        if found.ranges:
            self._count(made)
        return made

    def _plan(self, shape: str, array: bool) -> Plan:
        resolved = without_names(shape, self._book.info.names)
        found = plan(resolved, voted=self._voted, array=array)
        if not found.allowed and not self._gated:
            found = unchecked(found.shape, array=array)
        self._check_sheets(found)
        self._plans[shape, array] = found
        return found

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


def _read(formula: str) -> tuple[str, str, tuple[str, ...]]:
    """The formula without prefixes, its shape and its cells."""
    text = without_prefixes(formula)
    shape, cells = cut(text)
    return text, shape, tuple(map(plain, cells))


_known = lru_cache(maxsize=8192)(_read)  # files of one kind repeat their formulas
