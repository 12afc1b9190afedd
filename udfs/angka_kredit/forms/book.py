"""What every sheet of one form needs to know, and the names by which the sheets find each other's cells."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ..regulations.schema import Jabatan, Jenjang
from .rows import Susunan
from .schema import Dupak, DupakJabatan, Formulir, Isi
from .style import Gaya

A4 = 9
_ALLOWED = {"format_rows": True, "format_columns": True, "select_locked_cells": True, "select_unlocked_cells": True}


@dataclass(frozen=True)
class Buku:
    workbook: Workbook
    gaya: Gaya
    jabatan: Jabatan
    jenjang: Jenjang
    dupak: Dupak
    own: DupakJabatan
    formulir: Formulir
    susunan: Susunan
    isi: Isi | None

    @property
    def nama_jabatan(self) -> str:
        """Penguji Mutu Barang Ahli Muda"""
        return f"{self.jabatan.nama} {self.jenjang.nama}"

    def name(self, nama: str, sheet: Worksheet, row: int, column: int, last_row: int | None = None) -> None:
        """Gives a cell, or the cells from `row` to `last_row` of a column, a name that formulas use."""
        self.name_range(nama, sheet, row, column, row if last_row is None else last_row, column)

    def name_range(self, nama: str, sheet: Worksheet, row: int, column: int, last_row: int, last_column: int) -> None:
        self.workbook.define_name(nama, f"={sheet.name}!{xl_range_abs(row, column, last_row, last_column)}")

    def page(self, sheet: Worksheet, landscape: bool = False, tall: int = 0) -> None:
        """Protection without a password; printed on A4, one page wide, `tall` pages high (0: as many as needed)."""
        sheet.protect("", _ALLOWED)
        sheet.hide_gridlines(2)
        sheet.set_paper(A4)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, tall)
        sheet.set_margins(left=0.5, right=0.5, top=0.55, bottom=0.6)
        sheet.center_horizontally()
        sheet.print_black_and_white()  # the colours are for the screen
        sheet.set_footer(f"&L&8{sheet.name} - {self.nama_jabatan}&R&8Halaman &P dari &N", {"margin": 0.3})
        if self.isi:
            sheet.set_header(f"&C&8{self.dupak.kop.contoh}", {"margin": 0.25})


def cell(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column))
