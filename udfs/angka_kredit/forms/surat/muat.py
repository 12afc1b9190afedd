"""Loads a letter's data from `templates/`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from .. import skeleton
from ..book import Buku
from ..rows import BLOK
from .data import Anak, Berkas, Lembaran
from .data_tabel import BarisPak, Berita, Pak, PakAlih, SuratPernyataan


@cache
def berkas(stem: str) -> Berkas:
    return skeleton.load(Berkas, stem)


@cache
def surat_pernyataan() -> SuratPernyataan:
    return skeleton.load(SuratPernyataan, "surat_pernyataan")


@cache
def pak() -> Pak:
    return skeleton.load(Pak, "pak")


@cache
def pak_alih() -> PakAlih:
    return skeleton.load(PakAlih, "pak_alih_kategori")


@cache
def berita() -> Berita:
    return skeleton.load(Berita, "berita_acara")


def anak(lembar: Lembaran, jabatan: str) -> Anak | None:
    """The form's number in the jabatan's regulation, where it has one."""
    return next((each for each in lembar.anak if each.jabatan == jabatan), None)


def baris(buku: Buku) -> list[BarisPak]:
    """The rows of the PAK: those of the jabatan whose sums stand on the DUPAK of this jenjang."""
    susunan = buku.susunan
    unsur = (*susunan.utama, *susunan.penunjang)
    known = {BLOK, *(each.kode for each in unsur), *(sub.kode for each in unsur for sub in each.sub)}
    rows = [row for row in pak().baris if buku.jabatan.id in row.jabatan and known.issuperset(row.jumlah)]
    return [replace(row, nomor=str(susunan.nomor_blok)) if row.nomor == BLOK else row for row in rows]


def jumlah(bagian: str, buku: Buku) -> tuple[str, ...]:
    """The DUPAK sums (`U2`, `blok`) that make up a part of the PAK: pendidikan, diklat, tugas, profesi, penunjang."""
    return tuple(name for row in baris(buku) if row.bagian == bagian for name in row.jumlah)
