"""The catalogue: one declaration per cell function, and the one way to call it (`Fungsi.call`).

From a declaration come the hosts' wrappers, help texts, the explanation in words and the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Protocol

from ..errors import BadValue, CellError, RowBlank
from ..regulations.tabel import Tabel
from . import kata
from .convert import ERRORS, Cell, Grid, as_grid, to_cell

Given = Cell | Grid
Value = float | str
Rows = list[list[Value]]
Result = Value | Rows

CATEGORY = "Angka Kredit"
WHOLE_COLUMN, WHOLE_ROW = 1_048_576, 16_384


class Hasil(Protocol):
    """What a rule returns: the value (or rows of values), and whatever else its explanation needs."""

    @property
    def nilai(self) -> Any: ...


@dataclass(frozen=True)
class Argumen:
    """One argument. Its kind `baca` turns the cell's value into the rule's; None then means not given."""

    nama: str
    baca: Callable[[Any], Any]
    keterangan: str
    wajib: bool = True
    penanda_baris: bool = False  # not given: the row is blank and the function answers ''
    rentang: bool = False  # taken whole, as rows; any other argument that is a range works row by row


@dataclass(frozen=True)
class Fungsi:
    """One cell function. `hitung` takes the read arguments, `jelaskan` turns its result into sentences.

    A `hitung` that answers rows shows their first cell where one value fits, and all of them where they may spill."""

    nama: str
    ringkas: str
    argumen: tuple[Argumen, ...]
    rujukan: str
    contoh: str
    hitung: Callable[..., Hasil]
    jelaskan: Callable[[Any], list[str]] | None = None  # None: kata.jelaskan, for a rules.hasil.Hasil
    aturan: tuple[type[Tabel], ...] = ()  # the tables of a regulation that it rests on; without the first it is #N/A
    pokok: tuple[str, ...] = ()  # which rows of the first table are its own, where several functions share it
    menjelaskan: bool = False  # it answers in words, also where its ranges do not fit
    utuh: Callable[[Sequence[Given]], frozenset[int]] | None = None  # which are taken whole, where that varies

    def call(self, args: Sequence[Given]) -> Result:
        """The value for the arguments as a cell holds them; row by row where one is a range."""
        for arg in args:
            if isinstance(arg, (list, tuple)):
                break
        else:
            return self._value(args)
        try:
            return spread(self._value, args, self._whole(args))
        except BadValue as error:
            return f"{error.kode}. {error}" if self.menjelaskan else error.kode

    def explain(self, args: Sequence[Given]) -> str:
        """The computation in words with its articles, or the reason of the error."""
        try:
            result = self.hitung(*self._read(args))
        except RowBlank:
            return ""
        except CellError as error:
            return f"{self.nama} = {error.kode}. {error}"
        return "\n".join(self.jelaskan(result) if self.jelaskan else kata.jelaskan(self.nama, result))  # type: ignore[arg-type]

    def _whole(self, args: Sequence[Given]) -> frozenset[int]:
        if self.utuh:
            return self.utuh(args)
        return frozenset(place for place, argumen in enumerate(self.argumen) if argumen.rentang)

    def _value(self, args: Sequence[Given]) -> Result:
        for arg in args:
            if isinstance(arg, (str, list, tuple)) and (error := first_error(arg)):
                return error
        try:
            nilai = self.hitung(*self._read(args)).nilai
            if isinstance(nilai, (list, tuple)):
                return [[to_cell(value) for value in row] for row in nilai]
            return to_cell(nilai)
        except CellError as error:
            return error.kode

    def _read(self, args: Sequence[Given]) -> list[Any]:
        if len(args) > len(self.argumen):
            raise BadValue(f"{self.nama} menerima paling banyak {len(self.argumen)} argumen, diberi {len(args)}.")
        read: list[Any] = []
        given = len(args)
        for position, argumen in enumerate(self.argumen):
            try:
                value = argumen.baca(args[position] if position < given else None)
            except CellError as error:
                raise type(error)(f"Argumen {argumen.nama}: {error}") from None
            if value is None:
                if argumen.penanda_baris:
                    raise RowBlank
                if argumen.wajib:
                    raise BadValue(f"Argumen {argumen.nama} belum diisi: {argumen.keterangan}")
            read.append(value)
        return read


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
