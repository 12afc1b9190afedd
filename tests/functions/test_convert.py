"""What cells hold, read: numbers of 15 digits, Indonesian text numbers, the three spellings of 'not given'."""

from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit import call
from angka_kredit.errors import BadValue, CellError
from angka_kredit.functions import KATALOG, convert
from angka_kredit.functions.convert import ERRORS
from angka_kredit.functions.registry import Fungsi
from angka_kredit.positions import all_jabatan
from angka_kredit.regulations.tabel import PenetapanJenjang
from angka_kredit.words import indonesian
from examples_table import first_cell

plain = st.decimals(min_value=Decimal("-1e12"), max_value=Decimal("1e12"), places=5)


@given(plain)
def test_a_number_written_the_indonesian_way_reads_back(number: Decimal) -> None:
    assert convert.angka(indonesian(number)) == number


@given(st.integers(1000, 999_999_999), st.integers(0, 99))
def test_thousands_with_a_comma_read_back(whole: int, cents: int) -> None:
    text = f"{whole:,}".replace(",", ".") + f",{cents:02}"
    assert convert.angka(text) == Decimal(whole) + Decimal(cents) / 100


@pytest.mark.parametrize(
    ("text", "number"),
    [("3,5", "3.5"), ("0.014", "0.014"), (" 12,35 ", "12.35"), ("1.5", "1.5"), ("12.3456", "12.3456")],
)
def test_text_that_is_a_number(text: str, number: str) -> None:
    assert convert.angka(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "1.234",
        "-12.345",
        "1,2,3",
        "1.234.567",
        "1,234.5",
        "1e3",
        "nan",
        "inf",
        "٣",
        "3 5",
        "5,",
        "0x1F",
        "--1",
        "3\u00a05",
        "5%",
    ],
)
def test_text_that_is_no_number_or_could_be_two(text: str) -> None:
    with pytest.raises(BadValue):
        convert.angka(text)


WITH_SCALE = [jabatan for jabatan in all_jabatan().values() if jabatan.ambang and jabatan.punya(PenetapanJenjang)]


@pytest.mark.parametrize("jabatan", WITH_SCALE, ids=lambda jabatan: jabatan.id)
def test_noise_of_floats_never_misses_a_threshold(jabatan) -> None:  # type: ignore[no-untyped-def]
    for jenjang in jabatan.jenjang:
        for golongan in jenjang.golongan[:1]:
            exact = float(jabatan.ambang[golongan.kode].nilai)
            noisy = exact - 0.3 + (0.1 + 0.2)
            for value in (math.nextafter(exact, 0), math.nextafter(exact, math.inf), noisy, sum([exact / 10] * 10)):
                assert call("JENJANG_DARI_AK", value, jabatan.id, jenjang.kategori) == jenjang.nama
                assert call("ANGKA_KREDIT", value, 1.0, jenjang.nama, jabatan.id) == exact


def test_dates_are_serials() -> None:
    assert convert.angka(date(2015, 3, 27)) == 42090  # Excel's serial of that day
    assert convert.angka(datetime(2015, 3, 27, 12)) == Decimal("42090.5")


@pytest.mark.parametrize("not_given", [None, "", 0, 0.0, " "])
def test_three_spellings_of_not_given(not_given: object) -> None:
    assert convert.teks(not_given) is None if not_given != " " else convert.teks(" ") is None
    assert call("ANGKA_KREDIT", 0.5, 2, "Ahli Muda", "pmb", not_given) == 1.0
    assert call("JENJANG_DARI_AK", 375, "assessor", not_given) == "Muda"
    assert call("AK_KUMULATIF", not_given, "pmb") == "#VALUE!"


cells = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-(10**20), 10**20),
    st.text(max_size=12),
    st.sampled_from(["Ahli Muda", "pmb", "assessor", "III/c", "MADYA-III.2.a", "keahlian", "2", "0,5", *ERRORS]),
    st.datetimes(),
)


@given(
    st.sampled_from([fungsi for fungsi in KATALOG if fungsi.argumen and not any(a.rentang for a in fungsi.argumen)]),
    st.data(),
)
def test_rows_of_anything_are_what_each_row_is_alone(fungsi: Fungsi, data: st.DataObject) -> None:
    width = len(fungsi.argumen)
    rows = data.draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=2, max_size=4))
    columns = [[[row[place]] for row in rows] for place in range(width)]
    assert call(fungsi.nama, *columns) == [[first_cell(call(fungsi.nama, *row))] for row in rows]


def test_a_threshold_reached_by_a_long_sum_counts() -> None:
    for part, count, jenjang in ((0.1, 1000, "Ahli Pertama"), (0.16, 1250, "Ahli Muda"), (0.04, 10000, "Ahli Madya")):
        assert call("JENJANG_DARI_AK", sum([part] * count), "pmb", "keahlian") == jenjang


@pytest.mark.parametrize(("value", "shown"), [(True, "TRUE"), (False, "FALSE")])
def test_a_truth_value_is_shown_as_a_sheet_shows_it(value: bool, shown: str) -> None:
    with pytest.raises(BadValue, match=f"^{shown} bukan teks"):
        convert.teks(value)


def test_huge_products_are_numbers_or_num() -> None:
    for policy in ("tepat", "3", "2", "3_ke_atas"):
        assert call("ANGKA_KREDIT", 9e14, 9e14, "Ahli Muda", "pmb", None, None, policy) == 8.1e29
    assert call("ANGKA_KREDIT", 1e15, 1, "Ahli Muda", "pmb") == "#NUM!"


@given(st.sampled_from(KATALOG.names()), st.lists(cells, max_size=9))
def test_no_cell_content_raises(nama: str, args: list[object]) -> None:
    result = call(nama, *args)
    for value in [value for row in result for value in row] if isinstance(result, list) else [result]:
        assert isinstance(value, (float, str))
        assert isinstance(value, str) or math.isfinite(value)


def test_every_error_is_one_a_spreadsheet_knows() -> None:
    kinds = {kind.kode for kind in CellError.__subclasses__()} - {""}
    assert kinds == {"#N/A", "#VALUE!", "#NUM!"} < set(ERRORS)
