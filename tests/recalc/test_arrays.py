"""Array formulas fill their cells as in Excel; functions that answer rows show the first cell in a plain formula."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import xlsxwriter

from angka_kredit.errors import Undecided
from angka_kredit.functions import KATALOG
from angka_kredit.recalc.run import Outcome, recalculate
from packages import SHEET1, changed
from sheets import SHEET, cached

SEED = -987654321
NA = "#N/A"


@dataclass
class Stand:
    """An argument or function of the catalogue, for these tests only."""

    nama: str
    argumen: tuple[Any, ...] = ()
    call: Callable[[list[Any]], Any] = lambda args: "#N/A"
    rentang: bool = False
    utuh: None = None


def rows(args: list[Any]) -> list[list[float | str]]:
    """As many rows as asked for: its number, and a text."""
    return [[float(row), f"baris {row}"] for row in range(1, int(args[0]) + 1)]


def total(args: list[Any]) -> float:
    """The sum of a range, taken whole, times a number."""
    return float(args[1]) * sum(cell for row in args[0] for cell in row if isinstance(cell, float))


@pytest.fixture(autouse=True)
def functions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two functions of the kinds that are no row-by-row functions."""
    catalogue = dict(KATALOG._fungsi)
    catalogue["UJI_BARIS"] = Stand("UJI_BARIS", (Stand("n"),), rows)  # type: ignore[assignment]
    given = (Stand("rentang", rentang=True), Stand("kali"))
    catalogue["UJI_JUMLAH"] = Stand("UJI_JUMLAH", given, total)  # type: ignore[assignment]
    monkeypatch.setattr(KATALOG, "_fungsi", catalogue)
    yield


def book(arrays: dict[str, str], plain: dict[str, str] | None = None, spills: dict[str, str] | None = None) -> bytes:
    """A1:B4 hold 1 to 4 and 10 to 40."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        sheet = made.add_worksheet(SHEET)
        for row in range(4):
            sheet.write_row(row, 0, [row + 1, 10 * (row + 1)])
        for area, formula in arrays.items():
            sheet.write_array_formula(area, f"{{={formula}}}", None, SEED)
        for area, formula in (spills or {}).items():
            sheet.write_dynamic_array_formula(area, f"={formula}", None, SEED)
        for ref, formula in (plain or {}).items():
            sheet.write_formula(ref, f"={formula}", None, SEED)
    return file.getvalue()


def area(outcome: Outcome, columns: str, last: int) -> list[list[Any]]:
    values = cached(outcome.data)
    return [[values[f"{column}{row}"] for column in columns] for row in range(1, last + 1)]


@pytest.mark.parametrize(
    ("area_", "formula", "expected"),
    [
        ("D1:D4", "A1:A4*2", [[2], [4], [6], [8]]),
        ("D1", "SUM(IF(A1:A4>2,B1:B4,0))", [[70]]),
        ("D1", "A1:A4*2", [[2]]),
        # a single row, column or value is repeated; beyond the result is #N/A (Excel's rule for array formulas)
        ("D1:E3", "A1:A3*2", [[2, 2], [4, 4], [6, 6]]),
        ("D1:D6", "A1:A4*2", [[2], [4], [6], [8], [NA], [NA]]),
        ("D1:E2", "5+A1", [[6, 6], [6, 6]]),
        ("D1:D2", "A1:A4*2", [[2], [4]]),
        # 0,5 x 1, 2, 3
        ("D1:D3", 'ANGKA_KREDIT(0.5,A1:A3,"Ahli Muda","pmb")', [[0.5], [1], [1.5]]),
        ("D1:D3", 'ANGKA_KREDIT(0.5,A1:A3,"Ahli Muda","pmb")*10', [[5], [10], [15]]),
        ("D1", 'SUM(ANGKA_KREDIT(0.5,A1:A4,"Ahli Muda","pmb"))', [[5]]),
        ("D1:F3", "UJI_BARIS(A2)", [[1, "baris 1", NA], [2, "baris 2", NA], [NA, NA, NA]]),
    ],
)
def test_an_array_formula_fills_its_cells(area_: str, formula: str, expected: list[list[Any]]) -> None:
    data = book({area_: formula}, {"H1": "COUNT(D1:F6)"})
    outcome = recalculate(data)
    columns = "DEF"[: len(expected[0])]
    assert area(outcome, columns, len(expected)) == expected
    assert cached(outcome.data)["H1"] == sum(isinstance(value, (int, float)) for row in expected for value in row)
    assert changed(data, outcome.data) == {SHEET1}
    assert [change.formula for change in outcome.changed].count("") == sum(map(len, expected)) - 1
    assert outcome.notes == [] and recalculate(outcome.data).changed == []


def test_a_spilling_formula_fills_the_cells_that_it_filled() -> None:
    outcome = recalculate(book({}, {"H1": "SUM(D1:D4)"}, {"D1:D4": "A1:A4*3", "F1:G2": "UJI_BARIS(2)"}))
    assert area(outcome, "D", 4) == [[3], [6], [9], [12]]
    assert area(outcome, "FG", 2) == [[1, "baris 1"], [2, "baris 2"]]
    assert cached(outcome.data)["H1"] == 30


def test_a_spilling_formula_of_another_size_now_stops_the_file() -> None:
    with pytest.raises(Undecided, match=r"Contoh!D1 .* kini mengisi 4 x 1 sel"):
        recalculate(book({}, {}, {"D1:D3": "A1:A4*3"}))


@pytest.mark.parametrize("vote", [True, False], ids=["voted", "cepat"])
def test_a_plain_formula_shows_the_first_cell(vote: bool) -> None:
    plain = {
        "D1": "UJI_BARIS(A4)",
        "D2": "UJI_BARIS(A3)",  # nothing may spill over its neighbours
        "E1": "D1+D2",
        "D4": 'IF(A1=1,UJI_BARIS(A4),"")',
        "D5": "SUM(UJI_BARIS(A4))",
        "D6": "INDEX(UJI_BARIS(A4),3,2)",
        "D8": 'IF(A1=1,INDEX(ANGKA_KREDIT(0.5,A2,"Ahli Muda","pmb"),1,1),0)',  # one value as a table
        "D9": "ROUND(UJI_JUMLAH(A1:A4,1)/3,2)",
        "D7": "UJI_JUMLAH(A1:A4,B1)+UJI_JUMLAH(A1:B1,2)",
    }
    outcome = recalculate(book({}, plain), vote=vote)
    values = cached(outcome.data)
    # 1+2+3+4; 10 x 10 + 2 x 11
    expected = {"D1": 1, "D2": 1, "E1": 2, "D4": 1, "D5": 10, "D6": "baris 3", "D7": 122, "D8": 1, "D9": 3.33}
    assert {ref: values[ref] for ref in expected} == expected
    assert values["D3"] is None and values["B1"] == 10


def test_an_array_formula_needs_the_second_engine() -> None:
    with pytest.raises(Undecided, match="larik"):
        recalculate(book({"D1": "SUM(A1:A4*2)"}), vote=False)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        # functions that Excel does not compute cell by cell alike everywhere
        ("VLOOKUP(A1:A4,A1:B4,2,FALSE)", "rentang"),
        ("INDEX(B1:B4,A1:A4)", "rentang"),
        ("SUM(IF(A:A>2,1,0))", "rentang A:A"),
        ("TRANSPOSE(A1:A4)", "TRANSPOSE"),
    ],
)
def test_arrays_beyond_the_gate(formula: str, reason: str) -> None:
    with pytest.raises(Undecided, match=reason):
        recalculate(book({"D1:D4": formula}))


def test_doubts_are_looked_for_cell_by_cell() -> None:
    with pytest.raises(Undecided, match="ROUND"):  # 0,1 + 0,2 is 0,30000000000000004
        recalculate(book({"D1": "SUM(IF(A1:A4/10+0.2=0.3,1,0))"}))
