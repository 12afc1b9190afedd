"""Jelaskan Sel and Perbaiki Rumus over real workbooks."""

from __future__ import annotations

from typing import Any

import pytest

from angka_kredit.forms.isi.berkas import baca_formulir
from angka_kredit.hosts.tindakan.banding import sama
from angka_kredit.hosts.tindakan.bersama import CIRI
from angka_kredit.hosts.tindakan.perbaiki_rumus import perbaiki
from angka_kredit.resources import folder
from berkas_host import AK, BerkasHost, book, pressed
from tautan import KAMI, bertautan


def test_jelaskan_sel() -> None:
    host = BerkasHost(book(("B1", f'IF(A1>5,{AK},AK_KUMULATIF("X/x","pmb"))', 0.1344), A1=12))
    host.terpilih = ("Isi", "B1")
    said = pressed("jelaskan_sel", host)
    assert "0,014 x 12 x 80% = 0,1344" in said and "Lampiran III.2" in said and "#N/A" not in said
    host.terpilih = ("Isi", "A1")
    assert "diketik, bukan rumus" in pressed("jelaskan_sel", host)
    host.terpilih = None
    assert "klik sebuah sel" in pressed("jelaskan_sel", host)


@pytest.mark.parametrize(
    ("formula", "shows", "told"),
    [
        (AK, 999, "menunjukkan 999, seharusnya 0,1344; tekan Hitung Ulang"),
        (AK.replace("A1", "-A1"), 5, "menunjukkan 5, seharusnya '#NUM!'; tekan Hitung Ulang"),
        (AK, "#NAME?", "tekan Perbaiki Rumus"),
        (AK, "", "menunjukkan kosong, seharusnya 0,1344"),
        (f"IFERROR({AK.replace('A1', '-A1')},0)", 0, "negatif"),
        (AK.replace("0.014", "A9"), "", "Sel ini kosong karena barisnya belum diisi."),
    ],
)
def test_jelaskan_sel_of_what_is_not_the_functions_answer(formula: str, shows: Any, told: str) -> None:
    host = BerkasHost(book(("B1", formula, shows), A1=12))
    host.terpilih = ("Isi", "B1")
    said = pressed("jelaskan_sel", host)
    assert told in said and ("belum diisi" in said) == ("A9" in formula)


def test_jelaskan_sel_of_an_explanation_and_of_nothing() -> None:
    host = BerkasHost(book(("B1", 'JELASKAN("AK_KUMULATIF","III/a","pmb")', "..."), A1=12))
    host.terpilih = ("Isi", "B1")
    assert "JELASKAN" in pressed("jelaskan_sel", host) and "tidak memakai" not in host.dikatakan[-1]
    host.terpilih = ("Isi", "C9")
    assert "Sel ini kosong" in pressed("jelaskan_sel", host)


def test_jelaskan_sel_without_a_function_of_ours() -> None:
    host = BerkasHost(book(("B1", "SUM(A1,1)", 13), A1=12))
    host.terpilih = ("Isi", "B1")
    assert "tidak memakai fungsi Angka Kredit" in pressed("jelaskan_sel", host)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=[1]!ANGKA_KREDIT(A1)", "=ANGKA_KREDIT(A1)"),
        (r"='C:\Users\x\XLSTART\angka_kredit.xlam'!AK_SATUAN(A1)", "=AK_SATUAN(A1)"),
        (r"=1+'C:\[angka_kredit.xlam]'!AK_SATUAN(A1)", "=1+AK_SATUAN(A1)"),
        ("=angka_kredit.xlam!AK_SATUAN(1)", "=AK_SATUAN(1)"),
        ("=_xldudf_AK_SATUAN(A1)+_xldudf_KANTOR_AK_SATUAN(A1)", "=AK_SATUAN(A1)+AK_SATUAN(A1)"),
        ("=SUM(_xll.AK_SATUAN(A1),1)", "=SUM(AK_SATUAN(A1),1)"),
        ("=@[1]!AK_SATUAN(A1)", "=@AK_SATUAN(A1)"),
        ('=[1]!AK_SATUAN("[1]!AK_SATUAN(x)")', '=AK_SATUAN("[1]!AK_SATUAN(x)")'),
        ("=[1]!FUNGSI_LAIN(A1)", None),  # another add-in's
        (r"='C:\lain.xlam'!AK_SATUAN(A1)", None),  # another workbook's own function of that name
        ("=[2]Lembar!A1+AK_SATUAN(A1)", None),
        ("=[2]!AK_SATUAN(A1)", None),
        ("=[3]!AK_SATUAN(A1)", None),
        ("=[0]!AK_SATUAN(A1)", None),
        ("=AK_SATUAN(A1)", None),
        ("teks [1]!AK_SATUAN(A1)", None),
    ],
)
def test_a_formula_repaired(formula: str, expected: str | None) -> None:
    assert perbaiki(formula, [KAMI, "C:/lain.xlam"]) == expected
    assert expected is None or perbaiki(expected, [KAMI]) is None


def test_perbaiki_rumus_touches_only_what_is_broken() -> None:
    lain = f"[2]!{AK}"
    cells = [("B3", "LAIN(A1)", "#NAME?"), ("B4", "SUM(A1,1)", 13), ("B5", lain, 7), ("B6", lain, "#NAME?")]
    data = book(("B1", AK, "#NAME?"), ("B2", f"[1]!{AK}", 5), *cells, A1=12)
    host = BerkasHost(bertautan(data, KAMI, "file:///C:/Lain.xlam"))
    written: list[Any] = []
    host.tulis_rumus = lambda baru: (written.extend(baru), [])[1]  # type: ignore[method-assign,assignment,return-value]
    said = pressed("perbaiki_rumus", host)
    assert written == [(("Isi", "B1"), f"={AK}"), (("Isi", "B2"), f"={AK}")]
    assert "2 rumus dimasukkan ulang" in said and "Masih belum menemukan" in said  # nothing was really entered


def test_perbaiki_rumus_really() -> None:
    host = BerkasHost(book(("B1", f"_xldudf_{AK}", "#NAME?"), A1=12))
    assert pressed("perbaiki_rumus", host) == "1 rumus dimasukkan ulang."
    (found,) = host.semua_rumus()
    assert (found.rumus, found.nilai) == (f"={AK}", 0.1344)


def test_a_protected_sheet_is_left_alone() -> None:
    host = BerkasHost(bertautan(book(("B1", f"[1]!{AK}", 5), A1=12), KAMI))
    host.terlindung.add("Isi")
    before = host.data
    said = pressed("perbaiki_rumus", host)
    assert "0 rumus dimasukkan ulang" in said and "Isi: 1 rumus" in said
    assert host.data == before


def test_protected_sheets_of_our_own_form_are_opened_but_for_one_with_a_password() -> None:
    names = {"nip": "=Isi!$D$1", "pemeriksaan_nip": "=Isi!$D$2", "daftar_golongan": "=Isi!$D$3:$D$4"}
    host = BerkasHost(book(("B1", f"_xldudf_{AK}", "#NAME?"), A1=12, nama=names))
    host.terlindung = {"Isi"}
    assert pressed("perbaiki_rumus", host) == "1 rumus dimasukkan ulang."
    assert host.terlindung == {"Isi"} and host.semua_rumus()[0].nilai == 0.1344
    host = BerkasHost(book(("B1", f"_xldudf_{AK}", "#NAME?"), A1=12, nama=names))
    host.terlindung = host.bersandi = {"Isi"}
    assert "Isi: 1 rumus" in pressed("perbaiki_rumus", host)


def test_every_form_of_ours_is_known_by_its_cells() -> None:
    forms = [path.read_bytes() for path in folder("templates").glob("*.xlsx")]
    assert forms and all(set(CIRI) <= set(baca_formulir(data).nama) for data in forms)


def test_zero_is_not_an_empty_cell() -> None:
    assert not sama(0.0, None) and not sama(None, 0.0) and not sama(False, "")
    assert sama("", None) and sama(None, "") and sama(0.1 + 0.2, 0.3)


def test_nothing_to_repair() -> None:
    assert "tidak ada yang perlu diperbaiki" in pressed("perbaiki_rumus", BerkasHost(book(("B1", AK, 0.1344), A1=12)))


def test_perbaiki_rumus_can_be_stopped() -> None:
    host = BerkasHost(book(("B1", f"_xldudf_{AK}", "#NAME?"), A1=12))
    before, host.berhenti_setelah = host.data, 0
    assert pressed("perbaiki_rumus", host) == "" and host.data == before
