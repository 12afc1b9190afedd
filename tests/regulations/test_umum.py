"""Every usual spelling of a pangkat or a diploma finds the one it means, and no other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import BadValue, NotFound
from angka_kredit.regulations.schema import Golongan, Ijazah
from angka_kredit.regulations.umum import find_ijazah, find_pangkat, ijazah, pangkat

PANGKAT = st.sampled_from(list(pangkat().values()))
IJAZAH = st.sampled_from(list(ijazah().values()))


@given(PANGKAT, st.sampled_from(["{kode}", "{nama}", "{nama}, {kode}", "{nama} ({kode})", "{kode} - {nama}"]))
def test_what_we_show_of_a_pangkat_is_what_we_accept(row: Golongan, form: str) -> None:
    text = form.format(kode=row.kode, nama=row.pangkat)
    assert find_pangkat(text) is row
    assert find_pangkat(text.upper().replace("TINGKAT I", "TK. I")) is row


@given(PANGKAT, PANGKAT)
def test_a_pangkat_beside_the_golongan_of_another_is_refused(one: Golongan, other: Golongan) -> None:
    text = f"{one.pangkat}, {other.kode}"
    if one is other:
        assert find_pangkat(text) is one
    else:
        with pytest.raises(BadValue, match=one.kode):
            find_pangkat(text)


@pytest.mark.parametrize("text", ["", "V/a", "I/a", "II/e", "IIIc2", "Kapten", "Pembina Tingkat II"])
def test_no_pangkat(text: str) -> None:
    with pytest.raises(NotFound):
        find_pangkat(text)


def test_pangkat_stand_in_their_order() -> None:
    assert " ".join(pangkat()) == "II/a II/b II/c II/d III/a III/b III/c III/d IV/a IV/b IV/c IV/d IV/e"


@given(IJAZAH, st.data())
def test_every_name_of_a_diploma_finds_it(row: Ijazah, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from((row.nama, *row.nama_lain)))
    for text in (name, name.lower(), f"Ijazah {name}", name.replace(".", "-"), f"{row.nama} ({row.nama_lain[0]})"):
        assert find_ijazah(text) is row


@given(IJAZAH, IJAZAH)
def test_two_diplomas_in_one_cell_are_refused_unless_worth_the_same(one: Ijazah, other: Ijazah) -> None:
    text = f"{one.nama}/{other.nama}"
    if (one.urutan, one.ak) == (other.urutan, other.ak):
        assert find_ijazah(text) in (one, other)
        assert find_ijazah(text) is find_ijazah(f"{other.nama}/{one.nama}")
    else:
        with pytest.raises(NotFound, match="tanpa jurusan"):
            find_ijazah(text)


def test_s1_or_d4_is_never_taken_for_the_one_that_more_rules_name() -> None:
    assert find_ijazah("S1/D.IV").nama == "D.IV"  # Assessor Pasal 12 has S1 and no D.IV
    assert find_ijazah("SMK/SMA").nama == "SMA"  # PMB IV.B.2.a asks for SMK


@pytest.mark.parametrize(
    "text",
    ["", "()", "Sarjana Muda", "S1 Hukum", "S-4", "D5", "S", "Dokter", "SMP", "Pascasarjana", "S1 (belum lulus)"],
)
def test_no_diploma(text: str) -> None:
    with pytest.raises(NotFound):
        find_ijazah(text)


def test_a_higher_diploma_never_has_less_credit() -> None:
    rows = sorted(ijazah().values(), key=lambda row: row.urutan)
    for lower, higher in pairwise(rows):
        assert lower.ak <= higher.ak
        assert lower.urutan < higher.urutan or lower.ak == higher.ak
