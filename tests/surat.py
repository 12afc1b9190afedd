"""Workbooks with the letters for tests: built, computed, read by name and by what stands in a row."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from angka_kredit import forms
from angka_kredit.forms.schema import Isi, Kegiatan
from angka_kredit.recalc.engines import Formualizer


class Terhitung:
    """One workbook of `jabatan` and `jenjang`, filled in and computed by the engine."""

    def __init__(
        self,
        jabatan: str,
        jenjang: str,
        *kegiatan: Kegiatan,
        lama: dict[str, int | Decimal] | None = None,
        **data: str | date | int | Decimal,
    ) -> None:
        self._isi = Isi(jabatan=jabatan, jenjang=jenjang, data=dict(data), lama=lama or {}, kegiatan=kegiatan)
        self.data = forms.build(jabatan, jenjang, self._isi)

    @cached_property
    def book(self) -> Workbook:
        return openpyxl.load_workbook(io.BytesIO(self.data))

    @cached_property
    def _engine(self) -> Formualizer:
        return Formualizer(self.data)

    def __call__(self, sheet: str, ref: str) -> Any:
        return self._engine.value(sheet, ref)

    def named(self, nama: str) -> Any:
        sheet, ref = place(self.book, nama)
        return self(sheet, ref.split(":")[0])

    def words(self, sheet: str) -> list[str]:
        """Every text that the printed columns of the sheet show, from the top."""
        area = self.book[sheet].print_area.split("!")[-1].replace("$", "")
        cells = [cell for row in self.book[sheet][area] for cell in row]
        values = [self(sheet, cell.coordinate) for cell in cells if cell.value is not None]
        return [value for value in values if isinstance(value, str) and value]

    def row(self, sheet: str, text: str) -> dict[str, Any]:
        """Column letter -> value, of the first row in which a cell shows this text."""
        for cells in self.book[sheet].iter_rows():
            found = {cell.column_letter: self(sheet, cell.coordinate) for cell in cells if cell.value is not None}
            if text in found.values():
                return found
        raise AssertionError(f"{sheet} shows no {text!r}")


def place(book: Workbook, nama: str) -> tuple[str, str]:
    """Sheet and reference of a defined name."""
    sheet, ref = book.defined_names[nama].attr_text.split("!")
    return sheet.strip("'"), ref.replace("$", "")


def exactly(value: Any) -> Decimal:
    return Decimal(format(value, ".15g"))
