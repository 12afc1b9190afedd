"""What every sheet of one form needs to know, and the names by which the sheets find each other's cells."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Protocol

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ..errors import DataError
from ..functions import KATALOG
from ..regulations.schema import Golongan, Jabatan, Jenjang
from .rows import Susunan
from .schema import Dupak, DupakJabatan, Formulir, Isi, Isian
from .style import Gaya

_CREATED = datetime(2015, 3, 27)  # fixed, so that a rebuilt form is the same file
_CALC_ID = 191029  # as Excel 2019 and later write it: an older one makes Excel recalculate on opening
_FUNGSI = {fungsi.nama for fungsi in KATALOG}
# what goes into a workbook last, before it is closed: the buttons of tombol.py
PENUTUP: ContextVar[Callable[[Workbook], None] | None] = ContextVar("PENUTUP", default=None)
_ALLOWED = {"format_rows": True, "format_columns": True, "select_locked_cells": True, "select_unlocked_cells": True}


@dataclass(frozen=True)
class Ukuran:
    """A paper: its code in the file format, and its height (points)."""

    kode: int
    tinggi: float


# F4 (215 x 330 mm) has no code of its own; Folio, 8.5 x 13 inches = 215.9 x 330.2 mm, is the one that programs know.
UKURAN = {"A4": Ukuran(9, 841.9), "F4": Ukuran(14, 936)}


def tulis(judul: str, write: Callable[[Workbook], None]) -> bytes:
    """A new workbook as `write` fills it; formulas hold no values yet. The same input gives the same bytes."""
    output = BytesIO()
    workbook = Workbook(output, {"in_memory": True})
    workbook.set_properties({"title": judul, "author": "Angka Kredit", "created": _CREATED})
    # a program without our functions then keeps the computed values instead of asking for them on opening
    workbook.set_calc_mode("auto", _CALC_ID)
    workbook.calc_on_load = False
    write(workbook)
    if penutup := PENUTUP.get():
        penutup(workbook)
    workbook.close()
    return output.getvalue()


@dataclass(frozen=True)
class Buku:
    """One workbook of one jabatan and jenjang, and all that its sheets are made from."""

    workbook: Workbook
    gaya: Gaya
    jabatan: Jabatan
    jenjang: Jenjang
    dupak: Dupak
    own: DupakJabatan
    formulir: Formulir
    susunan: Susunan
    isian: tuple[Isian, ...]
    ukuran: Ukuran
    isi: Isi | None

    @property
    def sekategori(self) -> list[Jenjang]:
        """The jenjang of the own ladder, from the lowest up."""
        return [each for each in self.jabatan.jenjang if each.kategori == self.jenjang.kategori]

    @property
    def golongan(self) -> list[Golongan]:
        """The golongan ruang of the own ladder, from the lowest up."""
        return [golongan for each in self.sekategori for golongan in each.golongan]

    @property
    def nama_jabatan(self) -> str:
        """Penguji Mutu Barang Ahli Muda"""
        return f"{self.jabatan.nama} {self.jenjang.nama}"

    def name(self, nama: str, sheet: Worksheet, row: int, column: int, last_row: int | None = None) -> None:
        """Gives a cell, or the cells from `row` to `last_row` of a column, a name that formulas use."""
        self.name_range(nama, sheet, row, column, row if last_row is None else last_row, column)

    def name_range(self, nama: str, sheet: Worksheet, row: int, column: int, last_row: int, last_column: int) -> None:
        define(self.workbook, nama, sheet, (row, column, last_row, last_column))

    def page(self, sheet: Worksheet, landscape: bool = False, tall: int = 0) -> None:
        """Protection without a password; printed one page wide, `tall` pages high (0: as many as needed)."""
        page(sheet, self.ukuran, self.nama_jabatan, self.dupak.kop.contoh if self.isi else "", landscape, tall)


def define(workbook: Workbook, nama: str, sheet: Worksheet, area: tuple[int, int, int, int]) -> None:
    """Gives the cells of `area` (first row and column, last row and column) a name in the whole workbook.

    A name that a cell function has would hide it: `PANGKAT(` then reads as that cell, and an error."""
    if nama.upper() in _FUNGSI:
        raise DataError(f"{nama}: a cell function has this name")
    workbook.define_name(nama, f"={quote_sheetname(sheet.name)}!{xl_range_abs(*area)}")


def page(sheet: Worksheet, ukuran: Ukuran, kaki: str, kepala: str, landscape: bool = False, tall: int = 0) -> None:
    """Protection and printing as `Buku.page` says, with these words at the foot and the head of every page."""
    sheet.protect("", _ALLOWED)
    sheet.hide_gridlines(2)
    sheet.set_paper(ukuran.kode)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, tall)
    sheet.set_margins(left=0.5, right=0.5, top=0.55, bottom=0.6)
    sheet.center_horizontally()
    sheet.print_black_and_white()  # the colours are for the screen
    sheet.set_footer(f"&L&8{sheet.name} - {kaki}&R&8Halaman &P dari &N", {"margin": 0.3})
    if kepala:
        sheet.set_header(f"&C&8{kepala}", {"margin": 0.25})


def range_of(first_row: int, first: int, last_row: int, last: int) -> str:
    return f"{cell(first_row, first)}:{cell(last_row, last)}"


def cell(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column))


# the paper, a key of UKURAN -> the workbook, its formulas without values; picklable, for it runs in a worker
Maker = Callable[[str], bytes]


class Lembar(Protocol):
    """A kind of sheet: a module, or an object where several sheets share their code."""

    @property
    def NAMA(self) -> str: ...

    def untuk(self, jabatan: Jabatan, jenjang: Jenjang) -> bool:
        """Whether it stands in the workbook of this jabatan and jenjang."""

    def write(self, buku: Buku, sheet: Worksheet) -> None: ...
