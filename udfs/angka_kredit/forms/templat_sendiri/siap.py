"""The agency's blank form as the filling reads it: once a process for all people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...errors import Refused
from ...files import read, write
from ...kenal import Buku, Kisi, baca, kenali_kisi, profil
from ...kenal.bentuk import BUTIR, Formulir
from ...kenal.kisi import alamat
from ...xls import jenis, nama_konversi, terbaca
from ..isi.bentuk import Formulir as Isian
from ..isi.bentuk import Isi, Rumus, Sel

# what stands where something is to be written: '.........', ': ____', 'xx xx xxxx s/d xx xx xxxx'
_PENANDA = re.compile(r"(?:[\s.…_:\-/,]|x{2,}|s/d)*", re.IGNORECASE)

_MILIK_ORANG = ("volume", "jumlah_ak", "lama", "baru", "jumlah")  # columns of one person's numbers


@dataclass(frozen=True)
class Asal:
    """Which form: a workbook, and its profile where there is one."""

    templat: Path
    profil: Path | None
    kata: str = ""  # what to say of it in the report

    @property
    def akhiran(self) -> str:
        """Of the files made: with macros or without, whatever the form's own name ends with."""
        return ".xlsm" if self.templat.suffix.lower() == ".xlsm" else ".xlsx"


@dataclass(frozen=True)
class Lembaran:
    """A workbook as read: its sheets by name, and the forms on them."""

    kisi: dict[str, Kisi]
    buku: Buku

    def formulir(self) -> Iterator[tuple[Kisi, Formulir]]:
        for sheet in self.buku.lembar:
            yield from ((self.kisi[sheet.nama], form) for form in sheet.formulir)

    def angka_tersisa(self) -> list[str]:
        """The cells of the butir's own numbers that hold one already, which everybody's copy would show."""
        return [
            f"{kisi.nama}!{alamat(row.nomor, column)}"
            for kisi, form in self.formulir()
            for row in form.baris
            if row.jenis == BUTIR
            for each in form.kolom
            if each.isi in _MILIK_ORANG
            for column in each.kolom
            if _angka(kisi, row.nomor, column)
        ]

    def isian(self) -> Isian:
        """What its cells hold, as filling in compares it: a mark to write upon is nothing."""
        return Isian({}, {Sel(k.nama, alamat(*at)): _isi(k, at) for k in self.kisi.values() for at in k.sel})


def _angka(kisi: Kisi, row: int, column: int) -> bool:
    sel = kisi.sel.get((row, column))
    return sel is not None and not sel.rumus and isinstance(sel.nilai, (int, float)) and sel.nilai != 0


def _isi(kisi: Kisi, at: tuple[int, int]) -> Isi:
    sel = kisi.sel[at]
    if sel.rumus:
        return Rumus.RUMUS
    return None if kosong(sel.teks) else sel.nilai


def kosong(teks: str) -> bool:
    """Nothing, or nothing but a mark to write upon."""
    return _PENANDA.fullmatch(teks) is not None


def siapkan(path: Path, profil: Path | None, keluar: Path, konversi: bool) -> Asal:
    """The form, a copy by LibreOffice in `keluar` where it is an .xls or .ods and the person asked for that.

    Refused, in words, where it or its profile cannot be used: before anybody is filled in."""
    if path.suffix.lower() in (".xltx", ".xltm"):
        raise Refused(f"{path.name} adalah templat Excel, yang tidak dapat dibuka sebagai .xlsx; simpan sebagai .xlsx")
    data, kata = read(path), ""
    if jenis(data):
        if not konversi:
            raise Refused(
                f"{path.name} bukan .xlsx; beri --konversi agar disalin lewat LibreOffice, atau simpan sebagai .xlsx"
            )
        data, kata = terbaca(data)
        path = keluar / nama_konversi(path.name)
        write(path, data)
        kata = f"templat {kata}, {path.name}"
    asal = Asal(path, profil, kata)
    templat.cache_clear()  # of an earlier run, whose files may be others by now
    _profil.cache_clear()
    lembaran(data, asal)
    return asal


def lembaran(data: bytes, asal: Asal) -> Lembaran:
    """The workbook by the profile; recognised where there is none. Refused where it has no form."""
    grids = baca(data)
    book = profil.terapkan(_profil(asal.profil), grids) if asal.profil else kenali_kisi(grids)
    if not any(sheet.formulir for sheet in book.lembar):
        raise Refused("tidak ada DUPAK, surat pernyataan, atau PAK yang dikenali; buat profilnya dengan kenali")
    return Lembaran({each.nama: each for each in grids}, book)


@lru_cache(maxsize=4)
def templat(asal: Asal) -> tuple[bytes, Lembaran]:
    data = read(asal.templat)
    return data, lembaran(data, asal)


@lru_cache(maxsize=4)
def _profil(path: Path) -> profil.Profil:
    return profil.baca(read(path))
