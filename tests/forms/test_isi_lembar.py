"""How offices lay their tables out: headings of two rows, titles, column numbers, several sheets, .csv of each."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest
import xlsxwriter

from angka_kredit.errors import CellError, Refused
from angka_kredit.forms.isi.kolom import Kolom, baris, pegawai
from angka_kredit.forms.isi.lembar import baca_lembar
from angka_kredit.forms.isi.nilai import baca, bersih
from angka_kredit.forms.isi.tabel import baca_tabel
from angka_kredit.lampiran.sheets import Sheet
from isi_contoh import ATAS, KEGIATAN, NIP, NIP_DUA, orang, tabel

ACTS = ["NIP", "Tanggal", "Kode", "Volume"]


def book(*sheets: tuple[str, Sequence[Sequence[Any]]]) -> bytes:
    """A cell ('words', n) is merged over n columns."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as made:
        for name, rows in sheets:
            sheet = made.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, tuple):
                        sheet.merge_range(at, column, at, column + cell[1] - 1, cell[0])
                    elif cell is not None:
                        sheet.write(at, column, cell)
    return file.getvalue()


def test_headings_of_two_rows_under_a_merged_title() -> None:
    rows = [
        [("DAFTAR PEGAWAI TAHUN 2016", 4)],
        ["NIP", "Nama", ("Atasan", 2)],
        [None, None, "Nama", "NIP"],
        ["(1)", "(2)", "(3)", "(4)"],
        [],
        [NIP, "SATU", "KEPALA", NIP_DUA],
        [],
        ["NIP", "Nama", "Atasan", None],  # printed again on the next page
        [NIP_DUA, "DUA", "KEPALA", NIP],
    ]
    first, second = baca_tabel(book(("Data", rows))).baris
    assert first.orang.fakta == {"nip": NIP, "nama": "SATU", "atasan_nama": "KEPALA", "atasan_nip": NIP_DUA}
    assert (second.nip, second.nomor) == (NIP_DUA, 9)


def test_people_and_rows_are_found_on_whatever_sheet_they_stand() -> None:
    read = baca_tabel(
        book(
            ("Petunjuk", [["Isi lembar berikut"]]),
            ("Pegawai", [["NIP", "Nama", "Gol"], [NIP, "SATU", "III/c"], [NIP_DUA, "DUA", "III/c"]]),
            ("Triwulan I", [ACTS, [NIP, "05/01/2016", "A-1", 1]]),
            ("Triwulan II", [ACTS, [NIP, "5 Mei 2016", "A-2", 1], [NIP_DUA, "", "A-3", 2]]),
            ("Predikat", [["NIP", "Tahun", "Predikat", "Jenjang"], [NIP, 2024, "Baik", "Muda"]]),
            ("Nilai", [["NIP", "Tahun", "Nilai kinerja"], [NIP_DUA, 2019, 91]]),
            ("Pegawai lain", [["NIP", "Nama", "Gol"], ["1" * 18, "TIGA", "III/c"]]),
        )
    )
    first, second = (row.orang for row in read.baris)
    assert [act["kode"] for act in first.kegiatan] == ["A-1", "A-2"] and [act["kode"] for act in second.kegiatan] == [
        "A-3"
    ]
    assert [row["isi"] for row in first.riwayat] == ["Baik"] and [row["nilai"] for row in second.penilaian] == [91]
    assert read.tidak_dikenal == [
        "lembar 'Petunjuk' tidak dipakai: tidak ada baris judul dengan kolom NIP",
        "lembar 'Pegawai lain' tidak dipakai: pegawai diambil dari lembar pertamanya saja",
    ]


def test_a_csv_of_people_and_a_csv_of_their_activities() -> None:
    people = f"NIP;Nama;Golongan\n'{NIP};SATU;III/c\n".encode()
    acts = f'NIP,Tanggal,Kode Butir,Volume\n\'{NIP},05/01/2016,A-1,"2,5"\n'.encode()
    [row] = baca_tabel(people, acts).baris
    assert [(act["kode"], act["volume"]) for act in row.orang.kegiatan] == [("A-1", "2,5")]


def test_an_activity_with_a_nip_that_lost_its_digits_says_so() -> None:
    read = baca_tabel(tabel(orang(), kegiatan=[(198501012010012928, *ATAS[1:])]))
    assert "Kegiatan baris 2: NIP berupa angka, sehingga angka-angka terakhirnya sudah hilang" in read.tanpa_pegawai[0]
    assert "sudah hilang" in baca_tabel(b"NIP;Nama\n1,98501E+17;A\n").baris[0].galat  # what Excel saves to a .csv


def test_two_columns_for_one_fact_are_refused_and_one_kind_of_heading_is_enough() -> None:
    sheet = Sheet("A", [list(KEGIATAN), [NIP, "x", "y", 1, "", ""]])
    assert baca_lembar(sheet, baris("kegiatan")).kunci >= {"nip", "tanggal", "kode"}
    with pytest.raises(Refused, match="dua kolom untuk Tanggal: B, C"):
        baca_lembar(Sheet("A", [["NIP", "Tanggal", "Tgl"], [NIP, 1, 2]]), baris("kegiatan"))


def test_an_error_of_the_table_is_told() -> None:
    for error in ("#N/A", " #ref! "):
        with pytest.raises(CellError, match="berisi galat"):
            baca(pegawai().kolom["nama"], error)


@pytest.mark.parametrize(
    ("given", "found"),
    [("60%", "0.6"), ("12,5 %", "0.125"), (True, "TRUE"), ("dua", "dua"), ("1.234", "1.234"), ("2,5", "2.5")],
)
def test_numbers_as_people_write_them(given: Any, found: str) -> None:
    assert str(baca(Kolom("volume", "Volume", "angka"), given)) == found


def test_words_of_a_list_by_their_last_word() -> None:
    kolom, words = Kolom("jenjang", "Jenjang", "teks"), ["Ahli Pertama", "Ahli Muda", "Pemula"]
    assert baca(kolom, "muda", words) == "Ahli Muda"
    with pytest.raises(CellError, match="tidak ada dalam daftar"):
        baca(kolom, "ahli", words)


def test_text_that_no_cell_can_hold_is_mended_and_told() -> None:
    assert bersih("a\x01b\r\nc", 100) == ("a b\nc", "huruf kendali diganti spasi")
    assert bersih("emoji \U0001f600", 100) == ("emoji \U0001f600", "")
    assert bersih("emoji \U0001f600", 100, berhuruf_dua=False)[0] == "emoji \N{WHITE SQUARE}"
    cut, words = bersih("x" * 40_000, 2_000)
    assert isinstance(cut, str) and len(cut) == 2_000 and cut.endswith("[terpotong: semula 40000 huruf]")
    assert words == "terpotong: 40000 huruf, paling banyak 2000"
    assert bersih(3, 1) == (3, "")
