"""The numbers of the column angka kredit: comma or point, text or number, and what is refused."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.lampiran.credits import read_credits

UNITS = st.decimals(min_value=Decimal("0.00001"), max_value=Decimal(999), places=5)


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["0,036", "1.000,5", "12"], ["0.036", "1000.5", "12"]),
        (["0.036", "1.155", "2.200"], ["0.036", "1.155", "2.2"]),  # 0.036 shows that the point is decimal
        (["0,036", "1,155"], ["0.036", "1.155"]),
        (["1,155"], ["1.155"]),  # a comma alone is decimal in Indonesian
        (["0.00033", "0.0001"], ["0.00033", "0.0001"]),
        ([0.014, 0.1 + 0.2, 5, "0,00001"], ["0.014", "0.3", "5", "0.00001"]),
        (["", "-", "–", None, " "], [None, None, None, None, None]),
        (["\u00a00,5 "], ["0.5"]),
    ],
)
def test_what_is_read(cells: list[object], read: list[str | None]) -> None:
    assert read_credits(cells) == [None if text is None else Decimal(text) for text in read]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "refused", "words"),
    [
        (["1.234"], 0, "ribuan atau desimal"),
        (["1.234", 0.5], 0, "ribuan atau desimal"),  # a true number shows nothing of the texts
        (["0,5", "1.234"], 1, "ribuan atau desimal"),
        (["0.5", "1,234"], 1, "ribuan atau desimal"),
        (["0.5", "0,5", "1.234"], 2, "ribuan atau desimal"),
        (["0.5", "0,5", "1,234"], 2, "ribuan atau desimal"),
        (["lima"], 0, "bukan angka"),
        (["1e3"], 0, "bukan angka"),
        (["80%"], 0, "bukan angka"),
        (["=A1*2"], 0, "belum dihitung"),
        (["#REF!"], 0, "bukan angka"),
        ([0], 0, "tidak lebih dari 0"),
        ([46143], 0, "lebih dari 1050"),  # a date that lost its format
        (["-0,5"], 0, "tidak lebih dari 0"),
        ([datetime(2026, 5, 1)], 0, "ketik ulang"),  # Excel's reading of '1.5' in Indonesia
        ([True], 0, "ketik ulang"),
    ],
)
def test_what_is_refused(cells: list[object], refused: int, words: str) -> None:
    found = read_credits(cells)  # type: ignore[arg-type]
    assert [isinstance(cell, str) for cell in found] == [at == refused for at in range(len(cells))]
    assert words in str(found[refused])


@given(st.lists(UNITS, min_size=1, max_size=8), st.sampled_from(".,"))
def test_a_column_with_one_clear_number_is_read_whole(units: list[Decimal], sign: str) -> None:
    """However the others look ('1.234'), '0.5' or '0,5' tells what the sign means."""
    texts = [f"{unit.normalize():f}".replace(".", sign) for unit in units]
    assert read_credits(["0" + sign + "5", *texts])[1:] == units


@given(st.lists(UNITS, max_size=8), st.lists(st.sampled_from(["1.234", "12.500", "999.999"]), min_size=1, max_size=3))
def test_no_number_is_ever_guessed(units: list[Decimal], ambiguous: list[str]) -> None:
    """True numbers and whole ones beside it do not decide what '1.234' means."""
    cells = [*map(float, units), "7", *ambiguous]
    assert all(isinstance(cell, str) for cell in read_credits(cells)[-len(ambiguous) :])


@given(UNITS)
def test_a_number_cell_is_the_number_shown(unit: Decimal) -> None:
    assert read_credits([float(unit)]) == [unit]
