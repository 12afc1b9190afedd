"""Deadlines, ages and suspensions."""

from __future__ import annotations

from dataclasses import dataclass

from .dasar import BARIS, PER_KUNCI, Tabel


@dataclass(frozen=True, kw_only=True)
class BatasPenetapan(Tabel):
    """The credit for a rank rise is set by the end of the month that lies this many months before the period's."""

    bagian = "batas_penetapan"
    judul = "batas waktu penetapan angka kredit"
    bulan: int
    periode: tuple[int, ...]  # months in which ranks rise


@dataclass(frozen=True, kw_only=True)
class PenilaianTahunan(Tabel):
    """A calendar year's work is assessed by the end of this month of the next year."""

    bagian = "penilaian_tahunan"
    judul = "batas waktu penilaian tahunan"
    bulan: int


@dataclass(frozen=True, kw_only=True)
class BatasDiklat(Tabel):
    """Years since the TMT as PNS; how many days less, by the text's own example."""

    bagian = "batas_diklat"
    judul = "batas waktu mengikuti dan lulus diklat"
    tahun: int
    kurang_hari: int


@dataclass(frozen=True, kw_only=True)
class BatasPengangkatan(Tabel):
    """Years since the diklat was passed; how many days less, by the text's own example."""

    bagian = "batas_pengangkatan"
    judul = "batas waktu pengangkatan setelah lulus diklat"
    tahun: int
    kurang_hari: int


@dataclass(frozen=True, kw_only=True)
class BatasUsia(Tabel):
    """By the way of appointment: the highest age, and the last day of it (`sampai`): ulang_tahun, the birthday itself,
    or bulan_sebelum, the last day of the month before the birthday's."""

    bagian = "batas_usia"
    judul = "batas usia"
    bentuk = PER_KUNCI
    tahun: int
    sampai: str


@dataclass(frozen=True, kw_only=True)
class BatasUsul(Tabel):
    """The proposal is received by the end of the month that lies this many months before the birthday's month."""

    bagian = "batas_usul"
    judul = "batas waktu usul pengangkatan"
    bulan: int


@dataclass(frozen=True, kw_only=True)
class BebasSementara(Tabel):
    """Suspension when the credit is not reached: years since the last TMT, for these golongan."""

    bagian = "bebas_sementara"
    judul = "pembebasan sementara"
    bentuk = BARIS
    golongan_dari: str
    golongan_sampai: str
    tahun: int


@dataclass(frozen=True, kw_only=True)
class Pemberhentian(Tabel):
    """Years since the suspension."""

    bagian = "pemberhentian"
    judul = "pemberhentian dari jabatan"
    tahun: int
