"""The built workbooks for tests: opened, filled in, computed, and their cells found by name."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from unittest import mock

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from angka_kredit import forms, positions
from angka_kredit.forms import sheet_daftar, sheet_data, sheet_dupak, sheet_kegiatan, sheet_lampiran, skeleton
from angka_kredit.forms.rows import Susunan, susun
from angka_kredit.forms.schema import Isi, Kegiatan
from angka_kredit.recalc.loaded import load
from angka_kredit.recalc.run import recalculate

BLANK, CONTOH = "pmb_ahli_muda.xlsx", "pmb_ahli_muda_contoh.xlsx"
PMB, MUDA = "pmb", "Ahli Muda"
JENJANG = [(own.id, formulir.nama) for own in skeleton.all_jabatan().values() for formulir in own.jenjang]
NATIVE = set(
    re.findall(
        "[A-Z]+",
        "SUM SUMIF IF ROUND ROUNDDOWN IFERROR INDEX MATCH VLOOKUP COUNTIF COUNT COUNTA MIN MAX AND OR NOT LEN LEFT ABS "
        "ISNUMBER ISBLANK ISERROR ISTEXT",
    )
)
INTI = (sheet_data, sheet_kegiatan, sheet_lampiran, sheet_dupak, sheet_daftar)  # the sheets that these tests are about
LEMBAR = tuple(module.NAMA for module in INTI)
INPUTS = ("Data", "Kegiatan", "Lampiran", "DUPAK")


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def inti(jabatan: str, jenjang: str, isi: Isi | None = None) -> bytes:
    """The workbook with the core sheets alone: what is said of them does not hang on the others."""
    with mock.patch.object(sys.modules["angka_kredit.forms.build"], "LEMBAR", INTI):  # forms.build is the function
        return forms.build(jabatan, jenjang, isi)


def contoh_isi(jabatan: str = PMB, jenjang: str = MUDA) -> Isi:
    """What the example of this jenjang fills in."""
    return next(isi for isi in skeleton.all_contoh() if (isi.jabatan, isi.jenjang) == (jabatan, jenjang))


def _contoh() -> Isi:
    """The example, without what the other sheets ask of Data."""
    isi = contoh_isi()
    known = {each.kunci for each in skeleton.dupak().isian}
    data = {kunci: value for kunci, value in isi.data.items() if kunci in known}
    return Isi(jabatan=isi.jabatan, jenjang=isi.jenjang, data=data, lama=isi.lama, kegiatan=isi.kegiatan)


def computed(data: bytes) -> bytes:
    """The built workbook with its values."""
    return recalculate(data, vote=False).data


FILES = {BLANK: computed(inti(PMB, MUDA)), CONTOH: computed(inti(PMB, MUDA, _contoh()))}
BOOKS = {name: opened(data) for name, data in FILES.items()}
both = pytest.mark.parametrize("name", [BLANK, CONTOH])


def susunan(jabatan: str = PMB, jenjang: str = MUDA) -> Susunan:
    level = positions.find_jenjang(jabatan, jenjang)
    return susun(positions.all_jabatan()[jabatan], level, skeleton.dupak(), skeleton.all_jabatan()[jabatan])


def codes(jabatan: str = PMB, jenjang: str = MUDA) -> dict[str, list[str]]:
    """group -> line codes: utama, penunjang, blok"""
    rows = susunan(jabatan, jenjang)
    groups = {"utama": rows.utama, "penunjang": rows.penunjang}
    found = {key: [b.kode for u in unsur for s in u.sub for b in s.baris] for key, unsur in groups.items()}
    return found | {"blok": [b.kode for b in rows.blok.baris]}


def formulas(book: Workbook) -> Iterator[tuple[str, str]]:
    """Every formula of the book: cells, validations, conditional formats."""
    for sheet in book:
        for row in sheet.iter_rows():
            yield from ((f"{sheet.title}!{c.coordinate}", str(c.value)) for c in row if c.data_type == "f")
        for rule in sheet.data_validations.dataValidation:
            for text in (rule.formula1, rule.formula2):
                if text:
                    yield f"{sheet.title} validation {rule.sqref}", f"={text}"
        for rules in sheet.conditional_formatting:
            yield from ((f"{sheet.title} format {rules.sqref}", f"={text}") for r in rules.rules for text in r.formula)


def place(book: Workbook, nama: str) -> tuple[Worksheet, str]:
    sheet, ref = book.defined_names[nama].attr_text.split("!")
    return book[sheet.strip("'")], ref.replace("$", "")


class Computed:
    """A form computed by the engine, read by name or by what stands in a row."""

    def __init__(self, data: bytes) -> None:
        self.book, self._engine = opened(data), load(data).engine

    def __call__(self, sheet: str, ref: str) -> Any:
        return self._engine.value(sheet, ref)

    def named(self, nama: str) -> Any:
        sheet, ref = place(self.book, nama)
        return self(sheet.title, ref)

    def column(self, nama: str) -> list[Any]:
        """The values of a named column, from its first row."""
        sheet, ref = place(self.book, nama)
        left, top, _, bottom = range_boundaries(ref)
        letter = openpyxl.utils.get_column_letter(left)
        return [self(sheet.title, f"{letter}{row}") for row in range(top, bottom + 1)]

    def kegiatan(self, nama: str, count: int) -> list[Any]:
        """The first `count` rows of a column of Kegiatan."""
        return self.column(f"kegiatan_{nama}")[:count]

    def line(self, kode: str) -> int:
        return next(cell.row for cell in self.book["DUPAK"]["L"] if cell.value == kode)

    def sums(self, nama: str) -> list[Any]:
        """LAMA, BARU, JUMLAH of the instansi pengusul."""
        return [self.named(f"dupak_{column}_{nama}") for column in ("lama", "baru", "jumlah")]


def filled(
    *rows: Kegiatan,
    lama: dict[str, int | Decimal] | None = None,
    form: tuple[str, str] = (PMB, MUDA),
    **data: str | date | int | Decimal,
) -> Computed:
    jabatan, jenjang = form
    return Computed(inti(*form, Isi(jabatan=jabatan, jenjang=jenjang, data=data, lama=lama or {}, kegiatan=rows)))


DAY = date(2016, 6, 1)
MADYA = Kegiatan(tanggal=DAY, kode="MADYA-III.2.a", volume=1, bukti="Laporan", penugasan="ST.1")
OWN = Kegiatan(tanggal=DAY, sub="U2a", ak=Decimal("0.1"), uraian="Uraian", volume=1, bukti="Bukti")
