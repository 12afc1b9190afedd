"""A history: what is wrong is named at its row, and nowhere else; the rest computes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit import call
from angka_kredit.functions.rows import WHOLE_COLUMN
from angka_kredit.regulations import regime

HEAD = ["Tahun", "Rezim", "Jenjang", "Golongan", "Isi", "Bulan", "LAMA", "JUMLAH"]
# 150 + 30 = 180; 180 - 100 = 80, then 5 a year; a new jenjang starts again: 25 + 37,5 = 62,5
ROWS: list[list[Any]] = [
    [2018, "konvensional", "Ahli Pertama", "III/b", 30, None, 150, 180],
    [2019, "integrasi", "Ahli Pertama", "III/b", 5, 12, 80, 85],
    [2020, "integrasi", "Ahli Pertama", "III/b", 5, 12, 85, 90],
    [2021, "integrasi", "Ahli Pertama", "III/b", 5, 12, 90, 95],
    [2022, "integrasi", "Ahli Pertama", "III/b", 5, 12, 95, 100],
    [2023, "konversi", "Ahli Muda", "III/c", "Baik", 12, 0, 25],
    [2024, "konversi", "Ahli Muda", "III/c", "Sangat Baik", None, 25, 62.5],
]
TAHUN, REZIM, JENJANG, GOLONGAN, ISI, BULAN, LAMA, JUMLAH = range(8)
Table = list[list[Any]]


def history(*changes: tuple[int, int, Any]) -> Table:
    rows = [list(row) for row in ROWS]
    for row, column, value in changes:
        rows[row][column] = value
    return rows


def walk(rows: Table) -> Table:
    result = call("RIWAYAT_AK", [HEAD, *rows])
    assert isinstance(result, list) and len(result) == len(rows) + 1
    return result


def findings(rows: Table) -> dict[int, str]:
    """row -> what is wrong with it."""
    result = walk(rows)
    found = {place: str(row[3]) for place, row in enumerate(result[1:]) if row[3] not in ("sesuai", "")}
    assert result[0][0] == ("PERIKSA" if found else "SESUAI")
    return found


def test_every_row_has_its_credit_its_sum_and_its_source() -> None:
    result = walk(ROWS)
    assert [row[:3] for row in result[1:]] == [
        [2018, 30, 180],
        [2019, 5, 85],
        [2020, 5, 90],
        [2021, 5, 95],
        [2022, 5, 100],
        [2023, 25, 25],
        [2024, 37.5, 62.5],
    ]
    assert result[1][4] == "PAK menurut peraturan jabatannya"  # no word of Peraturan BKN 3/2023 gave it
    assert all("Peraturan BKN 3/2023" in row[4] for row in result[2:])
    assert ["Permen PUPR 4/2024" in row[4] for row in result[1:]] == [False] * 5 + [True] * 2
    assert findings(ROWS) == {}


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        # months above 12, overlapping, or too few
        ([(5, BULAN, 13)], {5: "Bulan 13 tidak ada"}),
        ([(5, BULAN, 2.5)], {5: "Bulan 2,5 tidak ada"}),
        ([(5, BULAN, "setahun")], {5: "bulan: 'setahun' bukan angka"}),
        ([(5, BULAN, 10), (5, JUMLAH, 20.83), (6, LAMA, 20.83), (6, JUMLAH, 58.33)], {5: "hanya 10 bulan"}),
        ([(2, BULAN, 11)], {2: "tahun 2020 hanya 11 bulan"}),
        ([(6, TAHUN, 2023)], {6: "bulan tahun 2023 menjadi 24; ada yang bertumpuk"}),
        # a year in two regimes, a gap, years out of order
        ([(4, TAHUN, 2023)], {4: "tahun 2023 masa konversi, bukan integrasi", 5: "dalam dua rezim"}),
        ([(0, TAHUN, 2016)], {0: "", 1: "tahun 2017-2018 tidak ada"}),
        ([(0, TAHUN, 2017)], {1: "tahun 2018 tidak ada"}),
        ([(2, TAHUN, 2021), (3, TAHUN, 2020)], {2: "2020 tidak ada", 3: "2020 sesudah 2021", 4: "2021 tidak ada"}),
        ([(2, TAHUN, "dua ribu")], {2: "tahun: 'dua ribu' bukan angka", 3: "tahun 2020 tidak ada"}),
        ([(2, TAHUN, 20)], {2: "20 bukan tahun", 3: "tahun 2020 tidak ada"}),
        # words of another regime or jenjang
        ([(5, ISI, "baik sekali")], {5: "rezim lain tidak berlaku"}),
        ([(5, ISI, 25)], {5: "bukan teks"}),
        ([(5, ISI, None)], {5: "angka kredit atau predikat: belum diisi"}),
        ([(1, ISI, "Baik")], {1: "'Baik' bukan angka"}),
        ([(1, ISI, -5)], {1: "-5 negatif"}),
        ([(1, REZIM, "peralihan")], {1: "Rezim 'peralihan' tidak dikenal"}),
        ([(6, GOLONGAN, "IV/a")], {6: "Golongan ruang IV/a bukan golongan ruang Ahli Muda"}),
        ([(6, JENJANG, "Ahli Biasa")], {6: "Jenjang 'Ahli Biasa' tidak dikenal"}),
        ([(6, JENJANG, None)], {6: "jenjang: belum diisi"}),
        # JUMLAH(n) = LAMA(n+1)
        ([(0, LAMA, None)], {0: "LAMA baris pertama belum diisi"}),
        # downwards: real perhaps, but seldom
        ([(2, GOLONGAN, "III/a")], {2: "golongan ruang turun dari III/b ke III/a"}),
        ([(1, LAMA, 180)], {1: "LAMA 180 seharusnya 80: AK integrasi 180 - 100 (nilai dasar III/b)"}),
        ([(2, LAMA, 80)], {2: "LAMA 80 seharusnya 85: JUMLAH baris sebelumnya"}),
        ([(2, JUMLAH, 91)], {2: "JUMLAH 91 seharusnya 90: 85 + 5", 3: "LAMA 90 seharusnya 91"}),
        ([(2, JUMLAH, 91), (3, LAMA, 91), (3, JUMLAH, 96), (4, LAMA, 96), (4, JUMLAH, 101)], {2: "91 seharusnya 90"}),
        ([(5, LAMA, 100), (5, JUMLAH, 125), (6, LAMA, 125), (6, JUMLAH, 162.5)], {5: "jenjang baru Ahli Muda"}),
        ([(0, JUMLAH, 90), (0, LAMA, 60)], {1: "negatif"}),
    ],
)
def test_what_is_wrong_is_named_at_its_row(changes: list[tuple[int, int, Any]], named: dict[int, str]) -> None:
    found = findings(history(*changes))
    expected = {place: words for place, words in named.items() if words}
    assert found.keys() == expected.keys()
    for place, words in expected.items():
        assert words in found[place]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ((5, ISI, "buruk"), "#N/A"),
        ((5, BULAN, 13), "#NUM!"),
        ((5, JENJANG, None), "#VALUE!"),
        ((1, ISI, "x"), "#VALUE!"),
    ],
)
def test_a_credit_that_cannot_be_known_is_an_error_and_the_rest_computes(
    change: tuple[int, int, Any], error: str
) -> None:
    result = walk(history(change))[1:]
    assert result[change[0]][1] == error
    assert result[change[0]][2] == ROWS[change[0]][JUMLAH]  # the JUMLAH of the PAK carries on
    assert [row[1:3] for place, row in enumerate(result) if place != change[0]] == [
        row[1:3] for place, row in enumerate(walk(ROWS)[1:]) if place != change[0]
    ]


def test_a_sum_that_cannot_be_known_starts_again_at_the_next_lama() -> None:
    result = walk(history((1, ISI, "x"), (1, JUMLAH, None), (2, LAMA, None), (2, JUMLAH, None)))[1:]
    assert [row[2] for row in result[:4]] == [180, "#VALUE!", "#VALUE!", 95]
    assert result[2][1] == 5


def test_without_lama_and_jumlah_it_computes_them() -> None:
    blank = history(
        *((row, column, None) for row in range(7) for column in (LAMA, JUMLAH) if (row, column) != (0, LAMA))
    )
    assert findings(blank) == {}
    assert [row[2] for row in walk(blank)[1:]] == [row[JUMLAH] for row in ROWS]


def test_the_two_printed_decimals_of_a_konversi_are_no_difference() -> None:
    rows = [
        [2023, "konversi", "Ahli Pertama", "III/a", "Sangat Baik", 12, 0, 18.75],
        [2024, "konversi", "Ahli Pertama", "III/a", "Baik", 2, 18.75, 20.83],
    ]
    assert findings(rows) == {}
    assert "seharusnya 20,83: 18,75 + 2,08" in findings([rows[0], [*rows[1][:7], 20.85]])[1]


def test_two_decimals_do_not_add_up_over_the_years() -> None:
    # 4 x 12,5 = 50; each JUMLAH printed 0,01 above LAMA + 12,5
    sums = [12.51, 25.02, 37.53, 50.04]
    rows: Table = [
        [2023 + at, "konversi", "Ahli Pertama", "III/a", "Baik", 12, ([0.0, *sums])[at], total]
        for at, total in enumerate(sums)
    ]
    found = findings(rows)
    assert list(found) == [0, 1, 2, 3] and "JUMLAH 50,04 seharusnya 50,03" in found[3]


def test_a_jumlah_after_one_that_was_not_printed_may_differ_by_both_roundings() -> None:
    # 11/12 x 12,5 = 11,458333; + 1/12 x 12,5 = 12,50; printed 11,46 + 1,04 = 12,50; 12,51 = 11,46 + 1,0417 + 0,0083
    rows: Table = [
        [2023, "konversi", "Ahli Pertama", "III/a", "Baik", 11, 0, None],
        [2023, "konversi", "Ahli Pertama", "III/a", "Baik", 1, None, 12.51],
    ]
    assert findings(rows) == {}
    assert list(findings([[*rows[0][:7], 11.46], [*rows[1][:7], 12.51]])) == [1]  # against the printed 11,46


@pytest.mark.parametrize("rezim", ["integrasi", "konvensional"])
@pytest.mark.parametrize(("first", "second"), [(None, None), (6, None), (None, 6)])
def test_a_year_typed_twice_is_no_history(rezim: str, first: int | None, second: int | None) -> None:
    year = 2020 if rezim == "integrasi" else 2018
    rows: Table = [
        [year, rezim, "Ahli Pertama", "III/a", 10, first, 10, 20],
        [year, rezim, "Ahli Pertama", "III/a", 10, second, 20, 30],
    ]
    assert findings(rows) == {1: f"tahun {year} sudah ada; isi BULAN keduanya"}
    assert findings([[*rows[0][:5], 6, 10, 20], [*rows[1][:5], 6, 20, 30]]) == {}


def test_the_row_of_the_integrasi_is_no_year_of_its_own() -> None:
    """What the integrasi left (120 - 100 = 20): its credit where the history begins with it, else its LAMA."""
    pak: Table = [[2018, "konvensional", "Ahli Pertama", "III/b", 20, 12, 100, 120]]
    year = [2019, "integrasi", "Ahli Pertama", "III/b", 5, None, 20, 25]
    assert findings([[2019, "integrasi", "Ahli Pertama", "III/b", 20, None, 0, 20], year]) == {}
    assert findings([*pak, [2019, "integrasi", "Ahli Pertama", "III/b", 0, None, 20, 20], year]) == {}


def test_an_ak_dasar_that_no_source_has_is_said() -> None:
    # Mahir is III/a and III/b: the sources print the AK dasar of keahlian only
    rows: Table = [
        [2023, "konversi", "Terampil", "II/d", "Baik", 12, 55, 60],
        [2024, "konversi", "Mahir", "III/b", "Baik", 12, 0, 12.5],
    ]
    assert findings(rows) == {1: "AK dasar III/b tidak ada dalam sumber; dianggap 0"}
    assert findings([rows[0], [*rows[1][:3], "III/a", *rows[1][4:]]]) == {}  # its lowest: 0


def test_a_jenjang_below_the_one_before_is_said() -> None:
    rows: Table = [
        [2023, "konversi", "Ahli Muda", "III/c", "Baik", 12, 0, 25],
        [2024, "konversi", "Ahli Pertama", "III/b", "Baik", 12, 50, 62.5],
    ]
    assert findings(rows) == {
        1: "jenjang turun dari Ahli Muda ke Ahli Pertama; golongan ruang turun dari III/c ke III/b"
    }


def test_a_lama_that_is_no_number_is_told_once() -> None:
    rows: Table = [[2023, "konversi", "Ahli Pertama", "III/a", "Baik", 12, "nol", 12.5]]
    assert "LAMA: 'nol' bukan angka" in findings(rows)[0] and "belum diisi" not in findings(rows)[0]


def test_empty_rows_stay_empty_and_rows_stay_beside_their_own() -> None:
    rows = [*ROWS[:3], [None] * 8, *ROWS[3:], [""] * 8]
    result = walk(rows)
    assert result[0][0] == "SESUAI"
    assert result[4] == result[-1] == [""] * 5
    assert [row[0] for row in result[5:-1]] == [2021, 2022, 2023, 2024]


def test_a_whole_column_is_refused_with_words() -> None:
    assert call("RIWAYAT_AK", [[None] * 8] * (WHOLE_COLUMN - 1) + [ROWS[0]]) == "#VALUE!"


def test_a_conventional_row_may_leave_its_jenjang_open() -> None:
    assert findings(history((0, JENJANG, None), (0, GOLONGAN, None))) == {}


def test_someone_placed_at_a_higher_rank_of_a_new_jenjang_starts_at_its_ak_dasar() -> None:
    moved = [(5, GOLONGAN, "III/d"), (5, LAMA, 100), (5, JUMLAH, 125), (6, LAMA, 125), (6, JUMLAH, 162.5)]
    assert findings(history(*moved, (6, GOLONGAN, "III/d"))) == {}


def test_the_explanation_tells_the_steps_between_the_regimes() -> None:
    words = str(call("JELASKAN", "RIWAYAT_AK", [HEAD, *ROWS]))
    for part in ("SESUAI", "AK integrasi 180 - 100", "mulai lagi dari 0", "12/12 x 150%", "bacaan kami", "dua desimal"):
        assert part in words


@given(
    st.lists(st.tuples(st.sampled_from(list(regime.predikat())), st.integers(1, 12)), min_size=1, max_size=20).filter(
        lambda rows: len(rows) < 3 or all(bulan == 12 for _, bulan in rows[1:-1])
    )
)
def test_a_history_that_proves_itself_is_always_right(years: list[tuple[str, int]]) -> None:
    rows: Table = []
    total = 7.5
    for year, (predikat, bulan) in enumerate(years, start=2023):
        ak = call("AK_KONVERSI", "Mahir", predikat, bulan)
        assert isinstance(ak, float)
        rows.append([year, "konversi", "Mahir", "III/a", predikat, bulan, round(total, 2), round(total + ak, 2)])
        total = rows[-1][JUMLAH]
    assert findings(rows) == {}
