"""What several rules ask: whose the form is, what she aims at, and the words of a credit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...errors import CellError, Refused
from ...positions import find_golongan
from ...regulations.schema import Jabatan, Jenjang, Nilai
from ...rules.ambang import ak_kumulatif
from ...rules.hasil import Berdasar, Hasil, rujukan
from ...rules.pangkat import jenjang_dari_golongan
from ...words import indonesian
from ..isian.bentuk import JUMLAH, SEMUA, Fakta, Isi
from ..temuan import Temuan


@dataclass(frozen=True)
class Naik:
    """The rise that the total of the form already allows: to which golongan ruang, from which sum."""

    jabatan: Jabatan
    dari: str
    tujuan: str
    ambang: Nilai
    jumlah: Decimal


def jabatan(fakta: Fakta) -> Jabatan:
    if fakta.jabatan is None:
        raise Refused(fakta.tanpa_jabatan)
    return fakta.jabatan


def jenjang(fakta: Fakta) -> Jenjang:
    jabatan(fakta)
    if fakta.jenjang is None:
        raise Refused("jenjang pegawai tidak terbaca, sehingga faktor jenjang tidak diperiksa")
    return fakta.jenjang


def golongan(fakta: Fakta) -> str:
    """The golongan ruang held, as this jabatan has it."""
    found = jabatan(fakta)
    if not fakta["golongan"].teks:
        raise Refused("golongan ruang pegawai tidak terbaca, sehingga syarat menurut golongan tidak diperiksa")
    try:
        return find_golongan(found.id, fakta["golongan"].teks)
    except CellError as error:
        raise Refused(str(error)) from None


def tujuan(fakta: Fakta) -> str:
    """The golongan ruang aimed at: the one that the form names, else the next on the own ladder; '' at its top."""
    found, held = jabatan(fakta), golongan(fakta)
    if fakta["golongan_tujuan"].teks:
        return find_golongan(found.id, fakta["golongan_tujuan"].teks)
    kategori = fakta.jenjang.kategori if fakta.jenjang else ""
    ladder = [row.kode for each in found.jenjang if each.kategori == kategori for row in each.golongan]
    return ladder[ladder.index(held) + 1] if held in ladder[:-1] else ""


def naik(fakta: Fakta) -> Naik | None:
    """The rise whose cumulative credit is reached; None where it is not, or nothing is higher."""
    found, goal = jabatan(fakta), tujuan(fakta)
    total = fakta.jumlah.get((JUMLAH, SEMUA), Isi()).angka
    if not goal or not total:
        return None
    ambang = ak_kumulatif(found, goal)
    return Naik(found, golongan(fakta), goal, ambang, total) if total >= ambang.nilai else None


def jenjang_golongan(fakta: Fakta, kode: str) -> str:
    """The name of the jenjang that this golongan belongs to."""
    kategori = fakta.jenjang.kategori if fakta.jenjang else None
    return str(jenjang_dari_golongan(jabatan(fakta), kode, kategori).nilai)


def temuan(
    jenis: str, isi: Isi, salah: str, lakukan: str, *dasar: Berdasar, ragu: str = "", sumber: str = ""
) -> Temuan:
    """A finding at the cell, with the articles of what it rests on; `sumber`: an article that no rule carries."""
    doubts = "; ".join(filter(None, (ragu, isi.ragu)))
    words = f"{salah[:1].upper()}{salah[1:].rstrip('.')}."
    return Temuan(jenis, isi.lembar, isi.sel, words, lakukan, doubts, sumber or rujukan(dasar))


def ak(nilai: Decimal) -> str:
    return indonesian(nilai)


def desimal(hasil: Hasil) -> Decimal:
    assert isinstance(hasil.nilai, Decimal)
    return hasil.nilai


def hari(hasil: Hasil) -> date:
    assert isinstance(hasil.nilai, date)
    return hasil.nilai
