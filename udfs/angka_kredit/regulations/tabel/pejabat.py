"""Who sets, proposes and assesses; where and how many."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .dasar import BARIS, PER_KUNCI, Tabel


@dataclass(frozen=True, kw_only=True)
class Pejabat(Tabel):
    """Who does what for whom: `peran` penetap, pengusul or tim; `instansi` a key of [instansi], or semua."""

    bagian = "pejabat"
    judul = "pejabat dan tim penilai"
    bentuk = BARIS
    pembeda = "peran"
    peran: str
    instansi: str
    golongan_dari: str
    golongan_sampai: str
    teks: str
    tugas: str = ""  # what this one does, in the text's words, where that is not what its peran says


@dataclass(frozen=True, kw_only=True)
class TimPengganti(Tabel):
    """Teams that may assess while the own one does not exist, in the text's order."""

    bagian = "tim_pengganti"
    judul = "tim penilai pengganti"
    bentuk = BARIS
    tim: str
    pengganti: str


@dataclass(frozen=True, kw_only=True)
class SusunanTim(Tabel):
    """One requirement on the team's composition; `jenis` says how rules/tim_penilai.py tests it."""

    bagian = "susunan_tim"
    judul = "susunan tim penilai"
    bentuk = BARIS
    jenis: str
    peran: str
    nilai: str
    uraian: str


@dataclass(frozen=True, kw_only=True)
class MasaTim(Tabel):
    bagian = "masa_tim"
    judul = "masa jabatan anggota tim penilai"
    tahun: int
    berturut: int  # terms in a row
    jeda: int  # terms of pause after them


@dataclass(frozen=True, kw_only=True)
class Instansi(Tabel):
    """By key: how people write this kind of instansi."""

    bagian = "instansi"
    judul = "jenis instansi"
    bentuk = PER_KUNCI
    nama: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Formasi(Tabel):
    bagian = "formasi"
    judul = "batas formasi"
    bentuk = PER_KUNCI
    paling_banyak: Decimal  # people
    lingkungan: str  # 'di lingkungan ...', in the text's words
