"""What every sheet of one performance workbook needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ..book import Ukuran, define, page
from ..schema import Catatan, Isian, Perorangan
from ..style import Gaya
from .data import Isi

DUA, TIGA = "0.00", "0.000##"  # what the regime since 2023 prints, and the older ones; the cells are exact
CONTOH = "CONTOH PENGISIAN - orang dan angkanya rekaan"


@dataclass(frozen=True)
class Buku:
    """`nama` stands at the foot of every page; `ak` is how a credit is shown, `bulat` the whole-number inputs."""

    workbook: Workbook
    gaya: Gaya
    nama: str
    isian: tuple[Isian, ...]
    perorangan: tuple[Perorangan, ...]
    catatan: tuple[Catatan, ...]
    bulat: tuple[str, ...]
    ak: str
    ukuran: Ukuran
    isi: Isi
    contoh: bool

    def name(self, nama: str, sheet: Worksheet, row: int, column: int, last_row: int | None = None) -> None:
        """Gives a cell, or the cells from `row` to `last_row` of a column, a name that formulas use."""
        define(self.workbook, nama, sheet, (row, column, row if last_row is None else last_row, column))

    def page(self, sheet: Worksheet, landscape: bool = False, tall: int = 0) -> None:
        page(sheet, self.ukuran, self.nama, CONTOH if self.contoh else "", landscape, tall)
