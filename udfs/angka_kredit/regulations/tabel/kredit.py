"""The credit of an activity: factors and shares."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from .dasar import PER_KUNCI, Tabel


@dataclass(frozen=True, kw_only=True)
class FaktorJenjang(Tabel):
    """Share of a butir's credit by the distance of its jenjang; an absent distance is not allowed."""

    bagian = "faktor_jenjang"
    judul = "faktor untuk butir kegiatan"
    bentuk = PER_KUNCI
    persen: Decimal

    @cached_property
    def nilai(self) -> Decimal:
        return self.persen / 100


@dataclass(frozen=True, kw_only=True)
class BatasJenjang(Tabel):
    bagian = "batas_jenjang"
    judul = "batas tingkat di atas dan di bawah"


@dataclass(frozen=True, kw_only=True)
class ButirSemuaJenjang(Tabel):
    """Why a butir that is open to every jenjang has no factor."""

    bagian = "butir_semua_jenjang"
    judul = "butir yang terbuka untuk semua jenjang"


@dataclass(frozen=True, kw_only=True)
class PorsiPenulis(Tabel):
    """By the number of authors: the share of the penulis utama, and of each pembantu."""

    bagian = "porsi_penulis"
    judul = "pembagian angka kredit karya tulis bersama"
    bentuk = PER_KUNCI
    utama: Decimal  # percent
    pembantu: Decimal  # percent


@dataclass(frozen=True, kw_only=True)
class BatasPenulis(Tabel):
    bagian = "batas_penulis"
    judul = "batas jumlah penulis pembantu"
    unsur: str  # kode of the sub unsur whose butir are shared
