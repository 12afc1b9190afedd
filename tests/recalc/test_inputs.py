"""Values typed into the cells of workbooks that exist: as Excel types them, and nothing else changes."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import Refused
from angka_kredit.recalc.inputs import Input, put_inputs
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.workbook import Place
from packages import SHEET1, changed, parts, rich
from sheets import cached, workbook

RICH = rich()
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl only reads here
COMMAND = "=cmd|' /C calc'!A0"


def put(data: bytes, values: dict[str, Input], sheet: str = "Kegiatan") -> bytes:
    return put_inputs(Package(data), {Place(sheet, ref): value for ref, value in values.items()})


def cell(data: bytes, ref: str, sheet: str = "Kegiatan") -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))[sheet][ref]


def form(*, protected: bool = True) -> bytes:
    """A form as ours are: A1 an input, B1 a formula that reads it, C1 locked text, A3:B3 merged; no cell Z9."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, free = book.add_worksheet("Kegiatan"), book.add_format({"locked": False, "num_format": "@"})
        sheet.write_blank("A1", None, free)
        sheet.write_formula("B1", '=A1&"!"')
        sheet.write_string("C1", "judul")
        sheet.merge_range("A3:B3", "", free)
        if protected:
            sheet.protect()
    return file.getvalue()


def test_each_kind_is_typed_as_excel_types_it_and_all_else_stays() -> None:
    values: dict[str, Input] = {
        "A3": "0,5",
        "A4": Decimal("0.014"),
        "A5": True,
        "A6": None,
        "D1": COMMAND,
        "A7": 10**15,
    }
    written = put(RICH, {**values, "J9": date(2016, 2, 29), "A8": datetime(2016, 3, 1, 12)})
    assert changed(RICH, written) == {SHEET1}
    assert [cell(written, ref).value for ref in values] == ["0,5", 0.014, True, None, COMMAND, 1e15]
    assert cell(written, "D1").data_type == "s"  # text, though it looks like a formula
    assert (cell(written, "J9").value, cell(written, "A8").value) == (42429, 42430.5)  # serials: 2016-02-29, noon
    for ref in ("A3", "D1", "A6"):
        assert cell(written, ref)._style == cell(RICH, ref)._style
    for ref in ("B3", "B12"):
        assert cell(written, ref).value == cell(RICH, ref).value


def test_a_formula_reads_what_was_typed() -> None:
    assert cached(recalculate(put(form(), {"A1": COMMAND})).data, "Kegiatan")["B1"] == f"{COMMAND}!"
    data = workbook({"B1": "=A1*2", "C1": "=ISTEXT(D1)"}, {"A1": 1, "D1": 2})
    computed = cached(recalculate(put(data, {"A1": Decimal("2.5"), "D1": "2"}, "Contoh")).data)
    assert (computed["B1"], computed["C1"]) == (5, True)


def test_a_cell_that_is_not_there_is_made_where_it_belongs() -> None:
    written = put(form(protected=False), {"Z9": "baru", "D1": 1})
    assert (cell(written, "Z9").value, cell(written, "D1").value) == ("baru", 1)
    assert cell(written, "B1").value == '=A1&"!"'


@pytest.mark.parametrize(
    ("ref", "value", "words"),
    [
        ("B1", 1, "B1 berisi rumus"),
        ("C1", "lain", "C1 terkunci"),
        ("Z9", 1, "Z9 terkunci"),
        ("B3", 1, "tersembunyi"),
        ("A1", "x" * 32_768, "32767 huruf"),
        ("A1", "\ud800", "tidak utuh"),
        ("A1", date(1899, 1, 1), "1 Maret 1900"),
        ("A1", Decimal("1e999"), "tidak muat"),
        ("A0", 1, "bukan alamat"),
    ],
)
def test_what_cannot_be_typed_there_is_refused(ref: str, value: Input, words: str) -> None:
    with pytest.raises(Refused, match=words):
        put(form(), {ref: value})


def test_more_places_that_are_refused() -> None:
    with pytest.raises(Refused, match="judul kolom"):
        put(RICH, {"A4": "lain"}, "Rekap b's")
    with pytest.raises(Refused, match="tidak ada"):
        put(RICH, {"A1": 1}, "Lain")


def test_nothing_to_type_is_the_same_file() -> None:
    assert put(RICH, {}) is RICH


LETTERS = st.characters(min_codepoint=0x20, exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")


@given(st.text(LETTERS, min_size=1, max_size=60).filter(lambda text: "_x" not in text))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    written = put(FORM, {"A1": text})
    assert cell(written, "A1").value == text
    assert parts(written).keys() == parts(FORM).keys()


FORM = form()
