"""Small forms as offices type them, without formulas: a DUPAK or PAK of a few rows, and surat pernyataan."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

NIP, NIP_LAIN = "199001012015031001", "199202022016032002"
TIGA = ("LAMA", "BARU", "JUMLAH")
PERTAMA = 12  # first row of every table's body


def dupak(
    book: Workbook, rows: Sequence[Sequence[Any]], *, nama: str = "DUPAK", jabatan: str = "Ahli Muda"
) -> Worksheet:
    """Rows: number, uraian, LAMA, BARU; the columns C to E are the pengusul's, F to H the tim's."""
    sheet = book.create_sheet(nama)
    sheet["A1"] = "DAFTAR USUL PENETAPAN ANGKA KREDIT"
    orang(sheet, 3, jabatan=jabatan)
    sheet["A10"], sheet["B10"], sheet["C10"], sheet["F10"] = "NO", "URAIAN KEGIATAN", "INSTANSI PENGUSUL", "TIM PENILAI"
    sheet.merge_cells("C10:E10")
    sheet.merge_cells("F10:H10")
    isi(sheet, [(None, None, *TIGA, *TIGA), *rows], 11)
    return sheet


def bervolume(book: Workbook, rows: Sequence[Sequence[Any]], kelima: str = "KETERANGAN") -> Worksheet:
    """Rows: number, uraian, volume for both sides, unit credit, the fifth column; F to H pengusul, I to K tim."""
    sheet = book.create_sheet("DUPAK")
    sheet["A1"] = "DAFTAR USUL PENETAPAN ANGKA KREDIT"
    orang(sheet, 3)
    heads = ("NO", "URAIAN KEGIATAN", "VOLUME", "ANGKA KREDIT SATUAN", kelima, "INSTANSI PENGUSUL")
    isi(sheet, [(*heads, None, None, "TIM PENILAI"), (None,) * 5 + TIGA * 2, *rows], 10)
    sheet.merge_cells("F10:H10")
    sheet.merge_cells("I10:K10")
    return sheet


def surat(
    book: Workbook, rows: Sequence[Sequence[Any]], *, nama: str = "SPMK", nip: str = NIP, lagi: Sequence[str] = ()
) -> Worksheet:
    """Rows: uraian, tanggal, volume, unit credit, credit, then what `lagi` names."""
    sheet = book.create_sheet(nama)
    sheet["A1"], sheet["A2"] = "SURAT PERNYATAAN MELAKUKAN KEGIATAN", "Menyatakan bahwa"
    orang(sheet, 3, nip=nip)
    heads = ("No", "Uraian Kegiatan", "Tanggal", "Volume", "Angka Kredit Satuan", "Jumlah Angka Kredit", *lagi)
    numbered = [(at, *row) for at, row in enumerate(rows, 1)]
    isi(sheet, [heads, *numbered, (None, "JUMLAH")], PERTAMA - 1)
    return sheet


def orang(sheet: Worksheet, row: int, *, nip: str = NIP, jabatan: str = "Ahli Muda") -> None:
    data = (("NIP", nip), ("Pangkat/Golongan Ruang", "Penata, III/c"), ("Jabatan", jabatan))
    for at, (label, value) in enumerate(data):
        sheet.cell(row + at, 2, label)
        sheet.cell(row + at, 3, value)


def isi(sheet: Worksheet, rows: Sequence[Sequence[Any]], mulai: int) -> None:
    for down, row in enumerate(rows):
        for right, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(mulai + down, right, value)


def baru() -> Workbook:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    return book


def simpan(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
