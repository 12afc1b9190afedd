"""A computed performance workbook for tests, read by the names of its cells."""

from __future__ import annotations

import io
from typing import Any

import openpyxl


class Terhitung:
    """A computed workbook, read by the names of its cells."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)

    def __call__(self, nama: str) -> Any:
        return self.column(nama)[0]

    def column(self, nama: str) -> list[Any]:
        sheet, ref = self.book.defined_names[nama].attr_text.split("!")
        cells = self.book[sheet.strip("'")][ref.replace("$", "")]
        return [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]
