"""One filled-in workbook beside what it must show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from terbaca import Terbaca, Value

Maka = Decimal | Fraction | int | date | str | None  # what must be shown; '' or None: nothing
HARI_NOL = date(1899, 12, 30)  # of a spreadsheet
EPSILON = Fraction(1, 10**9)  # exact credits have nine decimals at the most; the rest is the noise of binary sums


class Banding:
    """Collects in `found`, in words, every cell that shows something else."""

    def __init__(self, book: Terbaca) -> None:
        self.book, self.found = book, list[str]()

    def sama(self, where: str, shown: Value, expected: Maka) -> None:
        if isinstance(expected, date):
            expected = (expected - HARI_NOL).days
        if expected is None or isinstance(expected, str) or not isinstance(shown, float):
            same = shown == ("" if expected is None else expected)
        else:
            same = abs(Fraction(repr(shown)) - Fraction(expected)) <= EPSILON
        if not same:
            self.found.append(f"{where}: form {shown!r}, expected {expected}")

    def sel(self, sheet: str, ref: str, expected: Maka) -> None:
        self.sama(f"{sheet}!{ref}", self.book.values.get((sheet, ref), ""), expected)

    def baris(self, sheet: str, columns: str, row: int, expected: Iterable[Maka]) -> None:
        """These columns of a row of the sheet."""
        for column, value in zip(columns, expected, strict=True):
            self.sel(sheet, f"{column}{row}", value)

    def coret(self, sheet: str, ref: str, expected: bool) -> None:
        """Whether the word in this cell is struck out."""
        if self.book.holds(self.book.struck[sheet, ref]) != expected:
            word = self.book.values[sheet, ref]
            self.found.append(f"{sheet}!{ref} {word!r}: {'not ' if expected else ''}struck out")
