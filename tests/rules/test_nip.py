"""A NIP: what is built reads back, and one wrong part is found. Every NIP here is made up."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit import call
from angka_kredit.errors import BadValue, OutOfRule
from angka_kredit.functions import convert
from angka_kredit.rules.nip import KELAMIN, baca_nip, lahir_nip, periksa_nip

births = st.dates(date(1920, 1, 1), date(2010, 12, 31))
careers = st.tuples(births, st.integers(10 * 12, 60 * 12), st.sampled_from(sorted(KELAMIN)), st.integers(0, 999))
Career = tuple[date, int, str, int]


def build(career: Career) -> str:
    born, months, sex, number = career
    year, month = divmod(born.year * 12 + born.month - 1 + months, 12)
    return f"{born:%Y%m%d}{year:04}{month + 1:02}{sex}{number:03}"


@given(careers)
def test_what_is_built_reads_back(career: Career) -> None:
    nip = build(career)
    read = baca_nip(nip)
    assert read.temuan == ()
    assert read.lahir == career[0] and read.diangkat and read.diangkat.day == 1
    sex = next(digit for digit, word in KELAMIN.items() if word == read.kelamin)
    assert f"{read.lahir:%Y%m%d}{read.diangkat:%Y%m}{sex}{nip[-3:]}" == nip
    assert baca_nip(f" {nip[:8]} {nip[8:14]}\u00a0{nip[14]} {nip[15:]} ") == read
    assert periksa_nip(nip, read.lahir, read.kelamin).nilai == "SESUAI"


@given(careers, births)
def test_another_birth_date_is_found_and_only_it(career: Career, other: date) -> None:
    rows = periksa_nip(build(career), other, None).nilai
    if other == career[0]:
        assert rows == "SESUAI"
    else:
        assert isinstance(rows, list) and len(rows) == 2 and "yang diisi" in rows[1][0]


@given(st.text(max_size=24) | st.text("0123456789 ", min_size=15, max_size=24))
def test_any_text_is_read_or_has_a_finding_that_does_not_repeat_it(text: str) -> None:
    read = baca_nip(text)
    assert read.temuan or None not in read
    if read.temuan:
        with pytest.raises(BadValue) as error:
            lahir_nip(text)
        assert not re.search(r"\d{6}", str(error.value))


@pytest.mark.parametrize(
    ("nip", "words"),
    [
        ("19900231 201503 2 000", ["angka 1-8"]),
        ("19000228 192003 2 000", ["angka 1-8"]),  # no sheet can show that day
        ("19900131 201521 2 000", ["angka 9-14", "PPPK"]),
        ("19900131 198912 2 000", ["mendahului"]),
        ("19900131 201503 4 000", ["angka ke-15"]),
        ("19901331 201513 0 000", ["angka 1-8", "angka 9-14", "angka ke-15"]),
        ("990000000", ["bukan NIP 18 angka (9 angka)"]),
        ("1990013120150320000", ["19 angka"]),
        ("19900131.201503.2.000", ["karakter selain angka"]),
        ("１９９００１３１２０１５０３２０００", ["karakter selain angka"]),
    ],
)
def test_findings(nip: str, words: list[str]) -> None:
    rows = periksa_nip(nip, None, None).nilai
    assert isinstance(rows, list)
    assert rows[0] == ["PERIKSA"]
    found = " / ".join(row[0] for row in rows[1:])
    assert all(word in found for word in words)


@pytest.mark.parametrize("value", [199001312015032000, 199001312015032000.0, Decimal("199001312015032000"), 1e15])
def test_a_number_has_lost_digits(value: float) -> None:
    rows = call("PERIKSA_NIP", value)
    assert isinstance(rows, list) and rows[0] == ["PERIKSA"] and "15 angka saja" in str(rows[1][0])
    assert call("LAHIR_NIP", value) == "#VALUE!"


def test_a_short_number_is_read_as_its_digits() -> None:
    for value in (990000000, 990000000.0):
        assert "(9 angka)" in str(call("JELASKAN", "PERIKSA_NIP", value))
    assert "karakter selain angka" in str(call("JELASKAN", "PERIKSA_NIP", -990000000.5))


def test_what_is_no_nip_at_all() -> None:
    for value, digits in ((True, 1), (date(1990, 1, 31), 5)):  # in every host the numbers 1 and 32904
        assert f"({digits} angka)" in str(call("PERIKSA_NIP", value))
        assert call("LAHIR_NIP", value) == "#VALUE!"
    for number in (float("nan"), float("inf")):
        with pytest.raises(OutOfRule):
            convert.nomor(number)


def test_rows_of_nips_show_one_verdict_each() -> None:
    column = [["19900131 201503 2 000"], ["19900231 201503 2 000"], ["990000000"]]
    assert call("PERIKSA_NIP", column) == [["SESUAI"], ["PERIKSA"], ["PERIKSA"]]
    assert call("KELAMIN_NIP", column) == [["Perempuan"], ["#VALUE!"], ["#VALUE!"]]


@pytest.mark.parametrize(
    ("spelling", "verdict"),
    [
        ("P", "SESUAI"),
        ("wanita", "SESUAI"),
        (2, "SESUAI"),
        ("Laki - laki", "PERIKSA"),
        ("pria", "PERIKSA"),
        (1.0, "PERIKSA"),
    ],
)
def test_spellings_of_sex(spelling: object, verdict: str) -> None:
    result = call("PERIKSA_NIP", "19900131 201503 2 000", None, spelling)  # type: ignore[arg-type]
    assert (result[0][0] if isinstance(result, list) else result) == verdict


def test_an_appointment_in_childhood_is_suspected_to_be_a_slip() -> None:
    for nip in ("20120510 201303 2 001", "99951231 999912 1 000"):
        (finding,) = baca_nip(nip).temuan
        assert finding == "pengangkatannya sebelum berumur 10 tahun; periksa angka 1-14"
    assert "mendahului kelahiran" in "; ".join(baca_nip("20120510 201204 2 001").temuan)
    assert len(baca_nip("20120510 201204 2 001").temuan) == 1
