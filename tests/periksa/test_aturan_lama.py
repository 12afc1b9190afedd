"""JUMLAH = LAMA + BARU, and LAMA = JUMLAH of the last PAK: the identity of the official forms, in figures by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fakta_contoh import fakta, isi, temuan
from isian_asing import NILAI, ORANG, berdua, surat, usul

from angka_kredit.errors import Refused
from angka_kredit.periksa.aturan import jumlah, lama
from angka_kredit.periksa.bahan import bahan
from angka_kredit.periksa.isian.bentuk import BarisKredit
from angka_kredit.periksa.temuan import Temuan

TAHUN_LALU = ORANG | {"masa_penilaian": "1 Januari 2015 s/d 31 Desember 2015"}


def baris(before: Any, new: Any, total: Any) -> list[Temuan]:
    cells = {("lama", "tim"): isi(before, "H9"), ("baru", "tim"): isi(new, "I9"), ("jumlah", "tim"): isi(total, "J9")}
    return temuan(jumlah.periksa, replace(fakta(), baris=[BarisKredit("U2a1", "Menguji", cells)]))


@pytest.mark.parametrize(("before", "new", "total", "found"), [
    (1.5, 2, 3.5, 0),
    (1.5, 2, 3.4, 1),
    (1.5, None, 1.5, 0),
    (None, 2, 1.5, 1),
    (0.33333, 0.33333, 0.667, 0),  # 0.66666, typed to three decimals
    ("0,5", 2, 2.5, 0),
    (None, None, 7, 0),  # no row of credits: a sum, or a heading
    (1.5, 2, None, 0),
    (1.5, "dua", 3, 0),
])  # fmt: skip
def test_jumlah_is_lama_and_baru(before: Any, new: Any, total: Any, found: int) -> None:
    got = baris(before, new, total)
    assert [(each.jenis, each.sel) for each in got] == [("jumlah_beda", "J9")] * found


def test_the_total_that_the_form_names() -> None:
    sums = {("lama", "semua"): 250.5}
    assert not temuan(lama.periksa, fakta(pak_lama_jumlah=250.5, jumlah=sums))
    got = temuan(lama.periksa, fakta(pak_lama_jumlah=250.4, jumlah=sums))
    assert "LAMA berjumlah 250,5, padahal jumlah PAK terakhir 250,4" in got[0].salah
    assert not temuan(lama.periksa, fakta(jumlah=sums))  # nobody said what the last PAK had


def test_our_own_pak_has_the_lama_of_our_dupak() -> None:
    assert temuan(lama.periksa, fakta(tim_lama_semua=250.5, pak_lama=249))[0].sel == "pak_lama"
    assert not temuan(lama.periksa, fakta(tim_lama_semua=250.5, pak_lama=250.5))


def test_a_pak_beside_the_dupak() -> None:
    """It may be this claim's (the same LAMA) or the last one's (its JUMLAH is this LAMA)."""
    later = {text: (old + new, 1.0) for text, (old, new) in NILAI.items()}
    for numbers in (NILAI, later):
        assert not list(lama.periksa(bahan(berdua("resmi", numbers, NILAI).data)))
    form = berdua("resmi", later | {"Menyusun rencana": (20.0, 1.0)}, NILAI)  # 20 + 3.5 = 23.5 was its JUMLAH
    got = list(lama.periksa(bahan(form.data)))
    assert next(each.sel for each in got) == form.sel("Menyusun rencana", "lama")
    assert "20, padahal JUMLAH 23,5" in got[0].salah and got[0].ragu


def test_the_file_of_the_last_pak() -> None:
    """LAMA 2 of the seminar, where 0.85 + 1.15 = 2 was JUMLAH, is right; 3 is not."""
    before = bahan(usul("pak", TAHUN_LALU, NILAI | {"Mengikuti seminar": (0.85, 1.15)}).data)
    same = {text: (old + new, 0.0) for text, (old, new) in NILAI.items()} | {"Mengikuti seminar": (2.0, 0.0)}
    assert not list(lama.periksa(bahan(usul("penuh", nilai=same).data, pak_lama=before)))
    wrong = usul("penuh", nilai=same | {"Mengikuti seminar": (3.0, 0.0)})
    got = list(lama.periksa(bahan(wrong.data, pak_lama=before)))
    assert got[0].sel == wrong.sel("Mengikuti seminar", "lama") and "3, padahal JUMLAH 2" in got[0].salah


def test_a_file_without_jumlah_is_no_pak() -> None:
    with pytest.raises(Refused, match="PAK lama"):
        list(lama.periksa(bahan(usul("resmi").data, pak_lama=bahan(surat("surat", orang=TAHUN_LALU).data))))
