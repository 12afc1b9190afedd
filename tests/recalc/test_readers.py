"""What two readers see differently is looked for in many ranges at once: not every cell against every range."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from angka_kredit.errors import Undecided
from angka_kredit.recalc import engines
from angka_kredit.recalc.loaded import Loaded, load
from angka_kredit.recalc.places import Cells, area
from angka_kredit.recalc.readers import check_all_read, check_readers
from angka_kredit.recalc.trust import Changed
from angka_kredit.recalc.workbook import Place
from sheets import SHEET, workbook

OURS = '=PENGALAMAN_KUMULATIF({},"pmb")'


def ranges(formula: str, count: int, cells: int) -> bytes:
    """So many formulas that read two cells each of column A, which holds so many."""
    formulas = {f"B{row}": formula.format(f"A{row}:A{row + 1}") for row in range(1, count + 1)}
    return workbook(formulas, {f"A{row}": 1 for row in range(1, cells + 1)})


def differ(monkeypatch: pytest.MonkeyPatch, last: int) -> None:
    """The first engine reads 2 in the cells of column A below this row."""
    right = engines.Formualizer._values

    def wrong(self: engines.Formualizer, sheet: str, refs: list[str]) -> list[Any]:
        read = right(self, sheet, refs)
        return [2.0 if ref[0] == "A" and int(ref[1:]) > last else value for ref, value in zip(refs, read, strict=True)]

    monkeypatch.setattr(engines.Formualizer, "_values", wrong)


def steps(work: Callable[[], object]) -> int:
    """How many functions, Python's and C's, the work calls."""
    count = 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(("formula", "check"), [("=SUM({})", check_all_read), (OURS, check_readers)])
def test_twice_the_ranges_and_cells_are_about_twice_the_work(
    formula: str, check: Callable[[Loaded], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    books = [load(ranges(formula, count, 4 * count), vote=True) for count in (100, 200)]
    differ(monkeypatch, 300)
    for book in books:
        check(book)  # the last 100 and 500 cells differ, none is in a range; what is kept is kept from here on
    few, many = (steps(lambda book=book: check(book)) for book in books)  # type: ignore[misc]
    assert few > 100
    assert many < 3 * few


@pytest.mark.parametrize(("formula", "check"), [("=SUM({})", check_all_read), (OURS, check_readers)])
def test_the_cell_that_a_range_reads_is_named(
    formula: str, check: Callable[[Loaded], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    book = load(ranges(formula, 10, 20), vote=True)
    differ(monkeypatch, 9)
    with pytest.raises(Undecided, match=rf"sel {SHEET}!A10 dibaca berbeda oleh dua pembaca: 1 dan 2"):
        check(book)


def test_what_changed_is_looked_for_as_quickly() -> None:
    books = [load(ranges("=SUM({})", count, 4 * count)) for count in (100, 200)]
    moved = [[Place(SHEET, f"A{row}") for row in range(300, 4 * count)] for count in (100, 200)]

    def look(number: int) -> int:
        return sum(map(Changed(moved[number]).among, books[number].formulas))

    assert look(0) == look(1) == 0
    few, many = (steps(lambda number=number: look(number)) for number in (0, 1))  # type: ignore[misc]
    assert many < 3 * few


@pytest.mark.parametrize(
    ("written", "first"),
    [("A1:C9", "B2"), ("A:A", "A5"), ("3:9", "C3"), ("B3:B9", "B7"), ("C4:XFD1048576", None), ("A5", "A5")],
)
def test_the_first_of_some_cells_in_an_area(written: str, first: str | None) -> None:
    assert Cells(["A5", "B7", "B2", "C3"]).first_in(area(written)) == first
