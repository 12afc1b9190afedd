"""All checkers together: their order, and what one that fails takes with it. Errors in cells; a NIP."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from buku_periksa import BEDA, COCOK, KELAMIN, LAHIR, LEMBAR_DUPAK, NIP, dupak

from angka_kredit.errors import Refused
from angka_kredit.periksa.aturan import nip
from angka_kredit.periksa.bahan import Bahan, bahan
from angka_kredit.periksa.lembar import galat
from angka_kredit.periksa.semua import periksa
from angka_kredit.periksa.temuan import URUTAN, Temuan, semua_jenis


def test_every_kind_says_what_it_is() -> None:
    for kunci, kind in semua_jenis().items():
        assert kunci.isidentifier() and kind.berat in URUTAN and kind.judul and kind.aturan.endswith(".")


def pemeriksa(*found: Temuan, then: Exception | None = None) -> object:
    def check(_: Bahan) -> Iterator[Temuan]:
        yield from found
        if then:
            raise then

    return check


def satu(jenis: str, sel: str, ragu: str = "") -> Temuan:
    return Temuan(jenis, LEMBAR_DUPAK, sel, "salah", "betulkan", ragu)


def test_the_gravest_come_first_then_the_certain_then_by_cell() -> None:
    by_weight = {kind.berat: kunci for kunci, kind in reversed(semua_jenis().items())}
    grave, light = by_weight["berat"], by_weight["ringan"]
    given = [satu(light, "A1"), satu(grave, "B10"), satu(grave, "A2", "mungkin"), satu(grave, "B9"), satu(grave, "B9")]
    found = periksa(bahan(dupak()), [pemeriksa(*given)]).temuan  # type: ignore[list-item]
    assert [each.sel for each in found] == ["B9", "B10", "A2", "A1"]  # and what two tell alike is told once


def test_a_checker_that_fails_takes_nothing_from_the_others() -> None:
    checks = [
        pemeriksa(satu("sel_galat", "A1"), then=Refused("datanya tidak ada.")),
        pemeriksa(then=Refused("datanya tidak ada")),
        pemeriksa(then=ZeroDivisionError()),
        pemeriksa(satu("sel_galat", "A2")),
    ]
    found = periksa(bahan(dupak()), checks)  # type: ignore[arg-type]
    assert [each.sel for each in found.temuan] == ["A1", "A2"]
    assert found.tidak_diperiksa[0] == "datanya tidak ada"
    assert "ZeroDivisionError" in found.tidak_diperiksa[1] and len(found.tidak_diperiksa) == 2


def galat_di(rumus: dict[str, tuple[str, object]], isi: dict[str, object] | None = None) -> dict[str, str]:
    return {each.sel: each.salah for each in galat.periksa(bahan(dupak(COCOK | (isi or {}), rumus)))}


def test_an_error_is_told_where_it_begins() -> None:
    found = galat_di({"G1": ("=1/A20", "#DIV/0!"), "G2": ("=G1+1", "#DIV/0!"), "G3": ("=SUM(G1:G2)", "#DIV/0!")})
    assert list(found) == ["G1"] and "2 sel lain ikut bergalat" in found["G1"]


def test_a_typed_error_and_two_that_read_each_other_are_told() -> None:
    typed = galat_di({"G2": ("=NA()", "#N/A")})
    assert list(typed) == ["G2"] and "tidak menemukan" in typed["G2"]
    both = galat_di({"G1": ("=G2", "#REF!"), "G2": ("=G1", "#REF!")})
    assert set(both) == {"G1", "G2"}


def test_a_function_of_ours_says_itself_why() -> None:
    found = galat_di({"G1": ('=AK_KUMULATIF("III/z","pmb")', "#N/A")})
    assert "III/z" in found["G1"]


@pytest.mark.parametrize(
    ("isi", "kata", "ragu"),
    [
        (BEDA, "tanggal lahir dalam NIP 31 Januari 1991", False),
        (COCOK | {KELAMIN: "Laki-laki"}, "jenis kelamin dalam NIP Perempuan, yang diisi Laki-laki", False),
        (COCOK | {NIP: "NIP. 19900131 201503 1 000"}, "jenis kelamin dalam NIP Laki-laki", False),
        (COCOK | {NIP: 199001312015032000}, "diketik sebagai angka", False),
        (COCOK | {NIP: "19900131201503200"}, "17 angka", False),
        (COCOK | {NIP: "131 567 890"}, "9 angka", True),
        (COCOK | {NIP: "199001312015992000"}, "pengangkatan", True),  # PPPK numbers are made otherwise
        (COCOK | {NIP: "19900131201503200O"}, "karakter selain angka", True),
    ],
)
def test_a_nip_beside_birth_and_sex(isi: dict[str, object], kata: str, ragu: bool) -> None:
    (found,) = nip.periksa(bahan(dupak(isi)))
    assert (found.lembar, found.sel) == (LEMBAR_DUPAK, NIP) and kata in found.salah and bool(found.ragu) == ragu


@pytest.mark.parametrize(
    "isi",
    [
        COCOK,
        COCOK | {NIP: "19900131 201503 2 000", LAHIR: "31 Januari 1990"},
        COCOK | {NIP: "....................."},
        COCOK | {NIP: ""},
        BEDA | {LAHIR: ""},
        COCOK | {KELAMIN: "Laki-laki/Perempuan *)"},
    ],
)
def test_a_nip_that_nothing_contradicts(isi: dict[str, object]) -> None:
    assert not list(nip.periksa(bahan(dupak(isi))))
