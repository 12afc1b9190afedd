"""Cells of Calc: what they show, their formulas, and entering one. UNO objects, but nothing here imports UNO."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from .libreoffice import error_text
from .libreoffice_rumus import Ejaan, di_berkas
from .tindakan import Rumus
from .tindakan.host import Nilai, Sel


def nilai(cell: Any, held: Any) -> Nilai:
    """What the cell shows. `held` is its value of getDataArray, which is empty for an error; an error as its text."""
    return (error_text(cell.getError()) or None) if held is None else held


def alamat(column: int, row: int) -> str:
    """The cell's name, from its column and row counted from 0."""
    letters = ""
    column += 1
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(ord("A") + last) + letters
    return f"{letters}{row + 1}"


def masukkan(cell: Any, ejaan: Ejaan, rumus: str) -> None:
    """Of an array formula the whole of it, at its first cell."""
    if not cell.getFormula().startswith("{"):
        cell.setFormula(ejaan.untuk_calc(cell.CellAddress, rumus))
        return
    area = cell.Spreadsheet.createCursorByRange(cell)
    area.collapseToCurrentArray()
    place, first = cell.CellAddress, area.RangeAddress
    if (place.Column, place.Row) == (first.StartColumn, first.StartRow):
        area.setArrayFormula(ejaan.untuk_calc(place, rumus))


def nilai_di(area: Any) -> Iterator[tuple[Sel, Nilai]]:
    """Every cell of an area, by rows, and what it shows."""
    sheet, place = area.Spreadsheet.Name, area.RangeAddress
    for row, data in enumerate(area.getDataArray()):
        for column, held in enumerate(data):
            value = held if held is not None else nilai(area.getCellByPosition(column, row), held)
            yield (sheet, alamat(place.StartColumn + column, place.StartRow + row)), value


def rumus_di(area: Any, protected: bool) -> Iterator[Rumus]:
    """Every cell of an area."""
    formulas = chain.from_iterable(area.getFormulaArray())
    for formula, (sel, value) in zip(formulas, nilai_di(area), strict=True):
        spelled = di_berkas(formula) if formula.startswith(("=", "{=")) else ""
        yield Rumus(sel, spelled, value, protected, larik=formula.startswith("{"))


def datum(held: Nilai) -> float | str:
    """The value as setDataArray takes it."""
    return "" if held is None else float(held) if isinstance(held, (bool, int)) else held
