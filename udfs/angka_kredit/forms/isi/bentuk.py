"""A form as it stands, a person as a table has her, and the plan between the two: shared by all of filling in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from .nilai import Nilai

SURAT = ("p", "t", "r", "n")  # sp_<this>_baris: the rows of a surat pernyataan; sp_<this>_tampak: how many are shown


class Sel(NamedTuple):
    """A cell: its sheet's name and 'B5'."""

    lembar: str
    ref: str

    def __str__(self) -> str:
        return f"{self.lembar}!{self.ref}"


class Rumus(Enum):
    """What a cell with a formula holds, as far as filling in goes."""

    RUMUS = "rumus"


Isi = Nilai | Rumus


@dataclass(frozen=True)
class Formulir:
    """A form as it stands: the cells of each defined name, from the first down; what each of them holds."""

    nama: Mapping[str, Sequence[Sel]]
    isi: Mapping[Sel, Isi]

    def kolom(self, nama: str) -> list[Isi]:
        return [self.isi.get(sel) for sel in self.nama.get(nama, ())]


@dataclass(frozen=True)
class Orang:
    """A person as the table has her: facts by kunci, and the same of each row of the sheets `kolom.BARIS`.

    Values as the cells hold them."""

    fakta: Mapping[str, Nilai]
    kegiatan: Sequence[Mapping[str, Nilai]] = ()
    riwayat: Sequence[Mapping[str, Nilai]] = ()
    penilaian: Sequence[Mapping[str, Nilai]] = ()


class BarisLama(NamedTuple):
    """A line of the previous PAK with its JUMLAH according to the Tim Penilai."""

    kode: str
    uraian: str
    jumlah: Decimal
    butir: str = ""  # the kode of the activity on it, where one had a kode


class Alih(NamedTuple):
    """The PAK alih kategori in that workbook, where it has been worked out: lines of the keahlian form, their total."""

    baris: Sequence[BarisLama]
    jumlah: Decimal
    nomor: Nilai = None
    tanggal: Nilai = None


class PakLama(NamedTuple):
    """What the previous workbook says: whose it is, its lines, its total; of the rest what it has."""

    nip: str
    baris: Sequence[BarisLama]
    jumlah: Decimal | None
    jabatan: str = ""
    kategori: str = ""
    jenjang: str = ""
    masa_dari: Nilai = None
    masa_sampai: Nilai = None
    nomor: Nilai = None
    tanggal: Nilai = None
    lampiran: str = ""  # the sha256 of its Lampiran
    alih: Alih | None = None


class Tulis(NamedTuple):
    """One cell write. `diketik`: what a person typed there, which this would replace; None where nothing."""

    sel: Sel
    nama: str
    nilai: Nilai
    diketik: Nilai = None


@dataclass
class Rencana:
    tulis: list[Tulis] = field(default_factory=list)
    wajib: list[str] = field(default_factory=list)  # labels of inputs that stay empty and must not
    kurang: list[str] = field(default_factory=list)  # of the other inputs that stay empty
    catatan: list[str] = field(default_factory=list)  # what could not be written, and why
    tanpa_tempat: list[str] = field(default_factory=list)  # labels of facts that this form does not ask for
    tanpa_pasangan: list[BarisLama] = field(default_factory=list)  # lines of the previous PAK without a place


def satu(label: str, sel: Sel, nilai: Nilai, formulir: Formulir, hasil: Rencana) -> None:
    """Plans one write, unless the cell holds that value already; a formula is told."""
    held = formulir.isi.get(sel)
    if nilai is None or sama(nilai, held):
        return
    if isinstance(held, Rumus):
        hasil.catatan.append(f"{label}: {sel} berisi rumus, tidak ditimpa")
    else:
        hasil.tulis.append(Tulis(sel, label, nilai, None if held == "" else held))


def sama(nilai: Nilai, held: Isi) -> bool:
    """Whether the cell holds this value already, however a program gives it back."""
    if isinstance(held, Rumus):
        return False
    if nilai in (None, "") or held in (None, ""):
        return nilai in (None, "") and held in (None, "")
    if isinstance(nilai, str) or isinstance(held, str):
        return str(nilai) == str(held)
    return _number(nilai) == _number(held)


def _number(value: int | float | Decimal | date | None) -> float:
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return float((day - date(1899, 12, 30)).days)
    return float(value or 0)
