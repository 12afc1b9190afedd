"""The product's own reader: what openpyxl reads, and more, where a file is damaged or written in an unusual way."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula
from tata_letak import semua

from angka_kredit.errors import Refused
from angka_kredit.kenal import Kisi, baca, kenali
from angka_kredit.resources import folder
from packages import exchanged, packed, parts, replacing

SHEET = "xl/worksheets/sheet1.xml"
TEMPLATES = ["konversi_2023_contoh.xlsx", "ammi_ahli_pertama_contoh.xlsx"]


def by_openpyxl(data: bytes) -> dict[str, dict[tuple[int, int], tuple[object, str]]]:
    """(value, formula) of every cell that holds something, by sheet: the reference."""
    values, formulas = (openpyxl.load_workbook(io.BytesIO(data), data_only=only) for only in (True, False))
    found: dict[str, dict[tuple[int, int], tuple[object, str]]] = {}
    for sheet in formulas.worksheets:
        cells = found.setdefault(sheet.title, {})
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")):
            text = getattr(cell.value, "text", cell.value) if cell.data_type == "f" else ""
            cells[cell.row, cell.column] = values[sheet.title].cell(cell.row, cell.column).value, text
    return found


def held(grid: Kisi) -> dict[tuple[int, int], tuple[object, str]]:
    return {place: (sel.nilai, sel.rumus) for place, sel in grid.sel.items()}


@pytest.mark.parametrize("data", [(folder("templates") / name).read_bytes() for name in TEMPLATES], ids=TEMPLATES)
def test_our_own_forms_are_read_as_openpyxl_reads_them(data: bytes) -> None:
    assert {grid.nama: held(grid) for grid in baca(data)} == by_openpyxl(data)


def test_layouts_too_with_their_merged_areas() -> None:
    for each in semua():
        grids, sheets = baca(each.data), openpyxl.load_workbook(io.BytesIO(each.data)).worksheets
        assert {grid.nama: held(grid) for grid in grids} == by_openpyxl(each.data)
        for grid, sheet in zip(grids, sheets, strict=True):
            areas = {(a.min_row, a.min_col, a.max_row, a.max_col) for a in sheet.merged_cells.ranges}
            assert set(grid.gabungan) == areas


def odd() -> bytes:
    """Dates, booleans, errors, an array formula, hidden rows and columns."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([date(2020, 2, 29), datetime(2020, 1, 2, 12), 0.5, 7, True, "#N/A", "teks"])
    sheet["B1"].number_format, sheet["C1"].number_format = "dd mmmm yyyy", '0.00" hari"'
    sheet["H1"] = ArrayFormula("H1:H2", "=A1:A2*2")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_sheet("Lain").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_dates_errors_and_what_is_hidden() -> None:
    first, other = baca(odd())
    assert held(first) == by_openpyxl(odd())["Sheet"]
    assert first.sel[1, 1].teks == "29 Februari 2020" and first.sel[1, 3].nilai == 0.5
    assert (first.baris_sembunyi, first.kolom_sembunyi) == ({3}, {4})
    assert not first.tersembunyi and other.tersembunyi


def test_a_value_that_is_no_number_is_read_as_text_and_told() -> None:
    data = exchanged(semua()[0].data, {SHEET: replacing("<v>1.5</v>", "<v>0.4.0</v>")})
    with pytest.raises(ValueError, match="could not read"):
        openpyxl.load_workbook(io.BytesIO(data))
    (grid,) = baca(data)
    (ref, text), *_ = grid.rusak
    assert text == "0.4.0" and "0.4.0" in {sel.nilai for sel in grid.sel.values()}
    (sheet,) = kenali(data).lembar
    assert sheet.formulir[0].jenis == "dupak" and f"nilai rusak: sel {ref} berisi '0.4.0'" in sheet.catatan[0]


def test_shared_formulas_and_cells_without_an_address() -> None:
    first = '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c></row>'
    second = '<row><c><f t="shared" si="0"/><v>6</v></c><c><v>9</v></c></row>'
    xml = f'<worksheet xmlns="http://x/y"><sheetData>{first}{second}</sheetData></worksheet>'
    (grid,) = baca(exchanged(blank(), {SHEET: xml.encode()}))
    assert held(grid) == {(1, 1): (4, "=B1*2"), (2, 1): (6, "=B2*2"), (2, 2): (9, "")}


def blank() -> bytes:
    book = openpyxl.Workbook()
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_part_that_is_missing_is_refused_in_words() -> None:
    content = parts(odd())
    with pytest.raises(Refused, match="lembar 'Lain' tidak ada di dalam berkas"):
        baca(packed({name: data for name, data in content.items() if name != "xl/worksheets/sheet2.xml"}))
    with pytest.raises(Refused, match="bukan buku kerja"):
        baca(packed({"a.txt": b"x"}))
