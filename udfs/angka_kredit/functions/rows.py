"""Ranges as arguments: a function called once per cell of them, or once where none is a range."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any

from ..errors import BadValue, CellError
from .convert import ERRORS, Grid, as_grid

if TYPE_CHECKING:
    from .registry import Argumen, Fungsi, Given, Result, Value

WHOLE_COLUMN, WHOLE_ROW = 1_048_576, 16_384


def spread(function: Callable[[Sequence[Given]], Result], args: Sequence[Given], whole: frozenset[int]) -> Result:
    """Calls `function` once, or once per cell where arguments are ranges of one size (or of size 1).

    Arguments at the positions `whole` are handed on as they are. BadValue for ranges that do not fit."""
    grids = [None if place in whole else as_grid(arg) for place, arg in enumerate(args)]
    sizes = {(len(grid), len(grid[0])) for grid in grids if grid is not None} - {(1, 1)}
    if any(len(row) != len(grid[0]) for grid in grids if grid for row in grid):
        raise BadValue("Ukuran rentang tidak sama; samakan jumlah baris dan kolomnya, atau pakai satu sel.")
    if any(rows >= WHOLE_COLUMN or columns >= WHOLE_ROW for rows, columns in sizes):
        raise BadValue("Argumen berisi seluruh kolom atau baris; pilih rentang yang terisi saja, misalnya A2:A100.")
    if len(sizes) > 1:
        raise BadValue("Ukuran rentang tidak sama; samakan jumlah baris dan kolomnya, atau pakai satu sel.")
    if not sizes:
        return function([arg if grid is None else grid[0][0] for arg, grid in zip(args, grids, strict=True)])
    ((rows, columns),) = sizes
    lines = zip(*(_stretch(arg, grid, rows, columns) for arg, grid in zip(args, grids, strict=True)), strict=True)
    return [[_first(function(cells)) for cells in zip(*line, strict=True)] for line in lines]


def first_error(arg: Given) -> str:
    """The spreadsheet error that the argument is or holds, the first by rows; '' where none."""
    if isinstance(arg, str):
        return arg if arg[:1] == "#" and arg in ERRORS else ""
    if isinstance(arg, (list, tuple)):
        return next(filter(None, map(first_error, arg)), "")
    return ""


def _stretch(arg: Given, grid: Grid | None, rows: int, columns: int) -> Iterable[Sequence[Any]]:
    """The argument as `rows` rows of `columns` cells; what is one row, one column or one value is repeated."""
    if grid is None:
        return repeat((arg,) * columns, rows)
    wide = grid if len(grid[0]) == columns else [tuple(row) * columns for row in grid]
    return wide if len(wide) == rows else repeat(wide[0], rows)


def _first(result: Result) -> Value:
    return result[0][0] if isinstance(result, list) else result


class Columns:
    """One function for many rows of cells: what equal cells of a column mean is found out once."""

    def __init__(self, fungsi: Fungsi) -> None:
        self._fungsi = fungsi
        self._columns = [_Column(argumen) for argumen in fungsi.argumen]

    def __call__(self, cells: Sequence[Any]) -> Result:
        given = len(cells)
        read = [column[cells[place] if place < given else None] for place, column in enumerate(self._columns)]
        try:
            for column in self._columns:
                if column.faults:
                    return self._with_faults(read)
            return self._fungsi.compute(read)
        except CellError as error:
            return error.kode

    def _with_faults(self, read: Sequence[Any]) -> Result:
        """The leftmost error among the cells, else what is wrong with the leftmost cell."""
        faults = [value for value in read if isinstance(value, _Fault)]
        if not faults:
            return self._fungsi.compute(read)
        return next((fault for fault in faults if fault.passes), faults[0]).kode


class _Fault:
    """A cell that cannot be read: an error, which `passes` before all else, or one that the function answers."""

    def __init__(self, kode: str, passes: bool) -> None:
        self.kode, self.passes = kode, passes


class _Column(dict[Any, Any]):
    """cell -> what the rule takes for it, or a _Fault."""

    def __init__(self, argumen: Argumen) -> None:
        super().__init__()
        self._argumen, self.faults = argumen, False

    def __missing__(self, cell: Any) -> Any:
        self[cell] = value = self._read(cell)
        self.faults = self.faults or isinstance(value, _Fault)
        return value

    def _read(self, cell: Any) -> Any:
        passing = first_error(cell)
        if passing:
            return _Fault(passing, True)
        try:
            return self._argumen.read(cell)
        except CellError as error:
            return _Fault(error.kode, False)
