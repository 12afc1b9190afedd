"""What Excel itself computed must come out again, where nothing that a formula reads has changed."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
import xlsxwriter

from angka_kredit.errors import Undecided
from angka_kredit.recalc.run import recalculate
from packages import exchanged, replacing
from sheets import SHEET, cached

APP, WORKBOOK = "docProps/app.xml", "xl/workbook.xml"
OURS = '=ANGKA_KREDIT(A1,2,"Ahli Muda","pmb")'
VERSION = "<AppVersion>12.0000</AppVersion>"  # which XlsxWriter writes


def by_excel(values: dict[str, float | str], *, version: str = "16.0300", calc: str = "") -> bytes:
    """A1:A2 are typed; each formula with the value that the file's last program had."""
    formulas = {"B1": OURS, "B2": "=B1*2", "B3": "=SUM(A1:A2)", "B4": "=B3+B2", "B5": '=A2&""'}
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        sheet.write_column("A1", [0.5, 3])
        for ref, formula in formulas.items():
            sheet.write_formula(ref, formula, None, values.get(ref, ""))
    app = replacing(VERSION, f"<AppVersion>{version}</AppVersion>")
    return exchanged(file.getvalue(), {APP: app, WORKBOOK: replacing('fullCalcOnLoad="1"', calc)})


RIGHT = {"B1": 1, "B2": 2, "B3": 3.5, "B4": 5.5, "B5": "3"}


def test_nothing_changes_where_all_is_right() -> None:
    data = by_excel(RIGHT)
    assert recalculate(data).data is data


@pytest.mark.parametrize("vote", [True, False], ids=["voted", "cepat"])
@pytest.mark.parametrize(
    ("wrong", "both"),
    [({"B3": 3.6}, "B3 menjadi 3,5, padahal Excel menghitung 3,6"), ({"B5": "x"}, "B5 menjadi '3', .* menghitung 'x'")],
)
def test_what_excel_computed_from_the_same_must_come_out(wrong: dict[str, float | str], both: str, vote: bool) -> None:
    with pytest.raises(Undecided, match=f"sel {SHEET}!{both}"):
        recalculate(by_excel(RIGHT | wrong), vote=vote)


def test_what_reads_a_changed_cell_may_change() -> None:
    outcome = recalculate(by_excel(RIGHT | {"B1": 0.8, "B2": 1.6, "B4": 5.1}))  # as of an older version of the data
    assert {str(change.place): (change.old, change.new) for change in outcome.changed} == {
        f"{SHEET}!B1": (0.8, 1.0),
        f"{SHEET}!B2": (1.6, 2.0),
        f"{SHEET}!B4": (5.1, 5.5),
    }
    assert [change.formula for change in outcome.changed] == [OURS[1:], "B1*2", "B3+B2"]


def test_without_our_functions_excel_wrote_errors() -> None:
    outcome = recalculate(by_excel(RIGHT | {"B1": "#NAME?", "B2": "#NAME?", "B4": "#NAME?"}))
    assert [cached(outcome.data)[ref] for ref in RIGHT] == list(RIGHT.values())


@pytest.mark.parametrize(
    ("version", "calc"),
    [
        ("12.0000", ""),  # XlsxWriter and old PHP writers say so too
        ("3.1", ""),  # openpyxl
        ("16.0300", 'fullCalcOnLoad="1"'),
        ("16.0300", 'calcMode="manual" calcOnSave="0"'),
    ],
)
def test_values_that_excel_did_not_compute_are_not_trusted(version: str, calc: str) -> None:
    outcome = recalculate(by_excel(RIGHT | {"B3": 3.6}, version=version, calc=calc))
    assert cached(outcome.data)["B3"] == 3.5


def test_a_file_that_nobody_computed_yet_is_not_trusted() -> None:
    assert cached(recalculate(by_excel(dict.fromkeys(RIGHT, 0))).data)["B3"] == 3.5
    assert cached(recalculate(by_excel({})).data)["B3"] == 3.5


def test_openpyxl_leaves_no_values_to_trust() -> None:
    book = openpyxl.load_workbook(io.BytesIO(by_excel(RIGHT | {"B3": 3.6})))
    file = io.BytesIO()
    book.save(file)
    assert cached(recalculate(file.getvalue()).data)["B3"] == 3.5


def test_a_file_of_another_program_is_not_trusted() -> None:
    data = exchanged(by_excel(RIGHT | {"B3": 3.6}), {APP: lambda xml: re.sub(b"Microsoft Excel", b"LibreOffice", xml)})
    assert cached(recalculate(data).data)["B3"] == 3.5
