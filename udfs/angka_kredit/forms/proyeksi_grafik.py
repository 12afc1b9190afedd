"""The chart of the sheet Proyeksi: credit against thresholds over the years, the numbers it is drawn from below it."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from .book import Buku, cell
from .style import put

TAHUN = 8  # that the chart looks ahead
_ROOM = 18  # rows that the chart covers
_KEPALA = ("Tahun sesudahnya", "Angka kredit", "Diminta pangkat", "Diminta jenjang")
_GARIS = (("#1F4E79", 2.5, "solid"), ("#C55A11", 1.5, "dash"), ("#548235", 1.5, "long_dash"))


def write(buku: Buku, sheet: Worksheet, row: int) -> int:
    """Returns the last row."""
    top = row + _ROOM
    for column, words in enumerate(_KEPALA):
        put(sheet, top, column, column, words, buku.gaya("kepala"))
    for ahead in range(TAHUN + 1):
        at = top + 1 + ahead
        year = f'=IF(proyeksi_siap="",{ahead},"")'
        put(sheet, at, 0, 0, year, buku.gaya("kotak", "tengah", num_format="0"))
        formulas = (f"SUM(proyeksi_ak,{ahead}*SUM(proyeksi_laju))", "proyeksi_ambang", "proyeksi_ambang_jenjang")
        for column, formula in enumerate(formulas, 1):
            shown = f'=IF({cell(at, 0)}="","",{formula})'
            put(sheet, at, column, column, shown, buku.gaya("kotak", "ak"))
    _chart(buku, sheet, top, row)
    return top + TAHUN + 1


def _chart(buku: Buku, sheet: Worksheet, top: int, row: int) -> None:
    chart = buku.workbook.add_chart({"type": "line"})
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
    chart.set_title({"name": "Angka kredit kumulatif dan yang diminta", "name_font": {"size": 11}})
    chart.set_x_axis({"name": "Tahun sesudah tanggal angka kredit dihitung"})
    chart.set_y_axis(
        {"name": "Angka kredit", "num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D9DDE3"}}}
    )
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 760, "height": 340})
    sheet.insert_chart(row, 0, chart, {"object_position": 1, "x_offset": 6, "y_offset": 4})
