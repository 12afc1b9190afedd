"""Dates as cells hold them: serials, datetimes and Indonesian texts, within the calendar of a spreadsheet."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import BadValue, OutOfRule
from angka_kredit.functions import convert
from angka_kredit.words import BULAN, tanggal

FIRST, LAST = date(1900, 3, 1), date(9999, 12, 31)
MARET = date(2012, 3, 31)
days = st.dates(FIRST, LAST)
ABBREVIATED = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


@given(days)
def test_a_date_and_its_serial_and_its_words_are_the_same(day: date) -> None:
    serial = convert.to_cell(day)
    assert isinstance(serial, float)
    assert convert.tanggal(day) == convert.tanggal(datetime(day.year, day.month, day.day, 23, 59, 59)) == day
    for number in (serial, int(serial), Decimal(int(serial))):
        if 1900 <= serial <= 2100:
            with pytest.raises(BadValue, match="adalah tahun"):
                convert.tanggal(number)
        else:
            assert convert.tanggal(number) == day
    assert convert.tanggal(tanggal(day)) == convert.tanggal(tanggal(day).upper()) == day


@given(days, st.sampled_from(["/", "-", ".", " ", " / ", " - "]))
def test_day_first_or_iso(day: date, separator: str) -> None:
    for text in (f"{day.day}{separator}{day.month}", f"{day.day:02}{separator}{day.month:02}"):
        assert convert.tanggal(f"{text}{separator}{day.year}") == day
    for name in (BULAN[day.month - 1], ABBREVIATED[day.month - 1]):
        assert convert.tanggal(f"{day.day}{separator}{name}{separator}{day.year}") == day
    assert convert.tanggal(day.isoformat()) == day


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (61, FIRST),
        (61.999, FIRST),
        (366, date(1900, 12, 31)),
        (40999, MARET),
        (40999.75, MARET),
        (41333, date(2013, 2, 28)),
        (42429, date(2016, 2, 29)),
        (2_958_465, LAST),
        (2_958_465.999, LAST),
    ],
)
def test_serials(serial: float, day: date) -> None:
    assert convert.tanggal(serial) == day


@pytest.mark.parametrize(
    "text",
    [
        "31 maret 2012",
        " 31  Maret  2012 ",
        "31\u00a0Maret\u00a02012",
        "31-Mar-2012",
        "31 Mar. 2012",
        "31/3/2012",
        "31.03.2012",
        "2012-3-31",
    ],
)
def test_texts_that_are_31_march(text: str) -> None:
    assert convert.tanggal(text) == MARET


@pytest.mark.parametrize(
    ("name", "month"),
    [("Agt", 8), ("Ags", 8), ("Sept", 9), ("Nopember", 11), ("Nop", 11), ("Pebruari", 2), ("Peb", 2)],
)
def test_other_spellings_of_months(name: str, month: int) -> None:
    assert convert.tanggal(f"1 {name} 2012") == date(2012, month, 1)


@pytest.mark.parametrize(
    "text",
    [
        "31/03/12",
        "31 Maret",
        "Maret 2012",
        "2012",
        "40999",
        "31 Marot 2012",
        "31 March 2012",
        "31-03-20122",
        "2012/03/31",
        "2012-03-31T00:00",
        "٣١/٠٣/٢٠١٢",
        "kemarin",
        "-",
    ],
)
def test_texts_that_are_no_date(text: str) -> None:
    with pytest.raises(BadValue, match="empat angka"):
        convert.tanggal(text)


@pytest.mark.parametrize("text", ["31/02/2012", "29/02/2013", "12/31/2012", "0/1/2012", "2013-02-29", "31 Juni 2012"])
def test_days_that_no_calendar_has(text: str) -> None:
    with pytest.raises(OutOfRule, match="kalender"):
        convert.tanggal(text)


def test_29_february_of_a_leap_year() -> None:
    assert convert.tanggal("29 Februari 2012") == convert.tanggal("29/02/2012") == date(2012, 2, 29)
    assert convert.tanggal("29 Februari 2000") == date(2000, 2, 29)
    with pytest.raises(OutOfRule):
        convert.tanggal("29 Februari 2100")


@pytest.mark.parametrize(
    "value",
    [0.5, 1, 59, 60, 60.999, -1, -40999, 2_958_466, 1e9, 1e300, math.nan, math.inf, -math.inf, Decimal("NaN")],
)
def test_numbers_outside_the_calendar(value: float) -> None:
    with pytest.raises(OutOfRule):
        convert.tanggal(value)


@pytest.mark.parametrize("value", [date(1900, 2, 28), datetime(1899, 12, 30), "28 Februari 1900", "1/1/0001"])
def test_days_before_1_march_1900_have_no_serial_that_excel_agrees_with(value: date | str) -> None:
    with pytest.raises(OutOfRule, match="1 Maret 1900"):
        convert.tanggal(value)


@pytest.mark.parametrize("year", [1900, 1965, 2015, 2100, 2015.5])
def test_a_bare_year_is_asked_about(year: float) -> None:
    with pytest.raises(BadValue, match=f"{int(year)} adalah tahun"):
        convert.tanggal(year)
    assert convert.tanggal(1899) == date(1905, 3, 13)
    assert convert.tanggal(2101) == date(1905, 10, 1)


@pytest.mark.parametrize("value", [True, False])
def test_true_and_false_are_no_date(value: bool) -> None:
    with pytest.raises(BadValue, match=str(value).upper()):
        convert.tanggal(value)


@pytest.mark.parametrize("value", [None, "", "  ", 0, 0.0, Decimal(0)])
def test_not_given(value: float | str | None) -> None:
    assert convert.tanggal(value) is None


def test_the_clock_and_its_zone_do_not_move_the_day() -> None:
    zone = timezone(timedelta(hours=7))
    assert convert.tanggal(datetime(2012, 3, 31, 0, 30, tzinfo=zone)) == MARET
    assert convert.tanggal(datetime(2012, 3, 31, 23, 59, 59, 999_999)) == MARET


def test_a_date_in_words() -> None:
    assert tanggal(date(1965, 4, 1)) == "1 April 1965"
    assert tanggal(date(2012, 12, 31)) == "31 Desember 2012"
