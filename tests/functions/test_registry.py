"""How a function is called: ranges row by row, errors first, too few and too many arguments."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit import __version__, call
from angka_kredit.functions.rows import WHOLE_COLUMN

UNITS = [[0.014], [0.047], [None]]
OWNERS = [["Ahli Madya"], ["Ahli Pertama"], [None]]


def test_ranges_of_one_size_go_row_by_row() -> None:
    assert call("ANGKA_KREDIT", UNITS, 1, "Ahli Muda", "pmb", OWNERS) == [[0.0112], [0.047], [""]]


def test_a_range_of_one_cell_is_that_cell() -> None:
    assert call("ANGKA_KREDIT", [[0.014]], [[1]], "Ahli Muda", "pmb", "Ahli Madya") == 0.0112


def test_a_row_stays_a_row() -> None:
    assert call("AK_KUMULATIF", [["III/a", "III/b", "IV/d"]], "pmb") == [[100.0, 150.0, "#N/A"]]


def test_ranges_of_different_sizes_are_an_error() -> None:
    assert call("ANGKA_KREDIT", UNITS, [[1], [2]], "Ahli Muda", "pmb") == "#VALUE!"
    assert call("ANGKA_KREDIT", UNITS, [[1, 2, 3]], "Ahli Muda", "pmb") == "#VALUE!"
    assert "Ukuran rentang" in str(call("JELASKAN", "ANGKA_KREDIT", UNITS, [[1], [2]], "Ahli Muda", "pmb"))


def test_a_range_with_rows_of_different_length_is_an_error() -> None:
    assert call("AK_KUMULATIF", [["III/a", "III/b"], ["III/c"]], "pmb") == "#VALUE!"


def test_rounding_by_another_name_is_unknown() -> None:
    for name in ("-3", -3, "+2", "3%", "4", "kira-kira"):
        assert call("ANGKA_KREDIT", 0.5, 1, "Ahli Muda", "pmb", None, None, name) == "#N/A"
    assert call("ANGKA_KREDIT", 0.0112, 1, "Ahli Muda", "pmb", None, None, " 3 ke atas ") == 0.012


def test_a_whole_column_is_refused_with_words() -> None:
    column = [[None]] * WHOLE_COLUMN
    assert call("AK_KUMULATIF", column, "pmb") == "#VALUE!"
    assert "seluruh kolom" in str(call("JELASKAN", "AK_KUMULATIF", column, "pmb"))


def test_the_leftmost_error_comes_out_as_it_went_in() -> None:
    assert call("ANGKA_KREDIT", 0.5, "#DIV/0!", "#REF!", "pmb") == "#DIV/0!"
    assert call("ANGKA_KREDIT", [[0.5], ["#NULL!"]], 1, "Ahli Muda", "pmb") == [[0.5], ["#NULL!"]]
    assert call("ANGKA_KREDIT", None, "#REF!", "Ahli Muda", "pmb") == "#REF!"


@pytest.mark.parametrize("args", [(), (0.5,), (0.5, 1, "Ahli Muda"), (0.5, 1, "Ahli Muda", "pmb", "", "", "", "")])
def test_too_few_or_too_many_arguments(args: tuple[object, ...]) -> None:
    expected = "" if not args else "#VALUE!"  # no butir at all is a blank row
    assert call("ANGKA_KREDIT", *args) == expected


def test_any_case_and_no_such_function() -> None:
    assert call("faktor_jenjang", "Muda", "Madya", "assessor") == 0.8
    assert call("FAKTOR", 1) == "#NAME?"
    assert call("JELASKAN", "FAKTOR") == "#N/A"
    assert "FAKTOR_JENJANG" in str(call("JELASKAN", "JELASKAN", "FAKTOR"))
    assert call("VERSI_ANGKA_KREDIT") == __version__


def test_the_explanation_names_the_anomaly() -> None:
    words = str(call("JELASKAN", "ANGKA_KREDIT", 0.014, 1, "Ahli Muda", "pmb", "Ahli Madya", None, "3_ke_atas"))
    for part in ("0,014 x 1 x 80% = 0,0112", "0,012", "Kejanggalan", "III.2.a"):
        assert part in words


def test_an_explained_error_says_what_is_allowed() -> None:
    words = str(call("JELASKAN", "ANGKA_KREDIT", 0.5, 1, "Ahli Pratama", "pmb"))
    assert words.startswith("ANGKA_KREDIT = #N/A.")
    assert words.index("Ahli Pertama") < words.index("Ahli Madya")  # the nearest word first
    assert "Lampiran II.B" in words


def test_a_threshold_from_other_regulations_says_why_it_holds() -> None:
    for jabatan, why in (("pmb", "Lampiran II.B.4-5"), ("assessor", "Lampiran II-IV (tabel kumulatif) tidak ada")):
        assert why in str(call("JELASKAN", "AK_KUMULATIF", "III/c", jabatan))
        assert why in str(call("JELASKAN", "JENJANG_DARI_AK", 375, jabatan, "keahlian"))


CELLS = (
    st.sampled_from(["MADYA-III.2.a", "madya-iii.2.a", 0.014, "", None, "X-1", "#REF!", -1.0, "0,5"]),
    st.one_of(st.floats(-2, 1e15), st.sampled_from([None, "", "3,5", "1.234", "x", "#N/A", True, 0.0, -0.5])),
    st.sampled_from(["Ahli Muda", "Pemula", "x", None]),
    st.sampled_from(["pmb", "assessor", "#NUM!"]),
    st.sampled_from([None, "Ahli Madya", 0.0]),
    st.sampled_from([None, 0.6, 7.0]),
    st.sampled_from([None, "3_ke_atas", "2", 5.0]),
)


@given(st.lists(st.tuples(*CELLS), min_size=1, max_size=12))
def test_a_column_is_its_rows(rows: list[tuple[Any, ...]]) -> None:
    """Also where no two volumes are alike, for which there is a quicker way."""
    alone = [[call("ANGKA_KREDIT", *row)] for row in rows]
    columns = [[[cell] for cell in column] for column in zip(*rows, strict=True)]
    assert call("ANGKA_KREDIT", *columns) == (alone if len(rows) > 1 else alone[0][0])
    first, volumes = rows[0], [[row[1]] for row in rows]
    alone = [[call("ANGKA_KREDIT", first[0], *each, *first[2:])] for each in volumes]
    assert call("ANGKA_KREDIT", first[0], volumes, *first[2:]) == (alone if len(rows) > 1 else alone[0][0])
