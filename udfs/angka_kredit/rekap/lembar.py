"""A table as a sheet: text stays text, dates and credit look like dates and credit, headings stay in sight."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

LEBAR: Mapping[str, int] = {
    **{"Unit kerja": 32, "Nama": 30, "NIP": 20, "Jabatan": 28, "Jenjang": 13, "Rezim": 13, "Menurut": 12},
    **{"Status": 22, "Pangkat berikut": 20, "Jenjang berikut": 18, "Sampai": 13, "Kurang menurut unsur": 34},
    **{"Risiko": 60, "Periksa": 60, "Berkas": 40, "Keterangan": 70, "Keadaan": 14, "Sel": 24, "Menuju": 24},
    **{"Yang belum diisi": 30, "Anggapan": 38, "Isi": 70, "Asal": 60, "Golongan": 10, "Periode": 14},
}
_LEBAR, _TERPANJANG = 13, 32_000
_AK, _TANGGAL = "#,##0.00#", "dd/mm/yyyy"


class Gaya:
    """The formats of the report, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.judul: Format = book.add_format({"bold": True, "font_size": 14})
        self.samar: Format = book.add_format({"font_color": "#6B7280"})
        self.kepala: Format = book.add_format(
            {
                "bold": True,
                "bg_color": "#D9DDE3",
                "border": 1,
                "text_wrap": True,
                "valign": "vcenter",
                "align": "center",
            }
        )
        base: dict[str, Any] = {"valign": "top", "border": 1, "border_color": "#D9DDE3"}
        self.teks: Format = book.add_format(base | {"text_wrap": True, "num_format": "@"})
        self.bulat: Format = book.add_format(base | {"num_format": "0"})
        self.ak: Format = book.add_format(base | {"num_format": _AK})
        self.tanggal: Format = book.add_format(base | {"num_format": _TANGGAL, "align": "left"})
        self.jumlah: Format = book.add_format({"bold": True, "top": 2, "num_format": _AK})
        self.banyak: Format = book.add_format({"bold": True, "top": 2, "num_format": "0"})


def tulis(sheet: Worksheet, gaya: Gaya, judul: str, kata: str, isi: pandas.DataFrame) -> int:
    """The whole sheet: title, words, table; returns the first row of the table's values, counted from 0."""
    sheet.write_string(0, 0, judul, gaya.judul)
    sheet.write_string(1, 0, kata or ("" if len(isi) else "Tidak ada."), gaya.samar)
    top = tabel(sheet, gaya, 3, isi)
    sheet.freeze_panes(top, 0)
    sheet.autofilter(3, 0, max(3 + len(isi), 4), max(0, len(isi.columns) - 1))
    cetak(sheet)
    sheet.repeat_rows(3)
    return top


def tabel(sheet: Worksheet, gaya: Gaya, row: int, isi: pandas.DataFrame) -> int:
    """Headings at `row`, values below; returns the first row of the values."""
    for column, name in enumerate(isi.columns):
        sheet.set_column(column, column, LEBAR.get(name, _LEBAR))
        sheet.write_string(row, column, name, gaya.kepala)
    sheet.set_row(row, 30)
    for offset, values in enumerate(isi.itertuples(index=False), row + 1):
        for column, value in enumerate(values):
            sel(sheet, gaya, offset, column, value)
    return row + 1


def sel(sheet: Worksheet, gaya: Gaya, row: int, column: int, value: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value[:_TERPANJANG], gaya.teks)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, gaya.tanggal)
    elif value is None or pandas.isna(value):
        sheet.write_blank(row, column, None, gaya.teks)
    elif isinstance(value, float):
        sheet.write_number(row, column, value, gaya.ak)
    else:
        sheet.write_number(row, column, int(value), gaya.bulat)


def cetak(sheet: Worksheet) -> None:
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A - Rekapitulasi angka kredit&R&8Halaman &P dari &N")
