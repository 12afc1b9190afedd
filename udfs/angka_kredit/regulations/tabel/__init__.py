"""The shape of each rule's data: one class per table, one module per subject.

A class says how its table is written in a regulation's folder: `[bagian]` of a .toml file (SATU), `[bagian.kunci]` for
several (PER_KUNCI), or the rows of `bagian.csv` (BARIS). A regulation that lacks a table lacks the rule:
`Jabatan.aturan` then answers #N/A with the table's `judul`."""

from __future__ import annotations

from .ambang import Kelebihan, Kenaikan, Komposisi, PenetapanJenjang, ProfesiMinimal, Skala, Tahunan, TahunKedua
from .dasar import BARIS, PER_KUNCI, SATU, Dasar, Tabel, Tangga
from .kredit import BatasJenjang, BatasPenulis, ButirSemuaJenjang, FaktorJenjang, PorsiPenulis
from .pejabat import Formasi, Instansi, MasaTim, Pejabat, SusunanTim, TimPengganti
from .pengangkatan import AlihKategori, PengalamanKumulatif, PengangkatanKembali, Syarat, UnsurPengangkatan
from .tenggat import (
    BatasDiklat,
    BatasPenetapan,
    BatasPengangkatan,
    BatasUsia,
    BatasUsul,
    BebasSementara,
    Pemberhentian,
    PenilaianTahunan,
)

__all__ = [
    "BARIS",
    "PER_KUNCI",
    "SATU",
    "TABEL",
    "AlihKategori",
    "BatasDiklat",
    "BatasJenjang",
    "BatasPenetapan",
    "BatasPengangkatan",
    "BatasPenulis",
    "BatasUsia",
    "BatasUsul",
    "BebasSementara",
    "ButirSemuaJenjang",
    "Dasar",
    "FaktorJenjang",
    "Formasi",
    "Instansi",
    "Kelebihan",
    "Kenaikan",
    "Komposisi",
    "MasaTim",
    "Pejabat",
    "Pemberhentian",
    "PenetapanJenjang",
    "PengalamanKumulatif",
    "PengangkatanKembali",
    "PenilaianTahunan",
    "PorsiPenulis",
    "ProfesiMinimal",
    "Skala",
    "SusunanTim",
    "Syarat",
    "Tabel",
    "TahunKedua",
    "Tahunan",
    "Tangga",
    "TimPengganti",
    "UnsurPengangkatan",
]

TABEL: dict[str, type[Tabel]] = {kind.bagian: kind for kind in Tabel.__subclasses__()}
