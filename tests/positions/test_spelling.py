"""Every usual spelling finds the jabatan, jenjang or golongan it means, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import BadValue, NotFound
from angka_kredit.positions import all_jabatan, find_golongan, find_jabatan, find_jenjang, find_kategori
from angka_kredit.words import split_golongan

GOLONGAN = [f"{number}/{letter}" for number in ("I", "II", "III", "IV") for letter in "abcde"]


@pytest.mark.parametrize(
    ("text", "jabatan"),
    [
        ("pmb", "pmb"),
        ("PENGUJI MUTU BARANG", "pmb"),
        ("Jabatan Fungsional Penguji Mutu Barang", "pmb"),
        (" Assessor  SDM Aparatur ", "assessor"),
        ("JFT Asesor SDM", "assessor"),
        ("Assessor Sumber Daya Manusia Aparatur", "assessor"),
    ],
)
def test_jabatan(text: str, jabatan: str) -> None:
    assert find_jabatan(text).id == jabatan


@pytest.mark.parametrize(
    ("jabatan", "text", "jenjang"),
    [
        ("pmb", "muda", "Ahli Muda"),
        ("pmb", "Penguji Mutu Barang Ahli Muda", "Ahli Muda"),
        ("pmb", "PMB Muda", "Ahli Muda"),
        ("pmb", "Jenjang Ahli Muda.", "Ahli Muda"),
        ("pmb", "terampil", "Terampil"),
        ("assessor", "Ahli  Muda", "Muda"),
        ("assessor", "Assessor Muda", "Muda"),
        ("assessor", "assessor ahli madya", "Madya"),
    ],
)
def test_jenjang(jabatan: str, text: str, jenjang: str) -> None:
    assert find_jenjang(jabatan, text).nama == jenjang


@pytest.mark.parametrize("text", ["Ahli", "Utama", "Ahli Terampil", "Pelaksana", "Muda Madya", "-"])
def test_jenjang_of_no_one(text: str) -> None:
    with pytest.raises(NotFound):
        find_jenjang("pmb", text)


@given(st.sampled_from(GOLONGAN), st.sampled_from(["", " ", "/", " / ", "-", "."]), st.booleans(), st.booleans())
def test_golongan_in_any_spelling_reads_back(golongan: str, between: str, upper: bool, digits: bool) -> None:
    number, letter = golongan.split("/")
    if digits:
        number = str(["I", "II", "III", "IV"].index(number) + 1)
    text = f"{number}{between}{letter}"
    assert split_golongan(f"Gol. Ruang {text.upper() if upper else text.lower()}") == (golongan, "")


@pytest.mark.parametrize(
    ("text", "golongan"),
    [
        ("Penata Muda Tingkat I", "III/b"),
        ("penata muda tk.I", "III/b"),
        ("Penata Muda Tk. 1, III/b", "III/b"),
        ("Penata Tk. I (III/d)", "III/d"),
        ("III/d - Penata Tk I", "III/d"),
        ("Pembina, gol. IV a", "IV/a"),
        ("Penata Muda TkI", "III/b"),
        ("golru III\\c", "III/c"),
        ("III\u2013c", "III/c"),
    ],
)
def test_pangkat(text: str, golongan: str) -> None:
    assert find_golongan("pmb", text) == golongan


@pytest.mark.parametrize(
    ("text", "kategori"),
    [
        ("Keahlian", "keahlian"),
        ("Penguji Mutu Barang Keahlian", "keahlian"),
        ("kategori Ketrampilan", "keterampilan"),
        ("tingkat ahli", "keahlian"),
    ],
)
def test_kategori(text: str, kategori: str) -> None:
    assert find_kategori("pmb", text) == kategori


def test_pangkat_that_contradicts_its_golongan() -> None:
    with pytest.raises(BadValue, match="III/c, bukan III/d"):
        find_golongan("pmb", "Penata III/d")


@pytest.mark.parametrize("text", ["V/a", "III/f", "IIII/a", "III", "Kapten III/c", "IV/d", "", "abc"])
def test_golongan_of_no_one(text: str) -> None:
    with pytest.raises(NotFound):
        find_golongan("pmb", text)


@pytest.mark.parametrize("jabatan", all_jabatan().values(), ids=lambda jabatan: jabatan.id)
def test_what_we_show_is_what_we_accept(jabatan) -> None:  # type: ignore[no-untyped-def]
    for name in (jabatan.id, jabatan.nama, *jabatan.nama_lain):
        assert find_jabatan(name) is jabatan
    for jenjang in jabatan.jenjang:
        assert find_jenjang(jabatan.id, jenjang.nama) is jenjang
        assert find_jenjang(jabatan.id, f"{jabatan.nama} {jenjang.nama}") is jenjang
        for golongan in jenjang.golongan:
            assert find_golongan(jabatan.id, golongan.kode) == golongan.kode
            assert find_golongan(jabatan.id, f"{golongan.pangkat} ({golongan.kode})") == golongan.kode
