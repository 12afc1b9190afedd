"""The cell finder reads any legal spelling of a sheet's XML, and the patch touches only value and type."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import Refused
from angka_kredit.recalc.cells import patch, scan
from angka_kredit.recalc.values import CellErrorValue, decode, encode, is_sound, same

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def sheet(rows: str, head: str = HEAD, prefix: str = "") -> bytes:
    return f"{head}<{prefix}sheetData>{rows}</{prefix}sheetData></{prefix}worksheet>".encode()


def test_values_are_written_where_they_belong() -> None:
    rows = (
        '<row r="1"><c r="A1" s="3"><f>1+1</f><v>9</v></c>'
        '<c t="str" r="B1"><f>"x"</f></c>'
        "<c r='C1' t='e'><f ca='1'>C9</f><v>#REF!</v></c>"
        '<c r="D1"><v>7</v></c></row>'
    )
    xml = sheet(rows)
    cells = scan("s", xml)
    assert [cell.ref for cell in cells.formulas] == ["A1", "B1", "C1"]
    new, changed = patch(xml, cells, {"A1": 2.0, "B1": "a<b", "C1": True})
    assert changed == ["A1", "B1", "C1"]
    expected = (
        '<row r="1"><c r="A1" s="3"><f>1+1</f><v>2</v></c>'
        '<c r="B1" t="str"><f>"x"</f><v>a&lt;b</v></c>'
        "<c r='C1' t=\"b\"><f ca='1'>C9</f><v>1</v></c>"
        '<c r="D1"><v>7</v></c></row>'
    )
    assert new == sheet(expected)


@pytest.mark.parametrize(
    ("rows", "head", "prefix"),
    [
        (
            "<x:row r='1'><x:c r='A1'><x:f>1+1</x:f><x:v>9</x:v></x:c></x:row>",
            HEAD.replace("<worksheet xmlns", "<x:worksheet xmlns:x"),
            "x:",
        ),
        ("<row>\n  <c\n   s='1'\n   >\n <f>1+1</f>\n <v>9</v>\n</c></row>", HEAD, ""),
        ("<row r='1'><!-- <c r='A1'> --><c r='A1'><?x y?><f>1+1</f><v>9</v><extLst/></c></row>", HEAD, ""),
        ("<row r='1'><c r='A1'><f>1+1</f><v/></c><c r='B1'><v>1</v></c></row>", HEAD, ""),
    ],
)
def test_any_legal_spelling(rows: str, head: str, prefix: str) -> None:
    xml = sheet(rows, head, prefix)
    (cell,) = scan("s", xml).formulas
    assert (cell.ref, cell.formula) == ("A1", "1+1")
    new, changed = patch(xml, scan("s", xml), {"A1": 2.5})
    assert changed == ["A1"]
    (again,) = scan("s", new).formulas
    assert again.value == 2.5
    assert len(new) - len(xml) in (2, 6)  # 9 becomes 2.5, or <v/> becomes <v>2.5</v>


def test_a_child_of_a_shared_formula_is_its_masters_moved() -> None:
    rows = (
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$A$1</f><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    xml = sheet(rows)
    cells = scan("s", xml)
    assert [cell.formula for cell in cells.formulas] == ["A1*$A$1", "A2*$A$1"]
    new, _ = patch(xml, cells, {"B1": 4.0, "B2": 6.0})
    assert new == xml.replace(b"</f><v>1", b"</f><v>4").replace(b"/><v>1", b"/><v>6")


def test_a_value_is_added_behind_a_formula_without_one() -> None:
    rows = (
        "<row r='1'><c r='A1'><f>B1</f></c><c r='A2'><f t='shared' ref='A2' si='0'>B1</f></c>"
        "<c r='A3'><f t='shared' si='0'/></c></row>"
    )
    new, _ = patch(sheet(rows), scan("s", sheet(rows)), {"A1": 1.0, "A2": "", "A3": 2.0})
    assert new == sheet(
        "<row r='1'><c r='A1'><f>B1</f><v>1</v></c><c r='A2' t=\"str\"><f t='shared' ref='A2' si='0'>B1</f><v></v></c>"
        "<c r='A3'><f t='shared' si='0'/><v>2</v></c></row>"
    )


def test_a_value_that_is_no_number_is_found() -> None:
    found = scan(
        "s", sheet('<row r="1"><c r="A1"><v>0.4.0</v></c><c r="B1" t="b"><v>2</v></c><c r="C1"><v>1E-5</v></c></row>')
    )
    assert found.unsound == [("A1", "0.4.0"), ("B1", "2")]


@pytest.mark.parametrize(
    "xml",
    [
        sheet("").decode().encode("utf-16"),
        sheet("", head='<!DOCTYPE x [<!ENTITY a "b">]><worksheet>'),
        sheet("<row><c r='A1'><f>1</f></row>"),
        sheet("<row><c r='A0x'><f>1</f></c></row>"),
        sheet("<row r='1'><c r='A1'><f t='shared' si='4'/></c></row>"),
        sheet(
            "<row r='3'><c r='B3'><f t='shared' ref='B2:B3' si='0'>A1</f></c></row>"
            "<row r='2'><c r='B2'><f t='shared' si='0'/></c></row>"
        ),
        sheet("<row r='1'><c r='A1'><v><![CDATA[5]]></v></c></row>"),
        sheet("<row r='1'><c r='A1'><v>1<!-- x --></v></c></row>"),
        sheet("<row r='1'><c r='A1' t='inlineStr'><f>1</f><is><t>a</t></is></c></row>"),
        HEAD.replace("UTF-8", "ISO-8859-1").encode() + b"</worksheet>",
    ],
)
def test_what_could_hide_something_is_refused(xml: bytes) -> None:
    with pytest.raises(Refused):
        scan("s", xml)


values = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.text(st.characters(exclude_categories=["Cs"]))
)


@given(values)
def test_every_value_reads_back(value: float | bool | str) -> None:
    xml = sheet('<row r="1"><c r="A1"><f>Z9</f><v>123456</v></c></row>')
    new, changed = patch(xml, scan("s", xml), {"A1": value})
    (cell,) = scan("s", new).formulas
    assert changed == ["A1"] or same(value, 123456.0)
    assert same(value, cell.value)
    assert patch(new, scan("s", new), {"A1": value}) == (new, [])


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_written_as_a_sheet_may_hold_them(number: float) -> None:
    kind, _, text = encode(number)
    assert kind == "" and is_sound("n", text)
    assert decode("n", text) == number


def test_errors_are_not_text() -> None:
    assert encode(CellErrorValue("#N/A"))[0] == "e"
    assert encode("#N/A")[0] == "str"
    assert not same("#N/A", CellErrorValue("#N/A"))
    assert not same(1.0, True)


def test_the_last_digits_of_a_float_may_differ() -> None:
    assert same(0.1 + 0.2, 0.3) and same(0.0, -2.8e-17)
    assert not same(0.00033, 0.00034) and not same(math.pi, 3.14159265358)
