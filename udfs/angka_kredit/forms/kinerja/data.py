"""What the performance forms' data look like once loaded; every wording with its status, as in `schema.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ..schema import Catatan, Isian, Kata, Perorangan, Tanda

Nilai = str | date | int | Decimal


@dataclass(frozen=True, kw_only=True)
class Kop(Kata):
    """The head of a form. `kunci_nomor` is the name of the cell with its number; `peraturan` stands at the right."""

    judul: str
    kunci_nomor: str
    peraturan: str = ""
    berperiode: bool = True


@dataclass(frozen=True, kw_only=True)
class Kolom(Kata):
    """The columns of a form's table, and the words of its last row."""

    teks: tuple[str, ...]
    jumlah: str = ""


@dataclass(frozen=True, kw_only=True)
class Lembar:
    """One form. `kata`: further words of it, by name; its key status holds for all of them."""

    kop: Kop
    kolom: Kolom
    kata: dict[str, str]
    tanda: tuple[Tanda, ...]


@dataclass(frozen=True, kw_only=True)
class Berkas:
    """One kind of workbook: its forms, the rows on the person, and what its sheet Data asks for.

    `pakai` names inputs that dupak.toml declares; `isian` are the workbook's own, `bulat` those of
    them that are whole numbers."""

    perorangan: tuple[Perorangan, ...]
    pakai: tuple[str, ...]
    bulat: tuple[str, ...] = ()
    isian: tuple[Isian, ...]
    catatan: tuple[Catatan, ...]


@dataclass(frozen=True, kw_only=True)
class BerkasKonversi(Berkas):
    konversi: Lembar


@dataclass(frozen=True, kw_only=True)
class BerkasJabatan(Berkas):
    """The forms of one jabatan that is assessed by performance."""

    id: str
    penilaian: Catatan
    usul: Lembar
    penetapan: Lembar


@dataclass(frozen=True, kw_only=True)
class Masa:
    """A row of the sheet Riwayat: `isi` is the predikat, or the credit of another regime than konversi."""

    isi: str | int | Decimal
    tahun: int | None = None
    rezim: str = "konversi"
    jenjang: str = ""
    golongan: str = ""
    bulan: int | None = None
    lama: int | Decimal | None = None
    jumlah: int | Decimal | None = None
    pak: str = ""


@dataclass(frozen=True, kw_only=True)
class Tahun:
    """A row of the sheet Penilaian."""

    tahun: int
    nilai: int | Decimal
    minimal: int | Decimal | None = None
    bukti: str = ""


@dataclass(frozen=True, kw_only=True)
class Butir:
    """What the sheet Kegiatan holds beside a butir that was done."""

    kode: str
    tahun: int | None = None
    bukti: str = ""


@dataclass(frozen=True, kw_only=True)
class Isi:
    """What a person fills in: `data` by kunci of the Isian, then the rows of the sheets."""

    data: dict[str, Nilai] = field(default_factory=dict)
    jabatan: str = ""
    jenjang: str = ""
    riwayat: tuple[Masa, ...] = ()
    penilaian: tuple[Tahun, ...] = ()
    kegiatan: tuple[Butir, ...] = ()
