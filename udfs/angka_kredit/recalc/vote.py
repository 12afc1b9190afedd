"""The second engine: every native formula is computed by ironcalc too, and a difference stops the file.

It is given what our own reader found in the file (the first engine reads the file itself, so the two readings are
compared as well), names, tables and prefixes resolved, and the results of our functions as constants. A native formula
inside or around one of our functions is compared too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import ironcalc
from openpyxl.utils.cell import get_column_letter

from ..errors import Refused, Undecided
from .compute import Formula, links
from .formulas import quoted
from .loaded import Loaded
from .parts import CELL, Part
from .places import coordinate
from .plans import Voted
from .values import CellErrorValue, Grid, Value, agree, shown

_GIVEN, _ASKED = "~diberikan", "~ditanya"  # sheets of the copy in memory: results of ours, and arguments


class _Asked(NamedTuple):
    """A cell of the second engine whose value must be this."""

    sheet: int
    row: int
    column: int
    value: Value
    formula: Formula
    part: Part | None  # of the formula; None for its own cell


def check_vote(book: Loaded) -> None:
    """Refused, the cell named with both values, where the second engine computes something else."""
    try:
        _Vote(book).run()
    except Refused:
        raise
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise Undecided(f"mesin pembanding tidak dapat menghitungnya ({type(error).__name__})") from None
        raise


class _Vote:
    def __init__(self, book: Loaded) -> None:
        self._book = book
        self._model = ironcalc.create("buku", "en", "UTC", "en")
        self._sheets: dict[str, int] = {}
        self._asked: list[_Asked] = []
        self._given_rows = self._asked_rows = 0

    def run(self) -> None:
        self._check_read()
        self._fill()
        wanted = [
            (formula, part)
            for formula in self._book.formulas
            for part in (*formula.plan.ours, *(voted.whole for voted in formula.plan.voted if voted.whole))
        ]
        self._book.prepare(wanted)
        for formula in self._book.formulas:
            slots = [
                self._give(self._book.value(formula, part), number in formula.plan.as_ranges)
                for number, part in enumerate(formula.plan.ours)
            ]
            if formula.plan.is_ours:
                self._constant(formula)
            for voted in formula.plan.voted:
                text = self._text(formula, voted, slots)
                if voted.whole is not None:
                    self._ask(formula, voted.whole, text)
                elif formula.plan.array:
                    self._array(formula, text)
                else:
                    self._native(formula, text)
        self._model.evaluate()
        self._compare()

    def _fill(self) -> None:
        """Gives the engine every sheet with its typed cells."""
        model = self._model
        names = [*self._book.cells, _GIVEN, _ASKED]  # no sheet of Excel may begin so, by accident
        model.rename_sheet(0, names[0])
        for name in names[1:]:
            model.add_sheet(name)
        self._sheets = {name: number for number, name in enumerate(names)}
        read = {
            (operand.reference.sheet or formula.place.sheet).casefold()
            for formula in self._book.formulas
            for operand in formula.plan.operands
        }
        for name in self._book.cells:
            if name.casefold() in read:
                sheet, put = self._sheets[name], self._put
                for ref, value in self._book.contents.typed(name).items():
                    put(sheet, *coordinate(ref), value)

    def _put(self, sheet: int, row: int, column: int, value: Value) -> None:
        if isinstance(value, float):
            self._model.update_cell_with_number(sheet, row, column, value)
        elif isinstance(value, CellErrorValue):
            self._model.set_user_input(sheet, row, column, value)
        elif isinstance(value, str):
            self._model.update_cell_with_text(sheet, row, column, value)
        elif isinstance(value, bool):
            self._model.update_cell_with_bool(sheet, row, column, value)

    def _constant(self, formula: Formula) -> None:
        for place in formula.places:
            self._put(self._sheets[place.sheet], *coordinate(place.ref), self._book.values[place])

    def _native(self, formula: Formula, text: str) -> None:
        place = formula.place
        sheet, (row, column) = self._sheets[place.sheet], coordinate(place.ref)
        if formula.plan.names & self._book.engine.tables:  # rows in it: the cell shows the first
            self._model.set_user_array_formula(sheet, row, column, 1, 1, f"={text}")
        else:
            self._model.update_cell_with_formula(sheet, row, column, f"={text}")
        self._asked.append(_Asked(sheet, row, column, self._book.values[place], formula, None))

    def _array(self, formula: Formula, text: str) -> None:
        """An array formula on the sheet of questions, its cells linked there, as the first engine has it."""
        size = self._book.sizes[formula.place]
        top = self._next_row(size[0])
        asked = self._sheets[_ASKED]
        self._model.set_user_array_formula(asked, top, 1, size[1], size[0], f"={text}")
        sheet = self._sheets[formula.place.sheet]
        for place, (_, there) in zip(formula.places, links(formula.filled, size), strict=True):
            row, column = coordinate(place.ref)
            if there:
                down, right = coordinate(there)
                link = f"={quoted(_ASKED)}{_letters(right)}{top + down - 1}"
                self._model.update_cell_with_formula(sheet, row, column, link)
            else:
                self._put(sheet, row, column, CellErrorValue("#N/A"))
            self._asked.append(_Asked(sheet, row, column, self._book.values[place], formula, None))

    def _ask(self, formula: Formula, part: Part, text: str) -> None:
        value = self._book.value(formula, part)
        grid = value if isinstance(value, list) else [[value]]
        top, asked = self._next_row(len(grid)), self._sheets[_ASKED]
        if part.rows:
            self._model.set_user_array_formula(asked, top, 1, len(grid[0]), len(grid), f"={text}")
        else:
            self._model.update_cell_with_formula(asked, top, 1, f"={text}")
        for down, row in enumerate(grid):
            for right, cell in enumerate(row):
                self._asked.append(_Asked(asked, top + down, 1 + right, cell, formula, part))

    def _text(self, formula: Formula, voted: Voted, given: Sequence[str]) -> str:
        """The formula or argument with the results of our functions in it; on its own sheet it names no sheet."""
        here = voted.whole is None and not formula.plan.array
        if here and len(voted.pieces) == 1 and not formula.named:
            return formula.respelled or formula.cell.formula
        cells, place = formula.cells, formula.place
        return "".join(
            given[piece] if isinstance(piece, int) else piece.written(cells) if here else piece.on(*place, cells)
            for piece in voted.pieces
        )

    def _give(self, value: Value | Grid, as_range: bool) -> str:
        """Puts a result of one of our functions where formulas may read it; returns the reference."""
        grid = value if isinstance(value, list) else [[value]]
        top, sheet = self._given_rows + 1, self._sheets[_GIVEN]
        self._given_rows += len(grid)
        for down, row in enumerate(grid):
            for right, cell in enumerate(row):
                self._put(sheet, top + down, 1 + right, cell)
        first = f"{quoted(_GIVEN)}$A${top}"
        alone = len(grid) == len(grid[0]) == 1 and not as_range
        return first if alone else f"{first}:${_letters(len(grid[0]))}${self._given_rows}"

    def _next_row(self, rows: int) -> int:
        self._asked_rows += rows
        return self._asked_rows - rows + 1

    def _check_read(self) -> None:
        """Refused where the two readers of the file see different values in a cell that one of ours is given."""
        given: dict[str, set[str]] = {name: set() for name in self._book.cells}
        for formula in self._book.formulas:
            own, cells = formula.place.sheet, formula.cells
            for part in formula.plan.read:
                sheet, written = self._named(part.sheet or own), part.place(cells)
                given[sheet].update([written] if part.kind == CELL else self._book.contents.refs(sheet, written))
        for sheet, refs in given.items():
            typed, value = self._book.contents.typed(sheet) if refs else {}, self._book.engine.value
            for ref in refs & typed.keys():
                if (other := value(sheet, ref)) != typed[ref]:
                    both = f"{shown(typed[ref])} dan {shown(other)}"
                    raise Undecided(f"sel {sheet}!{ref} dibaca berbeda oleh dua pembaca: {both}")

    def _named(self, sheet: str) -> str:
        """The sheet's name as the workbook has it."""
        if sheet in self._book.cells:
            return sheet
        return next(name for name in self._book.cells if name.casefold() == sheet.casefold())

    def _compare(self) -> None:
        for asked in self._asked:
            other = self._value(asked.sheet, asked.row, asked.column)
            if not agree(0.0 if asked.value is None else asked.value, other):
                where = f"sel {asked.formula.place}"
                if asked.part is not None:
                    where += f", bagian {asked.part.written(asked.formula.cells)},"
                raise Undecided(f"{where} berbeda menurut dua mesin hitung: {shown(asked.value)} dan {shown(other)}")

    def _value(self, sheet: int, row: int, column: int) -> Value:
        value: Value = self._model.get_cell_value(sheet, row, column)
        if value is None:
            return 0.0
        kind = self._model.get_cell_type(sheet, row, column) if isinstance(value, str) and value[:1] == "#" else None
        return CellErrorValue(str(value)) if kind == ironcalc.CellType.ErrorValue else value


def _letters(column: int) -> str:
    return str(get_column_letter(column))
