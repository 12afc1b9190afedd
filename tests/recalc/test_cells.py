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
        '<c t="str" r="B1"><f>"x"</f><v>a&lt;b</v></c>'
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
        (
            "<é:row r='1'><é:c ü='1' r='A1'><é:f>1+1</é:f><é:v>9</é:v></é:c></é:row>",
            HEAD.replace("<worksheet xmlns", "<é:worksheet xmlns:é"),
            "é:",
        ),
        ("<row r='1'>\r\n<c r='A1'><f>1+1</f><v>9</v></c></row>", "\ufeff" + HEAD, ""),
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
        "<row r='1'><c r='A1'><f>D1</f></c><c r='B1'><f t='shared' ref='B1' si='0'>D1</f></c>"
        "<c r='C1'><f t='shared' si='0'/></c></row>"
    )
    new, _ = patch(sheet(rows), scan("s", sheet(rows)), {"A1": 1.0, "B1": "", "C1": 2.0})
    assert new == sheet(
        "<row r='1'><c r='A1'><f>D1</f><v>1</v></c><c r='B1' t=\"str\"><f t='shared' ref='B1' si='0'>D1</f><v></v></c>"
        "<c r='C1'><f t='shared' si='0'/><v>2</v></c></row>"
    )


ARRAY = (
    '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B2">D1:E2</f><v>1</v></c><c r="B1"><v>2</v></c>'
    '<c r="C1" t="e"><v>#N/A</v></c></row>'
    '<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2" s="4"/><c r="C2"><v>7</v></c></row>'
)


def test_every_cell_of_an_array_gets_its_value() -> None:
    xml = sheet(ARRAY)
    cells = scan("s", xml)
    (first,) = cells.formulas
    assert (first.area, first.spill, first.formula_kind) == ("A1:B2", True, "array")
    assert [(cell.ref, cell.value) for cell in cells.spilled] == [("B1", 2.0), ("A2", "#N/A"), ("B2", None)]
    assert cells.errors == {"C1": "#N/A"}
    assert cells.typed == {"B1": 2.0, "C1": "#N/A", "A2": "#N/A", "C2": 7.0}
    assert isinstance(cells.typed["C1"], CellErrorValue)
    new, changed = patch(xml, cells, {"A1": 1.0, "B1": "x", "A2": CellErrorValue("#N/A"), "B2": 5.0})
    assert changed == ["B1", "B2"]
    written = ARRAY.replace('<c r="B1"><v>2', '<c r="B1" t="str"><v>x').replace('s="4"/>', 's="4"><v>5</v></c>')
    assert new == sheet(written)


def test_an_array_is_written_whole_or_not_at_all() -> None:
    xml = sheet(ARRAY)
    with pytest.raises(Refused, match="B2"):
        patch(xml, scan("s", xml), {"A1": 1.0, "B1": 2.0, "A2": 3.0})
    lacking = sheet(ARRAY.replace('<c r="B2" s="4"/>', ""))
    with pytest.raises(Refused, match="B2"):
        patch(lacking, scan("s", lacking), {"A1": 1.0, "B1": 2.0, "A2": 3.0, "B2": 4.0})


def test_typed_cells_are_told_with_the_numbers_of_shared_strings() -> None:
    rows = (
        "<row r='1'><c r='A1'><v>1.50</v></c><c r='B1' t='s'><v>3</v></c><c r='C1' t='str'><v/></c><c r='D1'/>"
        "<c r='E1' t='inlineStr'><is><r><t>sa</t></r><r><t>tu</t></r><rPh sb='0' eb='1'><t>x</t></rPh></is></c>"
        "<c r='F1'><f>1</f><v>1</v></c><c r='G1' t='b'><v>1</v></c></row>"
    )
    typed = scan("s", sheet(rows)).typed
    assert typed == {"A1": 1.5, "B1": 3, "C1": "", "E1": "satu", "G1": True}
    assert [type(value) for value in typed.values()] == [float, int, str, str, bool]


REAL = '<row r="1"><c r="A1"><v>7</v></c><c r="B1"><f>A1+1</f><v>1</v></c></row>'
DECOY = '<row r="1"><c r="D1"><v>7</v></c></row>'


@pytest.mark.parametrize(
    ("data", "refs"),
    [
        (f"<!--<sheetData>{DECOY}</sheetData>--><sheetData >{REAL}</sheetData >", ["A1"]),
        (f"<?x <sheetData>{DECOY}</sheetData>?><sheetData >{REAL}</sheetData >", ["A1"]),
        (f"<sheetData >{REAL}</sheetData ><!--<sheetData>{DECOY}</sheetData>-->", ["A1"]),
        (f"<x><sheetData>{DECOY}</sheetData></x><sheetData >{REAL}</sheetData >", ["A1"]),
        (f"<sheetData>{REAL}</sheetData><!--</sheetData>-->", ["A1"]),
        (f"<!--<sheetData>{REAL}</sheetData>--><sheetData/>", []),
    ],
)
def test_only_the_sheets_own_data_is_read(data: str, refs: list[str]) -> None:
    cells = scan("s", f"{HEAD}{data}</worksheet>".encode())
    assert list(cells.typed) == refs
    assert [cell.ref for cell in cells.formulas] == ["B1"] * len(refs)


def test_a_rich_value_is_left_to_excel() -> None:
    xml = sheet('<row r="1"><c r="A1" t="e" vm="1"><f>B1</f><v>#VALUE!</v></c></row>')
    assert patch(xml, scan("s", xml), {"A1": CellErrorValue("#VALUE!")}) == (xml, [])
    with pytest.raises(Refused, match="A1"):
        patch(xml, scan("s", xml), {"A1": 1.0})


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
        sheet("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"),
        sheet("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c></row>"),
        sheet("<row r='2'/><row r='1'/>"),
        sheet("<row r='1'><c r='A1'><f t='normal'/></c></row>"),
        sheet('<row r="1"><c r="A1"><f> </f></c></row>'),
        sheet("<row r='1'/><row r='1'/>"),
        sheet("<row r='1'><c r='A2'><v>1</v></c></row>"),
        sheet("<row r='1048577'/>"),
        sheet("<row r='1'><c r='XFE1'/></row>"),
        sheet("<row r='1'><c r='A1'><v>1</v><v>2</v></c></row>"),
        sheet("<row r='1'><c r='A1'><f>1</f><f>2</f></c></row>"),
        sheet("<row r='1'><c r='A1'><v>1<x/></v></c></row>"),
        sheet("<row r='1'><x><c r='A1'><f>1</f></c></x></row>"),
        sheet("<row r='1'><c r='A1'><f t='array' ref='A1:A2'>1</f></c></row><row r='2'><c r='A2'><f>1</f></c></row>"),
        sheet("<row r='1'><c r='A1'><f t='array' ref='B1:B2'>1</f></c></row>"),
        sheet("<row r='1'><c r='A1'><f t='array' ref='A:A'>1</f></c></row>"),
        sheet("<row r='1'><c r='A1'><f t='array' ref='A1:XFD1048576'>1</f></c></row>"),
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
