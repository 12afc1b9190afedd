"""The built DUPAK for tests: opened, filled in, computed, and its rows found again."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from angka_kredit import forms, positions
from angka_kredit.forms import skeleton
from angka_kredit.forms.rows import Susunan, susun
from angka_kredit.forms.schema import Isi, Kegiatan
from angka_kredit.recalc.loaded import load

BLANK, CONTOH = "dupak_pmb_ahli_muda.xlsx", "dupak_pmb_ahli_muda_contoh.xlsx"
PMB, MUDA = "pmb", "Ahli Muda"
NATIVE = set(
    re.findall(
        "[A-Z]+",
        "SUM SUMIF IF ROUND IFERROR INDEX MATCH VLOOKUP COUNTIF COUNT COUNTA MIN MAX AND OR NOT LEN LEFT ABS "
        "ISNUMBER ISBLANK ISERROR ISTEXT",
    )
)
INPUTS = ("Data", "Kegiatan", "DUPAK")
FILES = forms.build_all()


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


BOOKS = {name: opened(data) for name, data in FILES.items()}
both = pytest.mark.parametrize("name", [BLANK, CONTOH])


def susunan() -> Susunan:
    jabatan = positions.all_jabatan()[PMB]
    level = positions.find_jenjang(PMB, MUDA)
    return susun(jabatan, level, skeleton.dupak(), skeleton.all_jabatan()[PMB])


def codes() -> dict[str, list[str]]:
    """group -> line codes: utama, penunjang, blok"""
    rows = susunan()
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
    return book[sheet], ref.replace("$", "")


class Computed:
    """A form computed by the engine, read by name or by what stands in a row."""

    def __init__(self, data: bytes) -> None:
        self.book, self._engine = opened(data), load(data).engine

    def __call__(self, sheet: str, ref: str) -> Any:
        return self._engine.value(sheet, ref)

    def named(self, nama: str) -> Any:
        sheet, ref = place(self.book, nama)
        return self(sheet.title, ref)

    def line(self, kode: str) -> int:
        return next(cell.row for cell in self.book["DUPAK"]["L"] if cell.value == kode)

    def total(self, title: str) -> int:
        return next(cell.row for cell in self.book["DUPAK"]["A"] if cell.value == title)


def filled(*rows: Kegiatan, lama: dict[str, int | Decimal] | None = None, **data: str | date) -> Computed:
    return Computed(forms.build(PMB, MUDA, Isi(jabatan=PMB, jenjang=MUDA, data=data, lama=lama or {}, kegiatan=rows)))


DAY = date(2016, 6, 1)
MADYA = Kegiatan(baris="U6a1", tanggal=DAY, butir="MADYA-III.2.a", volume=1, penugasan="ST.1")
OWN = Kegiatan(baris="U2a1", tanggal=DAY, butir=Decimal("0.1"), uraian="Uraian", volume=1)
