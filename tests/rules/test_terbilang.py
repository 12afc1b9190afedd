"""Numbers in words, read back by a parser that knows nothing of how they were made."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import OutOfRule
from angka_kredit.rules.terbilang import terbilang

UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
ONES = {"sepuluh": "satu puluh", "sebelas": "satu belas", "seratus": "satu ratus", "seribu": "satu ribu"}


def read(words: str) -> Decimal:
    """The number that Indonesian words name."""
    sign = -1 if words.startswith("minus ") else 1
    whole, _, decimals = words.removeprefix("minus ").partition(" koma ")
    digits = "".join(str(UNITS.index(word)) for word in decimals.split())
    return sign * Decimal(f"{read_whole(whole)}.{digits or 0}")


def read_whole(words: str) -> int:
    total = group = number = 0
    for word in " ".join(ONES.get(word, word) for word in words.split()).split():
        if word in UNITS:
            number = UNITS.index(word)
        elif word == "belas":
            group, number = group + 10 + number, 0
        elif word in ("puluh", "ratus"):
            group, number = group + number * (10 if word == "puluh" else 100), 0
        else:
            total, group, number = total + (group + number) * SCALES[word], 0, 0
    return total + group + number


@given(st.integers(0, 10**15 - 1) | st.integers(0, 3000) | st.integers(0, 10**7))
def test_whole_numbers_read_back(number: int) -> None:
    words = str(terbilang(Decimal(number)).nilai)
    assert read(words) == number
    assert words == " ".join(words.split())
    for wrong in ("satu belas", "satu puluh", "satu ratus", "nol ", "seratus ribu ribu"):
        assert wrong not in words


@given(st.decimals(Decimal("-1e12"), Decimal("1e12"), places=5))
def test_decimals_read_back(number: Decimal) -> None:
    words = str(terbilang(number).nilai)
    assert read(words) == number
    assert words.startswith("minus ") == (number < 0)
    assert words.count("koma") == (number % 1 != 0)


@given(st.integers(1, 999_999))
def test_one_thousand_is_seribu_and_the_last_of_more_is_not(millions: int) -> None:
    assert str(terbilang(Decimal(millions * 10**6 + 1000)).nilai).endswith("juta seribu") or millions % 1000 == 0
    assert str(terbilang(Decimal(millions * 10**6 + 101_000)).nilai).endswith("seratus satu ribu")


def test_the_largest_and_beyond() -> None:
    assert str(terbilang(Decimal("999999999999999.99999")).nilai).endswith(
        "koma sembilan sembilan sembilan sembilan sembilan"
    )
    for number in (Decimal(10**15), Decimal(-(10**15))):
        with pytest.raises(OutOfRule, match="999 triliun"):
            terbilang(number)


def test_nothing_is_added_to_zero() -> None:
    assert terbilang(Decimal("-0.00")).nilai == terbilang(Decimal("0")).nilai == "nol"
