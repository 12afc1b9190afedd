"""The rows of section II: what the regulation's unsur, its butir of one jenjang and the skeleton make together.
No layout here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..regulations.schema import Butir, Jabatan, Jenjang
from ..regulations.schema import Unsur as UnsurJabatan
from ..rules.faktor_jenjang import nearest
from .schema import Dupak, DupakJabatan, Kata

HURUF = "abcdefghijklmnopqrstuvwxyz"
# what kind of work an unsur is -> the surat pernyataan that lists it
SURAT = {
    "pendidikan_sekolah": "P",
    "diklat": "P",
    "prajabatan": "P",
    "tugas_pokok": "T",
    "profesi": "R",
    "penunjang": "N",
}
BLOK = "blok"


@dataclass(frozen=True)
class Baris:
    """One line that takes credit. `kode` (U2a1) always mixes letters and digits so that no spreadsheet
    reads it as a cell, a number or a date."""

    kode: str
    nomor: int
    butir: Butir | None  # None: an empty line, its uraian comes from the sheet Kegiatan


@dataclass(frozen=True)
class SubBaris:
    """A sub unsur with its lines; `kode` is what its lines begin with."""

    kode: str
    huruf: str
    nama: str
    jenis: str
    asal: Kata | UnsurJabatan
    baris: tuple[Baris, ...]


@dataclass(frozen=True)
class UnsurBaris:
    kode: str
    nomor: int
    nama: str
    sub: tuple[SubBaris, ...]


@dataclass(frozen=True)
class Susunan:
    """Section II. The block's total is carried into unsur utama as its last number, `nomor_blok`."""

    utama: tuple[UnsurBaris, ...]
    penunjang: tuple[UnsurBaris, ...]
    nomor_blok: int
    blok: SubBaris

    @property
    def sub(self) -> list[SubBaris]:
        """Every sub unsur in the order of the form, then the block."""
        return [sub for unsur in (*self.utama, *self.penunjang) for sub in unsur.sub] + [self.blok]

    def place(self, butir: Butir) -> Baris | None:
        """The line that the butir has of its own."""
        return next((line for sub in self.sub for line in sub.baris if line.butir == butir), None)


def susun(jabatan: Jabatan, jenjang: Jenjang, dupak: Dupak, own: DupakJabatan) -> Susunan:
    known = [butir for butir in jabatan.butir.values() if jenjang in butir.jenjang]
    maker = _Susun(jabatan, known, dupak, own)
    utama, penunjang = tuple(maker.utama()), tuple(maker.penunjang())
    kode, number = f"U{len(utama) + 1}a", len(utama) + 1
    blok = SubBaris(kode, "a", dupak.blok.pindahan, "tugas_pokok", dupak.blok, _lines(kode, [], dupak.blok.baris))
    return Susunan(utama, penunjang, number, blok)


def owner(jenjang: Jenjang, butir: Butir) -> Jenjang:
    """Whose the butir counts as for an officer of `jenjang`."""
    return jenjang if jenjang in butir.jenjang else nearest(jenjang, butir.jenjang)


class _Susun:
    """Groups the butir of the own jenjang under unsur and sub unsur."""

    def __init__(self, jabatan: Jabatan, known: list[Butir], dupak: Dupak, own: DupakJabatan) -> None:
        self._unsur, self._known, self._dupak, self._own = jabatan.unsur, known, dupak, own

    def utama(self) -> Iterator[UnsurBaris]:
        number = 0
        for number, unsur in enumerate(self._tops("utama"), 1):
            yield self._group(f"U{number}", number, unsur)
        if lost := [butir for butir in self._known if butir.unsur is None]:
            kode, lain = f"U{number + 1}", self._dupak.lain
            sub = SubBaris(f"{kode}a", "a", lain.sub, "tugas_pokok", lain, _lines(f"{kode}a", lost, 0))
            yield UnsurBaris(kode, number + 1, lain.unsur, (sub,))

    def penunjang(self) -> Iterator[UnsurBaris]:
        for number, unsur in enumerate(self._tops("penunjang"), 1):
            yield self._group(f"P{number}", number, unsur)

    def _tops(self, kelompok: str) -> list[UnsurJabatan]:
        return [unsur for unsur in self._unsur.values() if "." not in unsur.kode and unsur.kelompok == kelompok]

    def _group(self, kode: str, number: int, unsur: UnsurJabatan) -> UnsurBaris:
        named: list[tuple[str, str, Kata | UnsurJabatan, list[Butir]]] = [
            (sub.nama, sub.jenis, sub, self._of(sub.kode)) for sub in self._unsur.values() if _below(sub, unsur)
        ]
        named += [(sub.nama, unsur.jenis, sub, []) for sub in self._own.sub if sub.unsur == unsur.kode]
        if rest := self._of(unsur.kode):
            named.append((self._dupak.lain.sub, unsur.jenis, self._dupak.lain, rest))
        subs = []
        for huruf, (nama, jenis, asal, known) in zip(HURUF, named, strict=False):
            empty = 0 if asal is self._dupak.lain else self._empty(unsur.kode, jenis)
            nama = nama[:1].upper() + nama[1:]
            subs.append(SubBaris(kode + huruf, huruf, nama, jenis, asal, _lines(kode + huruf, known, empty)))
        return UnsurBaris(kode, number, unsur.nama, tuple(subs))

    def _of(self, kode: str) -> list[Butir]:
        return [butir for butir in self._known if butir.unsur and butir.unsur.kode == kode]

    def _empty(self, unsur: str, jenis: str) -> int:
        """How many empty lines a sub unsur gets below its butir."""
        own = {each.unsur: each.baris for each in self._own.kosong}
        return own[unsur] if unsur in own else int(getattr(self._dupak.kosong, jenis))


def _below(sub: UnsurJabatan, unsur: UnsurJabatan) -> bool:
    return sub.kode.startswith(f"{unsur.kode}.")


def _lines(prefix: str, known: list[Butir], empty: int) -> tuple[Baris, ...]:
    filled = [*known, *[None] * empty]
    return tuple(Baris(f"{prefix}{number}", number, butir) for number, butir in enumerate(filled, 1))
