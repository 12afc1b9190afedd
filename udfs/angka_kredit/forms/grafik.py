"""The table and the chart of a projection: credit beside what is asked for, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from .book import cell
from .style import Gaya, put

TAHUN = 8  # that it looks ahead
RUANG = 18  # rows that the chart covers, above the table
_DIMINTA = ("Angka kredit", "Diminta pangkat", "Diminta jenjang")
_GARIS = (("#1F4E79", 2.5, "solid"), ("#C55A11", 1.5, "dash"), ("#548235", 1.5, "long_dash"))


def tabel(
    gaya: Gaya, sheet: Worksheet, top: int, tahun: str, rumus: Sequence[Sequence[str]], *bits: str, **look: Any
) -> None:
    """The heading at row `top`, then a row a year: the formula of its label ('' while nothing is known), and those of
    the three lines, which stay blank as long as the label is. `bits`, `look`: of the credits."""
    for column, words in enumerate((tahun, *_DIMINTA)):
        put(sheet, top, column, column, words, gaya("kepala"))
    for row, (label, *lines) in enumerate(rumus, top + 1):
        put(sheet, row, 0, 0, f"={label}", gaya("kotak", "tengah", num_format="0"))
        for column, formula in enumerate(lines, 1):
            shown = f'=IF({cell(row, 0)}="","",{formula})'
            put(sheet, row, column, column, shown, gaya("kotak", *bits, **look))


def grafik(workbook: Workbook, sheet: Worksheet, top: int, judul: str, sumbu: str, lebar: int) -> None:
    """The chart of the table whose heading stands at row `top`, above it."""
    chart = workbook.add_chart({"type": "line"})
    for column, (colour, width, dash) in enumerate(_GARIS, 1):
        chart.add_series(
            {
                "name": [sheet.name, top, column],
                "categories": [sheet.name, top + 1, 0, top + 1 + TAHUN, 0],
                "values": [sheet.name, top + 1, column, top + 1 + TAHUN, column],
                "line": {"color": colour, "width": width, "dash_type": dash},
                "marker": {"type": "circle", "size": 5, "fill": {"color": colour}} if column == 1 else {"type": "none"},
            }
        )
    chart.set_title({"name": judul, "name_font": {"size": 11}})
    chart.set_x_axis({"name": sumbu})
    chart.set_y_axis(
        {"name": "Angka kredit", "num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D9DDE3"}}}
    )
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": lebar, "height": 340})
    sheet.insert_chart(top - RUANG, 0, chart, {"object_position": 1, "x_offset": 6, "y_offset": 4})
