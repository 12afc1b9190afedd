"""The DUPAK read back: its structure, what may be typed where, and how it prints."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from angka_kredit import forms
from angka_kredit.forms import skeleton
from angka_kredit.forms.kegiatan_kolom import DIISI, TANPA_KODE
from angka_kredit.forms.schema import Isi
from dupak import BLANK, BOOKS, CONTOH, FILES, INPUTS, JENJANG, MUDA, PMB, Computed, both, codes, inti, opened, place


def test_the_forms_that_exist() -> None:
    files = [f"{jabatan}_{jenjang.lower().replace(' ', '_')}.xlsx" for jabatan, jenjang in JENJANG]
    assert set(files) | {CONTOH} <= set(forms.names())


@both
def test_eight_numbered_columns_under_their_headings(name: str) -> None:
    sheet = BOOKS[name]["DUPAK"]
    top = int(sheet.print_title_rows.split(":")[0].strip("$"))
    read = {
        ref: sheet[f"{ref[0]}{top + int(ref[1:])}"].value
        for ref in ["A0", "B0", "E0", "E1", "H1", "E2", "F2", "G2", "H2", "I2", "J2"]
    }
    assert read == {
        "A0": "NO",
        "B0": "UNSUR, SUB UNSUR DAN BUTIR KEGIATAN",
        "E0": "ANGKA KREDIT MENURUT",
        "E1": "INSTANSI PENGUSUL",
        "H1": "TIM PENILAI",
        **{"E2": "LAMA", "F2": "BARU", "G2": "JUMLAH", "H2": "LAMA", "I2": "BARU", "J2": "JUMLAH"},
    }
    assert [sheet[f"{column}{top + 3}"].value for column in "ABEFGHIJ"] == list(range(1, 9))
    merged = {str(area) for area in sheet.merged_cells.ranges}
    areas = {
        f"A{top}:A{top + 2}",
        f"B{top}:D{top + 2}",
        f"E{top}:J{top}",
        f"E{top + 1}:G{top + 1}",
        f"B{top + 3}:D{top + 3}",
    }
    assert areas <= merged


@both
def test_sections_and_totals_stand_in_order(name: str) -> None:
    sheet = BOOKS[name]["DUPAK"]
    words = [cell.value for row in sheet.iter_rows(max_col=10) for cell in row if isinstance(cell.value, str)]
    expected = [
        "DAFTAR USUL PENETAPAN ANGKA KREDIT",
        "JABATAN FUNGSIONAL PENGUJI MUTU BARANG AHLI MUDA",
        "KETERANGAN PERORANGAN",
        "UNSUR YANG DINILAI",
        "UNSUR UTAMA",
        "Penjaminan Mutu Barang",
        "Pengembangan Pengujian/Kalibrasi",
        "Pengelolaan Organisasi Penjaminan Mutu Barang",
        "JUMLAH UNSUR UTAMA",
        "UNSUR PENUNJANG",
        "JUMLAH UNSUR PENUNJANG",
        "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG",
        "BUTIR KEGIATAN JENJANG JABATAN",
        "DI ATAS",
        "DI BAWAH",
        "LAMPIRAN PENDUKUNG DUPAK",
        "CATATAN PEJABAT PENGUSUL",
        "CATATAN ANGGOTA TIM PENILAI",
        "CATATAN KETUA TIM PENILAI",
    ]
    assert [word for word in words if word in expected] == expected
    assert any("Dicoret yang tidak perlu" in word and "satu kali" in word for word in words)


def test_section_one_has_its_ten_rows() -> None:
    sheet = BOOKS[BLANK]["DUPAK"]
    start = next(cell.row for cell in sheet["B"] if cell.value == "KETERANGAN PERORANGAN")
    rows = [(sheet[f"A{row}"].value, sheet[f"B{row}"].value) for row in range(start + 1, start + 12)]
    assert [number for number, _ in rows if number] == [str(number) for number in range(1, 11)]
    assert rows[6] == ("7", "Pangkat/Golongan Ruang/TMT")


def test_line_codes_are_unique_and_look_like_nothing_else() -> None:
    all_codes = [kode for group in codes().values() for kode in group]
    assert len(set(kode.casefold() for kode in all_codes)) == len(all_codes)
    for kode in all_codes:
        assert re.fullmatch(
            r"[UP][0-9]+[a-z][0-9]+", kode
        )  # letters, digits, letters, digits: no cell, no 1e5, no date


@both
def test_every_fact_has_a_named_cell_beside_its_label(name: str) -> None:
    book = BOOKS[name]
    for isian in skeleton.dupak().isian:
        sheet, ref = place(book, isian.kunci)
        assert (sheet.title, sheet[f"A{ref[1:]}"].value) == ("Data", isian.label)
    for nama in book.defined_names:
        assert not re.fullmatch(r"[a-z]{1,3}[0-9]+|r[0-9]*|c[0-9]*", nama), f"{nama} looks like a cell"
    fixed = {nama: place(book, nama)[0][place(book, nama)[1]].value for nama in ("jabatan", "jenjang", "kategori")}
    assert fixed == {"jabatan": PMB, "jenjang": MUDA, "kategori": "keahlian"}


def rule_of(sheet: Worksheet, ref: str) -> Any:
    return next((rule for rule in sheet.data_validations.dataValidation if ref in rule.sqref), None)


@both
def test_every_input_of_data_says_what_to_type(name: str) -> None:
    book = BOOKS[name]
    for isian in skeleton.dupak().isian:
        sheet, ref = place(book, isian.kunci)
        rule = rule_of(sheet, ref)
        assert rule.prompt == isian.petunjuk and rule.showInputMessage
        kinds = {"tanggal": "date", "pilihan": "list", "nip": "textLength", "angka": "decimal", "teks": None}
        expected = kinds[isian.jenis]
        assert rule.type in (expected, "none" if expected is None else expected)
        assert isian.jenis != "pilihan" or rule.formula1 == isian.pilihan
    for kolom in (*DIISI, *TANPA_KODE):
        sheet, ref = place(book, f"kegiatan_{kolom.nama}")
        first, last = (rule_of(sheet, cell) for cell in ref.split(":"))
        assert first is last and first.prompt == kolom.petunjuk
        assert not kolom.daftar or first.formula1 == kolom.daftar
    assert rule_of(book["Kegiatan"], "D6").operator == "greaterThanOrEqual"


def test_lists_hold_what_the_jabatan_has() -> None:
    book = BOOKS[BLANK]

    def listed(nama: str) -> list[Any]:
        sheet, ref = place(book, nama)
        return [cell.value for (cell,) in sheet[ref]]

    assert listed("daftar_jenjang") == ["Ahli Pertama", "Ahli Muda", "Ahli Madya"]
    assert listed("daftar_golongan") == ["III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c"]
    assert listed("daftar_pangkat")[2] == "Penata"
    assert listed("lampiran_kode")[:2] == ["MADYA-III.2.a", "PERTAMA-III.2.b"]
    assert listed("daftar_baris") == [kode for group in ("utama", "penunjang", "blok") for kode in codes()[group]]


@both
def test_formula_cells_are_locked_and_inputs_are_not(name: str) -> None:
    book = BOOKS[name]
    for sheet in book:
        assert sheet.protection.sheet and not sheet.protection.password
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert cell.protection.locked, f"{sheet.title}!{cell.coordinate}"
    unlocked = {
        s.title: [c for row in s.iter_rows() for c in row if isinstance(c, Cell) and not c.protection.locked]
        for s in book
    }
    assert unlocked["Daftar"] == []
    assert len({cell.fill.fgColor.rgb for sheet in INPUTS for cell in unlocked[sheet]}) == 1  # one colour
    names = [place(book, f"kegiatan_{kolom.nama}")[1] for kolom in (*DIISI, *TANPA_KODE)]
    assert {cell.column_letter for cell in unlocked["Kegiatan"]} == {ref[0] for ref in names}
    for isian in skeleton.dupak().isian:
        assert not place(book, isian.kunci)[0][place(book, isian.kunci)[1]].protection.locked
    row = Computed(FILES[name]).line("U2b1")
    assert [book["DUPAK"][f"{column}{row}"].protection.locked for column in "EFGHIJM"] == [0, 1, 1, 1, 1, 1, 0]


def test_nip_is_text_and_dates_are_dates() -> None:
    book = BOOKS[CONTOH]
    for isian in skeleton.dupak().isian:
        sheet, ref = place(book, isian.kunci)
        cell = sheet[ref]
        assert cell.data_type != "f"
        if isian.jenis == "nip":
            assert cell.number_format == "@"
            assert cell.value is None or (cell.data_type == "s" and re.fullmatch("[0-9]{18}", cell.value))
        if isian.jenis == "tanggal":
            assert isinstance(cell.value, datetime) and cell.number_format == "[$-421]d mmmm yyyy"
    shown = [cell.number_format for row in book["DUPAK"].iter_rows() for cell in row if "mmmm" in cell.number_format]
    assert len(shown) == 6 and all(form.startswith("[$-421]") and form.endswith("d mmmm yyyy") for form in shown)
    assert book["Kegiatan"]["B9"].number_format == "[$-421]d mmmm yyyy"


@pytest.mark.parametrize("contoh", skeleton.all_contoh(), ids=lambda isi: f"{isi.jabatan} {isi.jenjang}")
def test_an_example_is_nobody_and_agrees_with_itself(contoh: Isi) -> None:
    nip, born = str(contoh.data["nip"]), contoh.data["tanggal_lahir"]
    assert isinstance(born, date) and nip[:8] == born.strftime("%Y%m%d")
    assert {"1": "Laki-laki", "2": "Perempuan"}[nip[14]] == contoh.data["jenis_kelamin"]
    assert all("CONTOH" in str(value) for key, value in contoh.data.items() if key.endswith("nama"))
    for row in contoh.kegiatan:  # a typed unit credit says that it is no regulation's
        assert row.ak is None or "(angka contoh)" in row.uraian


def test_the_head_of_every_page_says_that_it_is_an_example() -> None:
    assert all("rekaan" in sheet.oddHeader.center.text for sheet in BOOKS[CONTOH])
    assert not any(sheet.oddHeader.center.text for sheet in BOOKS[BLANK])


@both
def test_print_setup(name: str) -> None:
    book = BOOKS[name]
    assert book.sheetnames == ["Data", "Kegiatan", "Lampiran", "DUPAK", "Daftar"]
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth or 1) == (9, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "Halaman &P dari &N" in sheet.oddFooter.right.text
        assert sheet.page_margins.left >= 0.25 and sheet.page_margins.bottom >= 0.5
    dupak, kegiatan = book["DUPAK"], book["Kegiatan"]
    assert (dupak.page_setup.orientation, dupak.page_setup.fitToHeight) == ("portrait", 0)
    assert kegiatan.page_setup.orientation == "landscape"
    assert (kegiatan.print_title_rows, kegiatan.freeze_panes) == ("$3:$5", "D6")
    top, bottom = (int(row.strip("$")) for row in dupak.print_title_rows.split(":"))
    assert (dupak[f"A{top}"].value, dupak[f"A{bottom}"].value) == ("NO", 1)
    assert re.fullmatch(r"'DUPAK'!\$A\$1:\$J\$\d+", dupak.print_area)


@both
def test_pages_break_before_a_heading_and_fit(name: str) -> None:
    sheet = BOOKS[name]["DUPAK"]
    breaks = [each.id for each in sheet.row_breaks.brk]  # the page ends below this row
    last = int(sheet.print_area.split("$")[-1])
    top, bottom = (int(row.strip("$")) for row in sheet.print_title_rows.split(":"))
    header = sum(sheet.row_dimensions[row].height for row in range(top, bottom + 1))
    for start, end in zip([0, *breaks], [*breaks, last], strict=True):
        if start:
            around = [sheet[f"L{row}"].value or "" for row in range(start - 2, start + 4)]
            whole = [re.fullmatch(r"[UP]\d+[a-z]\d+", code) is not None for code in around]
            assert not whole[3] or all(whole), "a page begins with a line, parted from its heading or alone"
        used = sum(sheet.row_dimensions[row].height or 15 for row in range(start + 1, end + 1))
        assert used + (header if start else 0) < 900  # A4 between its margins at 84%


@both
def test_credits_show_at_least_three_decimals(name: str) -> None:
    sheet = BOOKS[name]["DUPAK"]
    for row in sheet.iter_rows(min_col=5, max_col=10):
        for cell in row:
            if cell.data_type == "f" and re.search(r"SUM|^=[A-Z]+[0-9]+$", cell.value):
                assert cell.number_format.startswith("0.000")
    kegiatan, ref = place(BOOKS[name], "kegiatan_ak")
    assert kegiatan[ref.split(":")[0]].number_format.startswith("0.000")


def test_f4_is_the_folio_of_the_format() -> None:
    """8.5 x 13 inches: 215.9 x 330.2 mm, the one code that is F4's size; its longer pages hold more."""
    longer = opened(forms.build(PMB, MUDA, kertas="F4"))
    assert {sheet.page_setup.paperSize for sheet in longer} == {14}
    first = {name: book["DUPAK"].row_breaks.brk[0].id for name, book in (("A4", BOOKS[BLANK]), ("F4", longer))}
    assert first["F4"] > first["A4"]
    assert opened(inti(PMB, MUDA))["DUPAK"].page_setup.paperSize == 9


@both
def test_the_wrong_word_is_struck_out(name: str) -> None:
    book = BOOKS[name]
    sheet = book["DUPAK"]
    struck = {}
    for rules in sheet.conditional_formatting:
        for rule in rules.rules:
            if rule.dxf.font and rule.dxf.font.strike:
                struck[sheet[str(rules.sqref)].value] = rule.formula
    assert struck == {
        "DI ATAS": ["AND(blok_atas=0,blok_bawah>0)"],
        "DI BAWAH": ["AND(blok_atas>0,blok_bawah=0)"],
    }


def test_no_number_hangs_on_a_right_indent() -> None:
    """LibreOffice draws it in the first of several equal cells only: room stands in the number format instead."""
    for sheet in BOOKS[CONTOH]:
        for row in sheet.iter_rows():
            for cell in row:
                look = cell.alignment
                assert not (look.horizontal == "right" and look.indent and "0" in cell.number_format), cell
