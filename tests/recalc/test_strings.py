"""Shared strings without a parser: the same as an XML parser reads, or no answer."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.recalc.strings import parsed_strings, plain_strings
from fuzzing import bounded

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="urn:s" count="2" uniqueCount="2">'
ITEMS = st.sampled_from(
    [
        "<si><t>satu</t></si>",
        '<si><t xml:space="preserve"> dua &amp; &#233;\n</t></si>',
        "<si><t></t></si>",
        "<si><t>_x0041_&lt;é</t></si>",
        "<si><t>_x0003_</t></si>",
        "<si><t>a</t></si></si>",
        "x<si><t>a</t></si>",
        "<si><t>a<t>b</t></si>",
        "<si><t>&amp</t></si>",
        '<si><r><t>a</t></r><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve"> b</t></r></si>',
        "<si/>",
        "<si><t/></si>",
        "<si><t>a</t><rPh sb='0' eb='1'><t>b</t></rPh></si>",
        "<si><r><rPr><sz val='1'/></rPr><t>a</t></r></si>",
        '<si><r><rPr><sz val="1" val="2"/></rPr><t>a</t></r></si>',
        '<si><r><rPr><sz x:val="1"/></rPr><t>a</t></r></si>',
        "<si><t>a</si>",
        "<si><t>&bad;</t></si>",
        "<si><t>&#0;</t></si>",
        "<si><t>]]></t></si>",
        "<si><t><![CDATA[x]]></t></si>",
        "<si><t>a\r\nb</t></si>",
        "<!-- x -->",
        "\n",
        "x",
    ]
)
USUAL = st.one_of(st.sampled_from(["<si><t>satu</t></si>", "<si><r><t>a</t></r></si>"]), ITEMS)


def agrees(xml: bytes) -> bool:
    """Whether there was an answer: then it is the parser's."""
    found = plain_strings(xml)
    if found is None:
        return False
    assert found == parsed_strings(ET.fromstring(xml))
    return True


@bounded(300)
@given(st.lists(USUAL, max_size=4))
def test_it_agrees_or_says_nothing(items: list[str]) -> None:
    agrees(f"{HEAD}{''.join(items)}</sst>".encode())


@bounded(300)
@given(
    st.lists(ITEMS, max_size=3), st.integers(0, 200), st.sampled_from([b"<", b">", b"&", b"\0", b"\1", b"\xff", b'"'])
)
def test_damaged_it_agrees_or_says_nothing(items: list[str], place: int, piece: bytes) -> None:
    xml = f"{HEAD}{''.join(items)}</sst>".encode()
    agrees(xml[:place] + piece + xml[place:])
    agrees(xml[:place] + xml[place + 1 :])


@pytest.mark.parametrize(
    "xml",
    [
        HEAD.replace("count=", "uniqueCount=") + "</sst>",
        HEAD.replace("UTF-8", "latin1") + "</sst>",
        HEAD.replace('"yes"', '"mungkin"') + "</sst>",
        HEAD.replace("<sst", "<!DOCTYPE sst [<!ENTITY a 'b'>]><sst") + "</sst>",
        HEAD.replace(' count="2"', ' x:count="2"') + "</sst>",
        HEAD + "</sst><x/>",
        HEAD + "</sst>\x0b",
        HEAD.replace("\n", "\x0c") + "</sst>",
        HEAD + "<si><r><rPr><1b/></rPr><t>a</t></r></si></sst>",
        HEAD + "<si><t>a</t></si>",
        HEAD + f"<si><t>{'a' * 40_000}</t></si></sst>",
    ],
)
def test_what_only_a_parser_may_judge(xml: str) -> None:
    assert plain_strings(xml.encode()) is None


def test_a_real_writers_strings_are_read() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True, "font_color": "red"})
        sheet.write_column("A1", ["teks & <b>", " é ", "a\nb", "_x0041_"])
        sheet.write_rich_string("A5", "biasa ", bold, "tebal", " lagi")
    with zipfile.ZipFile(file) as book_:
        xml = book_.read("xl/sharedStrings.xml")
    assert agrees(xml)
    assert plain_strings(xml) == ["teks & <b>", " é ", "a\nb", "_x0041_", "biasa tebal lagi"]
