"""What a rule answers: the value, one sentence of how it came about, and every article it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol

Nilai = Decimal | str | date
Baris = Sequence[Sequence[Nilai]]


class Berdasar(Protocol):
    """Anything that names its source: a table of a regulation, a value, a golongan."""

    @property
    def rujukan(self) -> str: ...
    @property
    def status(self) -> str: ...


class Bernilai(Berdasar, Protocol):
    """A number with its source: a share of 1, or credit points."""

    @property
    def nilai(self) -> Decimal: ...


class Hasil(NamedTuple):
    """`nilai`: credit points, a word, a date, or rows of these whose first cell is the answer itself."""

    nilai: Nilai | Baris
    uraian: str  # Indonesian, without the final stop
    dasar: tuple[Berdasar, ...]


def rujukan(dasar: Iterable[Berdasar]) -> str:
    """Where these stand, each place once."""
    return "; ".join(dict.fromkeys(row.rujukan for row in dasar))
