"""What every table has: its source, its name in a regulation's folder, and its form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

SATU, PER_KUNCI, BARIS = "satu", "per kunci", "baris"


@dataclass(frozen=True)
class Dasar:
    """Where a value or a rule stands, how surely (`STATUS`), and how it is read where the reading is ours."""

    rujukan: str
    status: str
    catatan: str = ""


@dataclass(frozen=True, kw_only=True)
class Tabel(Dasar):
    """Base of every rule's table. `judul` completes the sentence 'naskah tidak memuat ...'."""

    bagian: ClassVar[str]
    judul: ClassVar[str]
    bentuk: ClassVar[str] = SATU
    pembeda: ClassVar[str] = ""  # of rows that several functions share: the column that says whose they are


@dataclass(frozen=True, kw_only=True)
class Tangga(Tabel):
    bagian = "tangga"
    judul = "tabel jenjang dan golongan ruang"
