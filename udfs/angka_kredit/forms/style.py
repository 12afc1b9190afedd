"""How the cells look: named bits of format that combine, and one way to put a value into a cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

Sel = str | int | float | Decimal | date | None

AK = "0.000##;-0.000##;;@"  # at least three decimals, five where the credit has them; zero stays white
TANGGAL = "[$-421]d mmmm yyyy"
KUNING, ABU, ABU_MUDA = "#FFF9DB", "#D9DDE3", "#EEF0F3"
FULL, HAIR = 1, 7

_BITS: dict[str, dict[str, Any]] = {
    "dasar": {"font_name": "Calibri", "font_size": 9, "valign": "vcenter"},
    "kotak": {"border": FULL},
    "baris": {"left": FULL, "right": FULL, "top": HAIR, "bottom": HAIR},
    "tepi": {"left": FULL, "right": FULL},
    "tepi_kiri": {"left": FULL},
    "tepi_kanan": {"right": FULL},
    "alas": {"bottom": FULL},
    "atas": {"top": FULL},
    "titik": {"bottom": HAIR},
    "tebal": {"bold": True},
    "miring": {"italic": True},
    "garis_bawah": {"underline": 1},
    "kecil": {"font_size": 8},
    "besar": {"font_size": 12},
    "judul": {"font_size": 14},
    "samar": {"font_color": "#6B7280"},
    "merah": {"font_color": "#B42318", "bold": True},
    "tengah": {"align": "center"},
    "kiri": {"align": "left"},
    "kanan": {"align": "right"},
    "volume": {"align": "right", "indent": 1},
    "bungkus": {"text_wrap": True, "indent": 1},
    "masuk": {"indent": 1},
    "puncak": {"valign": "top"},
    "dasar_bawah": {"valign": "bottom"},
    "kepala": {"bg_color": ABU, "indent": 0, "bold": True, "align": "center", "text_wrap": True, "border": FULL},
    "abu": {"bg_color": ABU_MUDA},
    "isian": {"bg_color": KUNING, "locked": False},
    "ak": {"num_format": AK, "align": "right", "indent": 1},
    "tanggal": {"num_format": TANGGAL, "align": "left", "indent": 1},
    "teks": {"num_format": "@", "align": "left"},
    "persen": {"num_format": "0%", "align": "center"},
}


class Gaya:
    """Formats of one workbook by the names of their bits: `gaya("baris", "ak")`; later bits win."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[str, Format] = {}

    def __call__(self, *bits: str, **extra: Any) -> Format:
        key = repr((bits, extra))
        if key not in self._made:
            properties = {name: value for bit in ("dasar", *bits) for name, value in _BITS[bit].items()} | extra
            self._made[key] = self._workbook.add_format(_berjarak(properties))
        return self._made[key]

    def coret(self, sheet: Worksheet, row: int, first: int, last: int, wrong: str) -> None:
        """The words in these cells of the row are struck out while the formula `wrong` holds."""
        struck = self._workbook.add_format({"font_strikeout": True})
        rule = {"type": "formula", "criteria": f"={wrong}", "format": struck}
        sheet.conditional_format(row, first, row, last, rule)


def _berjarak(properties: dict[str, Any]) -> dict[str, Any]:
    """The indent of a right-aligned number as room in its number format: LibreOffice draws such an indent in the
    first of several equal cells only."""
    form = properties.get("num_format", "")
    if properties.get("align") != "right" or not properties.get("indent") or "0" not in form:
        return properties
    parts = [f"{part}_0" if part.strip("@") else part for part in form.split(";")]
    return properties | {"indent": 0, "num_format": ";".join(parts)}


def put(sheet: Worksheet, row: int, first: int, last: int, value: Sel, cell_format: Format) -> None:
    """Writes one value of ours into the cells `first` to `last` of a row, merged where they are several.

    Text that begins with '=' is a formula; all other text stays text."""
    if last > first:
        sheet.merge_range(row, first, row, last, "", cell_format)
    if isinstance(value, str) and value.startswith("="):
        sheet.write_formula(row, first, value, cell_format)
    else:
        isi(sheet, row, first, value, cell_format)


def isi(sheet: Worksheet, row: int, first: int, value: Sel, cell_format: Format) -> None:
    """Writes what a person gave into one cell: text stays text, whatever it begins with."""
    if value is None or value == "":
        sheet.write_blank(row, first, None, cell_format)
    elif isinstance(value, str):
        sheet.write_string(row, first, value, cell_format)
    elif isinstance(value, date):
        sheet.write_datetime(row, first, value, cell_format)
    else:
        sheet.write_number(row, first, float(value), cell_format)


def lines(text: str, width: int) -> int:
    """How many lines the text takes where about `width` characters fit on one."""
    count, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > width:
            count, used = count + 1, 0
        used += len(word) + (1 if used else 0)
    return count
