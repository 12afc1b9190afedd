"""The cases of same_answer.py in one workbook, for LibreOffice and for `hitung-ulang`: written, and read back."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol, xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from office import SEED
from same_answer import ERROR_VALUES, OMITTED, Case
from sheets import literal

SHEET, INPUT = "Kasus", "Isi"
_ERRORS = {"#DIV/0!": "=1/0", "#N/A": "=NA()"}  # formulas that show them, in every program
Rows = list[list[Any]]
Block = list[list[str]]  # the cells that a case fills


def write(cases: Sequence[Case]) -> tuple[bytes, list[Block]]:
    """The workbook, every formula cell seeded, and where each case stands on SHEET."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, blocks = _Column(book.add_worksheet(SHEET)), list[Block]()
        given = _Column(book.add_worksheet(INPUT), book.add_format({"num_format": "dd/mm/yyyy"}))
        for case in cases:
            formula = f"={case.fungsi}({','.join(_argument(each, case.typed, given) for each in case.argumen)})"
            blocks.append(sheet.formula(formula, shape(case.hasil)))
    return file.getvalue(), blocks


def shown(case: Case, block: Block, values: Mapping[str, Any]) -> Any:
    """What the case's cells show, as `case.hasil` is: one value, or rows. Blank text is ''."""
    rows = [["" if values[ref] is None else values[ref] for ref in row] for row in block]
    assert SEED not in [value for row in rows for value in row], f"{case} was not computed"
    return rows if isinstance(case.hasil, list) else rows[0][0]


def shape(result: Any) -> tuple[int, int]:
    return (len(result), len(result[0])) if isinstance(result, list) else (1, 1)


def _argument(value: Any, typed: bool, given: _Column) -> str:
    if value is OMITTED:
        return ""
    return literal(value) if typed else f"{INPUT}!{given.values(value if isinstance(value, list) else [[value]])}"


class _Column:
    """A sheet that is filled from above; nothing stands beside anything else."""

    def __init__(self, sheet: Worksheet, dates: Any = None) -> None:
        self._sheet, self._dates, self._row = sheet, dates, 0

    def values(self, rows: Rows) -> str:
        """Takes the rows; returns where they stand."""
        first = self._row
        self._row += len(rows)
        for number, row in enumerate(rows, start=first):
            for column, value in enumerate(row):
                self._write(xl_rowcol_to_cell(number, column), value)
        return xl_range(first, 0, self._row - 1, len(rows[0]) - 1)

    def formula(self, formula: str, size: tuple[int, int]) -> Block:
        """Takes the formula, as an array formula where it fills several cells."""
        rows, columns = size
        block = [[xl_rowcol_to_cell(self._row + row, column) for column in range(columns)] for row in range(rows)]
        self._row += rows
        if size == (1, 1):
            self._sheet.write_formula(block[0][0], formula, None, SEED)
        else:
            self._sheet.write_array_formula(f"{block[0][0]}:{block[-1][-1]}", f"{{{formula}}}", None, SEED)
            for ref in [ref for row in block for ref in row][1:]:  # where XlsxWriter writes 0
                self._sheet.write_number(ref, SEED)
        return block

    def _write(self, ref: str, value: Any) -> None:
        if isinstance(value, str) and value in ERROR_VALUES:
            self._sheet.write_formula(ref, _ERRORS[value], None, value)
        elif value == "":
            self._sheet.write_formula(ref, '=""', None, "")  # a cell holds empty text in no other way
        elif isinstance(value, str):
            self._sheet.write_string(ref, value)
        elif isinstance(value, date):
            self._sheet.write_datetime(*xl_cell_to_rowcol(ref), value, self._dates)
        elif value is not None:
            self._sheet.write(ref, value)
