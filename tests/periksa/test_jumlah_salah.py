"""Sums that show another number than their rows add up to, in the PAK of test_lembar, and what follows from them.

C8 = 100 + 20 + 4 = 124, D8 = 0 + 7.5 + 2 = 9.5, C13 = 124 + 4 = 128, D13 = 9.5 + 1.5 = 11, E13 = 139."""

from __future__ import annotations

from typing import Any

import pytest
from test_lembar import buku, simpan

from angka_kredit.periksa.bahan import bahan
from angka_kredit.periksa.semua import periksa
from angka_kredit.periksa.temuan import Temuan
from angka_kredit.recalc.run import recalculate

JUMLAH = [f"{column}{row}" for row in (8, 12, 13) for column in "CDE"]


def temuan(sel: dict[str, Any], data: bytes = b"") -> list[Temuan]:
    return list(periksa(bahan(data or recalculate(simpan(buku(sel)), vote=False).data, "pak.xlsx")).temuan)


@pytest.mark.parametrize(("sel", "at", "kata"), [
    ({"D7": 2.3, "D13": "=ROUND(D8+D12,0)"}, "D13", "11, padahal baris-barisnya berjumlah 11,3; rumusnya membulatkan"),
    ({"C8": "=C5+C6-C7"}, "C8", "116, padahal baris-barisnya berjumlah 124; rumusnya mengurangkan"),
    ({"C8": None}, "C8", "kosong, padahal baris-barisnya berjumlah 124"),
])  # fmt: skip
def test_a_sum_that_is_wrong_is_told_alone(sel: dict[str, Any], at: str, kata: str) -> None:
    """JUMLAH of the total is LAMA + BARU no more: that is its consequence, and is not told."""
    found = temuan(sel)
    assert [(each.jenis, each.sel, each.ragu) for each in found] == [("jumlah_salah", at, "")]
    assert kata in found[0].salah


def test_the_row_of_column_numbers_is_no_credit() -> None:
    book = buku()
    book["PAK"].insert_rows(4)
    for at in range(1, 6):
        book["PAK"].cell(4, at, at)
    for row, inside in ((9, "{0}4:{0}8"), (13, "{0}11:{0}12"), (14, "{0}9,{0}13")):
        for column in "CDE":
            book["PAK"][f"{column}{row}"] = f"=SUM({inside.format(column)})"
    for row in (6, 7, 8, 11, 12):
        book["PAK"][f"E{row}"] = f"=C{row}+D{row}"
    found = temuan({}, recalculate(simpan(book), vote=False).data)
    assert {(each.jenis, each.sel) for each in found} == {("jumlah_salah", f"{column}9") for column in "CDE"}
    assert "baris nomor kolom (baris 4)" in found[0].salah


def diketik(sel: dict[str, Any]) -> list[Temuan]:
    """The PAK as values alone, then these."""
    right = dict(zip(JUMLAH, (124, 9.5, 133.5, 4, 1.5, 5.5, 128, 11, 139), strict=True))
    rows = {"E5": 100, "E6": 27.5, "E7": 6, "E10": 4, "E11": 1.5}
    return temuan(sel, simpan(buku(right | rows | sel)))


def test_typed_sums_are_added_up() -> None:
    assert not diketik({})
    assert not diketik({"D8": 9.504})  # typed to two decimals
    for at, value in (("C8", 134), ("C12", 5)):
        assert at in {each.sel for each in diketik({at: value}) if each.jenis == "jumlah_salah"}
    assert [(each.jenis, each.sel) for each in diketik({"C13": 500, "E13": 511})] == [
        ("jumlah_salah", "C13"),
        ("jumlah_salah", "E13"),
    ]


def test_a_credit_beside_a_heading_leaves_the_typed_sum_alone() -> None:
    assert not [each for each in diketik({"C4": 10, "C8": 134}) if each.jenis == "jumlah_salah" and each.sel == "C8"]


def test_the_last_row_of_a_subtotal_in_its_place() -> None:
    """C13 = C8 + C11: 1 instead of 4."""
    found = temuan({"C13": "=C8+C11"})
    assert [(each.jenis, each.sel) for each in found] == [("jumlah_terlewat", "C13")]
    assert "Ganti baris 11 dengan baris 12" in found[0].lakukan


def test_an_empty_jumlah_among_full_ones() -> None:
    found = temuan({"E6": None})
    assert [(each.jenis, each.sel) for each in found] == [("jumlah_beda", "E6")]
    assert "LAMA 20 (C6) + BARU 7,5 (D6) = 27,5" in found[0].salah
