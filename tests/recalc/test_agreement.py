"""What the engines agree on and no doubt stops is what a real LibreOffice computes too, on random small workbooks."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from angka_kredit.errors import Refused
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.slow_lane import SlowLane
from angka_kredit.recalc.values import Value, agree

BOOKS, FORMULAS = 48, 8
ROWS = range(1, 7)
FIRST = 10  # row of the first formula, in column J
NUMBERS = (0, 1, 2, 3, -1, 5, 10, 0.1, 0.2, 0.3, 0.014, 5.2, 3.8, 1.4, 12.345, 2.5, 0.5, -2.5, 100, 45000, 1.005, 8)
WORDS = ("Ahli Muda", "ahli muda", "U2a", "K01", "k02", "III/c", "a", "ab", "b", "B", "x y", " z", "MUDA-14")
CRITERIA = ('"a"', '"<>a"', '">0"', '">=1"', '"a*"', '"K01"', '"<>"', "2", "0.3", "C2", "A3")
CHANCE = random.Random(20161)


def pick(*given: Any) -> str:
    return str(CHANCE.choice(given))


def typed() -> dict[str, object]:
    """Columns A and B: numbers and gaps; C: words and gaps; D: ascending numbers; E: anything."""
    kinds = {"A": NUMBERS, "B": NUMBERS, "C": WORDS, "E": NUMBERS + WORDS}
    cells = {f"{column}{row}": CHANCE.choice(kind) for column, kind in kinds.items() for row in ROWS}
    return {ref: value for ref, value in cells.items() if CHANCE.random() < 0.9} | {f"D{row}": row for row in ROWS}


def cell(columns: str) -> str:
    return f"{pick(*columns)}{pick(*ROWS)}"


def span(columns: str) -> str:
    column, (first, last) = pick(*columns), sorted(CHANCE.sample(ROWS, 2))
    return f"{column}{first}:{column}{last}"


def all_of(column: str) -> str:
    return f"{column}1:{column}6"


def number() -> str:
    return pick(cell("ABDE"), pick(*NUMBERS), f"SUM({span('AB')})", f"({cell('AB')}{pick(*'+-*/')}{pick(*NUMBERS)})")


def text() -> str:
    return pick(cell("C"), f'"{pick(*WORDS)}"')


def comparison() -> str:
    left, right = (number(), number()) if CHANCE.random() < 0.7 else (text(), pick(cell("E"), text()))
    return left + pick("=", "<>", "<", ">", "<=", ">=") + right


MAKERS: list[Callable[[], str]] = [
    lambda: f"{pick('SUM', 'MIN', 'MAX', 'AVERAGE', 'COUNT', 'PRODUCT', 'SUMSQ', 'MEDIAN')}({span('ABE')})",
    lambda: f"{pick('COUNTA', 'COUNTBLANK')}({span('CE')})",
    lambda: f"{pick('ROUND', 'ROUNDUP', 'ROUNDDOWN', 'TRUNC')}({number()},{pick(0, 1, 2)})",
    lambda: f"{pick('INT', 'ABS', 'SIGN', 'SQRT', 'EVEN', 'ODD', 'EXP', 'LN')}({number()})",
    lambda: f"{pick('MOD', 'QUOTIENT', 'CEILING', 'FLOOR')}({number()},{number()})",
    lambda: f"IF({comparison()},{number()},{text()})",
    lambda: f"{pick('AND', 'OR')}({comparison()},{comparison()})",
    comparison,
    lambda: f"{number()}{pick(*'+-*/')}{number()}-{number()}",
    lambda: f"IFERROR({number()}/{number()},{text()})",
    lambda: f"{text()}&{pick(text(), cell('E'))}",
    lambda: f"VLOOKUP({pick(number(), text())},{pick('A1:D6', 'C1:E6', 'D1:E6')},{pick(1, 2)},FALSE)",
    lambda: f"VLOOKUP({number()},D1:E6,2)",
    lambda: f"INDEX(E1:E6,MATCH({text()},C1:C6,0))",
    lambda: f"MATCH({number()},{all_of(pick(*'ABD'))},{pick(0, 1)})",
    lambda: f"COUNTIF({all_of(pick(*'ABC'))},{pick(*CRITERIA)})",
    lambda: f"SUMIF({all_of(pick(*'ABC'))},{pick(*CRITERIA)},A1:A6)",
    lambda: f"SUMIFS(A1:A6,C1:C6,{pick(*CRITERIA)},B1:B6,{pick(*CRITERIA)})",
    lambda: f"SUMPRODUCT((C1:C6={text()})*A1:A6)",
    lambda: f"SUMPRODUCT((A1:A6>{number()})*(B1:B6<={number()}))",
    lambda: f"{pick('LARGE', 'SMALL')}(A1:A6,{pick(1, 2)})",
    lambda: f"{pick('LEFT', 'RIGHT')}({text()},{pick(0, 1, 3)})&MID({text()},2,2)",
    lambda: f"{pick('TRIM', 'UPPER', 'LOWER', 'PROPER')}({text()})",
    lambda: f'SUBSTITUTE({text()},"a",{text()})',
    lambda: (
        f"DATE({pick(2016, 2020)},{pick(*range(-2, 15))},{pick(*range(-3, 33))})-EDATE(43861,{pick(*range(-9, 9))})"
    ),
    lambda: f'DATEDIF({pick(43861, 43890)},{pick(44286, 45107)},"{pick("y", "m", "d", "ym")}")',
    lambda: f'TEXT({number()},"{pick("0", "000", "0%")}")',
    lambda: f"{pick('ISNUMBER', 'ISTEXT', 'ISBLANK', 'ISNONTEXT')}({cell('ACE')})",
]


def book(sheets: list[tuple[dict[str, object], list[str]]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        for number, (cells, formulas) in enumerate(sheets):
            sheet = made.add_worksheet(f"S{number}")
            for ref, value in cells.items():
                sheet.write(ref, value)
            for row, formula in enumerate(formulas, start=FIRST):
                sheet.write_formula(f"J{row}", f"={formula}", None, -987654321)
    return file.getvalue()


def accepted(cells: dict[str, object], formula: str) -> list[Value]:
    """The formula's value, or nothing where the file is refused."""
    try:
        return [change.new for change in recalculate(book([(cells, [formula])])).changed]
    except Refused:
        return []


def test_accepted_values_are_libreoffices_too(need_program: Callable[[str], str]) -> None:
    need_program("soffice")
    found: list[tuple[dict[str, object], list[tuple[str, Value]]]] = []
    for _ in range(BOOKS):
        cells, formulas = typed(), [CHANCE.choice(MAKERS)() for _ in range(FORMULAS)]
        found.append((cells, [(formula, value) for formula in formulas for value in accepted(cells, formula)]))
    assert sum(len(pairs) for _, pairs in found) > BOOKS * FORMULAS / 2  # refusing all would prove nothing
    with SlowLane() as lane:
        shown = lane.compute(book([(cells, [formula for formula, _ in pairs]) for cells, pairs in found]))
    wrong = [
        (formula, ours, theirs)
        for number, (_, pairs) in enumerate(found)
        for row, (formula, ours) in enumerate(pairs, start=FIRST)
        if not agree(ours, theirs := "" if (seen := shown.value(f"S{number}", f"J{row}")) is None else seen)
    ]
    assert wrong == []


def test_the_comparison_can_fail() -> None:
    assert not agree(0.1, 0.100001) and not agree("1", 1.0) and not agree(True, 1.0)
    with pytest.raises(Refused):
        recalculate(book([({"A1": 0.1}, ["A1&A1"])]))
