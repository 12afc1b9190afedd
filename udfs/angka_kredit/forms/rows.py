"""The rows of section II: what the skeleton, the jabatan's unsur and its known butir make together. No layout here."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import DataError
from ..regulations.schema import Butir, Jabatan, Jenjang
from ..regulations.tabel import FaktorJenjang
from ..rules.faktor_jenjang import distance, nearest
from .schema import Dupak, DupakJabatan, Kata, SubUnsur, Unsur

HURUF = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Baris:
    """One line that takes credit. `kode` (U2a1) always mixes letters and digits so that no spreadsheet
    reads it as a cell, a number or a date."""

    kode: str
    nomor: int
    butir: Butir | None  # None: an empty line, its uraian comes from the sheet Kegiatan


@dataclass(frozen=True)
class KelompokBaris:
    """A sub unsur with its lines."""

    huruf: str
    nama: str
    asal: Kata
    baris: tuple[Baris, ...]


@dataclass(frozen=True)
class UnsurBaris:
    nomor: int
    nama: str
    sub: tuple[KelompokBaris, ...]


@dataclass(frozen=True)
class Susunan:
    """Section II. The block's total is carried into unsur utama as its last number, `nomor_blok`."""

    utama: tuple[UnsurBaris, ...]
    penunjang: tuple[UnsurBaris, ...]
    nomor_blok: int
    blok: KelompokBaris

    @property
    def kelompok(self) -> list[KelompokBaris]:
        return [sub for unsur in (*self.utama, *self.penunjang) for sub in unsur.sub] + [self.blok]

    @property
    def awalan_blok(self) -> str:
        """The first characters of every line code of the block."""
        return f"U{self.nomor_blok}"


def susun(jabatan: Jabatan, jenjang: Jenjang, dupak: Dupak, own: DupakJabatan) -> Susunan:
    utama = tuple(_unsur("U", number, unsur, jabatan, jenjang) for number, unsur in enumerate(own.utama, 1))
    penunjang = tuple(_unsur("P", number, unsur, jabatan, jenjang) for number, unsur in enumerate(own.penunjang, 1))
    number = len(utama) + 1
    foreign = [butir for butir in jabatan.butir.values() if _belongs_to_blok(jabatan, jenjang, butir)]
    lines = _lines(f"U{number}a", foreign, len(foreign) + dupak.blok.baris_kosong)
    return Susunan(utama, penunjang, number, KelompokBaris("a", dupak.blok.pindahan, dupak.blok, lines))


def _unsur(prefix: str, number: int, unsur: Unsur, jabatan: Jabatan, jenjang: Jenjang) -> UnsurBaris:
    subs = (
        _sub(f"{prefix}{number}", huruf, sub, jabatan, jenjang) for huruf, sub in zip(HURUF, unsur.sub, strict=False)
    )
    return UnsurBaris(number, unsur.nama, tuple(subs))


def _sub(prefix: str, huruf: str, sub: SubUnsur, jabatan: Jabatan, jenjang: Jenjang) -> KelompokBaris:
    known = [_butir(jabatan, kode) for kode in sub.butir]
    own = [butir for butir in known if jenjang in butir.jenjang]
    return KelompokBaris(huruf, sub.nama, sub, _lines(prefix + huruf, own, max(sub.baris, len(own) + 1)))


def _lines(prefix: str, known: list[Butir], count: int) -> tuple[Baris, ...]:
    filled = [*known, *[None] * (count - len(known))]
    return tuple(Baris(f"{prefix}{number}", number, butir) for number, butir in enumerate(filled, 1))


def _belongs_to_blok(jabatan: Jabatan, jenjang: Jenjang, butir: Butir) -> bool:
    """A butir of another jenjang of the same ladder that this officer may do."""
    owner = nearest(jenjang, butir.jenjang)
    if owner == jenjang or owner.kategori != jenjang.kategori:
        return False
    return distance(jenjang, owner) in jabatan.per_kunci(FaktorJenjang)


def _butir(jabatan: Jabatan, kode: str) -> Butir:
    if kode.casefold() not in jabatan.butir:
        raise DataError(f"{jabatan.id}: no butir {kode}")
    return jabatan.butir[kode.casefold()]
