"""Kasus: one officer's case, what is asked of it, and the comparisons that every condition is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..regulations.schema import Ijazah, Jabatan
from ..regulations.tabel import Syarat
from ..words import indonesian, tanggal
from .hasil import Berdasar

Isi = bool | Decimal | date | str | Ijazah


class Uji(NamedTuple):
    """What is asked, in words; whether it holds (None: not known); what else than the row it rests on."""

    diminta: str
    terpenuhi: bool | None
    dasar: tuple[Berdasar, ...] = ()
    terhalang: bool = False  # it cannot be computed, and `diminta` says why


class Batas(NamedTuple):
    """A number that is asked (credit points, or in the row's unit), and what it rests on."""

    nilai: Decimal
    dasar: tuple[Berdasar, ...] = ()


class BatasTanggal(NamedTuple):
    """A date that is asked, and what it rests on."""

    nilai: date
    dasar: tuple[Berdasar, ...] = ()


class Sasaran(NamedTuple):
    """What a rise aims at: the golongan ruang, the credit it needs, and whether the jenjang changes."""

    golongan: str
    ak: Batas
    naik_jenjang: bool


@dataclass(frozen=True)
class Kasus:
    """What is known of one officer: the conditions of one pokok, and by their label what was filled in."""

    jabatan: Jabatan
    syarat: tuple[Syarat, ...]
    isian: Mapping[str, Isi]
    sasaran: Sasaran | None = None

    def isi(self, *jenis: str) -> Isi | None:
        """What was filled in for the conditions of these jenis."""
        return next((self.isian[label] for label in self.labels(*jenis) if label in self.isian), None)

    def labels(self, *jenis: str) -> list[str]:
        """What an officer fills in for the conditions of these jenis."""
        return [row.label for row in self.syarat if row.jenis in jenis]


def paling_kurang(row: Syarat, isi: Isi | None, batas: Batas | None) -> Uji:
    if batas is None:
        return Uji("paling kurang menurut isian lain", None)
    held = isi >= batas.nilai if isinstance(isi, Decimal) else None
    return Uji(f"paling kurang {angka(batas.nilai, row)}", held, batas.dasar)


def di_bawah(row: Syarat, isi: Isi | None, batas: Batas | None) -> Uji:
    if batas is None:
        return Uji("di bawah yang disyaratkan, menurut isian lain", None)
    held = isi < batas.nilai if isinstance(isi, Decimal) else None
    return Uji(f"di bawah {angka(batas.nilai, row)}", held, batas.dasar)


def paling_lambat(isi: Isi | None, batas: BatasTanggal | None) -> Uji:
    if batas is None:
        return Uji("paling lambat menurut isian lain", None)
    held = isi <= batas.nilai if isinstance(isi, date) else None
    return Uji(f"paling lambat {tanggal(batas.nilai)}", held, batas.dasar)


def paling_cepat(isi: Isi | None, batas: BatasTanggal | None) -> Uji:
    if batas is None:
        return Uji("setelah jangka waktunya genap, menurut isian lain", None)
    held = isi >= batas.nilai if isinstance(isi, date) else None
    return Uji(f"mulai {tanggal(batas.nilai)}", held, batas.dasar)


def angka(number: Decimal, row: Syarat) -> str:
    """The number with the row's unit."""
    return f"{indonesian(number)} {row.satuan}".strip()
