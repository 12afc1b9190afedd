"""The letters around the DUPAK: surat pernyataan, PAK, pengusulan, surat usul, keputusan pengangkatan, berita acara."""

from __future__ import annotations

from .berita_acara import LembarBerita
from .lembar import LembarAlih, LembarSurat
from .pak import LembarPak
from .pak_alih import LembarPakAlih
from .pernyataan import LembarPernyataan

# in the order of the tabs
LEMBAR = (
    LembarPernyataan("P", "SP Diklat"),
    LembarPernyataan("T", "SP Tugas Pokok"),
    LembarPernyataan("R", "SP Profesi"),
    LembarPernyataan("N", "SP Penunjang"),
    LembarSurat("pengusulan", "pengusulan", "Pengusulan"),
    LembarSurat("surat_usul", "surat_usul", "Surat Usul"),
    LembarBerita(),
    LembarPak(),
    LembarPakAlih(),
    LembarSurat("sk", "pertama", "SK Pertama"),
    LembarSurat("sk", "jabatan_lain", "SK Jabatan Lain"),
    LembarAlih("sk", "alih", "SK Alih Kategori"),
)

__all__ = ["LEMBAR"]
