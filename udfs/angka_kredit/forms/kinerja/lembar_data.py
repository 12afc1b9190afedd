"""The sheet Data: what the workbook has found out first, then every fact once, each cell named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from ..data_ringkasan import JUDUL
from ..schema import Isian
from ..sheet_data import validation
from ..style import isi, lines, put
from .buku import Buku

NAMA = "Data"
LABEL, NILAI, CATATAN = range(3)
_WIDTHS = (36, 44, 62)
_NOTE_LINE = 84  # small characters of a note that fit on a line


class Terhitung(NamedTuple):
    """A cell that computes itself. `jenis`: teks, ak or tanggal; `baik`: red while it holds another text or number."""

    nama: str
    label: str
    rumus: str
    catatan: str
    jenis: str = "teks"
    baik: str = ""


def write(buku: Buku, sheet: Worksheet, ringkasan: Sequence[Terhitung], judul: str) -> None:
    buku.page(sheet, tall=1)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    row = _judul(buku, sheet, 0, judul, "tebal", "judul")
    row = _judul(buku, sheet, row, "Isi sel kuning satu kali; semua lembar memakainya.", "samar")
    row = _judul(buku, sheet, row + 1, JUDUL, "tebal", "abu", "kotak", "masuk")
    for each in ringkasan:
        _terhitung(buku, sheet, row, each)
        row += 1
    for kelompok, group in groupby(buku.isian, key=lambda each: each.kelompok):
        row = _judul(buku, sheet, row + 1, kelompok, "tebal", "abu", "kotak", "masuk")
        for isian in group:
            _isian(buku, sheet, row, isian)
            row += 1
    sheet.ignore_errors({"number_stored_as_text": f"B1:B{row}"})
    sheet.freeze_panes(2, 0)
    sheet.print_area(0, 0, row - 1, CATATAN)


def _judul(buku: Buku, sheet: Worksheet, row: int, text: str, *bits: str) -> int:
    put(sheet, row, LABEL, CATATAN, text, buku.gaya(*bits))
    return row + 1


def _terhitung(buku: Buku, sheet: Worksheet, row: int, each: Terhitung) -> None:
    look = {"ak": {"num_format": f"{buku.ak};-{buku.ak}", "align": "left"}, "tanggal": {}, "teks": {}}[each.jenis]
    bit = "tanggal" if each.jenis == "tanggal" else "teks" if each.jenis == "teks" else "masuk"
    put(sheet, row, LABEL, LABEL, each.label, buku.gaya("kotak", "masuk"))
    put(sheet, row, NILAI, NILAI, f"={each.rumus}", buku.gaya("kotak", bit, "bungkus", **look))
    put(sheet, row, CATATAN, CATATAN, each.catatan, buku.gaya("samar", "kecil", "bungkus"))
    sheet.set_row(row, max(15, 12 * lines(each.catatan, _NOTE_LINE)))
    buku.name(each.nama, sheet, row, NILAI)
    if each.baik:
        good = each.baik if each.baik.isdigit() else f'"{each.baik}"'
        wrong = f'=AND({each.nama}<>"",{each.nama}<>{good})'
        rule = {"type": "formula", "criteria": wrong, "format": buku.gaya("merah")}
        sheet.conditional_format(row, NILAI, row, NILAI, rule)
        sheet.set_row(row, 26)


def _isian(buku: Buku, sheet: Worksheet, row: int, isian: Isian) -> None:
    bit = {"tanggal": "tanggal"}.get(isian.jenis, "teks")
    extra = {"num_format": "0" if isian.kunci in buku.bulat else "0.00###"} if isian.jenis == "angka" else {}
    put(sheet, row, LABEL, LABEL, isian.label, buku.gaya("kotak", "masuk"))
    isi(sheet, row, NILAI, buku.isi.data.get(isian.kunci), buku.gaya("kotak", bit, "kiri", "isian", "masuk", **extra))
    put(sheet, row, CATATAN, CATATAN, isian.petunjuk, buku.gaya("samar", "kecil", "bungkus"))
    sheet.set_row(row, max(15, 12 * lines(isian.petunjuk, _NOTE_LINE)))
    buku.name(isian.kunci, sheet, row, NILAI)
    sheet.data_validation(row, NILAI, row, NILAI, validation(isian))


def nip() -> list[Terhitung]:
    """The check of the NIP: SESUAI, or the first thing that is wrong with it.

    By functions of one value: LibreOffice cannot INDEX the answer of PERIKSA_NIP where it is a single cell."""
    words = (
        'IF(nip="","",IF(OR(nip_lahir="",nip_kelamin=""),"NIP tidak terbaca: harus 18 angka sebagai teks",'
        'IF(AND(ISNUMBER(tanggal_lahir),nip_lahir<>tanggal_lahir),"Tanggal lahir berbeda dengan NIP",'
        'IF(AND(jenis_kelamin<>"",nip_kelamin<>jenis_kelamin),"Jenis kelamin berbeda dengan NIP","SESUAI"))))'
    )
    read = 'IF(nip="","",IFERROR({0}_NIP(nip),""))'
    note = "NIP dicocokkan dengan tanggal lahir dan jenis kelamin."
    return [
        Terhitung("nip_lahir", "Tanggal lahir menurut NIP", read.format("LAHIR"), "Terbaca dari NIP.", "tanggal"),
        Terhitung("nip_kelamin", "Jenis kelamin menurut NIP", read.format("KELAMIN"), "Terbaca dari NIP."),
        Terhitung("pemeriksaan_nip", "Periksa NIP", words, note, "teks", "SESUAI"),
    ]


TOTAL = Terhitung("ak_total", "Angka kredit kumulatif", "penetapan_jumlah", "Jumlah pada lembar Penetapan.", "ak")


def kelebihan(rumus: str) -> list[Terhitung]:
    """What is over, or short, for the next rank and the next jenjang; {0} in the formula says which."""
    label, note = "Kelebihan (kurang: negatif), {0}", "Kumulatif dikurangi yang diminta."
    return [
        Terhitung(f"kelebihan_{each}", label.format(each), rumus.format(each), note, "ak")
        for each in ("pangkat", "jenjang")
    ]


def tujuan(pangkat: str, jabatan: str) -> list[Terhitung]:
    """The words for what she rises to."""
    note = "Untuk lembar Penetapan."
    return [
        Terhitung("tujuan_pangkat", "Pangkat berikut", pangkat, note),
        Terhitung("tujuan_jenjang", "Jabatan berikut", jabatan, note),
    ]
