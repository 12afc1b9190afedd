"""Reading .xlsx and .csv as people make them: headers, merged cells, columns in any order, texts in several columns."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from angka_kredit.errors import Refused
from angka_kredit.lampiran.sheets import read_sheets
from angka_kredit.lampiran.table import Row
from angka_kredit.lampiran.target import read_table
from lampiran_contoh import HEADER, as_csv, rows_of

ROWS = [
    ["Ahli", "1", '1. Menyusun rencana: "A; B"', "Laporan", "0,025", "Pertama"],
    ["Ahli", "2", "2. Menyusun, lalu menilai", "Naskah", "1,5", "Muda/Madya"],
]


def xlsx(*fill: Callable[[Worksheet], object], names: tuple[str, ...] = ("Lampiran",)) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "dd/mm/yy"}) as book:
        for name, write in zip(names, fill, strict=True):
            write(book.add_worksheet(name))
    return file.getvalue()


def plain(table: list[list[object]]) -> Callable[[Worksheet], None]:
    def write(sheet: Worksheet) -> None:
        for number, row in enumerate(table):
            sheet.write_row(number, 0, row)

    return write


def said(rows: list[Row]) -> list[tuple[str, Decimal | None, str]]:
    return [(row.parts[-1].text, row.credit, row.pelaksana) for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_as_programs_write_it(delimiter: str, encoding: str) -> None:
    table = [HEADER, ROWS[0], [*ROWS[1][:2], "2. Menilai – “hasil”", *ROWS[1][3:]]]
    rows = read_table(as_csv(table, delimiter, encoding), ())
    assert said(rows) == [
        ('1. Menyusun rencana: "A; B"', Decimal("0.025"), "Pertama"),
        ("2. Menilai – “hasil”", Decimal("1.5"), "Muda/Madya"),
    ]
    assert [row.number for row in rows] == [2, 3]


def test_a_row_keeps_its_number_after_a_text_of_two_lines() -> None:
    """As a spreadsheet counts, not as an editor does."""
    rows = read_table(as_csv([HEADER, ["Ahli", "1", "Satu\ndua", "", "0,5", "Muda"], ROWS[1]]), ())
    assert [(row.number, row.parts[-1].text) for row in rows] == [(2, "Satu dua"), (3, "2. Menyusun, lalu menilai")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls lama"),
        (b"PK\x03\x04rusak", "bukan buku kerja"),
        (b"\x81\x8d\xff", "bukan teks"),
        ("uraian,ak,jenjang\nMenilai,1,Muda\n".encode("utf-16-le"), "UTF-16 \\(dengan BOM\\)"),
        (b"satu,dua\n1,2\n", "judul tabel tidak ditemukan"),
        (b"", "judul tabel tidak ditemukan"),
        (b"uraian,ak\nMenilai,1\n", "kolom 'Pelaksana' atau 'Jenjang'"),
        (b"uraian,ak,jenjang,nilai\nMenilai,1,Muda,2\n", "2 kolom angka kredit \\(B, D\\)"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_table(data, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_the_unicode_text_of_a_spreadsheet_is_read_by_its_mark(encoding: str) -> None:
    text = "\ufeffuraian\tak\tjenjang\nMenilai d\u00e9mo\t0,5\tMuda\n"
    (row,) = read_table(text.encode(encoding), ())
    assert (row.parts[-1].text, row.credit) == ("Menilai d\u00e9mo", Decimal("0.5"))


def test_a_csv_has_no_sheet_to_choose() -> None:
    with pytest.raises(Refused, match=r"\.csv tidak punya lembar; jangan isi --lembar"):
        read_table(as_csv([HEADER, ROWS[1]]), ("Sheet1",))


def test_true_and_false_are_shown_as_a_sheet_shows_them() -> None:
    def write(sheet: Worksheet) -> None:
        sheet.write_row("A1", ["kode", "uraian", "ak", "jenjang"])
        sheet.write_row("A2", ["", "1. Menilai", True, "Muda"])
        sheet.write_row("A3", [False, "2. Mengolah", 0.5, "Muda"])

    first, second = read_table(xlsx(write), ())
    assert first.problems[0].startswith("TRUE bukan angka") and "kode terbaca sebagai FALSE" in second.problems[0]


def test_columns_in_any_order_and_under_other_names() -> None:
    table = [
        ["Rincian dari peraturan contoh"],
        [],
        ["Jenjang Jabatan", "AK", "Keterangan", "Hasil Kerja", "Uraian Kegiatan (butir)", "Kategori"],
        ["Muda", "0,5", "abaikan", "Naskah", "a. Menilai", "Ahli"],
    ]
    (row,) = rows_of(table)
    assert (row.pelaksana, row.credit, row.satuan, row.kategori) == ("Muda", Decimal("0.5"), "Naskah", "Ahli")


def test_a_header_in_two_rows_with_column_numbers_below_and_printed_again() -> None:
    table = [
        ["UNSUR", "", "BUTIR", "ANGKA", "PELAKSANA"],
        ["KODE", "NAMA", "KEGIATAN", "KREDIT", ""],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["I", "Pelayanan", "1. Menilai", "0,5", "Muda"],
        ["UNSUR", "", "BUTIR KEGIATAN", "ANGKA KREDIT", "PELAKSANA"],
        ["1", "2", "3", "4", "5"],
        ["", "", "2. Mengolah", "0,7", "Muda"],
    ]
    rows = read_table(as_csv([["UNSUR KODE", "UNSUR NAMA", *table[0][2:]], ["", "", *table[1][2:]], *table[2:]]), ())
    assert said(rows) == [("1. Menilai", Decimal("0.5"), "Muda"), ("2. Mengolah", Decimal("0.7"), "Muda")]
    assert [row.path for row in rows] == [["I", "1"], ["I", "2"]]


def test_merged_headers_and_merged_cells() -> None:
    def write(sheet: Worksheet) -> None:
        sheet.merge_range("A1:H1", "LAMPIRAN CONTOH")
        sheet.merge_range("A3:B3", "UNSUR")
        sheet.write_row("A4", ["KODE", "NAMA"])
        sheet.merge_range("C3:E4", "BUTIR KEGIATAN")  # its numbers stand in columns of their own
        for area, text in (("F3:F4", "SATUAN HASIL"), ("G3:G4", "ANGKA\nKREDIT"), ("H3:H4", "PELAKSANA")):
            sheet.merge_range(area, text)
        sheet.write_row("A5", [1, 2, 3, "", "", 4, 5, 6])
        sheet.merge_range("A6:A9", "I")
        sheet.merge_range("B6:B9", "Pelayanan")
        sheet.write("C6", "1.")
        sheet.merge_range("D6:H6", "Persiapan")
        sheet.write_row("D7", ["a.", "Mengumpulkan", "Laporan", "0,036", "Muda"])
        sheet.write_row("D8", ["b.", "Mengolah"])
        sheet.merge_range("F7:F8", "Laporan")
        sheet.merge_range("H7:H8", "Muda")
        sheet.write("G8", 0.12)
        sheet.merge_range("C9:H9", "2. Pelaksanaan")

    rows = read_table(xlsx(write), ())
    assert [(row.number, row.credit, row.pelaksana, row.satuan) for row in rows] == [
        (6, None, "", ""),
        (7, Decimal("0.036"), "Muda", "Laporan"),
        (8, Decimal("0.12"), "Muda", "Laporan"),
        (9, None, "", ""),
    ]
    assert [".".join(row.path) for row in rows] == ["I.1", "I.1.a", "I.1.b", "I.2"]
    assert [part.text for part in rows[2].parts] == ["1. Persiapan", "b. Mengolah"]


def test_one_row_drawn_over_three_is_one_row() -> None:
    def write(sheet: Worksheet) -> None:
        sheet.merge_range("A1:B1", "uraian")
        sheet.write_row("C1", ["ak", "jenjang"])
        sheet.merge_range("A2:B4", "1. Menilai")
        sheet.merge_range("C2:C4", 0.5)
        sheet.merge_range("D2:D4", "Muda")

    (row,) = read_table(xlsx(write), ())
    assert (row.number, row.credit, row.problems) == (2, Decimal("0.5"), ())


def test_one_credit_drawn_over_two_butir_is_refused() -> None:
    def write(sheet: Worksheet) -> None:
        sheet.write_row("A1", ["uraian", "ak", "jenjang"])
        sheet.write_row("A2", ["1. Menilai", "", "Muda"])
        sheet.write_row("A3", ["2. Mengolah", "", "Muda"])
        sheet.merge_range("B2:B3", 0.5)

    first, second = read_table(xlsx(write), ())
    assert first.problems == () and "digabung" in second.problems[0]


def test_what_a_spreadsheet_made_of_the_typed_words_is_refused() -> None:
    def write(sheet: Worksheet) -> None:
        sheet.write_row("A1", ["kode", "uraian", "ak", "jenjang"])
        sheet.write_row("A2", ["", "1. Menilai", "", "Muda"])
        sheet.write_datetime("C2", datetime(2026, 5, 1))  # '1.5' typed
        sheet.write_row("A3", ["", "2. Mengolah", 0.5, "Muda"])
        sheet.write_datetime("A3", datetime(2026, 2, 1))  # '1-2' typed
        sheet.write_row("A4", [1, "3. Membuat", "0,00001", "Muda"])

    first, second, third = read_table(xlsx(write), ())
    assert "ketik ulang" in first.problems[0] and "kode terbaca sebagai 1 Februari 2026" in second.problems[0]
    assert (third.kode, third.credit, third.problems) == ("1", Decimal("0.00001"), ())


def test_a_formula_that_nobody_calculated_is_refused() -> None:
    book = openpyxl.Workbook()  # it writes formulas without values
    book.active.append(["uraian", "ak", "jenjang"])  # type: ignore[union-attr]
    book.active.append(["1. Menilai", "=1/2", "Muda"])  # type: ignore[union-attr]
    file = io.BytesIO()
    book.save(file)
    (row,) = read_table(file.getvalue(), ())
    assert row.credit is None and "belum dihitung" in row.problems[0]


def test_the_sheet_that_holds_the_table_is_found_and_of_several_one_is_asked_for() -> None:
    table = plain([HEADER, ROWS[0]])
    notes = plain([["Catatan"], ["tidak ada tabel"]])
    assert [row.sheet for row in read_table(xlsx(notes, table, names=("Catatan", "Isi")), ())] == ["Isi"]
    two = xlsx(table, plain([HEADER, ROWS[1]]), names=("Terampil", "Ahli"))
    with pytest.raises(Refused, match="Terampil, Ahli"):
        read_table(two, ())
    assert [row.place for row in read_table(two, ("ahli",))] == ["lembar Ahli, baris 2"]
    assert [row.sheet for row in read_table(two, ("Ahli", "Terampil"))] == ["Terampil", "Ahli"]
    with pytest.raises(Refused, match="yang ada: Terampil, Ahli"):
        read_table(two, ("Madya",))


def test_a_sheet_without_end_is_refused() -> None:
    def write(sheet: Worksheet) -> None:
        sheet.write_row("A1", HEADER)
        sheet.write("A1000000", "x")

    with pytest.raises(Refused, match="50000 baris"):
        read_sheets(xlsx(write))


def test_unsur_hold_until_the_next_and_headings_above_are_unsur_where_no_column_is() -> None:
    rows = rows_of(
        [
            ["unsur", "sub unsur", "butir", "ak", "jenjang"],
            ["I. Pendidikan", "A. Diklat", "1. Lama", "1", "Muda"],
            ["", "", "2. Baru", "2", "Muda"],
            ["", "B. Prajabatan", "", "", ""],
            ["", "", "Mengikuti", "3", "Muda"],
            ["II. Pelayanan", "", "1. Melayani", "4", "Muda"],
        ]
    )
    assert [".".join(row.path) for row in rows] == ["I.A.1", "I.A.2", "I.B", "I.B", "II.1"]
    assert [group.name for group in rows[4].groups] == ["Pelayanan"]
    single = rows_of(
        [
            ["unsur/sub unsur/butir kegiatan", "ak", "jenjang"],
            ["I. PENDIDIKAN", "", ""],
            ["A. Diklat", "", ""],
            ["1. Lama", "1", "Muda"],
            ["B. Prajabatan", "2", "Muda"],
        ]
    )
    assert [".".join(row.path) for row in single] == ["I", "I.A", "I.A.1", "I.B"]
    assert [[group.name for group in row.groups] for row in single] == [
        *([], ["PENDIDIKAN"], ["PENDIDIKAN", "Diklat"], ["PENDIDIKAN"]),
    ]


def test_a_running_number_serves_where_the_text_has_none() -> None:
    rows = rows_of(
        [["No", "kegiatan", "ak", "jenjang"], [1, "Menilai", 0.5, "Muda"], [2.0, "a. Mengolah", 0.5, "Muda"]]
    )
    assert [row.path for row in rows] == [["1"], ["1", "a"]]
