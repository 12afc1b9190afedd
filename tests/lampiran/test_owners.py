"""The words of the column pelaksana."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import Refused
from angka_kredit.lampiran.owners import Owners
from lampiran_contoh import AHLI, LEVELS, NAMA

OWNERS = Owners(LEVELS, ("contoh", NAMA))
JOINERS = st.sampled_from([" dan ", "/", ", ", "; ", " & ", " atau ", "\n", ", dan ", " dan/atau "])
SPELLINGS = st.sampled_from(["{}", "Jabatan Contoh {}", "JC {}", "J.C. {}", "contoh {}", "Jenjang {}", "  {} "])


def read(text: str, kategori: str = "") -> str:
    return OWNERS.written(OWNERS.read(text, kategori))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Muda", "Muda"),
        ("AHLI MUDA", "Muda"),
        ("Jabatan Contoh Ahli Muda", "Muda"),
        ("JC. Muda", "Muda"),
        ("JC.Madya", "Madya"),
        ("Jabatan Contoh Pertama dan Muda", "Pertama;Muda"),
        ("Muda/Madya", "Muda;Madya"),
        ("Madya, Muda", "Muda;Madya"),  # in the ladder's order
        ("Pertama s/d Madya", "Pertama;Muda;Madya"),
        ("Pertama s.d. Madya", "Pertama;Muda;Madya"),
        ("Pertama sd Muda", "Pertama;Muda"),
        ("Pertama sampai dengan Muda", "Pertama;Muda"),
        ("Terampil dan Mahir", "Terampil;Mahir"),
    ],
)
def test_one_and_several(text: str, written: str) -> None:
    assert read(text) == written


@pytest.mark.parametrize(
    "text", ["Semua jenjang", "SEMUA JENJANG", "Seluruh jenjang", "semua", "Semua Jabatan Contoh", "-"]
)
def test_all_of_the_rows_kategori(text: str) -> None:
    assert read(text, "keahlian") == "semua keahlian"
    with pytest.raises(Refused, match="kategori mana"):
        read(text)
    only = Owners(AHLI, ("contoh", NAMA))
    assert only.written(only.read(text)) == "semua"


def test_all_of_a_named_kategori() -> None:
    assert read("Semua jenjang Ahli") == "semua keahlian"
    assert read("semua kategori keterampilan", "keterampilan") == "semua keterampilan"
    with pytest.raises(Refused, match="tidak cocok"):
        read("Semua jenjang Ahli", "keterampilan")


@pytest.mark.parametrize(
    ("text", "kategori", "words"),
    [
        ("Utama", "", "'Utama' bukan jenjang"),
        ("Muda dan Utama", "", "'utama' bukan jenjang"),
        ("Mudah", "", "bukan jenjang"),
        ("Muda - Madya", "", "bukan jenjang"),  # from-to, or both: not said
        ("Muda", "keterampilan", "bukan jenjang kategori keterampilan"),
        ("Madya s/d Pertama", "", "jenjang rendah sampai jenjang tinggi"),
        ("Terampil s/d Muda", "", "jenjang rendah sampai jenjang tinggi"),
        ("Pertama s/d Muda s/d Madya", "", "jenjang rendah"),
        ("semua jenjang madya", "keahlian", "tidak cocok"),
        (",", "", "tidak menyebut jenjang"),
        ("Pejabat Lain", "", "bukan jenjang"),
    ],
)
def test_what_is_refused(text: str, kategori: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text, kategori)
    assert words.casefold() in str(refused.value).casefold()


@given(st.lists(st.sampled_from(LEVELS), min_size=1, unique=True), st.data())
def test_any_list_is_read_as_its_jenjang(levels: list[object], data: st.DataObject) -> None:
    """However each is spelled, whatever stands between them, in whatever order."""
    words = [data.draw(SPELLINGS).format(level.nama) for level in levels]  # type: ignore[attr-defined]
    text = words[0] + "".join(data.draw(JOINERS) + word for word in words[1:])
    assert set(OWNERS.read(text).levels) == set(levels)


@pytest.mark.parametrize("name", ["Sandi", "Dan Atau Nama", "Penguji dan Penilai", "Ahli Gizi", "Satu/Dua"])
def test_a_jabatans_name_or_initials_are_no_joiner(name: str) -> None:
    owners = Owners(AHLI, ("x1", name))
    for text in (f"{name} Pertama s/d {name} Madya", f"{name} Pertama s/d Madya", "Pertama s.d Madya"):
        assert owners.written(owners.read(text)) == "Pertama;Muda;Madya"
    assert owners.written(owners.read(f"{name} Muda dan {name} Madya")) == "Muda;Madya"
