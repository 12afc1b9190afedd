"""The plan and the report as workbooks: texts stay texts, so that a formula can be read and is not computed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

from ..words import tanggal
from .bentuk import Sel

RENCANA = ("Berkas", "Lembar", "Sel", "Isi lama", "Rumus baru", "Nilai lama", "Nilai baru", "Keadaan", "Bertumpu pada")
BERKAS = ("Berkas", "Keadaan", "Keterangan", "Baru", "Sama", "Beda", "Dilewati")
_WIDTHS = {"Berkas": 36, "Lembar": 20, "Isi lama": 34, "Rumus baru": 44, "Keadaan": 44, "Bertumpu pada": 44}
_WIDTHS |= {"Keterangan": 90, "Nilai lama": 13, "Nilai baru": 13}
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FIXED = datetime(2026, 1, 1)  # the same plan is the same file
_LONGEST = 32_767  # characters of a cell
_LAST_ROW = 1_048_575
_A4 = 9


def baris(berkas: str, sel: Sel) -> list[Any]:
    """A planned cell as a row of RENCANA."""
    old, new = sel.nilai_lama, sel.nilai_baru
    shown = tanggal(old) if isinstance(old, date) else old
    return [berkas, sel.lembar, sel.sel, sel.isi_lama, sel.rumus_baru, shown, new, sel.kata, sel.dasar]


def tabel(lembar: Sequence[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]) -> bytes:
    """A workbook of these sheets: name, headings, rows."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, _OPTIONS) as book:
        book.set_properties({"title": "Pasang rumus", "author": "Angka Kredit", "created": _FIXED})
        for name, headings, rows in lembar:
            _sheet(book, name, headings, rows)
    return output.getvalue()


def _sheet(book: Any, name: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    head, body = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    for at, heading in enumerate(headings):
        sheet.set_column(at, at, _WIDTHS.get(heading, 9), body)
    sheet.write_row(0, 0, headings, head)
    last = 0
    for last, row in enumerate(rows, 1):
        if last > _LAST_ROW:
            break
        for at, value in enumerate(row):
            sheet.write(last, at, value[:_LONGEST] if isinstance(value, str) else value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(headings) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
