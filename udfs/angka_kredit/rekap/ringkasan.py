"""The sheet Ringkasan: sums of every unit, proved against the sheet Pegawai, and native charts."""

from __future__ import annotations

import math

import pandas
from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ..words import tanggal
from .jalan import Rekap
from .lembar import Gaya, cetak, tabel
from .pegawai import STATUS
from .tabel import AK, KURANG, per_periode, per_unit

NAMA, PEGAWAI, PERIODE = "Ringkasan", "Pegawai", "Per periode"
COCOK, BEDA = "COCOK", "BERBEDA"
_UNIT = 25  # of which the chart has room
_WARNA = ("#548235", "#A9D18E", "#C55A11", "#8FAADC", "#BFBFBF", "#FFD966", "#7F7F7F")
_TOP = 22  # row of the table; the charts stand above it


def tulis(book: Workbook, sheet: Worksheet, gaya: Gaya, found: Rekap, people: pandas.DataFrame, top: int) -> None:
    """`top`: the first row of values on the sheet Pegawai, counted from 0."""
    units = per_unit(people)
    sheet.write_string(0, 0, "Rekapitulasi angka kredit", gaya.judul)
    words = (
        f"Tanggal laporan {tanggal(found.asumsi.tanggal)}; periode kenaikan berikut {tanggal(found.asumsi.periode)}."
    )
    sheet.write_string(1, 0, words, gaya.samar)
    first = tabel(sheet, gaya, _TOP, units)
    cetak(sheet)
    if len(units):
        _jumlah(sheet, gaya, units, people, first, top)
        _grafik_unit(book, sheet, units, first)


def _jumlah(
    sheet: Worksheet, gaya: Gaya, units: pandas.DataFrame, people: pandas.DataFrame, first: int, top: int
) -> None:
    """Two totals, each by its own way: of the units above, and of the people one by one; both live."""
    last = first + len(units)
    sheet.write_string(last, 0, "Jumlah semua unit", gaya.jumlah)
    sheet.write_string(last + 1, 0, "Jumlah semua pegawai", gaya.jumlah)
    sheet.write_string(last + 2, 0, "Kedua jumlah", gaya.jumlah)
    for column, name in enumerate(units.columns[1:], 1):
        total, look = math.fsum(units[name]), gaya.jumlah if name in (AK, KURANG) else gaya.banyak
        sheet.write_formula(last, column, f"=SUM({xl_range(first, column, last - 1, column)})", look, total)
        if name in (AK, KURANG, "Pegawai"):
            own = list(people.columns).index("Nama" if name == "Pegawai" else name)
            letter = xl_col_to_name(own)
            area = f"{PEGAWAI}!{letter}{top + 1}:{letter}{top + len(people)}"
            one = len(people) if name == "Pegawai" else math.fsum(people[name].dropna())
            call = f"=ROWS({area})" if name == "Pegawai" else f"=SUM({area})"
            sheet.write_formula(last + 1, column, call, look, one)
            here = xl_col_to_name(column)
            same = f'=IF(ROUND({here}{last + 1}-{here}{last + 2},6)=0,"{COCOK}","{BEDA}")'
            sheet.write_formula(last + 2, column, same, gaya.jumlah, COCOK if abs(total - one) < 1e-6 else BEDA)


def _grafik_unit(book: Workbook, sheet: Worksheet, units: pandas.DataFrame, first: int) -> None:
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    last = first + min(len(units), _UNIT) - 1
    for status, colour in zip(STATUS, _WARNA, strict=True):
        column = list(units.columns).index(status)
        chart.add_series(
            {
                "name": [NAMA, _TOP, column],
                "categories": [NAMA, first, 0, last, 0],
                "values": [NAMA, first, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    more = f" ({_UNIT} unit terbesar)" if len(units) > _UNIT else ""
    chart.set_title({"name": f"Pegawai menurut unit kerja dan status{more}", "name_font": {"size": 11}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 8}})
    chart.set_x_axis({"num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D9DDE3"}}})
    chart.set_legend({"position": "bottom", "font": {"size": 8}})
    chart.set_size({"width": 760, "height": 380})
    sheet.insert_chart(2, 0, chart, {"object_position": 2, "x_offset": 4, "y_offset": 4})


def periode(book: Workbook, sheet: Worksheet, gaya: Gaya, people: pandas.DataFrame) -> None:
    """The sheet of its own for the counts of every period, and their chart."""
    counts = per_periode(people)
    sheet.write_string(0, 0, "Pegawai yang angka kreditnya cukup untuk pangkat berikut mulai periode", gaya.judul)
    sheet.write_string(1, 0, "Menurut anggapan pada lembar Asumsi; hanya jumlah angka kredit yang dilihat.", gaya.samar)
    first = tabel(sheet, gaya, 3, counts)
    cetak(sheet)
    if not len(counts):
        return
    chart = book.add_chart({"type": "column"})
    last = first + len(counts) - 1
    chart.add_series(
        {
            "name": "Pegawai",
            "categories": [PERIODE, first, 0, last, 0],
            "values": [PERIODE, first, 1, last, 1],
            "fill": {"color": "#1F4E79"},
            "data_labels": {"value": True},
            "gap": 40,
        }
    )
    chart.set_title({"name": "Pegawai menurut periode kenaikan pangkat", "name_font": {"size": 11}})
    chart.set_x_axis({"text_axis": True, "num_format": "mmm yyyy"})
    chart.set_y_axis({"num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D9DDE3"}}})
    chart.set_legend({"none": True})
    chart.set_size({"width": 760, "height": 360})
    sheet.insert_chart(3, 3, chart)
