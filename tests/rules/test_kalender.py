"""Month arithmetic, against plain counting of days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import OutOfRule
from angka_kredit.rules.kalender import akhir_bulan, dasar_kabisat, tambah_bulan, tambah_tahun
from angka_kredit.rules.usia import usia

ONE_DAY = timedelta(days=1)
days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
months = st.integers(-600, 600)


@given(days, months)
def test_the_month_is_counted_and_the_day_kept_where_it_exists(day: date, bulan: int) -> None:
    moved = tambah_bulan(day, bulan)
    assert (moved.year - day.year) * 12 + moved.month - day.month == bulan
    assert moved.day == day.day or (moved.day < day.day and (moved + ONE_DAY).day == 1)


@given(days, months)
def test_the_last_day_of_a_month_is_followed_by_a_first(day: date, bulan: int) -> None:
    last = akhir_bulan(day, bulan)
    assert (last + ONE_DAY).day == 1
    assert (last.year, last.month) == (tambah_bulan(day, bulan).year, tambah_bulan(day, bulan).month)


@given(st.lists(days, min_size=2), st.integers(0, 60))
def test_a_later_day_never_has_an_earlier_anniversary(some: list[date], tahun: int) -> None:
    assert all(tambah_tahun(a, tahun) <= tambah_tahun(b, tahun) for a, b in pairwise(sorted(some)))


@pytest.mark.parametrize(
    ("years", "expected"),
    [(1, date(2013, 2, 28)), (4, date(2016, 2, 29)), (5, date(2017, 2, 28)), (88, date(2100, 2, 28))],
)
def test_29_february(years: int, expected: date) -> None:
    start = date(2012, 2, 29)
    genap = tambah_tahun(start, years)
    assert genap == expected
    assert [dasar.status for dasar in dasar_kabisat(start, genap)] == ["turunan"] * (expected.day == 28)
    assert dasar_kabisat(date(2012, 2, 28), date(2013, 2, 28)) == ()


def test_the_ends_of_the_calendar() -> None:
    assert tambah_bulan(date(1900, 4, 1), -1) == date(1900, 3, 1)
    assert akhir_bulan(date(9999, 11, 3), 1) == date(9999, 12, 31)
    for day, bulan in (
        (date(1900, 3, 31), -1),
        (date(1900, 4, 1), -2),
        (date(1900, 3, 1), -600),
        (date(9999, 12, 1), 1),
    ):
        with pytest.raises(OutOfRule, match="kalender"):
            tambah_bulan(day, bulan)


@given(days, st.integers(0, 36_525))
def test_an_age_rises_on_the_birthday(lahir: date, lived: int) -> None:
    pada = lahir + timedelta(days=lived)
    years = int(str(usia(lahir, pada).nilai))
    assert tambah_tahun(lahir, years) <= pada < tambah_tahun(lahir, years + 1)
