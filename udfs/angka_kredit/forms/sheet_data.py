"""The sheet Data: every fact once, each cell named; and a live summary of the credit."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from xlsxwriter.worksheet import Worksheet

from .book import Buku
from .schema import Isian
from .sheet_kegiatan import BERES, COUNT
from .style import Sel, lines, put

NAMA = "Data"
_NOTE, _PER_LINE = 48, 74  # width of the notes, and how many of their small characters fit on a line
_FIRST_DATE, _LAST_DATE = date(1930, 1, 1), date(2099, 12, 31)
_JENJANG = "JENJANG_DARI_AK(ROUND(ak_jumlah,9),jabatan,kategori)"
_AMBANG = "AK_KUMULATIF(golongan_tujuan,jabatan)"
_OK = "Semua kegiatan masuk DUPAK"
_NOT_OK = "Ada kegiatan yang belum masuk DUPAK: lihat kolom Periksa"
_WRONG = "Ada baris Kegiatan yang harus dibetulkan: lihat kolom Periksa"
_ALL_IN = f'IF(ROUND(SUM(kegiatan_ak)-dupak_baru,9)=0,"{_OK}","{_NOT_OK}")'
_EMPTY = 'COUNTIF(kegiatan_periksa,"")'
_RIGHT = f'SUM({_EMPTY},COUNTIF(kegiatan_periksa,"{BERES}"))'
_CHECK = f'=IF({_EMPTY}={COUNT},"",IF({_RIGHT}<{COUNT},"{_WRONG}",{_ALL_IN}))'
_NOTES = (
    "Kolom JUMLAH instansi pengusul pada DUPAK.",
    "Boleh berbeda dari pangkat yang dimiliki.",
    "Angka kredit kumulatif paling rendah.",
)


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, tall=1)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 38)
    sheet.set_column(2, 2, _NOTE)
    put(sheet, 0, 0, 2, f"Data DUPAK {buku.nama_jabatan}", buku.gaya("tebal", "judul"))
    put(sheet, 1, 0, 2, "Isi sel kuning satu kali; semua lembar memakainya.", buku.gaya("samar"))
    row = _fixed(buku, sheet, 3)
    for kelompok, isian in groupby(buku.dupak.isian, key=lambda each: each.kelompok):
        row = _title(buku, sheet, row + 1, kelompok)
        for each in isian:
            _input(buku, sheet, row, each)
            row += 1
    last = _summary(buku, sheet, _title(buku, sheet, row + 1, "Ringkasan (terhitung sendiri)"))
    sheet.ignore_errors({"number_stored_as_text": f"B1:B{last}"})
    sheet.freeze_panes(2, 0)
    sheet.print_area(0, 0, last, 2)


def _title(buku: Buku, sheet: Worksheet, row: int, text: str) -> int:
    put(sheet, row, 0, 2, text, buku.gaya("tebal", "abu", "kotak", "masuk"))
    return row + 1


def _fixed(buku: Buku, sheet: Worksheet, row: int) -> int:
    """What the form itself decides: locked."""
    row = _title(buku, sheet, row, "Formulir")
    own = buku.jenjang.nama
    fixed = [
        ("jabatan", "Jabatan (singkatan)", buku.jabatan.id, "Tetap untuk formulir ini."),
        ("nama_jabatan", "Jabatan", buku.jabatan.nama, buku.jabatan.regulasi.singkat),
        ("kategori", "Kategori", buku.jenjang.kategori, "Tetap untuk formulir ini."),
        ("jenjang", "Jenjang jabatan", own, f"Formulir ini untuk {own}; jenjang lain memakai formulirnya sendiri."),
    ]
    for nama, label, value, note in fixed:
        _line(buku, sheet, row, nama, label, value, note, "teks")
        row += 1
    return row


def _input(buku: Buku, sheet: Worksheet, row: int, isian: Isian) -> None:
    value = buku.isi.data.get(isian.kunci) if buku.isi else None
    kind = "tanggal" if isian.jenis == "tanggal" else "teks"
    _line(buku, sheet, row, isian.kunci, isian.label, value, isian.petunjuk, kind, "isian")
    sheet.data_validation(row, 1, row, 1, _validation(isian))


def _validation(isian: Isian) -> dict[str, object]:
    title, message = isian.label[:32], isian.petunjuk
    if isian.jenis == "pilihan":
        return _list(f"={isian.pilihan}", title, message)
    common: dict[str, object] = {"input_title": title, "input_message": message, "error_title": title}
    if isian.jenis == "tanggal":
        bounds = {"validate": "date", "criteria": "between", "minimum": _FIRST_DATE, "maximum": _LAST_DATE}
        return common | bounds | {"error_message": "Isi dengan tanggal, misalnya 31/12/2016."}
    if isian.jenis == "nip":
        length = {"validate": "length", "criteria": "==", "value": 18, "error_type": "warning"}
        return common | length | {"error_message": "NIP biasanya 18 angka tanpa spasi. Tetap dipakai?"}
    return {"validate": "any", "input_title": title, "input_message": message}


def _list(source: str | list[str], title: str, message: str) -> dict[str, object]:
    return {
        "validate": "list",
        "source": source,
        "input_title": title,
        "input_message": message,
        "error_title": title,
        "error_message": "Pilih dari daftar.",
    }


def _summary(buku: Buku, sheet: Worksheet, row: int) -> int:
    lowest = next(j for j in buku.jabatan.jenjang if j.kategori == buku.jenjang.kategori).golongan[0].kode
    gap = 'IF(OR(ak_jumlah="",ambang=""),"",ROUND(MAX(0,{}),9))'
    reached = f'IF(ROUND(ak_jumlah,9)<AK_KUMULATIF("{lowest}",jabatan),"belum tercapai",{_JENJANG})'
    summary = [
        ("pangkat", "Pangkat", '=IF(golongan="","",INDEX(daftar_pangkat,MATCH(golongan,daftar_golongan,0)))', ""),
        ("ak_jumlah", "Jumlah angka kredit yang diusulkan", '=IF(ROUND(dupak_jumlah,9)=0,"",dupak_jumlah)', _NOTES[0]),
        ("jenjang_tercapai", "Jenjang menurut jumlah itu", f'=IF(ak_jumlah="","",{reached})', _NOTES[1]),
        ("ambang", "Angka kredit golongan yang dituju", f'=IF(golongan_tujuan="","",{_AMBANG})', _NOTES[2]),
        ("kekurangan", "Kekurangan", "=" + gap.format("ambang-ak_jumlah"), "Terhadap golongan yang dituju."),
        ("kelebihan", "Kelebihan", "=" + gap.format("ak_jumlah-ambang"), "Terhadap golongan yang dituju."),
        ("pemeriksaan", "Pemeriksaan", _CHECK, ""),
    ]
    for nama, label, formula, note in summary:
        _line(buku, sheet, row, nama, label, formula, note, "ak", "kiri")
        if nama == "pemeriksaan":
            sheet.conditional_format(row, 1, row, 1, _alarm(buku, row))
        row += 1
    return row


def _alarm(buku: Buku, row: int) -> dict[str, object]:
    wrong = f'=OR($B${row + 1}="{_NOT_OK}",$B${row + 1}="{_WRONG}")'
    return {"type": "formula", "criteria": wrong, "format": buku.gaya("merah")}


def _line(buku: Buku, sheet: Worksheet, row: int, nama: str, label: str, value: Sel, note: str, *bits: str) -> None:
    put(sheet, row, 0, 0, label, buku.gaya("kotak", "masuk"))
    put(sheet, row, 1, 1, value, buku.gaya("kotak", *bits, "masuk"))
    put(sheet, row, 2, 2, note, buku.gaya("samar", "kecil", "bungkus"))
    sheet.set_row(row, max(15, 12 * lines(note, _PER_LINE)))
    buku.name(nama, sheet, row, 1)
