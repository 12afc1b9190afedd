"""What a regulation's data look like once loaded. Every value stands with its rujukan and its status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from ..errors import NotFound
from .tabel import Tabel, Tangga

# naskah: read in the text we have; peraturan_lain: printed in another regulation; turunan: derived by us;
# satu_sumber: one source only; belum_ada: known to exist, not available.
# impor: from the user's own copy of an annex.
STATUS = ("naskah", "peraturan_lain", "turunan", "satu_sumber", "belum_ada", "impor")
T = TypeVar("T", bound=Tabel)


@dataclass(frozen=True)
class Nilai:
    """A number (credit points, or a share of 1) with its authority."""

    nilai: Decimal
    rujukan: str
    status: str
    catatan: str = ""


@dataclass(frozen=True)
class Golongan:
    """One golongan ruang of one jenjang, e.g. 'III/c', pangkat 'Penata'."""

    kode: str
    pangkat: str
    rujukan: str
    status: str


@dataclass(frozen=True)
class Ijazah:
    """A diploma and its credit (credit points). `urutan`: its level, 1 the lowest, the same for equals."""

    nama: str
    urutan: int
    ak: Decimal
    nama_lain: tuple[str, ...]
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
class Unsur:
    """A group of butir: unsur or sub unsur. `kelompok` is utama or penunjang; `jenis` what kind of work it is."""

    kode: str
    nama: str
    kelompok: str
    jenis: str
    rujukan: str
    status: str


@dataclass(frozen=True)
class Butir:
    """One butir kegiatan. `ak` (credit points per unit of volume) is None where the text does not print it."""

    kode: str
    uraian: str
    jenjang: tuple[Jenjang, ...]  # whose it is; several, or every jenjang of its kategori
    ak: Decimal | None
    rujukan: str
    status: str
    unsur: Unsur | None = None
    satuan: str = ""
    semua_jenjang: bool = False  # open to every jenjang


@dataclass(frozen=True)
class TidakDiatur:
    """What is deliberately not formalised, and why."""

    pokok: str
    rujukan: str
    alasan: str


@dataclass(frozen=True)
class Regulasi:
    id: str
    nama: str
    singkat: str
    tentang: str
    berlaku_sejak: date | None  # None: the user's import does not say
    diperiksa: date | None
    catatan: tuple[str, ...]
    sesudahnya: tuple[str, ...]  # later regulations on the same subject
    tidak_ada: Mapping[str, str]  # table that the text refers to or should have -> why it is not here
    tidak_diatur_di_sini: tuple[TidakDiatur, ...]


@dataclass(frozen=True)
class Jabatan:
    """One jabatan fungsional under one version of its regulation: all that the rules need to know of it."""

    id: str
    nama: str
    nama_lain: tuple[str, ...]
    metode: str
    berlaku_sejak: date | None  # None: the user's import does not say
    regulasi: Regulasi
    jenjang: tuple[Jenjang, ...]
    tangga: Tangga
    tabel: Mapping[type[Tabel], Any]  # the rules that the text has; read with aturan, tabel_kunci, tabel_baris
    ambang: Mapping[str, Nilai]  # golongan -> cumulative credit points; none where the text names no scale
    unsur: Mapping[str, Unsur]
    butir: Mapping[str, Butir]  # by folded kode

    @property
    def kategori(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(jenjang.kategori for jenjang in self.jenjang))

    def punya(self, kind: type[Tabel]) -> bool:
        """Whether the text has this rule."""
        return kind in self.tabel

    def aturan(self, kind: type[T]) -> T:
        """The rule's one table; #N/A where the text has none."""
        return self._need(kind)  # type: ignore[no-any-return]

    def per_kunci(self, kind: type[T]) -> Mapping[str, T]:
        """The rule's tables by key; #N/A where the text has none."""
        return self._need(kind)  # type: ignore[no-any-return]

    def baris(self, kind: type[T]) -> tuple[T, ...]:
        """The rule's rows; #N/A where the text has none."""
        return self._need(kind)  # type: ignore[no-any-return]

    def tanpa(self, kind: type[Tabel], hint: str = "") -> NotFound:
        """#N/A in words for a rule that this jabatan's text lacks."""
        why = self.regulasi.tidak_ada.get(kind.bagian, "")
        words = (f"{self.regulasi.singkat} tidak memuat {kind.judul}.", f"{why}." if why else "", hint)
        return NotFound(" ".join(word for word in words if word))

    def _need(self, kind: type[Tabel]) -> Any:
        if kind not in self.tabel:
            raise self.tanpa(kind)
        return self.tabel[kind]
