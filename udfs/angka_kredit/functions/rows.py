"""Ranges as arguments: a function called once per cell of them, or once where none is a range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from ..errors import BadValue, CellError
from .convert import ERRORS, Grid, as_grid, to_cell

if TYPE_CHECKING:
    from .registry import Argumen, Fungsi, Given, Result, Seri, Value

_NOL = Decimal(0)
WHOLE_COLUMN, WHOLE_ROW = 1_048_576, 16_384


def spread(fungsi: Fungsi, args: Sequence[Given], whole: frozenset[int]) -> Result:
    """The function's value, or one per cell where arguments are ranges of one size (or of size 1).

    Arguments at the positions `whole` are handed on as they are. BadValue for ranges that do not fit."""
    grids = [None if place in whole else as_grid(arg) for place, arg in enumerate(args)]
    sizes = {(len(grid), len(grid[0])) for grid in grids if grid is not None} - {(1, 1)}
    if any(len(set(map(len, grid))) > 1 for grid in grids if grid):
        raise BadValue("Ukuran rentang tidak sama; samakan jumlah baris dan kolomnya, atau pakai satu sel.")
    if any(rows >= WHOLE_COLUMN or columns >= WHOLE_ROW for rows, columns in sizes):
        raise BadValue("Argumen berisi seluruh kolom atau baris; pilih rentang yang terisi saja, misalnya A2:A100.")
    if len(sizes) > 1:
        raise BadValue("Ukuran rentang tidak sama; samakan jumlah baris dan kolomnya, atau pakai satu sel.")
    if not sizes:
        return fungsi.value([arg if grid is None else grid[0][0] for arg, grid in zip(args, grids, strict=True)])
    ((rows, columns),) = sizes
    cells = [_cells(arg, grid) for arg, grid in zip(args, grids, strict=True)]
    if whole or len(args) > len(fungsi.argumen):
        answers = [_first(fungsi.value(row)) for row in zip(*cells, strict=False)]
    else:
        answers = list(_by_column(fungsi, cells))
    return [answers[start : start + columns] for start in range(0, rows * columns, columns)]


def first_error(arg: Given) -> str:
    """The spreadsheet error that the argument is or holds, the first by rows; '' where none."""
    if isinstance(arg, str):
        return arg if arg[:1] == "#" and arg in ERRORS else ""
    if isinstance(arg, (list, tuple)):
        return next(filter(None, map(first_error, arg)), "")
    return ""


def _cells(arg: Given, grid: Grid | None) -> Iterable[Any]:
    """The argument's cells by rows; one value is repeated for ever."""
    if grid is None:
        return repeat(arg)
    if len(grid) == len(grid[0]) == 1:
        return repeat(grid[0][0])
    return list(chain.from_iterable(grid))


def _by_column(fungsi: Fungsi, cells: Sequence[Iterable[Any]]) -> Iterator[Value]:
    """The answers; what equal cells of one argument mean is found out once, and so is the answer to equal rows."""
    columns = [_Column(argumen) for argumen in fungsi.argumen]
    given = [*cells, *[repeat(None)] * (len(columns) - len(cells))]
    read = [column.read(each) for column, each in zip(columns, given, strict=True)]
    faulty = any(column.faulty for column in columns)
    if fungsi.seri and _many(given[fungsi.seri.tempat], columns[fungsi.seri.tempat]):
        yield from _along(fungsi, fungsi.seri, given, read)
        return
    known: dict[tuple[Any, ...], Value] = {}
    varying = [each for each in given if not isinstance(each, repeat)]
    for row, values in zip(zip(*varying, strict=True), zip(*read, strict=False), strict=False):
        if row not in known:
            known[row] = _answer(fungsi, values, faulty)
        yield known[row]


def _many(cells: Iterable[Any], distinct: _Column) -> bool:
    """Whether most of a column's cells differ from one another."""
    return isinstance(cells, list) and 2 * len(distinct) > len(cells)


def _along(
    fungsi: Fungsi, seri: Seri, given: Sequence[Iterable[Any]], read: Sequence[Iterable[Any]]
) -> Iterator[Value]:
    """The same, where one column's numbers are mostly different: all else is found out once for its equal rows."""
    place, nilai = seri.tempat, seri.nilai
    others = [each for at, each in enumerate(given) if at != place and not isinstance(each, repeat)]
    keys = zip(*others, strict=True) if others else repeat(())
    known: dict[tuple[Any, ...], Any] = {}
    for key, values in zip(keys, zip(*read, strict=False), strict=False):
        number = values[place]
        if type(number) is not Decimal or number < _NOL:
            yield _answer(fungsi, values, True)
            continue
        if key not in known:
            known[key] = _result(fungsi, values)
        hasil = known[key]
        yield hasil.kode if isinstance(hasil, (CellError, _Fault)) else to_cell(nilai(hasil, number))


def _result(fungsi: Fungsi, values: Sequence[Any]) -> Any:
    """What the rule answers, or what a cell shows in its place: something that has a `kode`."""
    try:
        return _fault(values) or fungsi.hitung(*values)
    except CellError as error:
        return error


def _answer(fungsi: Fungsi, values: Sequence[Any], faulty: bool) -> Value:
    fault = _fault(values) if faulty else None
    try:
        return _first(fungsi.compute(values)) if fault is None else fault.kode
    except CellError as error:
        return error.kode


class _Fault:
    """A cell that cannot be read: an error, which `passes` before all else, or one that the function answers."""

    def __init__(self, kode: str, passes: bool) -> None:
        self.kode, self.passes = kode, passes


def _fault(values: Sequence[Any]) -> _Fault | None:
    """The leftmost error of the row, else what is wrong with its leftmost cell."""
    faults = [value for value in values if type(value) is _Fault]
    return next((fault for fault in faults if fault.passes), faults[0] if faults else None)


class _Column(dict[Any, Any]):
    """cell -> what the rule takes for it, or a _Fault."""

    def __init__(self, argumen: Argumen) -> None:
        super().__init__()
        self._argumen, self.faulty = argumen, False

    def read(self, cells: Iterable[Any]) -> Iterable[Any]:
        if isinstance(cells, repeat):
            return repeat(self[next(cells)])
        return [self[cell] for cell in cells]

    def __missing__(self, cell: Any) -> Any:
        try:
            passing = "" if type(cell) is float else first_error(cell)
            value = _Fault(passing, True) if passing else self._argumen.read(cell)
        except CellError as error:
            value = _Fault(error.kode, False)
        if type(value) is _Fault:
            self.faulty = True
        self[cell] = value
        return value


def _first(result: Result) -> Value:
    return result[0][0] if isinstance(result, list) else result
