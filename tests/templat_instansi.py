"""An invented agency's blank workbook: a DUPAK with volumes, and a surat pernyataan with empty lines."""

from __future__ import annotations

import io
from dataclasses import replace

from contoh import DUPAK, SPMK
from gaya import Simpul
from lembaran import Penulis
from openpyxl import Workbook
from openpyxl.styles import Protection

KOLOM = [("no", ""), ("kode", ""), ("uraian", "")]
KOLOM += [(isi, "pengusul") for isi in ("volume", "ak_satuan", "jumlah_ak")]
KOLOM += [(isi, "tim") for isi in ("volume", "ak_satuan", "jumlah_ak")]
GAYA = replace(DUPAK, kolom=KOLOM, judul=DUPAK.judul | {"ak_satuan": "ANGKA KREDIT", "jumlah_ak": "JUMLAH"}, payung="")
BUTIR = ["Menjadi ketua tim", "Menulis laporan", "Menulis laporan"]  # rows 14 to 16; their kode is K-<row>
UNSUR: Simpul = ("UNSUR UTAMA", [("Metode", [(text, []) for text in BUTIR])])
ORANG = dict.fromkeys(("nama", "nip", "pangkat", "jabatan", "unit_kerja"), "")
BARIS = 4  # lines of the letter


def templat(*, penanda: str = "", kunci: bool = False) -> bytes:
    """`penanda`: stands where data go; `kunci`: both sheets protected, only the first line of the letter is open."""
    book = Workbook()
    form = Penulis(book.active, GAYA)  # type: ignore[arg-type]
    form.judul()
    form.orang(dict.fromkeys(ORANG, penanda))
    form.kepala()
    form.isi([UNSUR], "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG")
    for row, (kind, _, _) in form.benar.baris.items():
        if kind == "butir":
            form.sheet.cell(row, 4, None).value = form.sheet.cell(row, 7).value = None  # the volumes
            form.sheet.cell(row, 8).value = None
    letter = Penulis(book.create_sheet("SPMK"), SPMK)
    letter.judul()
    letter.tulis(1, "Yang bertanda tangan di bawah ini:")
    letter.baris += 1
    letter.orang({"nama": "", "nip": ""}, "atasan")
    letter.tulis(1, "Menyatakan bahwa:")
    letter.baris += 1
    letter.orang({"nama": "", "nip": ""})
    letter.kepala()
    first = letter.baris
    for row in range(first, first + BARIS):
        letter.tulis(7, f"=E{row}*F{row}", row)
    letter.baris += BARIS
    letter._jumlah("JUMLAH", "total", list(range(first, first + BARIS)))
    letter.penutup("Demikian pernyataan ini dibuat untuk dapat dipergunakan sebagaimana mestinya.")
    if kunci:
        for sheet in book.worksheets:
            sheet.protection.sheet = True
        letter.sheet.cell(first, 2).protection = Protection(locked=False)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
