"""The first planted faults of every kind are found at their cells, and good workbooks stay without findings.

The whole suite, with its table, is bench/periksa.py."""

from __future__ import annotations

from itertools import islice

import isian_asing
import pytest
import tanam_aturan
import tanam_lembar

from angka_kredit.periksa.aturan import PEMERIKSA as ATURAN
from angka_kredit.periksa.bahan import bahan
from angka_kredit.periksa.lembar import PEMERIKSA as LEMBAR
from angka_kredit.periksa.semua import periksa
from angka_kredit.periksa.temuan import semua_jenis

PENANAM = tanam_lembar.PENANAM | tanam_aturan.PENANAM
FIRST, CLEAN = 2, 12
SEMUA = (*ATURAN, *LEMBAR)


@pytest.mark.parametrize("jenis", PENANAM)
def test_a_planted_fault_is_found_at_its_cell(jenis: str) -> None:
    """A rule's fault in a form of ours is not recalculated here too, which takes a second each."""
    ours = jenis in tanam_aturan.PENANAM
    planted = list(islice(PENANAM[jenis](), 1 if ours else FIRST))
    assert planted
    for each in planted:
        lama = bahan(each.pak_lama, "PAK lama") if each.pak_lama else None
        found = periksa(bahan(each.data, each.nama, lama), ATURAN if ours else SEMUA).temuan
        places = {(one.lembar, one.sel) for one in found if one.jenis == jenis}
        anywhere = {(lembar, "") for lembar, _ in places}
        assert (places | anywhere) & each.tempat, (each.nama, found)


def test_good_workbooks_have_no_findings() -> None:
    """`make bench` counts them over all; here one is too many."""
    found = {name: periksa(bahan(data, name)) for name, data in _bersih()}
    assert {name: each.temuan for name, each in found.items() if each.temuan} == {}
    assert not any("kesalahan program" in words for each in found.values() for words in each.tidak_diperiksa)


def _bersih() -> list[tuple[str, bytes]]:
    return [*islice(tanam_lembar.BERSIH(), CLEAN), *isian_asing.bersih()]


def test_every_kind_is_planted() -> None:
    assert set(PENANAM) == set(semua_jenis())
