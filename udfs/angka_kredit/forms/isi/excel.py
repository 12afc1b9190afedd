"""A form that is open in Excel, through xlwings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl.utils.cell import get_column_letter

from .bentuk import SURAT, Formulir, Isi, Rencana, Rumus, Sel, Tulis
from .nilai import Nilai
from .rencana import terapan

_TEKS = "@"


def baca_formulir(book: Any) -> Formulir:
    """The named cells of the xlwings Book and what they hold."""
    nama, isi = dict[str, list[Sel]](), dict[Sel, Isi]()
    for name, area in _places(book):
        cells = list(_cells(area))
        nama[name] = [sel for sel, _ in cells]
        isi |= dict(cells)
    return Formulir(nama, isi)


def terapkan(book: Any, hasil: Rencana, timpa: bool = False) -> list[Tulis]:
    """Writes the plan into the open workbook, which Excel then recalculates; what was written."""
    writes = terapan(hasil, timpa)
    for tulis in writes:
        _tulis(book.sheets[tulis.sel.lembar].range(tulis.sel.ref), tulis.nilai)
    return writes


def tampakkan(book: Any) -> list[str]:
    """Shows the rows of the surat pernyataan that are filled and hidden; the sheets where it did."""
    areas, changed = {name.name: name for name in book.names}, []
    for surat in SURAT:
        if f"sp_{surat}_baris" not in areas or f"sp_{surat}_tampak" not in areas:
            continue
        rows, count = (areas[f"sp_{surat}_{what}"].refers_to_range for what in ("baris", "tampak"))
        numbers = [row[0] for row in rows.options(ndim=2).value]
        last = max((n for n, number in enumerate(numbers, 1) if number not in (None, "")), default=0)
        if last > (count.options(ndim=2).value[0][0] or 0):
            rows.sheet.range((rows.row, rows.column), (rows.row + last - 1, rows.column)).api.EntireRow.Hidden = False
            count.value = last
            changed.append(str(rows.sheet.name))
    return changed


def _places(book: Any) -> Iterator[tuple[str, Any]]:
    for name in book.names:
        if "!" in name.name:  # of one sheet: print areas and titles
            continue
        try:
            area = name.refers_to_range
        except Exception:  # a constant, a formula or a broken name; COM raises what it likes
            continue
        if area is not None and area.shape[1] == 1:
            yield name.name, area


def _cells(area: Any) -> Iterator[tuple[Sel, Isi]]:
    letter, sheet = get_column_letter(area.column), area.sheet.name
    values, formulas = area.options(ndim=2).value, area.formula
    rows = [(formulas,)] if isinstance(formulas, str) else formulas
    for offset, (value, formula) in enumerate(zip(values, rows, strict=True)):
        held = Rumus.RUMUS if str(formula[0]).startswith("=") else value[0]
        yield Sel(sheet, f"{letter}{area.row + offset}"), held


def _tulis(cell: Any, nilai: Nilai) -> None:
    if isinstance(nilai, str) and cell.number_format != _TEKS:
        nilai = f"'{nilai}"  # else Excel makes numbers, dates and formulas of text that looks so
    elif isinstance(nilai, Decimal):
        nilai = float(nilai)
    elif isinstance(nilai, date) and not isinstance(nilai, datetime):
        nilai = datetime(nilai.year, nilai.month, nilai.day)
    cell.value = nilai
