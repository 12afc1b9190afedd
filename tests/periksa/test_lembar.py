"""The spreadsheet's own faults in one small PAK, each typed by hand; what is expected follows from its rows.

row 1  title            A NO | B UNSUR YANG DINILAI | C LAMA | D BARU | E JUMLAH
3      heading
4      I  UNSUR UTAMA
5      1  Pendidikan          100       0     =C5+D5
6      2  Tugas pokok          20     7.5     =C6+D6
7      3  Profesi               4       2     =C7+D7
8      JUMLAH UNSUR UTAMA     =SUM(C5:C7)  =SUM(D5:D7)  =SUM(E5:E7)
9      II UNSUR PENUNJANG
10     1  Seminar               3       1     =C10+D10
11     2  Organisasi            1     0.5     =C11+D11
12     JUMLAH UNSUR PENUNJANG =SUM(C10:C11) ...
13     JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG  =SUM(C8,C12) ..."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook

from angka_kredit.errors import Refused
from angka_kredit.periksa.bahan import Bahan, bahan
from angka_kredit.periksa.lembar import PEMERIKSA, hitung_beda
from angka_kredit.periksa.temuan import Temuan
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.workbook import Place
from angka_kredit.recalc.writer import write

BUTIR = {5: ("1", "Pendidikan", 100, 0), 6: ("2", "Tugas pokok", 20, 7.5), 7: ("3", "Profesi", 4, 2)}
PENUNJANG = {10: ("1", "Seminar", 3, 1), 11: ("2", "Organisasi", 1, 0.5)}
TOTAL = "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG"


def buku(sel: dict[str, Any] | None = None) -> Workbook:
    """The PAK, with these cells instead of its own."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "PAK"
    sheet["A1"], sheet["A4"], sheet["B4"] = "PENETAPAN ANGKA KREDIT", "I", "UNSUR UTAMA"
    sheet["A9"], sheet["B9"] = "II", "UNSUR PENUNJANG"
    for column, text in zip("ABCDE", ("NO", "UNSUR YANG DINILAI", "LAMA", "BARU", "JUMLAH"), strict=True):
        sheet[f"{column}3"] = text
    for row, cells in (BUTIR | PENUNJANG).items():
        for column, value in zip("ABCDE", (*cells, f"=C{row}+D{row}"), strict=True):
            sheet[f"{column}{row}"] = value
    for row, text, inside in (
        (8, "JUMLAH UNSUR UTAMA", "{0}5:{0}7"),
        (12, "JUMLAH UNSUR PENUNJANG", "{0}10:{0}11"),
        (13, TOTAL, "{0}8,{0}12"),
    ):
        sheet[f"A{row}"] = text
        for column in "CDE":
            sheet[f"{column}{row}"] = f"=SUM({inside.format(column)})"
    for ref, value in (sel or {}).items():
        sheet[ref] = value
    return book


def simpan(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def temuan(data: bytes | Bahan) -> list[Temuan]:
    found: list[Temuan] = []
    source = bahan(data, "pak.xlsx") if isinstance(data, bytes) else data
    for each in PEMERIKSA:
        try:
            found.extend(one for one in each(source) if "belum pernah dihitung" not in one.salah)
        except Refused:  # text among the numbers: nothing recalculates it
            continue
    return found


def cari(sel: dict[str, Any]) -> dict[tuple[str, str], Temuan]:
    return {(each.jenis, each.sel): each for each in temuan(simpan(buku(sel)))}


def test_the_good_form_has_no_findings() -> None:
    good = recalculate(simpan(buku()))
    assert {change.place.ref: change.new for change in good.changed}["E13"] == 139.0  # 124 + 9.5 + 4 + 1.5
    assert temuan(good.data) == []


@pytest.mark.parametrize(
    ("jenis", "at", "sel", "kata"),
    [
        ("rumus_ditimpa", "E6", {"E6": 27.5}, "27,5"),
        ("rumus_ditimpa", "D8", {"D8": 9.5}, "9,5"),
        ("rumus_ditimpa", "E13", {"E13": 139}, "139"),
        ("jumlah_terlewat", "D8", {"D8": "=SUM(D5:D6)"}, "baris 7"),
        ("jumlah_terlewat", "C8", {"C8": "=C5+C7"}, "baris 6"),
        ("jumlah_terlewat", "C13", {"C13": "=SUM(C8)"}, "baris 12"),
        ("jumlah_terlewat", "D13", {"D13": "=D12"}, "baris 8"),
        ("jumlah_ganda", "C13", {"C13": "=SUM(C5:C12)"}, "5-7"),
        ("jumlah_ganda", "D8", {"D8": "=SUM(D5:D7)+D6"}, "baris 6"),
        ("jumlah_ganda", "C12", {"C12": "=SUM(C7:C11)"}, "baris 7 dua kali"),
        ("jumlah_ganda", "D12", {"D12": "=SUM(D7,D10:D11)"}, "baris 7"),
        ("jumlah_kolom_lain", "C8", {"C8": "=SUM(C5:D7)"}, "kolom D"),
        ("jumlah_kolom_lain", "D12", {"D12": "=SUM(C10:C11)"}, "kolom C"),
        ("jumlah_kolom_lain", "E10", {"E10": "=C10+C10"}, "bukan kolom C dan D"),
        ("sel_kosong", "E13", {"E13": "=E8+F12"}, "F12"),
        ("sel_kosong", "C13", {"C13": "=C9+C12"}, "C8"),
        ("sel_kosong", "H2", {"H2": "=F13"}, "E13"),
        ("angka_teks", "C6", {"C6": "20,5"}, "20,5"),
        ("angka_teks", "D7", {"D7": " 2"}, "(2)"),
        ("angka_teks", "C5", {"C5": "1.250"}, "ribuan atau desimal"),
        ("angka_rusak", "D6", {"D6": "7.5.0"}, "bukan angka"),
        ("tetapan_rumus", "C13", {"C13": "=SUM(C8,C12)+2"}, "2"),
        ("tetapan_rumus", "E7", {"E7": "=C7+D7+1.5"}, "1,5"),
        ("tetapan_rumus", "D6", {"D6": "=3*2.5"}, "3*2.5"),
        ("rumus_beda", "E6", {"E6": "=C6+D7"}, "sel lain"),
    ],
)
def test_a_fault_is_found(jenis: str, at: str, sel: dict[str, Any], kata: str) -> None:
    found = cari(sel)
    assert (jenis, at) in found, list(found)
    assert kata in found[jenis, at].salah + found[jenis, at].lakukan


@pytest.mark.parametrize(
    "sel",
    [
        {"C13": "=C8+C12"},
        {"C8": "=ROUND(SUM(C5:C7),3)"},
        {"C8": '=IF(COUNT(C5:C7)=0,"",SUM(C5:C7))'},
        {"E8": "=C8+D8", "E12": "=C12+D12", "E13": "=C13+D13"},  # JUMLAH along the row
        {"C8": "=SUM(C4:C7)"},  # with the heading
        {"C8": "=SUM($C$5:$C$7)"},
        {"C6": None, "D6": None},  # not filled in yet
        {"B6": "12 laporan", "B7": "2016"},  # numbers in words
        {"D5": "-"},
    ],
)
def test_what_is_only_another_way_is_no_fault(sel: dict[str, Any]) -> None:
    assert [(each.jenis, each.sel) for each in temuan(simpan(buku(sel)))] == []


def test_hidden_values_that_count_are_told() -> None:
    book = buku()
    book["PAK"].row_dimensions[6].hidden = True
    book["PAK"].column_dimensions["D"].hidden = True
    found = {(each.jenis, each.sel) for each in temuan(simpan(book))}
    assert found == {("tersembunyi", "C6"), ("tersembunyi", "D7")}  # row 6, and column D from its first number on


def test_a_hidden_row_without_values_and_a_subtotal_that_passes_over_it_are_not() -> None:
    book = buku({"C7": None, "D7": None, "E7": None})
    book["PAK"].row_dimensions[7].hidden = True
    assert temuan(simpan(book)) == []
    book = buku({f"{column}8": f"=SUBTOTAL(109,{column}5:{column}7)" for column in "CDE"})
    book["PAK"].row_dimensions[6].hidden = True
    assert [each.jenis for each in temuan(simpan(book))] == []


def test_a_stale_value_is_told_once_at_its_beginning() -> None:
    """E6 is 27.5; stored as 30, with the sums that read it as they would be then."""
    good = recalculate(simpan(buku())).data
    stale = {Place("PAK", "E6"): 30.0, Place("PAK", "E8"): 136.0, Place("PAK", "E13"): 141.5}
    found = temuan(write(Package(good), stale, {}, {}))
    assert [(each.jenis, each.sel) for each in found] == [("hitung_beda", "E6")]
    assert "30" in found[0].salah and "27,5" in found[0].salah and "2 sel lain" in found[0].salah


def test_a_form_never_computed_is_not_stale() -> None:
    """It is told once that no value can be trusted; with one value stored it is not."""
    found = list(hitung_beda.periksa(bahan(simpan(buku({"A2": "=1+1"})))))
    assert [(each.jenis, each.sel) for each in found] == [("hitung_beda", "A2")]
    assert "belum pernah dihitung (15 rumus" in found[0].salah  # E5-E7, E10, E11, nine sums, and A2
    assert not list(hitung_beda.periksa(bahan(recalculate(simpan(buku())).data)))


def test_a_number_that_the_file_broke_is_told_and_the_rest_is_still_checked() -> None:
    """As seen in a real form: <v>7.5.0</v> in a cell of numbers, which openpyxl cannot open."""
    package = Package(simpan(buku({"C13": "=SUM(C8)"})))
    part = "xl/worksheets/sheet1.xml"
    xml = package.read(part)
    assert xml.count(b"<v>7.5</v>") == 1
    found = temuan(package.replaced({part: xml.replace(b"<v>7.5</v>", b"<v>7.5.0</v>")}))
    assert {(each.jenis, each.sel) for each in found} == {("angka_rusak", "D6"), ("jumlah_terlewat", "C13")}


def test_subtotal_within_subtotal_counts_nothing_twice() -> None:
    """SUBTOTAL passes over the SUBTOTALs in its range (Excel's own help), so C13 = 100 + 20 + 4 + 3 + 1 = 128."""
    inside = {8: "5:{0}7", 12: "10:{0}11", 13: "5:{0}12"}
    sel = {f"{at}{row}": f"=SUBTOTAL(9,{at}{area.format(at)})" for at in "CDE" for row, area in inside.items()}
    assert temuan(simpan(buku(sel))) == []


def test_the_empty_rest_of_a_merged_cell_is_no_other_column() -> None:
    """LAMA in C:D merged, its values in C; sums over C5:D7 count what C5:C7 does."""
    book = buku()
    sheet = book["PAK"]
    sheet.insert_cols(4)
    for row in (*BUTIR, *PENUNJANG):
        sheet.merge_cells(f"C{row}:D{row}")
        sheet[f"F{row}"] = f"=SUM(C{row}:E{row})"
    for row, inside in ((8, "{0}5:{1}7"), (12, "{0}10:{1}11"), (13, "{0}8,{0}12")):
        sheet[f"C{row}"] = f"=SUM({inside.format('C', 'D')})"
        for at in "EF":
            sheet[f"{at}{row}"] = f"=SUM({inside.format(at, at)})"
    assert temuan(simpan(book)) == []


def test_the_same_constant_down_a_column_is_told_once() -> None:
    sel = {f"E{row}": f"=(C{row}+D{row})*65%" for row in (*BUTIR, *PENUNJANG)}
    found = [each for each in temuan(simpan(buku(sel))) if each.jenis == "tetapan_rumus"]
    assert [(each.sel, bool(each.ragu)) for each in found] == [("E5", True)]
    assert "baris 6-7 dan 10-11" in found[0].salah
