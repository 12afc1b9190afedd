"""The second engine behind a small interface: ironcalc. It has none of our functions, so it is given their results.

What it computes is told by places: a sheet's number (in the order given), row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ironcalc
from openpyxl.utils.cell import get_column_letter

from .places import coordinate
from .references import quoted
from .values import CellErrorValue, Grid, Value

_GIVEN, _ASKED = "~diberikan", "~ditanya"  # sheets of the copy in memory: results of ours, and arguments
At = tuple[int, int, int]  # sheet, row, column


class Ironcalc:
    """One workbook in memory: typed cells and formulas are put in, then it computes all. It never sees a file."""

    def __init__(self, sheets: Sequence[str]) -> None:
        self._model = ironcalc.create("buku", "en", "UTC", "en")
        names = [*sheets, _GIVEN, _ASKED]  # no sheet of Excel may begin so, by accident
        self._model.rename_sheet(0, names[0])
        for name in names[1:]:
            self._model.add_sheet(name)
        self._given, self._asked = len(sheets), len(sheets) + 1
        self._given_rows = self._asked_rows = 0

    def fill(self, sheet: int, cells: Mapping[str, Value]) -> None:
        """Puts typed cells into a sheet."""
        number, text = self._model.update_cell_with_number, self._model.update_cell_with_text
        for ref, value in cells.items():
            row, column = coordinate(ref)
            if type(value) is float:
                number(sheet, row, column, value)
            elif type(value) is str:
                text(sheet, row, column, value)
            else:
                self.put((sheet, row, column), value)

    def put(self, at: At, value: Value) -> None:
        """Puts one value into a cell."""
        if isinstance(value, float):
            self._model.update_cell_with_number(*at, value)
        elif isinstance(value, CellErrorValue):
            self._model.set_user_input(*at, value)
        elif isinstance(value, str):
            self._model.update_cell_with_text(*at, value)
        elif isinstance(value, bool):
            self._model.update_cell_with_bool(*at, value)

    def formula(self, at: At, text: str) -> None:
        """Puts a formula into a cell."""
        self._model.update_cell_with_formula(*at, f"={text}")

    def first_of(self, at: At, text: str) -> None:
        """The same for a formula that may answer rows: the cell shows the first of its values."""
        self._model.set_user_array_formula(*at, 1, 1, f"={text}")

    def ask(self, text: str, rows: int, columns: int, *, array: bool) -> At:
        """Where the formula, which answers so many rows and columns, is going to be computed: its first cell."""
        at = self._asked, self._asked_rows + 1, 1
        self._asked_rows += rows
        if array:
            self._model.set_user_array_formula(*at, columns, rows, f"={text}")
        else:
            self.formula(at, text)
        return at

    def link(self, at: At, asked: At) -> None:
        """Makes a cell show what is computed there."""
        self.formula(at, f"{quoted(_ASKED)}{get_column_letter(asked[2])}{asked[1]}")

    def give(self, value: Value | Grid, *, as_range: bool) -> str:
        """Puts a value or rows where formulas may read them; returns the reference."""
        grid = value if isinstance(value, list) else [[value]]
        top = self._given_rows + 1
        self._given_rows += len(grid)
        for down, row in enumerate(grid):
            for right, cell in enumerate(row):
                self.put((self._given, top + down, 1 + right), cell)
        first = f"{quoted(_GIVEN)}$A${top}"
        alone = len(grid) == len(grid[0]) == 1 and not as_range
        return first if alone else f"{first}:${get_column_letter(len(grid[0]))}${self._given_rows}"

    def evaluate(self) -> None:
        """Computes everything."""
        self._model.evaluate()

    def value(self, at: At) -> Value:
        """The computed value of a cell; 0 for an empty one."""
        value: Value = self._model.get_cell_value(*at)
        if type(value) is float:
            return value
        if value is None:
            return 0.0
        kind = self._model.get_cell_type(*at) if isinstance(value, str) and value[:1] == "#" else None
        return CellErrorValue(str(value)) if kind == ironcalc.CellType.ErrorValue else value
