"""Workbooks for tests: the worked examples as formulas, every function cell seeded with an impossible value."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from examples_table import Example
from office import SEED

SHEET = "Contoh"


def literal(value: Any) -> str:
    """The argument as a formula in a file writes it; nothing where it is not given."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else repr(value)


def formula(example: Example, cells: list[str] | None = None) -> str:
    """=NAME(arguments), as literals or as the given cells."""
    return f"={example.fungsi}({','.join(cells or [literal(arg) for arg in example.argumen])})"


def workbook(formulas: dict[str, str], values: dict[str, Any] | None = None) -> bytes:
    """A workbook of one sheet with these formulas (seeded) and typed values, by cell."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        for ref, value in (values or {}).items():
            sheet.write(ref, value)
        for ref, text in formulas.items():
            sheet.write_formula(ref, text, None, SEED)
    return file.getvalue()


def examples_workbook(examples: list[Example], *, in_cells: bool) -> tuple[bytes, dict[str, Example]]:
    """One row an example, its formula in column A; its arguments as literals, or in columns B and on."""
    formulas, values, where = {}, {}, {}
    for row, example in enumerate(examples, start=1):
        cells = [f"{chr(ord('B') + column)}{row}" for column in range(len(example.argumen))]
        if in_cells:
            values |= {cell: arg for cell, arg in zip(cells, example.argumen, strict=True) if arg is not None}
        formulas[f"A{row}"] = formula(example, cells if in_cells else None)
        where[f"A{row}"] = example
    return workbook(formulas, values), where


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
