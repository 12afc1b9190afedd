"""A sheet as a neutral grid: texts, numbers, formulas, merged areas, what is hidden; rows and columns count from 1."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import openpyxl
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..errors import Refused
from ..recalc.limits import MOST_CELLS
from ..recalc.package import Package
from ..words import tanggal

Nilai = str | int | float | bool | date | None
Tempat = tuple[int, int]  # row, column
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Sel:
    nilai: Nilai  # what a formula's cell showed last
    rumus: str = ""  # with its '='

    @property
    def teks(self) -> str:
        if isinstance(self.nilai, date):
            return tanggal(self.nilai)
        if isinstance(self.nilai, float) and self.nilai.is_integer():
            return str(int(self.nilai))
        return "" if self.nilai is None else str(self.nilai)


@dataclass(frozen=True)
class Kisi:
    """The cells that hold something, and the merged areas as (top, left, bottom, right)."""

    nama: str
    sel: dict[Tempat, Sel]
    gabungan: tuple[tuple[int, int, int, int], ...] = ()
    baris_sembunyi: frozenset[int] = frozenset()
    kolom_sembunyi: frozenset[int] = frozenset()
    tersembunyi: bool = False

    def teks(self, baris: int, kolom: int) -> str:
        """What the cell itself shows, without blanks around it; '' for an empty one."""
        sel = self.sel.get((baris, kolom))
        return sel.teks.strip() if sel else ""

    def rumus(self, baris: int, kolom: int) -> str:
        sel = self.sel.get((baris, kolom))
        return sel.rumus if sel else ""

    def induk(self, baris: int, kolom: int) -> Tempat:
        """The cell whose content shows here: the first of the merged area, else the cell itself."""
        return self._induk.get((baris, kolom), (baris, kolom))

    def area(self, baris: int, kolom: int) -> tuple[int, int, int, int]:
        """The merged area that begins here; the cell alone where there is none."""
        return self._area.get((baris, kolom), (baris, kolom, baris, kolom))

    def isi_baris(self, baris: int) -> list[int]:
        """The columns of the row that hold something."""
        return self._baris.get(baris, [])

    @property
    def terakhir(self) -> int:
        return max(self._baris, default=0)

    def jalur(self, kiri: int, kanan: int) -> Kisi:
        """The grid with these columns only."""
        cells = {place: sel for place, sel in self.sel.items() if kiri <= place[1] <= kanan}
        areas = tuple(area for area in self.gabungan if kiri <= area[1] <= kanan)
        return replace(self, sel=cells, gabungan=areas)

    @cached_property
    def _baris(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for row, column in sorted(self.sel):
            found.setdefault(row, []).append(column)
        return found

    @cached_property
    def _area(self) -> dict[Tempat, tuple[int, int, int, int]]:
        return {(area[0], area[1]): area for area in self.gabungan}

    @cached_property
    def _induk(self) -> dict[Tempat, Tempat]:
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.gabungan
            if (bottom - top + 1) * (right - left + 1) <= MOST_CELLS
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }


def alamat(baris: int, kolom: int) -> str:
    return f"{get_column_letter(kolom)}{baris}"


def baca(data: bytes) -> list[Kisi]:
    """The sheets of an .xlsx or .xlsm, hidden ones too; Refused, in words, where it is none or cannot be read."""
    if data.startswith(_OLE):
        raise Refused("ini berkas .xls lama atau berkas dengan kata sandi; simpan sebagai .xlsx tanpa kata sandi")
    Package(data)  # refuses what is no plain package, or too large
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that only matter to who writes
            values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
            formulas = openpyxl.load_workbook(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError):
        raise Refused("bukan buku kerja .xlsx yang dapat dibaca; buka di Excel, lalu simpan ulang") from None
    return [_kisi(sheet, formulas[sheet.title]) for sheet in values.worksheets]


def _kisi(values: Worksheet, formulas: Worksheet) -> Kisi:
    if values.max_row * values.max_column > 20 * MOST_CELLS:
        raise Refused(f"lembar {values.title} terlalu luas; hapus baris dan kolom kosong di luar tabel")
    cells = {(row, column): Sel(value, rumus) for row, column, value, rumus in _cells(values, formulas)}
    areas = tuple((a.min_row, a.min_col, a.max_row, a.max_col) for a in formulas.merged_cells.ranges)
    rows = frozenset(number for number, each in formulas.row_dimensions.items() if each.hidden)
    columns = frozenset(
        column
        for each in formulas.column_dimensions.values()
        if each.hidden and each.min and each.max
        for column in range(each.min, each.max + 1)
    )
    return Kisi(values.title, cells, areas, rows, columns, formulas.sheet_state != "visible")


def _cells(values: Worksheet, formulas: Worksheet) -> Iterator[tuple[int, int, Nilai, str]]:
    for pair in zip(values.iter_rows(), formulas.iter_rows(), strict=True):
        for value, formula in zip(*pair, strict=True):
            if formula.value is not None:
                rumus = _rumus(formula.value) if formula.data_type == "f" else ""
                yield formula.row, formula.column, _nilai(value.value), rumus


def _rumus(value: Any) -> str:
    return str(getattr(value, "text", value) or "=")  # an array formula is an object


def _nilai(value: object) -> Nilai:
    return value if value is None or isinstance(value, (str, int, float, bool, date)) else str(value)
