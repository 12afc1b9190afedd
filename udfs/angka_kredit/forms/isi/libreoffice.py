"""A form that is open in LibreOffice Calc, as a UNO spreadsheet document. Nothing here imports UNO."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from .bentuk import SURAT, Formulir, Isi, Rencana, Rumus, Sel, Tulis
from .rencana import terapan


def baca_formulir(document: Any) -> Formulir:
    """The named cells of the document and what they hold; a date is its number."""
    nama, isi = dict[str, list[Sel]](), dict[Sel, Isi]()
    names = document.NamedRanges
    for name in names.ElementNames:
        area = names.getByName(name).getReferredCells()
        if area is not None:  # None: the name is no place
            cells = list(_cells(document, area.RangeAddress))
            nama[name] = [sel for sel, _ in cells]
            isi |= dict(cells)
    return Formulir(nama, isi)


def terapkan(document: Any, hasil: Rencana, timpa: bool = False) -> list[Tulis]:
    """Writes the plan into the open document, which Calc then recalculates; what was written."""
    writes, null = terapan(hasil, timpa), document.NullDate
    epoch = date(null.Year, null.Month, null.Day)
    for tulis in writes:
        cell = document.Sheets.getByName(tulis.sel.lembar).getCellRangeByName(tulis.sel.ref)
        if isinstance(tulis.nilai, str):
            cell.setString(tulis.nilai)  # text, whatever it begins with
        elif isinstance(tulis.nilai, date):
            cell.setValue(float((date(tulis.nilai.year, tulis.nilai.month, tulis.nilai.day) - epoch).days))
        else:
            cell.setValue(float(tulis.nilai or 0))
    return writes


def tampakkan(document: Any) -> list[str]:
    """Shows the rows of the surat pernyataan that are filled and hidden; the sheets where it did."""
    names, changed = document.NamedRanges, []
    for surat in SURAT:
        if not (names.hasByName(f"sp_{surat}_baris") and names.hasByName(f"sp_{surat}_tampak")):
            continue
        rows, count = (names.getByName(f"sp_{surat}_{what}").getReferredCells() for what in ("baris", "tampak"))
        numbers = [row[0] for row in rows.getDataArray()]
        last = max((n for n, number in enumerate(numbers, 1) if number not in (None, "")), default=0)
        if last > count.getCellByPosition(0, 0).getValue():
            for row in range(last):
                rows.Rows.getByIndex(row).IsVisible = True
            count.getCellByPosition(0, 0).setValue(last)
            changed.append(str(rows.Spreadsheet.Name))
    return changed


def _cells(document: Any, area: Any) -> Iterator[tuple[Sel, Isi]]:
    sheet = document.Sheets.getByIndex(area.Sheet)
    if area.StartColumn == area.EndColumn:
        for row in range(area.StartRow, area.EndRow + 1):
            cell = sheet.getCellByPosition(area.StartColumn, row)
            yield Sel(sheet.Name, f"{_letter(area.StartColumn)}{row + 1}"), _held(cell)


def _held(cell: Any) -> Isi:
    kind = cell.Type.value
    if kind == "FORMULA":
        return Rumus.RUMUS
    if kind == "VALUE":
        return float(cell.getValue())
    return str(cell.getString()) if kind == "TEXT" else None


def _letter(column: int) -> str:
    """The column, from 0, as a spreadsheet names it."""
    first, last = divmod(column, 26)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)
