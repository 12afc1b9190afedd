"""The data of the forms that are tables: surat pernyataan, PAK, PAK alih kategori, berita acara."""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import Isian, Kata
from .data import Blok, Lembaran, TandaSurat


@dataclass(frozen=True, kw_only=True)
class JudulSp(Kata):
    """What one surat pernyataan is called for one jabatan."""

    jabatan: str
    judul: str
    kegiatan: str
    anak: str = ""


@dataclass(frozen=True, kw_only=True)
class Sp(Kata):
    """One surat pernyataan. `huruf` begins its kegiatan_urut; `tampak` of its `baris` rows are not hidden."""

    huruf: str
    nama: str
    baris: int
    tampak: int
    judul: tuple[JudulSp, ...]


@dataclass(frozen=True, kw_only=True)
class KataSp(Kata):
    pembuka: str
    menyatakan: str
    melakukan: str
    kolom: tuple[str, ...]
    jumlah: str
    penutup: str
    tampak: str
    tersembunyi: str
    tidak_muat: str


@dataclass(frozen=True, kw_only=True)
class SuratPernyataan:
    kata: KataSp
    atasan: tuple[Blok, ...]
    pegawai: tuple[Blok, ...]
    tanda: tuple[TandaSurat, ...]
    surat: tuple[Sp, ...]
    isian: tuple[Isian, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BarisPak(Kata):
    """A row of the PAK: the sum of these DUPAK names, less their column (`U1a` -> tim_lama_U1a)."""

    jabatan: tuple[str, ...]
    nomor: str
    teks: str
    jumlah: tuple[str, ...] = ()
    bagian: str = ""  # pendidikan, diklat, tugas, profesi or penunjang: for what depends on it


@dataclass(frozen=True, kw_only=True)
class KataPak(Kata):
    judul: str
    nomor: str
    instansi: str
    masa: str
    dari: str
    sampai: str
    perorangan: str
    penetapan: str
    kolom: tuple[str, ...]
    utama: str
    penunjang: str
    jumlah_utama: str
    jumlah_penunjang: str
    jumlah_semua: str
    dapat: str
    tidak_dapat: str
    dipertimbangkan: str
    dalam_jabatan: str
    pangkat: str
    tmt: str
    coret: str
    belum: str
    asli: str
    tembusan: str


@dataclass(frozen=True, kw_only=True)
class Tembusan(Kata):
    jabatan: tuple[str, ...]
    teks: str


@dataclass(frozen=True, kw_only=True)
class Pak:
    lembar: Lembaran
    kata: KataPak
    baris: tuple[BarisPak, ...]
    tanda: tuple[TandaSurat, ...]
    asli: tuple[Tembusan, ...]
    tembusan: tuple[Tembusan, ...]
    isian: tuple[Isian, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KataAlih(Kata):
    judul: str
    sub: str
    kolom: tuple[str, ...]
    ijazah: str
    tidak: str
    jumlah: str
    hasil: str
    dinaikkan: str


@dataclass(frozen=True, kw_only=True)
class PakAlih:
    lembar: Lembaran
    kata: KataAlih
    baris: tuple[BarisPak, ...]
    hasil: tuple[Blok, ...]
    tanda: tuple[TandaSurat, ...]
    isian: tuple[Isian, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Anggota(Kata):
    """One of the Tim Penilai: `kunci` begins its four inputs (ketua_nama, ketua_nip, ketua_unsur, ketua_golongan)."""

    peran: str
    kunci: str


@dataclass(frozen=True, kw_only=True)
class KataBerita(Kata):
    nilai: tuple[str, ...]
    tim: tuple[str, ...]
    jumlah_tim: str
    ketentuan: tuple[str, ...]
    judul_ketentuan: str


@dataclass(frozen=True, kw_only=True)
class Berita:
    lembar: Lembaran
    kata: KataBerita
    blok: tuple[Blok, ...]
    penutup: tuple[Blok, ...]
    anggota: tuple[Anggota, ...]
    isian: tuple[Isian, ...] = ()
