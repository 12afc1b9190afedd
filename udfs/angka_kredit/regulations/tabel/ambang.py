"""Thresholds, what they are made of, and what must be collected."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .dasar import BARIS, Tabel


@dataclass(frozen=True, kw_only=True)
class Skala(Tabel):
    """Which scale of cumulative credit holds: a folder with an ambang.csv."""

    bagian = "ambang"
    judul = "angka kredit kumulatif per golongan ruang"
    skala: str


@dataclass(frozen=True, kw_only=True)
class PenetapanJenjang(Tabel):
    bagian = "penetapan_jenjang"
    judul = "jenjang menurut angka kredit"


@dataclass(frozen=True, kw_only=True)
class Kenaikan(Tabel):
    """Credit for one rise, where a text prints steps and no scale. `jenis`: jabatan or pangkat."""

    bagian = "kenaikan"
    judul = "angka kredit per kenaikan"
    bentuk = BARIS
    jenis: str
    dari: str
    ke: str
    ak: Decimal  # credit points


@dataclass(frozen=True, kw_only=True)
class Komposisi(Tabel):
    """How the required minimum, less formal education, is made up; for these diplomas of umum/ijazah.csv."""

    bagian = "komposisi"
    judul = "komposisi unsur utama dan penunjang"
    utama_paling_rendah: Decimal  # percent
    penunjang_paling_tinggi: Decimal  # percent
    ijazah: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProfesiMinimal(Tabel):
    """Credit from pengembangan profesi that the rise to this golongan needs, of the cumulative credit."""

    bagian = "profesi_minimal"
    judul = "angka kredit pengembangan profesi paling sedikit"
    bentuk = BARIS
    golongan: str
    ak: Decimal  # credit points


@dataclass(frozen=True, kw_only=True)
class Kelebihan(Tabel):
    bagian = "kelebihan"
    judul = "kelebihan angka kredit"


@dataclass(frozen=True, kw_only=True)
class TahunKedua(Tabel):
    bagian = "tahun_kedua"
    judul = "kewajiban angka kredit pada tahun kedua"
    persen: Decimal


@dataclass(frozen=True, kw_only=True)
class Tahunan(Tabel):
    """Credit that this golongan must collect every year."""

    bagian = "tahunan"
    judul = "angka kredit paling sedikit setiap tahun"
    bentuk = BARIS
    golongan: str
    ak: Decimal  # credit points
