"""Appointment, moves and their conditions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .dasar import BARIS, PER_KUNCI, Tabel


@dataclass(frozen=True, kw_only=True)
class AlihKategori(Tabel):
    """Share of diklat, tugas and profesi that a keterampilan officer takes along to keahlian."""

    bagian = "alih_kategori"
    judul = "perpindahan dari keterampilan ke keahlian"
    persen: Decimal


@dataclass(frozen=True, kw_only=True)
class UnsurPengangkatan(Tabel):
    """By the way of appointment (`cara`): the kinds of credit that count."""

    bagian = "unsur_pengangkatan"
    judul = "unsur yang dihitung pada pengangkatan"
    bentuk = PER_KUNCI
    unsur: tuple[str, ...]  # of pendidikan, tugas, profesi, penunjang


@dataclass(frozen=True, kw_only=True)
class PengangkatanKembali(Tabel):
    """By the cause of the suspension (`nama`: how people write it): what adds to the last credit, tugas or profesi."""

    bagian = "pengangkatan_kembali"
    judul = "pengangkatan kembali"
    bentuk = PER_KUNCI
    nama: tuple[str, ...]
    tambahan: str


@dataclass(frozen=True, kw_only=True)
class Syarat(Tabel):
    """One condition. `pokok` names what it is for; `jenis` how it is tested (rules/uji_syarat.py), against `nilai`.

    Conditions of one `kelompok` belong together, and one kelompok that holds is enough; those without one always count.
    """

    bagian = "syarat"
    judul = "syarat"
    bentuk = BARIS
    pembeda = "pokok"
    pokok: str
    kategori: str  # '' for every kategori
    kelompok: str
    kunci: str  # what the officer fills in; its other names follow after ';'
    jenis: str
    nilai: str
    satuan: str  # of a number: tahun, bulan; '' for credit points
    uraian: str

    @property
    def label(self) -> str:
        return self.nama[0]

    @property
    def nama(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.kunci.split(";"))


@dataclass(frozen=True, kw_only=True)
class PengalamanKumulatif(Tabel):
    """Experience in several periods adds up."""

    bagian = "pengalaman_kumulatif"
    judul = "pengalaman yang dihitung secara kumulatif"
