"""No wrong number without a doubt: sums by their words, whose letters and of when, factors, and what was left out."""

from __future__ import annotations

from typing import Any

import pytest

from angka_kredit.kenal.rumus import dijumlah
from angka_kredit.pasang_rumus import BARU, BEDA, DILEWATI, SAMA, Pilihan, Rencana, Sel, pasang
from angka_kredit.recalc.run import recalculate
from formulir_kecil import NIP_LAIN, baru, bervolume, dupak, orang, simpan, surat

TUGAS = [
    *[("I", "UNSUR UTAMA"), ("A", "Pendidikan"), ("1", "Sarjana", 100, 0), (None, "Jumlah")],
    *[("B", "Tugas"), ("1", "Menguji", 4, 2), (None, "Jumlah"), (None, "JUMLAH UNSUR UTAMA")],
    *[("II", "UNSUR PENUNJANG"), ("1", "Seminar", 2, 1), (None, "JUMLAH UNSUR PENUNJANG")],
]
BUTIR = [("1", "Menyusun rencana", 1), ("2", "Menguji", 1), (None, "JUMLAH")]


def rencana(book: Any, *, ragu: bool = False) -> Rencana:
    return pasang(simpan(book), Pilihan(ragu=ragu))[0]


def at(found: Rencana, ref: str, lembar: str = "DUPAK") -> Sel:
    (only,) = [each for each in found.sel if (each.lembar, each.sel) == (lembar, ref)]
    return only


@pytest.mark.parametrize("kata", ["TOTAL", "JUMLAH"])
def test_a_bare_last_sum_below_another_sum_adds_all(kata: str) -> None:
    book = baru()
    dupak(book, [*TUGAS, (None, kata)])
    assert at(rencana(book), "C23").nilai_baru == 106


def test_a_bare_last_sum_that_may_be_the_parts_or_all_is_doubtful() -> None:
    book = baru()
    dupak(book, [*TUGAS[:-1], (None, "JUMLAH")])
    assert "jumlah seluruhnya" in at(rencana(book), "C22").sebab


def test_jumlah_unsur_utama_over_several_roman_headings() -> None:
    book = baru()
    rows = [
        ("I", "PENDIDIKAN"),
        ("1", "Sarjana", 100),
        ("II", "TUGAS"),
        ("1", "Menguji", 1),
        (None, "JUMLAH UNSUR UTAMA"),
    ]
    dupak(
        book,
        [*rows, ("III", "PENUNJANG"), ("1", "Seminar", 2), (None, "JUMLAH PENUNJANG"), (None, "JUMLAH SELURUHNYA")],
    )
    found = rencana(book)
    assert [at(found, ref).nilai_baru for ref in ("C16", "C19", "C20")] == [101, 2, 103]


def test_a_sum_adds_below_the_heading_that_it_names_else_it_is_doubtful() -> None:
    rows = [("1", "Pendidikan"), ("1.1", "Sarjana", 100), ("2", "Tugas"), ("2.1", "Menguji", 5), ("2.2", "Menulis", 7)]
    for kata, wanted, reason in (("Sub jumlah tugas", 12, ""), ("Sub jumlah", 112, "beberapa judul")):
        book = baru()
        dupak(book, [*rows, (None, kata), ("3", "Penunjang"), ("3.1", "Seminar", 2), (None, "Jumlah keseluruhan")])
        cell = at(rencana(book), "C17")
        assert (cell.nilai_baru, cell.status) == (wanted, DILEWATI if reason else BARU) and reason in cell.sebab


@pytest.mark.parametrize("rumus", ["=SUM(C2:C5)-C5", "=IF(C2>0,SUM(C2:C5),0)", '=SUMIF(C2:C5,">0")'])
def test_a_formula_that_leaves_something_out_is_no_sum_of_its_rows(rumus: str) -> None:
    assert dijumlah(rumus, 6, 3) == () and dijumlah("=SUM(C2:C5)", 6, 3) == (2, 3, 4, 5)


def test_beside_a_sum_that_subtracts_the_others_of_the_row_are_doubtful() -> None:
    book = baru()
    dupak(
        book,
        [
            ("I", "UNSUR UTAMA"),
            ("1", "Satu", 1, 1),
            ("2", "Dua", 2, 2),
            (None, "JUMLAH UNSUR UTAMA", "=SUM(C13:C14)-C14"),
        ],
    )
    found = rencana(book)
    assert "rumus C15 di baris ini mengurangi" in at(found, "D15").sebab and at(found, "C15").status == BEDA


def _berwaktu(tanggal: str, *, nip: str, hidden: bool) -> Rencana:
    book = baru()
    dupak(book, BUTIR)["B7"] = "Masa Penilaian: 1 Januari 2020 s/d 31 Desember 2020"
    surat(book, [("Menyusun rencana", "5 Jan 2020", 6, 0.5)], nama="Satu")
    surat(book, [("Menyusun rencana", tanggal, 4, 0.5)], nama="Dua", nip=nip).sheet_state = (
        "hidden" if hidden else "visible"
    )
    return rencana(book)


def test_another_persons_letter_is_not_counted_and_that_is_said() -> None:
    found = _berwaktu("6 Jan 2020", nip=NIP_LAIN, hidden=False)
    assert (at(found, "D12").nilai_baru, at(found, "D12").status) == (3, BARU)
    cell = at(found, "F12", "Dua")
    assert cell.status == BARU and "milik NIP lain" in cell.kata and NIP_LAIN not in cell.kata


@pytest.mark.parametrize(
    ("tanggal", "hidden", "reason"),
    [
        ("5 Jan 2019", False, "di luar masa penilaian"),
        ("kapan saja", False, "tidak terbaca"),
        ("6 Jan 2020", True, "tersembunyi"),
        ("Februari 2020", False, ""),
    ],
)
def test_an_activity_of_another_time_or_on_a_hidden_sheet_is_doubtful(tanggal: str, hidden: bool, reason: str) -> None:
    cell = at(_berwaktu(tanggal, nip="199001012015031001", hidden=hidden), "D12")
    assert cell.status == (DILEWATI if reason else BARU) and reason in cell.sebab


def test_words_from_a_formula_with_a_typed_volume_are_an_activity_and_copies_are_said() -> None:
    book = baru()
    dupak(book, BUTIR)
    surat(book, [("Menyusun rencana", "1 Mei 2020", 4, 0.1), ("Menguji", "1 Mei 2020", 1, 1)], nama="Satu")
    surat(book, [("=DUPAK!B12", "2 Mei 2020", 6, 0.1), ("=DUPAK!B13", "=Satu!C13", "=Satu!D13", 1)], nama="Dua")
    data = recalculate(simpan(book)).data
    found = pasang(data, Pilihan())[0]
    assert at(found, "D12").nilai_baru == pytest.approx(1) and at(found, "D13").nilai_baru == pytest.approx(1)
    assert "sudah terhitung" in at(found, "F13", "Dua").kata


@pytest.mark.parametrize(("faktor", "status"), [(80, DILEWATI), (-0.8, DILEWATI), (0.8, BARU), (None, BARU)])
def test_a_factor_that_is_no_share_is_never_multiplied(faktor: float | None, status: str) -> None:
    book = baru()
    surat(book, [("Menguji", "1 Mei 2020", 4, 0.5, None, faktor)], lagi=["Faktor Jenjang"])
    cell = at(rencana(book, ragu=True), "F12", "SPMK")
    assert cell.status == status and ("ketik 80% atau 0,8" in cell.sebab) is (status == DILEWATI)


@pytest.mark.parametrize(
    ("jenjang", "status"), [("Penera Ahli Madya", DILEWATI), ("Semua jenjang", BARU), (None, BARU)]
)
def test_a_jenjang_that_is_named_and_not_used_makes_the_credit_doubtful(jenjang: str | None, status: str) -> None:
    book = baru()
    bervolume(book, [("1", "Menguji", 4, 0.5, jenjang), (None, "JUMLAH")], "PELAKSANA")
    assert at(rencana(book), "G12").status == status


def test_a_shared_volume_is_the_pengusuls_only_and_a_missing_unit_is_doubtful() -> None:
    book = baru()
    bervolume(book, [("1", "Menguji", 4, 0.5), ("2", "Menulis", 4, None), (None, "JUMLAH")])
    found = rencana(book)
    assert at(found, "G12").nilai_baru == 2 and not [each for each in found.sel if each.sel == "J12"]
    assert at(found, "G13").sebab == "angka kredit satuan di D13 kosong"


@pytest.mark.parametrize(
    ("bentuk", "ketikan", "sama"), [("0", 13.8, False), ("0.00", 40.609, False), ("0.00", 40.6, True)]
)
def test_typed_numbers_give_way_only_where_both_are_shown_alike(bentuk: str, ketikan: float, sama: bool) -> None:
    book = baru()
    sheet = dupak(
        book, [("1", "Menguji", *((12.3, 1.0) if bentuk == "0" else (30.25, 10.354)), ketikan), (None, "JUMLAH")]
    )
    sheet["E12"].number_format = bentuk
    cell = at(rencana(book), "E12")
    assert (cell.status == BARU) is sama
    assert cell.sebab == ("ketikan sama, diganti rumus" if sama else "angka ketikan dipertahankan")


def test_an_activity_without_a_row_keeps_its_formula_and_is_said_also_beside_one_that_stands_there() -> None:
    book = baru()
    dupak(book, BUTIR)
    surat(book, [("Hal lain", "Mei", 3, 0.5), ("Hal lagi", "Mei", 3, 0.5, "=D13*E13")])
    found = rencana(book)
    new, old = at(found, "F12", "SPMK"), at(found, "F13", "SPMK")
    assert (new.status, new.nilai_baru, old.status) == (BARU, 1.5, SAMA)
    assert all("tidak ada di DUPAK" in each.kata for each in (new, old))
    assert at(found, "F14", "SPMK").nilai_baru == 3


def test_a_credit_that_is_a_text_is_not_zero_and_every_sum_above_says_what_it_lacks() -> None:
    book = baru()
    dupak(book, BUTIR)
    surat(book, [("Menyusun rencana", "Mei", 2, 0.5), ("Menguji", "Mei", 2, 0.4, "0,8")])
    found = rencana(book, ragu=True)
    assert at(found, "D13").status == DILEWATI and "F13 berisi teks '0,8'" in at(found, "D13").sebab
    assert {ref: at(found, ref).kata for ref in ("E13", "D14", "E14")} == dict.fromkeys(
        ("E13", "D14", "E14"), "baru: belum termasuk D13"
    )


def test_a_dupak_with_its_own_volume_says_that_the_letters_do_not_count() -> None:
    book = baru()
    bervolume(book, [("1", "Menguji", None, 0.5), ("2", "Menulis", 2, 0.5), (None, "JUMLAH")])
    surat(book, [("Menguji", "Mei", 4, 0.5), ("Menulis", "Mei", 2, 0.5)])
    found = rencana(book)
    assert "volume di DUPAK kosong" in at(found, "G12").sebab and at(found, "G13").status == BARU
    assert "dari volumenya sendiri" in at(found, "F13", "SPMK").kata


@pytest.mark.parametrize(
    ("judul", "jabatan", "known"),
    [
        ("JABATAN FUNGSIONAL PENGUJI MUTU BARANG", "Ahli Muda", True),
        ("", "Penguji Mutu Barang Ahli Muda", True),
        ("", "Ahli Muda", False),
        ("JABATAN FUNGSIONAL PENGUJI MUTU BARANG", "Analis Contoh Ahli Muda", False),
        ("JABATAN FUNGSIONAL ANALIS CONTOH", "Ahli Muda", False),
    ],
)
def test_the_jabatan_is_that_of_title_and_datum_alone(judul: str, jabatan: str, known: bool) -> None:
    book = baru()
    sheet = dupak(
        book, [("1", "Membimbing Penguji Mutu Barang pemula", 1, 1), (None, "JUMLAH KESELURUHAN")], jabatan=jabatan
    )
    sheet["A2"], sheet["B15"] = judul or None, "Angka kredit minimal III/d"
    sheet["E15"].number_format = "0.000"
    assert bool([each for each in rencana(book).sel if each.sel == "E15"]) is known


def test_a_credit_does_not_contradict_the_unit_beside_it_and_errors_tell_their_reason() -> None:
    book = baru()
    sheet = surat(book, [("Satu", "Mei", 10, 0.02), ("Dua", "Mei", 10, 0.047)], lagi=["Kode"])
    orang(sheet, 3, jabatan="Penguji Mutu Barang Ahli Madya")
    sheet["G12"], sheet["G13"] = "MADYA-III.2.a", "PERTAMA-III.2.b"
    found = rencana(book)
    assert at(found, "E12", "SPMK").status == BEDA
    credit, refused = at(found, "F12", "SPMK"), at(found, "F13", "SPMK")
    assert (credit.status, refused.status) == (DILEWATI, DILEWATI) and "E12" in credit.sebab
    assert refused.sebab.startswith("hasilnya #NUM!: Butir Ahli Pertama dua tingkat")
    assert at(found, "F14", "SPMK").catatan == "belum termasuk F12, F13"


def test_hidden_rows_in_a_sum_and_the_recognisers_notes_are_said() -> None:
    book = baru()
    sheet = dupak(book, BUTIR)
    sheet.row_dimensions[13].hidden = True
    found = rencana(book)
    assert at(found, "C14").kata == "baru: menjumlah juga yang tersembunyi: baris 13"


def test_the_notes_of_the_recogniser_reach_the_plan() -> None:
    book = baru()
    dupak(book, BUTIR)
    lain = book.create_sheet("Lain")
    for column, words in enumerate(("NO", "URAIAN KEGIATAN", "VOLUME", "SATUAN HASIL"), 1):
        lain.cell(3, column, words)
    lain.append([1, "Sesuatu", 2, "Laporan"])
    assert any(words.startswith("lembar Lain: tabel di baris 3") for words in rencana(book).catatan)


def test_a_masa_penilaian_that_cannot_be_read_is_doubtful() -> None:
    book = baru()
    dupak(book, BUTIR)["B7"] = "Masa Penilaian: awal sampai akhir tahun 2020"
    surat(book, [("Menguji", "5 Jan 2020", 6, 0.5)])
    assert "masa penilaian di DUPAK tidak terbaca" in at(rencana(book), "D13").sebab
