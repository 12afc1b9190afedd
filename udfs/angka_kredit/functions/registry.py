"""The catalogue: one declaration per cell function, and the one way to call it (`Fungsi.call`).

From a declaration come the hosts' wrappers, help texts, the explanation in words and the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from ..errors import BadValue, CellError, RowBlank
from .convert import ERRORS, Cell, to_cell

Grid = Sequence[Sequence[Cell]]
Given = Cell | Grid
Result = float | str | list[list[float | str]]

CATEGORY = "Angka Kredit"
WHOLE_COLUMN, WHOLE_ROW = 1_048_576, 16_384


class Hasil(Protocol):
    """What a rule returns: the value, and whatever else its explanation needs."""

    @property
    def nilai(self) -> Any: ...


@dataclass(frozen=True)
class Argumen:
    """One argument. Its kind `baca` turns the cell's value into the rule's; None then means not given."""

    nama: str
    baca: Callable[[Cell], Any]
    keterangan: str
    wajib: bool = True
    penanda_baris: bool = False  # not given: the row is blank and the function answers ''


@dataclass(frozen=True)
class Fungsi:
    """One cell function. `hitung` takes the read arguments, `jelaskan` turns its result into sentences."""

    nama: str
    ringkas: str
    argumen: tuple[Argumen, ...]
    rujukan: str
    contoh: str
    hitung: Callable[..., Hasil]
    jelaskan: Callable[[Any], list[str]]
    menjelaskan: bool = False  # it answers in words, also where its ranges do not fit

    def call(self, args: Sequence[Given]) -> Result:
        """The value for the arguments as a cell holds them; row by row where one is a range."""
        try:
            return spread(self._value, args)
        except BadValue as error:
            return f"{error.kode}. {error}" if self.menjelaskan else error.kode

    def explain(self, args: Sequence[Cell]) -> str:
        """The computation in words with its articles, or the reason of the error."""
        try:
            result = self.hitung(*self._read(args))
        except RowBlank:
            return ""
        except CellError as error:
            return f"{self.nama} = {error.kode}. {error}"
        return "\n".join(self.jelaskan(result))

    def _value(self, args: Sequence[Cell]) -> float | str:
        try:
            value: Decimal | str = self.hitung(*self._read(args)).nilai
            return to_cell(value)
        except CellError as error:
            return error.kode

    def _read(self, args: Sequence[Cell]) -> list[Any]:
        if len(args) > len(self.argumen):
            raise BadValue(f"{self.nama} menerima paling banyak {len(self.argumen)} argumen, diberi {len(args)}.")
        read: list[Any] = []
        for position, argumen in enumerate(self.argumen):
            given = args[position] if position < len(args) else None
            value = _named(argumen, given)
            if value is None and argumen.penanda_baris:
                raise RowBlank
            if value is None and argumen.wajib:
                raise BadValue(f"Argumen {argumen.nama} belum diisi: {argumen.keterangan}")
            read.append(value)
        return read


def _named(argumen: Argumen, given: Cell) -> Any:
    try:
        return argumen.baca(given)
    except CellError as error:
        raise type(error)(f"Argumen {argumen.nama}: {error}") from None


def spread(function: Callable[[Sequence[Cell]], float | str], args: Sequence[Given]) -> Result:
    """Calls `function` once, or once per cell where arguments are ranges of one size (or of size 1).

    An error among the arguments comes out as it went in, leftmost first. BadValue for ranges that do not fit."""
    grids = [as_grid(arg) for arg in args]
    sizes = {(len(grid), len(grid[0])) for grid in grids if grid is not None} - {(1, 1)}
    if any(rows >= WHOLE_COLUMN or columns >= WHOLE_ROW for rows, columns in sizes):
        raise BadValue("Argumen berisi seluruh kolom atau baris; pilih rentang yang terisi saja, misalnya A2:A100.")
    if len(sizes) > 1 or any(len(row) != len(grid[0]) for grid in grids if grid for row in grid):
        raise BadValue("Ukuran rentang tidak sama; samakan jumlah baris dan kolomnya, atau pakai satu sel.")
    if not sizes:
        return _one(function, [arg if grid is None else grid[0][0] for arg, grid in zip(args, grids, strict=True)])
    ((rows, columns),) = sizes
    return [
        [_one(function, [_at(arg, grid, r, c) for arg, grid in zip(args, grids, strict=True)]) for c in range(columns)]
        for r in range(rows)
    ]


def as_grid(arg: Given) -> Grid | None:
    """Rows of a range; None for a single value. A flat list is one row."""
    if not isinstance(arg, (list, tuple)):
        return None
    if not arg or not isinstance(arg[0], (list, tuple)):
        arg = [arg]
    return arg if arg[0] else [[None]]


def _at(arg: Given, grid: Grid | None, row: int, column: int) -> Any:
    if grid is None:
        return arg
    return grid[row if len(grid) > 1 else 0][column if len(grid[0]) > 1 else 0]


def _one(function: Callable[[Sequence[Cell]], float | str], args: Sequence[Any]) -> float | str:
    for arg in args:
        if isinstance(arg, str) and arg in ERRORS:
            return arg
    return function(args)


class Katalog:
    """Every cell function by name, any case."""

    def __init__(self) -> None:
        self._fungsi: dict[str, Fungsi] = {}

    def add(self, fungsi: Fungsi) -> Fungsi:
        if fungsi.nama in self._fungsi:
            raise ValueError(f"{fungsi.nama} declared twice")
        self._fungsi[fungsi.nama] = fungsi
        return fungsi

    def get(self, nama: str) -> Fungsi | None:
        return self._fungsi.get(nama.strip().upper())

    def names(self) -> list[str]:
        return list(self._fungsi)

    def __iter__(self) -> Iterator[Fungsi]:
        return iter(self._fungsi.values())


KATALOG = Katalog()
