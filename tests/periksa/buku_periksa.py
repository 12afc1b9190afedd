"""Small workbooks for the tests of the command: a person's data above a DUPAK's heading, and an error."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from click.testing import CliRunner, Result

from angka_kredit.cli import main
from angka_kredit.periksa.abaikan import ALASAN, LEMBAR

LEMBAR_DUPAK = "DUPAK"
NIP, LAHIR, KELAMIN, GALAT = "C4", "C5", "C6", "E11"  # the cells that the tests change
COCOK = {NIP: "199001312015032000", LAHIR: "Jakarta, 31 Januari 1990", KELAMIN: "Perempuan"}
BEDA = COCOK | {NIP: "199101312015032000"}  # born in 1991, by the NIP
RUSAK = b"bukan buku kerja"


def dupak(isi: Mapping[str, Any] = COCOK, rumus: Mapping[str, tuple[str, Any]] | None = None) -> bytes:
    """A DUPAK of nobody's making: label, value; then its table. `rumus`: cell -> (formula, what it shows)."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(LEMBAR_DUPAK)
        sheet.write("A1", "DAFTAR USUL PENETAPAN ANGKA KREDIT")
        for row, label in enumerate(("Nama", "NIP", "Tempat, Tanggal Lahir", "Jenis Kelamin"), 2):
            sheet.write(row, 0, label)
            sheet.write(row, 1, ":")
        sheet.write("C3", "Pegawai Contoh")
        for column, text in enumerate(("NO", "UNSUR, SUB UNSUR DAN BUTIR KEGIATAN", "LAMA", "BARU", "JUMLAH")):
            sheet.write(8, column, text)
            sheet.write(9, column, column + 1)
        for column, value in enumerate((1, "Menguji contoh", 1, 2)):
            sheet.write(10, column, value)
        sheet.write_formula("E11", "=C11+D11", None, 3)
        for ref, value in isi.items():
            sheet.write(ref, value)
        for ref, (formula, shown) in (rumus or {}).items():
            sheet.write_formula(ref, formula, None, shown)
    return file.getvalue()


def jalankan(*args: object) -> Result:
    return CliRunner().invoke(main, ["periksa", *map(str, args)])


def baris(laporan: Path, nama: str = LEMBAR) -> list[dict[str, Any]]:
    """The rows of a sheet of the report, by their headings."""
    rows = list(openpyxl.load_workbook(laporan)[nama].iter_rows(min_row=4, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:] if any(row)]


def beri_alasan(laporan: Path, jenis: str, alasan: str) -> None:
    """Types a reason beside the findings whose sidik is of this kind, as a person does."""
    book = openpyxl.load_workbook(laporan)
    sheet = book[LEMBAR]
    heading = [cell.value for cell in sheet[4]]
    for row in sheet.iter_rows(min_row=5):
        if str(row[heading.index("Sidik")].value).startswith(f"{jenis}:"):
            row[heading.index(ALASAN)].value = alasan
    book.save(laporan)
