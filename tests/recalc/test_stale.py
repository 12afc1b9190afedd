"""Charts and pivot tables that show changed cells are named: their picture is old until Excel opens the file."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from angka_kredit.recalc.package import Package
from angka_kredit.recalc.stale import stale
from angka_kredit.recalc.workbook import Place, read_workbook
from packages import SHEET2, related, with_part
from sheets import workbook

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def charts() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        data, sheet = book.add_worksheet("Data 'a', b"), book.add_worksheet("Grafik")
        own = book.add_chartsheet("Lembar grafik")
        book.define_name("pilihan", "='Data ''a'', b'!$D$1:$D$5")
        data.write_column("A1", [1, 2, 3])
        for title, values in (
            ("Judul satu", "='Data ''a'', b'!$A$1:$A$3"),
            ("", "=('Data ''a'', b'!$B$1,'Data ''a'', b'!$B$4)"),
            ("Nama", "=pilihan"),
            ("Tak terbaca", "=nama_yang_tidak_ada"),
        ):
            chart = book.add_chart({"type": "line", "name": f"Bagan {values[-3:]}"})
            if title:
                chart.set_title({"name": title})
            chart.add_series({"values": values, "name": "='Data ''a'', b'!$F$9"})
            sheet.insert_chart("A1", chart)
        chart = book.add_chart({"type": "pie"})
        chart.add_series({"values": "='Data ''a'', b'!$C$1:$C$3", "categories": "='Data ''a'', b'!$E$1:$E$3"})
        own.set_chart(chart)
    return file.getvalue()


CHARTS = charts()
UNREADABLE = "grafik 'Tak terbaca' di lembar 'Grafik'"


def named(data: bytes, *changed: Place) -> list[str]:
    package = Package(data)
    return stale(package, read_workbook(package), changed)


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("A2", ["grafik 'Judul satu' di lembar 'Grafik'", UNREADABLE]),
        ("B4", ["grafik 'Bagan $4)' di lembar 'Grafik'", UNREADABLE]),
        ("B2", [UNREADABLE]),
        ("D5", ["grafik 'Nama' di lembar 'Grafik'", UNREADABLE]),
        ("E1", [UNREADABLE, "grafik 'Chart 1' di lembar 'Lembar grafik'"]),
        ("Z9", [UNREADABLE]),
    ],
)
def test_charts_of_changed_cells(ref: str, words: list[str]) -> None:
    assert named(CHARTS, Place("Data 'a', b", ref)) == words


def test_a_series_name_counts_and_another_sheet_does_not() -> None:
    assert len(named(CHARTS, Place("Data 'a', b", "F9"))) == 4
    assert named(CHARTS, Place("Grafik", "A2")) == [UNREADABLE]
    assert named(CHARTS) == []
    assert named(workbook({"A1": "=1"}), Place("Contoh", "A1")) == []


def pivot(source: str) -> bytes:
    """A workbook with a pivot table on its second sheet, and a table 'Daftar' in A1:B4 of the first."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Data").add_table("A1:B4", {"name": "Daftar"})
        book.add_worksheet("Rekap")
    cache, table = "xl/pivotCache/pivotCacheDefinition1.xml", "xl/pivotTables/pivotTable1.xml"
    definition = (
        f'<pivotCacheDefinition {_MAIN} xmlns:r="{_OFFICE}"><cacheSource type="worksheet">{source}</cacheSource>'
        "</pivotCacheDefinition>"
    )
    shown = f'<pivotTableDefinition {_MAIN} name="PivotTable1" cacheId="1"/>'
    data = with_part(file.getvalue(), table, shown.encode(), f"{_OFFICE}/pivotTable", f"{_TYPE}.pivotTable+xml", SHEET2)
    kind = f"{_OFFICE}/pivotCacheDefinition"
    data = with_part(data, cache, definition.encode(), kind, f"{_TYPE}.pivotCacheDefinition+xml")
    return related(data, table, kind, cache)


@pytest.mark.parametrize(
    ("source", "ref", "old"),
    [
        ('<worksheetSource ref="A1:B4" sheet="Data"/>', "B4", True),
        ('<worksheetSource ref="A1:B4" sheet="Data"/>', "C4", False),
        ('<worksheetSource name="Daftar"/>', "B4", True),
        ('<worksheetSource name="Daftar"/>', "B5", False),
        ('<worksheetSource name="Entah"/>', "B5", True),
        ('<worksheetSource ref="A1:B4" sheet="Data" r:id="rId1"/>', "B4", False),
    ],
)
def test_pivot_tables_of_changed_cells(source: str, ref: str, old: bool) -> None:
    assert named(pivot(source), Place("Data", ref)) == (["tabel pivot 'PivotTable1' di lembar 'Rekap'"] if old else [])
