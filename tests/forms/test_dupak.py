"""The DUPAK as a person and a program meet it: its structure read back, its formulas computed, its words sourced."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import tomllib
from openpyxl.cell.cell import Cell
from openpyxl.formula import Tokenizer
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import office
from angka_kredit import forms, positions
from angka_kredit.errors import DataError
from angka_kredit.forms import skeleton
from angka_kredit.forms.rows import Susunan, susun
from angka_kredit.forms.schema import Isi, Kegiatan, SubUnsur, Unsur
from angka_kredit.functions import KATALOG
from angka_kredit.recalc.loaded import load
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from sheets import validator_errors

BLANK, CONTOH = "dupak_pmb_ahli_muda.xlsx", "dupak_pmb_ahli_muda_contoh.xlsx"
PMB, MUDA = "pmb", "Ahli Muda"
NATIVE = set(
    re.findall(
        "[A-Z]+",
        "SUM SUMIF IF ROUND IFERROR INDEX MATCH VLOOKUP COUNTIF COUNT COUNTA MIN MAX AND OR NOT LEN LEFT ABS "
        "ISNUMBER ISBLANK ISERROR ISTEXT",
    )
)
INPUTS = ("Data", "Kegiatan", "DUPAK")
FILES = forms.build_all()


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


BOOKS = {name: opened(data) for name, data in FILES.items()}
both = pytest.mark.parametrize("name", [BLANK, CONTOH])


def susunan() -> Susunan:
    jabatan = positions.all_jabatan()[PMB]
    level = positions.find_jenjang(PMB, MUDA)
    return susun(jabatan, level, skeleton.dupak(), skeleton.all_jabatan()[PMB])


def codes() -> dict[str, list[str]]:
    """group -> line codes: utama, penunjang, blok"""
    rows = susunan()
    groups = {"utama": rows.utama, "penunjang": rows.penunjang}
    found = {key: [b.kode for u in unsur for s in u.sub for b in s.baris] for key, unsur in groups.items()}
    return found | {"blok": [b.kode for b in rows.blok.baris]}


def formulas(book: Workbook) -> Iterator[tuple[str, str]]:
    """Every formula of the book: cells, validations, conditional formats."""
    for sheet in book:
        for row in sheet.iter_rows():
            yield from ((f"{sheet.title}!{c.coordinate}", str(c.value)) for c in row if c.data_type == "f")
        for rule in sheet.data_validations.dataValidation:
            for text in (rule.formula1, rule.formula2):
                if text:
                    yield f"{sheet.title} validation {rule.sqref}", f"={text}"
        for rules in sheet.conditional_formatting:
            yield from ((f"{sheet.title} format {rules.sqref}", f"={text}") for r in rules.rules for text in r.formula)


def place(book: Workbook, nama: str) -> tuple[Worksheet, str]:
    sheet, ref = book.defined_names[nama].attr_text.split("!")
    return book[sheet], ref.replace("$", "")


class Computed:
    """A form computed by the engine, read by name or by what stands in a row."""

    def __init__(self, data: bytes) -> None:
        self.book, self._engine = opened(data), load(data).engine

    def __call__(self, sheet: str, ref: str) -> Any:
        return self._engine.value(sheet, ref)

    def named(self, nama: str) -> Any:
        sheet, ref = place(self.book, nama)
        return self(sheet.title, ref)

    def line(self, kode: str) -> int:
        return next(cell.row for cell in self.book["DUPAK"]["L"] if cell.value == kode)

    def total(self, title: str) -> int:
        return next(cell.row for cell in self.book["DUPAK"]["A"] if cell.value == title)


def filled(*rows: Kegiatan, lama: dict[str, int | Decimal] | None = None, **data: str | date) -> Computed:
    return Computed(forms.build(PMB, MUDA, Isi(jabatan=PMB, jenjang=MUDA, data=data, lama=lama or {}, kegiatan=rows)))


# --- structure


def test_the_forms_that_exist() -> None:
    assert forms.names() == list(FILES) == [BLANK, CONTOH]


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
        "BUTIR KEGIATAN JENJANG JABATAN DI ATAS/DI BAWAH *)",
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


# --- typing


def rule_of(sheet: Worksheet, ref: str) -> Any:
    return next((rule for rule in sheet.data_validations.dataValidation if ref in rule.sqref), None)


@both
def test_every_input_of_data_says_what_to_type(name: str) -> None:
    book = BOOKS[name]
    for isian in skeleton.dupak().isian:
        sheet, ref = place(book, isian.kunci)
        rule = rule_of(sheet, ref)
        assert rule.prompt == isian.petunjuk and rule.showInputMessage
        expected = {"tanggal": "date", "pilihan": "list", "nip": "textLength", "teks": None}[isian.jenis]
        assert rule.type in (expected, "none" if expected is None else expected)
        assert isian.jenis != "pilihan" or rule.formula1 == isian.pilihan
    assert rule_of(book["Kegiatan"], "C5").formula1 == rule_of(book["Kegiatan"], "C44").formula1 == "daftar_baris"
    assert rule_of(book["Kegiatan"], "E5").formula1 == "daftar_jenjang"
    assert rule_of(book["Kegiatan"], "H5").operator == "greaterThanOrEqual"


def test_lists_hold_what_the_jabatan_has() -> None:
    book = BOOKS[BLANK]

    def listed(nama: str) -> list[Any]:
        sheet, ref = place(book, nama)
        return [cell.value for (cell,) in sheet[ref]]

    assert listed("daftar_jenjang") == ["Ahli Pertama", "Ahli Muda", "Ahli Madya"]
    assert listed("daftar_golongan") == ["III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c"]
    assert listed("daftar_pangkat")[2] == "Penata"
    assert listed("daftar_kode_butir") == ["MADYA-III.2.a", "PERTAMA-III.2.b"]
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
    assert {cell.column_letter for cell in unlocked["Kegiatan"]} == set("BCDEFGHJK")
    for isian in skeleton.dupak().isian:
        assert not place(book, isian.kunci)[0][place(book, isian.kunci)[1]].protection.locked
    row = Computed(FILES[name]).line("U2b1")
    assert [book["DUPAK"][f"{column}{row}"].protection.locked for column in "EFGHIJ"] == [0, 1, 1, 0, 0, 1]


def test_nip_is_text_and_dates_are_dates() -> None:
    book = BOOKS[CONTOH]
    for isian in skeleton.dupak().isian:
        sheet, ref = place(book, isian.kunci)
        cell = sheet[ref]
        if isian.jenis == "nip":
            assert cell.number_format == "@"
            assert cell.value is None or (cell.data_type == "s" and re.fullmatch("[0-9]{18}", cell.value))
        if isian.jenis == "tanggal":
            assert isinstance(cell.value, datetime) and cell.number_format == "[$-421]d mmmm yyyy"
    shown = [cell.number_format for row in book["DUPAK"].iter_rows() for cell in row if "mmmm" in cell.number_format]
    assert len(shown) == 6 and all(form.startswith("[$-421]") and form.endswith("d mmmm yyyy") for form in shown)
    assert book["Kegiatan"]["B8"].number_format == "[$-421]d mmmm yyyy"


def test_the_example_is_nobody_and_agrees_with_itself() -> None:
    (contoh,) = skeleton.all_contoh()
    nip, born = str(contoh.data["nip"]), contoh.data["tanggal_lahir"]
    assert isinstance(born, date) and nip[:8] == born.strftime("%Y%m%d")
    assert {"1": "Laki-laki", "2": "Perempuan"}[nip[14]] == contoh.data["jenis_kelamin"]
    assert all("CONTOH" in str(value) for key, value in contoh.data.items() if key.endswith("nama"))
    for row in contoh.kegiatan:  # a typed unit credit says that it is no regulation's
        assert isinstance(row.butir, str) or "(angka contoh)" in row.uraian
    assert all("rekaan" in sheet.oddHeader.center.text for sheet in BOOKS[CONTOH])
    assert not any(sheet.oddHeader.center.text for sheet in BOOKS[BLANK])


# --- printing


@both
def test_print_setup(name: str) -> None:
    book = BOOKS[name]
    assert book.sheetnames == ["Data", "Kegiatan", "DUPAK", "Daftar"]
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth or 1) == (9, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "Halaman &P dari &N" in sheet.oddFooter.right.text
        assert sheet.page_margins.left >= 0.25 and sheet.page_margins.bottom >= 0.5
    dupak, kegiatan = book["DUPAK"], book["Kegiatan"]
    assert (dupak.page_setup.orientation, dupak.page_setup.fitToHeight) == ("portrait", 0)
    assert kegiatan.page_setup.orientation == "landscape"
    assert (kegiatan.print_title_rows, kegiatan.freeze_panes) == ("$3:$4", "D5")
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
            assert not sheet[f"L{start + 1}"].value, "a page begins with a line, parted from its heading"
        used = sum(sheet.row_dimensions[row].height or 15 for row in range(start + 1, end + 1))
        assert used + (header if start else 0) < 900  # A4 between its margins at 84%
    assert sheet[f"B{breaks[-1] + 1}"].value == skeleton.dupak().blok.judul


@both
def test_credits_show_at_least_three_decimals(name: str) -> None:
    sheet = BOOKS[name]["DUPAK"]
    for row in sheet.iter_rows(min_col=5, max_col=10):
        for cell in row:
            if cell.data_type == "f" and re.search(r"SUM|^=[A-Z]+[0-9]+$", cell.value):
                assert cell.number_format.startswith("0.000")
    assert BOOKS[name]["Kegiatan"]["I5"].number_format.startswith("0.000")


# --- formulas and file


@both
def test_formulas_use_only_what_every_engine_computes(name: str) -> None:
    allowed = NATIVE | set(KATALOG.names())
    used = set()
    for where, formula in formulas(BOOKS[name]):
        for token in Tokenizer(formula).items:
            if token.type == "FUNC" and token.subtype == "OPEN":
                assert token.value[:-1] in allowed, f"{where}: {token.value}"
                used.add(token.value[:-1])
            assert not (token.type == "OPERATOR-INFIX" and token.value == "+"), f"{where}: add with SUM"
            assert not re.search(r"\$?[A-Z]+:\$?[A-Z]+|\[|#REF", token.value) or token.subtype == "TEXT", where
    assert {"ANGKA_KREDIT", "JENJANG_DARI_AK", "AK_KUMULATIF", "JELASKAN", "SUMIF", "INDEX"} <= used


@both
def test_no_array_formula(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(FILES[name])) as package:
        sheets = [package.read(part).decode() for part in package.namelist() if part.startswith("xl/worksheets/")]
    assert len(sheets) == 4 and not any('t="array"' in text or " cm=" in text for text in sheets)


def test_credit_of_a_row_is_the_one_plain_formula() -> None:
    sheet = BOOKS[BLANK]["Kegiatan"]
    for row in range(5, 45):
        assert sheet[f"I{row}"].value == f'=IF(D{row}="","",ANGKA_KREDIT(D{row},H{row},jenjang,jabatan,E{row}))'


@both
def test_the_file_opens_without_repair(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    assert validator_errors(path) == []
    path.write_bytes(recalculate(FILES[name]).data)
    assert validator_errors(path) == []


@both
def test_the_same_bytes_every_time_and_nobody_named(name: str) -> None:
    assert forms.build_all()[name] == FILES[name]
    properties = BOOKS[name].properties
    assert (properties.creator, properties.lastModifiedBy) == ("Angka Kredit", "Angka Kredit")
    assert properties.created == properties.modified == datetime(2015, 3, 27)


# --- arithmetic


CREDITS = {  # row of Kegiatan -> its credit, by hand
    8: "1.2",  # 40 x 0,03 = 1,2
    9: "5.4",  # 90 x 0,06 = 5,4
    10: "3.6",  # 60 x 0,06 = 3,6
    11: "3.6",  # 80 x 0,045 = 3,6
    12: "3",  # 24 x 0,125 = 3
    13: "1.5",  # 2 x 0,75 = 1,5
    14: "0.6",  # 3 x 0,2 = 0,6
    15: "0.6",  # 4 x 0,15 = 0,6
    16: "2",  # 1 x 2 = 2
    17: "0.1344",  # butir Ahli Madya, one above: 12 x 0,014 x 80% = 0,168 x 80% = 0,1344
    18: "0.94",  # butir Ahli Pertama, one below: 20 x 0,047 x 100% = 0,94
    19: "0.16",  # typed, Ahli Madya: 10 x 0,02 x 80% = 0,16
    20: "2",  # 2 x 1 = 2
}
TOTALS = {  # title -> LAMA, BARU, JUMLAH of the instansi pengusul, by hand
    # LAMA 100 + 3 + 2 + 14,4 + 46,25 + 18 + 15,5 + 3 + 1,8 + 2 = 205,95
    # BARU 1,2 + 9 + 3,6 + 3 + 1,5 + 0,6 + 0,6 + 2 = 21,5; with the block 22,7344
    "JUMLAH UNSUR UTAMA": ("205.95", "22.7344", "228.6844"),
    "JUMLAH UNSUR PENUNJANG": ("3", "2", "5"),
    "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG": ("208.95", "24.7344", "233.6844"),
    # 0,1344 + 0,94 + 0,16 = 1,2344
    "JUMLAH BUTIR KEGIATAN JENJANG JABATAN DI ATAS/DI BAWAH *)": ("0", "1.2344", "1.2344"),
}


@pytest.fixture(scope="module")
def contoh() -> Computed:
    return Computed(FILES[CONTOH])


def exactly(value: Any) -> Decimal:
    return Decimal(format(value, ".15g"))


def test_the_example_by_hand(contoh: Computed) -> None:
    got = {row: contoh("Kegiatan", f"I{row}") for row in range(5, 45)}
    assert {row: exactly(value) for row, value in got.items() if value != ""} == {
        row: Decimal(value) for row, value in CREDITS.items()
    }
    for title, expected in TOTALS.items():
        row = contoh.total(title)
        assert [exactly(contoh("DUPAK", f"{c}{row}")) for c in "EFG"] == [Decimal(text) for text in expected], title
    two_months = contoh.line("U2b1")  # 5,4 + 3,6 on one line
    assert [contoh("DUPAK", f"{c}{two_months}") for c in "DF"] == [
        "Menguji contoh barang secara kimia (angka contoh)",
        pytest.approx(9, abs=1e-12),
    ]


def test_the_example_summary(contoh: Computed) -> None:
    assert contoh.named("pangkat") == "Penata"
    assert contoh.named("jenjang_tercapai") == "Ahli Muda"  # 200 <= 233,6844 < 400
    assert (contoh.named("ambang"), contoh.named("kelebihan")) == (300, 0)  # III/d
    assert exactly(contoh.named("kekurangan")) == Decimal("66.3156")  # 300 - 233,6844
    assert contoh.named("pemeriksaan") == "Semua kegiatan masuk DUPAK"
    assert {contoh("Kegiatan", f"N{row}") for row in range(5, 21)} == {"Beres"}


def test_the_file_on_disk_gets_these_values(contoh: Computed) -> None:
    outcome = recalculate(FILES[CONTOH])
    assert (outcome.notes, outcome.changed) == ([], [])  # the form is built with its values
    book = openpyxl.load_workbook(io.BytesIO(FILES[CONTOH]), data_only=True)
    row = contoh.total("JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG")
    assert exactly(book["DUPAK"][f"G{row}"].value) == Decimal("233.6844")
    assert book["DUPAK"]["A9"].value == "NOMOR: 001/DUPAK/CONTOH/2017"


def test_a_real_spreadsheet_carries_errors_the_same_way(need_program: Callable[[str], str], tmp_path: Path) -> None:
    need_program("soffice")
    wrong = dataclasses.replace(OWN, jenjang_butir="Penyelia")
    rows = (OWN, wrong, MADYA)
    path = tmp_path / "faulty.xlsx"
    path.write_bytes(forms.build(PMB, MUDA, Isi(jabatan=PMB, jenjang=MUDA, data={}, lama={}, kegiatan=rows)))
    (shown,) = office.recalculate([path], tmp_path / "work")
    engine = Computed(path.read_bytes())
    errors = 0
    for sheet in engine.book:
        for cell in [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]:
            there, here = shown[sheet.title, cell.coordinate], engine(sheet.title, cell.coordinate)
            expected = pytest.approx(here, abs=1e-9) if isinstance(here, float) else str(here)
            assert there == expected, f"{sheet.title}!{cell.coordinate} {cell.value}"
            errors += there == "#NUM!"
    assert errors >= 8  # the row, its line, the totals above it, the summary


def test_a_blank_form_stays_blank() -> None:
    blank = Computed(FILES[BLANK])
    names = ("ak_jumlah", "jenjang_tercapai", "ambang", "kekurangan", "kelebihan", "pemeriksaan", "pangkat")
    assert {nama: blank.named(nama) for nama in names} == dict.fromkeys(names, "")
    assert {blank("Kegiatan", f"{column}{row}") for column in "ILMN" for row in range(5, 45)} == {""}
    for kode in codes()["utama"]:
        assert [blank("DUPAK", f"{column}{blank.line(kode)}") for column in "DFG"] == ["", 0, 0]


def test_every_line_is_counted_once() -> None:
    """1 in LAMA of every line, so each total counts its lines."""
    all_codes = codes()
    ones = filled(lama={kode: 1 for group in all_codes.values() for kode in group})
    count = {group: len(found) for group, found in all_codes.items()}
    expected = {
        "JUMLAH UNSUR UTAMA": count["utama"] + count["blok"],
        "JUMLAH UNSUR PENUNJANG": count["penunjang"],
        "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG": sum(count.values()),
        "JUMLAH BUTIR KEGIATAN JENJANG JABATAN DI ATAS/DI BAWAH *)": count["blok"],
    }
    for title, lines in expected.items():
        assert [ones("DUPAK", f"{c}{ones.total(title)}") for c in "EFG"] == [lines, 0, lines], title


def test_jenjang_and_threshold_at_their_edges() -> None:
    """0,1 ten thousand times is 200 only after rounding: the threshold of III/c, Ahli Muda."""
    at = filled(*[Kegiatan(baris="U2a1", uraian="x", butir=Decimal("0.1"), volume=1)] * 10, lama={"U1a1": 199})
    assert at("DUPAK", f"F{at.line('U2a1')}") != 1  # ten floats of 0,1
    assert at.named("jenjang_tercapai") == "Ahli Muda"
    below = filled(lama={"U1a1": Decimal("199.999")}, golongan_tujuan="III/c")
    assert below.named("jenjang_tercapai") == "Ahli Pertama"
    assert exactly(below.named("kekurangan")) == Decimal("0.001")
    assert filled(lama={"U1a1": 99}).named("jenjang_tercapai") == "belum tercapai"
    assert filled(lama={"U1a1": 350}, golongan_tujuan="III/d").named("kelebihan") == 50


# --- help while typing


DAY = date(2016, 6, 1)
MADYA = Kegiatan(baris="U6a1", tanggal=DAY, butir="MADYA-III.2.a", volume=1, penugasan="ST.1")
OWN = Kegiatan(baris="U2a1", tanggal=DAY, butir=Decimal("0.1"), uraian="Uraian", volume=1)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (MADYA, "Beres"),
        (OWN, "Beres"),
        (Kegiatan(baris="U1a1", uraian="Sarjana (S1)"), "Beres"),  # only names a line that has LAMA
        (dataclasses.replace(OWN, butir=""), "Isi butir: kodenya atau angka kredit satuannya"),
        (dataclasses.replace(OWN, butir=0), "Isi butir: kodenya atau angka kredit satuannya"),
        (dataclasses.replace(OWN, volume=None), "Isi volume"),
        (dataclasses.replace(OWN, tanggal=None), "Isi tanggal"),
        (dataclasses.replace(OWN, uraian="kata " * 30), "Uraian terlalu panjang untuk dua baris DUPAK; ringkas"),
        (dataclasses.replace(OWN, baris=""), "Pilih baris DUPAK"),
        (dataclasses.replace(OWN, uraian=""), "Isi uraian kegiatan"),
        (dataclasses.replace(OWN, jenjang_butir="Ahli Madya"), "Butir jenjang lain: pilih baris U6a..."),
        (dataclasses.replace(OWN, baris="U6a3"), "Isi jenjang butirnya"),
        (dataclasses.replace(OWN, baris="U6a3", jenjang_butir="Ahli Madya"), "Isi nomor surat penugasan"),
        (dataclasses.replace(OWN, baris="U6a1", jenjang_butir="Ahli Madya"), "Baris ini milik butir MADYA-III.2.a"),
        (dataclasses.replace(MADYA, baris="U6a2"), "Kode ini berbaris di U6a1"),
        (dataclasses.replace(MADYA, penugasan=""), "Isi nomor surat penugasan"),
        (dataclasses.replace(OWN, tanggal=date(2015, 12, 31)), "Tanggal di luar masa penilaian"),
        (dataclasses.replace(OWN, tanggal=date(2016, 1, 1)), "Beres"),
        (dataclasses.replace(OWN, tanggal=date(2016, 12, 31)), "Beres"),
    ],
)
def test_each_row_says_what_is_wrong(row: Kegiatan, words: str) -> None:
    form = filled(row, masa_dari=date(2016, 1, 1), masa_sampai=date(2016, 12, 31))
    assert form("Kegiatan", "N5") == words


def test_credit_that_reaches_no_line_is_reported() -> None:
    form = filled(OWN, dataclasses.replace(OWN, baris=""))
    assert form.named("pemeriksaan") == "Ada baris Kegiatan yang harus dibetulkan: lihat kolom Periksa"
    period = {"masa_dari": date(2016, 1, 1), "masa_sampai": date(2016, 12, 31)}
    assert filled(OWN, **period).named("pemeriksaan") == "Semua kegiatan masuk DUPAK"


def test_text_in_a_column_of_numbers_is_an_error_in_every_total() -> None:
    data = forms.build(PMB, MUDA, Isi(jabatan=PMB, jenjang=MUDA, data={}, lama={"U1a1": 7654, "U2a1": 5}, kegiatan=()))
    pasted = edited(data, b"<v>7654</v>", b"<is><t>7654,5</t></is>", kind=b't="inlineStr"')
    form = Computed(pasted)
    for title in ("JUMLAH UNSUR UTAMA", "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG"):
        row = form.total(title)
        assert [str(form("DUPAK", f"{column}{row}")) for column in "EG"] == ["#VALUE!", "#VALUE!"]
    assert str(form("DUPAK", f"G{form.line('U1a1')}")) == "#VALUE!"
    assert form("DUPAK", f"E{form.total('JUMLAH UNSUR PENUNJANG')}") == 0
    ((place, words),) = recalculate(pasted).notes
    assert str(place) == f"DUPAK!G{form.line('U1a1')}" and "teks di kolom angka" in words


def edited(data: bytes, old: bytes, new: bytes, kind: bytes) -> bytes:
    """The workbook with the one cell that holds `old` holding `new` instead, as pasted text does."""
    package = Package(data)
    parts = {}
    for part in package.names:
        xml = package.read(part)
        if part.startswith("xl/worksheets/") and old in xml:
            start = xml.rindex(b"<c ", 0, xml.index(old))
            parts[part] = xml[:start] + b"<c " + kind + b" " + xml[start + 3 :].replace(old, new, 1)
    assert len(parts) == 1
    return package.replaced(parts)


def test_an_error_is_explained_with_its_article() -> None:
    form = filled(dataclasses.replace(OWN, jenjang_butir="Penyelia"))
    assert str(form("Kegiatan", "I5")) == "#NUM!"
    assert "Lampiran III.1" in form("Kegiatan", "N5")
    assert str(form("DUPAK", f"F{form.line('U2a1')}")) == "#NUM!"  # never silently too low
    assert str(form.named("ak_jumlah")) == "#NUM!"


def test_two_activities_of_one_line_must_say_the_same() -> None:
    form = filled(OWN, dataclasses.replace(OWN, uraian="Uraian lain"))
    assert [form("Kegiatan", f"N{row}") for row in (5, 6)] == [
        "Beres",
        "Baris ini sudah dipakai uraian lain; pilih baris kosong",
    ]


def test_uraian_comes_from_the_kode_unless_typed() -> None:
    form = filled(MADYA, dataclasses.replace(MADYA, uraian="Ketikan sendiri"))
    known = "Mengevaluasi dan mensahkan laporan hasil pengujian/kalibrasi"
    assert [form("Kegiatan", f"L{row}") for row in (5, 6)] == [known, "Ketikan sendiri"]
    assert form.book["Kegiatan"]["F5"].value is None and form.book["Kegiatan"]["F6"].value == "Ketikan sendiri"
    assert form.book["DUPAK"][f"D{form.line('U6a1')}"].value == f"{known} (butir Ahli Madya)"


# --- data


def tables(value: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield where, value
        for key, each in value.items():
            yield from tables(each, f"{where}.{key}")
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from tables(each, f"{where}[{number}]")


@pytest.mark.parametrize("path", sorted(skeleton.templates().glob("*.toml")), ids=lambda path: path.name)
def test_every_wording_has_a_status_and_what_was_read_a_rujukan(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    found = list(tables(data))[1:]  # the file itself is no wording
    assert len(found) > 10
    for where, table in found:
        assert table.get("status") in ("naskah", "turunan", "lazim", "petunjuk"), where
        if table["status"] in ("naskah", "turunan"):
            assert re.search(r"Lampiran [IVX]+\.|judul", table["rujukan"]), where


SUB = {"nama": "x", "baris": 1, "status": "lazim"}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({**SUB, "warna": "biru"}, "unknown keys ['warna']"),
        ({"nama": "x", "status": "lazim"}, "lacks ['baris']"),
        ({"nama": "x", "baris": 1}, "lacks ['status']"),
        ({**SUB, "status": "naskah"}, "needs a rujukan"),
        ({**SUB, "status": "kira-kira"}, "status must be one of"),
        ({**SUB, "baris": "dua"}, "wrong kind"),
        ({**SUB, "butir": "MADYA-III.2.a"}, "must be a list"),
    ],
)
def test_the_loader_refuses(table: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=re.escape(words)):
        skeleton.read(SubUnsur, table, "berkas.toml")
    with pytest.raises(DataError, match=re.escape(words)):
        skeleton.read(Unsur, {"nama": "u", "status": "lazim", "sub": [SUB, table]}, "berkas.toml")


@pytest.mark.parametrize(
    "change",
    [{"data": {"nma": "x"}}, {"lama": {"U9a1": 1}}, {"kegiatan": (Kegiatan(baris="U2"),)}, {"jenjang": "Muda"}],
)
def test_contents_that_the_form_has_no_place_for(change: dict[str, Any]) -> None:
    (contoh,) = skeleton.all_contoh()
    isi = dataclasses.replace(contoh, **change)
    with pytest.raises(DataError):
        forms.build(isi.jabatan, isi.jenjang, isi)
