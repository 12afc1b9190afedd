"""The catalogue: one declaration per cell function, and the one way to call it (`Fungsi.call`).

From a declaration come the hosts' wrappers, help texts, the explanation in words and the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from ..errors import BadValue, CellError, RowBlank
from ..regulations.tabel import Tabel
from . import kata
from .convert import Cell, Grid, stored, to_cell
from .rows import first_error, spread

Given = Cell | Grid
Value = float | str
Rows = list[list[Value]]
Result = Value | Rows

CATEGORY = "Angka Kredit"
_AS_STORED = frozenset((float, str, type(None)))  # what nearly every argument is


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

    def read(self, cell: Given) -> Any:
        """What the rule takes for this cell, None where it may be left out and is; RowBlank or a CellError else."""
        if type(cell) not in _AS_STORED:
            cell = stored(cell)
        try:
            value = self.baca(cell)
        except CellError as error:
            raise type(error)(f"Argumen {self.nama}: {error}") from None
        if value is None and self.penanda_baris:
            raise RowBlank
        if value is None and self.wajib:
            raise BadValue(f"Argumen {self.nama} belum diisi: {self.keterangan}")
        return value


@dataclass(frozen=True)
class Seri:
    """An argument, by its place, of which a result tells the value for any other number of 0 or more, all else being
    the same: `nilai(result, number)`. The reading of the other arguments is then done once for all of a column."""

    tempat: int
    nilai: Callable[[Any, Decimal], Decimal]


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
    seri: Seri | None = None  # what makes long columns of one argument quick
    utuh: Callable[[Sequence[Given]], frozenset[int]] | None = None  # which are taken whole, where that varies

    def call(self, args: Sequence[Given]) -> Result:
        """The value for the arguments as a cell holds them; row by row where one is a range."""
        for arg in args:
            if isinstance(arg, (list, tuple)):
                break
        else:
            return self.value(args)
        try:
            return spread(self, args, self._whole(args))
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

    def value(self, args: Sequence[Given]) -> Result:
        """The value for these cells, of which only what is taken whole may be a range; an error as its text."""
        for arg in args:
            if isinstance(arg, (str, list, tuple)) and (error := first_error(arg)):
                return error
        try:
            return self.compute(self._read(args))
        except CellError as error:
            return error.kode

    def compute(self, read: Sequence[Any]) -> Result:
        """The value for arguments that were read; a CellError where the rule has none."""
        nilai = self.hitung(*read).nilai
        if isinstance(nilai, (list, tuple)):
            return [[to_cell(value) for value in row] for row in nilai]
        return to_cell(nilai)

    def _read(self, args: Sequence[Given]) -> list[Any]:
        if len(args) > len(self.argumen):
            raise BadValue(f"{self.nama} menerima paling banyak {len(self.argumen)} argumen, diberi {len(args)}.")
        given = len(args)
        return [each.read(args[place] if place < given else None) for place, each in enumerate(self.argumen)]


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
