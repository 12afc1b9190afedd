"""Workbooks for tests: the worked examples as formulas, every function cell seeded with an impossible value."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from examples_table import Example
from office import SEED

SHEET = "Contoh"
RANGES = "Rentang"


class Ranges:
    """The ranges that examples refer to, one below the other on a sheet of their own."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []

    def place(self, rows: list[list[Any]]) -> str:
        """Takes the rows; returns where they stand, for a formula."""
        first = len(self.rows)
        self.rows += rows
        return f"{RANGES}!A{first + 1}:{xl_rowcol_to_cell(first + len(rows) - 1, len(rows[0]) - 1)}"


def literal(value: Any) -> str:
    """The argument as a formula in a file writes it; nothing where it is not given."""
    if value is None:
        return ""
    if isinstance(value, list):  # an array constant, in which a blank cell can only be empty text
        return "{" + ";".join(",".join(literal(cell) or '""' for cell in row) for row in value) + "}"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else repr(value)


def formula(example: Example, cells: list[str] | None = None) -> str:
    """=NAME(arguments), as literals or as the given cells."""
    return f"={example.fungsi}({','.join(cells or [literal(arg) for arg in example.argumen])})"


def workbook(formulas: dict[str, str], values: dict[str, Any] | None = None, ranges: Ranges | None = None) -> bytes:
    """A workbook of one sheet with these formulas (seeded) and typed values, by cell; and one for `ranges`."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        for ref, value in (values or {}).items():
            sheet.write(ref, value)
        for ref, text in formulas.items():
            sheet.write_formula(ref, text, None, SEED)
        if ranges:
            other = book.add_worksheet(RANGES)
            for number, row in enumerate(ranges.rows):
                other.write_row(number, 0, row)
    return file.getvalue()


def examples_workbook(examples: list[Example], *, in_cells: bool) -> tuple[bytes, dict[str, Example]]:
    """One row an example, its formula in column A; its arguments as literals, or in columns B and on."""
    formulas, values, where, ranges = {}, {}, {}, Ranges()
    for row, example in enumerate(examples, start=1):
        cells = []
        for column, arg in enumerate(example.argumen):
            cell = f"{chr(ord('B') + column)}{row}"
            cells.append(ranges.place(arg) if isinstance(arg, list) else cell)
            if in_cells and arg is not None and not isinstance(arg, list):
                values[cell] = arg
        formulas[f"A{row}"] = formula(example, cells if in_cells else None)
        where[f"A{row}"] = example
    return workbook(formulas, values, ranges), where


def cached(data: bytes | Path, sheet: str = SHEET) -> dict[str, Any]:
    """The cached values as a reader of the file sees them; blank text is ''."""
    source = io.BytesIO(data) if isinstance(data, bytes) else data
    book = openpyxl.load_workbook(source, data_only=True)
    return {cell.coordinate: cell.value for row in book[sheet].iter_rows() for cell in row}


def validator_errors(path: Path) -> list[str]:
    """What the Open XML validator says against the file: empty when Excel would open it without repair."""
    tool = Path(sys.executable).with_name("openxml-audit")
    lines = subprocess.run([tool, path], capture_output=True, text=True, check=False).stdout.splitlines()
    return [] if "Errors: 0" in lines else lines or ["the validator said nothing"]
