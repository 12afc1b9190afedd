"""The sheet Data: a live summary first, then every fact once, each cell named."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from xlsxwriter.worksheet import Worksheet

from ..regulations.schema import Jabatan, Jenjang
from . import data_ringkasan
from .book import Buku
from .data_ringkasan import AKHIR, NILAI, baris, judul, tinggi
from .grid import MARGIN, SKALA
from .schema import Isian
from .style import isi

NAMA = "Data"
_WIDTHS = (32, 40, 15, 15, 15)
_ROW, _WRAPPED = 15, 120  # points of a row; what wrapped words add to the rows above the inputs
_FIRST_DATE, _LAST_DATE = date(1930, 1, 1), date(2099, 12, 31)
_MOST = 1_000_000


def untuk(jabatan: Jabatan, jenjang: Jenjang) -> bool:
    return jabatan.metode == "butir_kegiatan"


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    judul(buku, sheet, 0, f"Data {buku.nama_jabatan}", "tebal", "judul")
    judul(buku, sheet, 1, "Isi sel kuning satu kali; semua lembar memakainya.", "samar")
    row = data_ringkasan.write(buku, sheet, 3)
    row = _fixed(buku, sheet, row + 1)
    breaks: list[int] = []
    used: float = row * _ROW + _WRAPPED
    for kelompok, grouped in groupby(buku.isian, key=lambda each: each.kelompok):
        group = list(grouped)
        height = 2 * _ROW + sum(tinggi(each.petunjuk) for each in group)
        if used + height > (buku.ukuran.tinggi - MARGIN) / SKALA:  # no group is parted from its title
            breaks.append(row + 1)
            used = 0
        used += height
        row = judul(buku, sheet, row + 1, kelompok, "tebal", "abu", "kotak", "masuk")
        for each in group:
            _input(buku, sheet, row, each)
            row += 1
    sheet.set_h_pagebreaks(breaks)
    sheet.ignore_errors({"number_stored_as_text": f"B1:B{row}"})
    sheet.freeze_panes(2, 0)
    sheet.print_area(0, 0, row - 1, AKHIR)


def _fixed(buku: Buku, sheet: Worksheet, row: int) -> int:
    """What the form itself decides: locked."""
    row = judul(buku, sheet, row, "Formulir", "tebal", "abu", "kotak", "masuk")
    own = buku.jenjang.nama
    rank = '=IF(golongan="","",IFERROR(INDEX(daftar_pangkat,MATCH(golongan,daftar_golongan,0)),""))'
    fixed = [
        ("jabatan", "Jabatan (singkatan)", buku.jabatan.id, "Tetap untuk formulir ini."),
        ("nama_jabatan", "Jabatan", buku.jabatan.nama, buku.jabatan.regulasi.singkat),
        ("kategori", "Kategori", buku.jenjang.kategori, "Tetap untuk formulir ini."),
        ("jenjang", "Jenjang jabatan", own, f"Formulir ini untuk {own}; jenjang lain memakai formulirnya sendiri."),
        ("nama_pangkat", "Pangkat", rank, "Terisi dari golongan ruang di bawah."),
    ]
    for nama, label, value, note in fixed:
        baris(buku, sheet, row, label, value, note, "teks")
        buku.name(nama, sheet, row, NILAI)
        row += 1
    return row


def _input(buku: Buku, sheet: Worksheet, row: int, isian: Isian) -> None:
    value = buku.isi.data.get(isian.kunci) if buku.isi else None
    bit = {"tanggal": "tanggal", "angka": "ak"}.get(isian.jenis, "teks")
    cell_format = buku.gaya("kotak", bit, "kiri", "isian", "masuk")
    baris(buku, sheet, row, isian.label, "", isian.petunjuk)
    isi(sheet, row, NILAI, value, cell_format)
    buku.name(isian.kunci, sheet, row, NILAI)
    sheet.data_validation(row, NILAI, row, NILAI, validation(isian))


def validation(isian: Isian) -> dict[str, object]:
    """What may be typed into the cell of the input, and what it says there."""
    title = isian.label[:32]
    common: dict[str, object] = {"input_title": title, "input_message": isian.petunjuk, "error_title": title}
    if isian.jenis == "pilihan":
        return common | {"validate": "list", "source": f"={isian.pilihan}", "error_message": "Pilih dari daftar."}
    if isian.jenis == "tanggal":
        bounds = {"validate": "date", "criteria": "between", "minimum": _FIRST_DATE, "maximum": _LAST_DATE}
        return common | bounds | {"error_message": "Isi dengan tanggal, misalnya 31/12/2016."}
    if isian.jenis == "angka":
        limits = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": _MOST}
        return common | limits | {"error_message": "Isi dengan angka, 0 atau lebih."}
    if isian.jenis == "nip":
        length = {"validate": "length", "criteria": "==", "value": 18, "error_type": "warning"}
        return common | length | {"error_message": "NIP biasanya 18 angka tanpa spasi. Tetap dipakai?"}
    return common | {"validate": "any"}
