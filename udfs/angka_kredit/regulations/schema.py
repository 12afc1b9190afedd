"""What a regulation's data look like once loaded. Every value stands with its rujukan and its status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

# naskah: read in the text we have; peraturan_lain: printed in another regulation; turunan: derived by us;
# satu_sumber: one source only; belum_ada: known to exist, not available.
STATUS = ("naskah", "peraturan_lain", "turunan", "satu_sumber", "belum_ada")


@dataclass(frozen=True)
class Nilai:
    """A number (credit points, or a share of 1) with its authority."""

    nilai: Decimal
    rujukan: str
    status: str


@dataclass(frozen=True)
class Aturan:
    """A rule in words that bounds a table: where it stands."""

    rujukan: str
    status: str


@dataclass(frozen=True)
class Golongan:
    """One golongan ruang of one jenjang, e.g. 'III/c', pangkat 'Penata'."""

    kode: str
    pangkat: str
    rujukan: str
    status: str


@dataclass(frozen=True)
class Jenjang:
    """One level of one ladder; `urutan` counts from 1 inside its kategori."""

    kategori: str
    urutan: int
    nama: str
    golongan: tuple[Golongan, ...]


@dataclass(frozen=True)
class Butir:
    """One butir kegiatan. `ak` (credit points per unit of volume) is None where the text does not print it."""

    kode: str
    uraian: str
    jenjang: Jenjang
    ak: Decimal | None
    rujukan: str
    status: str


@dataclass(frozen=True)
class Regulasi:
    id: str
    nama: str
    singkat: str
    tentang: str
    berlaku_sejak: date
    diperiksa: date
    catatan: tuple[str, ...]


@dataclass(frozen=True)
class Jabatan:
    """One jabatan fungsional under one version of its regulation: all that the rules need to know of it."""

    id: str
    nama: str
    nama_lain: tuple[str, ...]
    metode: str
    berlaku_sejak: date
    regulasi: Regulasi
    jenjang: tuple[Jenjang, ...]
    tangga: Aturan  # where the table of jenjang and golongan stands
    faktor_jenjang: Mapping[str, Nilai]
    batas_jenjang: Aturan | None
    ambang: Mapping[str, Nilai]
    catatan_ambang: str  # why this scale holds for the jabatan, where its own text lacks the table
    penetapan_jenjang: Aturan | None  # that the jenjang follows from the credit
    porsi_penulis: Mapping[int, tuple[Nilai, Nilai]]  # number of authors -> (utama, each pembantu)
    batas_penulis: Aturan | None
    butir: Mapping[str, Butir]

    @property
    def kategori(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(jenjang.kategori for jenjang in self.jenjang))
