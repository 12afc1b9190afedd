"""The quick reader of sheets finds what the reference finds, or says nothing; on real writers' sheets it says it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

import office
from angka_kredit import forms
from angka_kredit.errors import Refused
from angka_kredit.recalc.cells_any import scan_any
from angka_kredit.recalc.cells_fast import scan_fast
from angka_kredit.recalc.sheet_cells import SheetCells
from angka_kredit.recalc.xml_check import check_runs, check_text
from fuzzing import bounded

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="urn:x" xmlns:r="urn:r">'
F = st.sampled_from(
    [
        "<f>A1+1</f>",
        '<f aca="false">SUM(A1:B2)&amp;&quot;é&apos;&quot;</f>',
        '<f t="shared" ref="A1:A9" si="0">$A1*B$2+C3</f>',
        '<f t="shared" si="0"/>',
        '<f t="shared" si="0"></f>',
        '<f t="shared" si="1">B2</f>',
        '<f t="array" ref="A1:B2">A1:B2*2</f>',
        '<f t="normal">1</f>',
        "<f/>",
        '<f ca="1"/>',
        "<f></f>",
        "<f> </f>",
        "<f>a&#65;</f>",
        "<f>&bad;</f>",
        "<f>1]]>2</f>",
        "<f><x/></f>",
        '<f ca="1" ca="1">1</f>',
        "<f>" + "(" * 130 + ")" * 130 + "</f>",
        "",
    ]
)
V = st.sampled_from(
    [
        *("", "<v>1</v>", "<v>-1.5E-07</v>", "<v>0.4.0</v>", "<v/>", "<v />", "<v></v>", "<v>1.</v>", "<v>#N/A</v>"),
        *("<v>teks</v>", "<v> 7 </v>", "<v>٣</v>", '<v xml:space="preserve"> a </v>', "<v>a&lt;b&amp;#65;</v>"),
        *("<v><![CDATA[5]]></v>", "<v>1</v><v>2</v>", "<v>&#233;&#10;</v>", "<v>&#0;</v>", "<v>&#55296;</v>"),
        *("<is><t>satu</t></is>", '<is><r><t>a</t></r><rPh sb="0" eb="1"><t>b</t></rPh></is>', "<is></is>"),
        '<is><t xml:space="preserve"> x</t></is>',
    ]
)
TYPE = st.sampled_from(["", ' t="n"', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="inlineStr"', ' t="d"', " t='n'"])
STYLE = st.sampled_from(["", "", ' s="3"', " s='3'", ' cm="1"', ' s="3" s="3"', ' x="&lt;"', " "])
ROW = st.sampled_from(
    ["", ' spans="1:3"', ' ht="15" x14ac:dyDescent="0.25"', ' ht="1" ht="2"', ' r="7"', ' x=">"', " "]
)
SPANS = st.sampled_from(["", ' spans="1:3"'])
AROUND = st.sampled_from(
    [
        ("", ""),
        ('<cols><col min="1" max="1"/></cols>', '<rowBreaks><brk id="1"/></rowBreaks>'),
        ("<!-- <sheetData> -->", ""),
        ("<sheetPr><![CDATA[<sheetData>]]></sheetPr>", ""),
        ('<x a="<"/>', ""),
        ("", "<extLst><ext><c/><row/><f>1</f></ext></extLst>"),
        ("", "<sheetData/>"),
        ("<a>" * 99, "</a>" * 99),
        ("<a>" * 5, "</a>" * 5),
        ("", "<!-- é -->\uffff"),
        ("<unclosed>", ""),
    ]
)


PIECES = st.sampled_from(
    [
        *(b"<", b">", b"&", b'"', b"'", b"/", b"c", b"r", b"t", b"v", b"f", b" ", b"=", b"1", b"A", b"!", b"]", b"-"),
        *(
            b"\r",
            b"\n",
            b"\0",
            b"\1",
            b"\xff",
            b"\xef\xbf\xbf",
            b"<v>",
            b"</c>",
            b"<!-- -->",
            b"]]>",
            b"<c/>",
            b"</row>",
            b"&#1;",
        ),
    ]
)


@st.composite
def odd_sheets(draw: st.DrawFn) -> bytes:
    """Sheets of which many are not as a spreadsheet writes them, or no XML at all."""
    rows, number = "", 0
    for _ in range(draw(st.integers(0, 4))):
        number += draw(st.sampled_from([1, 1, 1, 2, 0, 1_048_575]))
        cells = ""
        for column in draw(st.sampled_from(["A", "AB", "ABC", "BA", "AA", "AXFD", ["AZ", "BA"], ["XFE"], ["A", ""]])):
            place = f' r="{column}{number}"' if column else ""
            cells += f"<c{place}{draw(STYLE)}{draw(TYPE)}>{draw(F)}{draw(V)}</c>"
        gap = draw(st.sampled_from(["", "", "", "\n  ", "<!-- <c> -->"]))
        rows += f'<row r="{number}"{draw(ROW)}>{gap}{cells}</row>'
    before, after = draw(AROUND)
    return f"{HEAD}{before}<sheetData>{rows}</sheetData>{after}</worksheet>".encode()


@st.composite
def usual_sheets(draw: st.DrawFn) -> bytes:
    """Sheets as spreadsheets write them."""
    rows = ""
    for number in range(1, draw(st.integers(1, 4)) + 1):
        cells = "".join(draw(usual_cells(f"{column}{number}")) for column in "ABCZ")
        rows += f'<row r="{number}"{draw(SPANS)}>{cells}</row>'
    return f"{HEAD}<sheetData>{rows}</sheetData></worksheet>".encode()


def usual_cells(ref: str) -> st.SearchStrategy[str]:
    text = st.sampled_from(["a &amp; b", "", "é ( [", "&quot;&lt;"])
    return st.one_of(
        st.just(f'<c r="{ref}" s="1"/>'),
        st.floats(allow_nan=False, allow_infinity=False).map(lambda n: f'<c r="{ref}"><v>{n!r}</v></c>'),
        st.just(f'<c r="{ref}" s="2" t="s"><v>3</v></c>'),
        text.map(lambda t: f'<c r="{ref}" t="str"><f>B9&amp;"{t}"</f><v>{t}</v></c>'),
        st.just(f'<c r="{ref}" t="b"><f>TRUE</f><v>1</v></c>'),
        st.just(f'<c r="{ref}" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
        st.just(f'<c r="{ref}" s="4"><f t="shared" ref="{ref}:{ref}" si="0">A9*2</f><v>3</v></c>'),
        text.map(lambda t: f'<c r="{ref}" t="inlineStr"><is><t>{t}</t></is></c>'),
    )


def reference(xml: bytes) -> SheetCells | None:
    """What the reference finds; None where the sheet is refused."""
    try:
        return scan_any("s", xml)
    except Refused:
        return None


def check_agreement(xml: bytes) -> bool:
    """Whether the quick reader had an answer."""
    try:
        check_text("s", xml)
        check_runs("s", xml)
    except Refused:
        return False
    try:
        quick = scan_fast("s", xml)
    except Refused:
        assert reference(xml) is None
        return False
    if quick is None:
        return False
    slow = reference(xml)
    assert slow is not None and quick == slow
    assert [*map(_with_type, quick.typed.items())] == [*map(_with_type, slow.typed.items())]
    return True


def _with_type(typed: tuple[str, object]) -> tuple[str, object, type]:
    return (*typed, type(typed[1]))


@bounded(400)
@given(odd_sheets())
def test_on_odd_sheets_it_agrees_or_says_nothing(xml: bytes) -> None:
    check_agreement(xml)


@bounded(100)
@given(usual_sheets())
def test_on_usual_sheets_it_agrees(xml: bytes) -> None:
    assert check_agreement(xml)


@bounded(400)
@given(usual_sheets(), st.data())
def test_on_damaged_sheets_it_agrees_or_says_nothing(xml: bytes, data: st.DataObject) -> None:
    damaged = bytearray(xml)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(damaged)))
        upto = at + data.draw(st.sampled_from([0, 0, 1, 1, 5]))
        damaged[at:upto] = data.draw(PIECES)
    check_agreement(bytes(damaged))


ROWS = '<row r="12"><c r="A12" s="12" t="b"><f a1="" b1="">B12="x12"</f><v>1</v></c><c r="B12"><v>12</v></c></row>'
TAGS = ("<sheetData>", "<sheetData >", "<sheetData/>", "</sheetData>", "</sheetData >", "<!--", "-->", "<x>", "</x>")


@bounded(400)
@given(st.lists(st.sampled_from([*TAGS, ROWS, ROWS.replace("12", "13")]), max_size=12))
def test_wherever_the_tags_of_the_data_stand_it_agrees_or_says_nothing(pieces: list[str]) -> None:
    check_agreement(f"{HEAD}{''.join(pieces)}</worksheet>".encode())


ENDS = (("<sheetData>", "</sheetData>"), ("<sheetData >", "</sheetData >"))


@bounded(200)
@given(st.permutations([("<!--", "-->"), ("<x>", "</x>"), ("<?x ", "?>"), ("", "")]), st.data())
def test_of_several_data_only_the_sheets_own_is_read(around: list[tuple[str, str]], data: st.DataObject) -> None:
    pieces = ""
    for before, after in around:
        opened, closed = data.draw(st.sampled_from(ENDS))
        pieces += f"{before}{opened}{data.draw(st.sampled_from(['', ROWS]))}{closed}{after}"
    check_agreement(f"{HEAD}{pieces}</worksheet>".encode())


@bounded(400)
@given(st.one_of(usual_sheets(), odd_sheets()), st.data())
def test_other_digits_in_rows_of_known_shapes_are_seen(xml: bytes, data: st.DataObject) -> None:
    """Rows are known by their shape, which leaves digits out: where one decides, it must be looked at all the same."""
    check_agreement(xml)
    changed = bytearray(xml)
    digits = [place for place, byte in enumerate(changed) if bytes([byte]).isdigit() and place > len(HEAD)]
    for place in data.draw(st.lists(st.sampled_from(digits), max_size=3)) if digits else ():
        changed[place] = data.draw(st.sampled_from(b"0123456789"))
    check_agreement(bytes(changed))


@pytest.mark.parametrize(
    ("old", "new", "quickly"),
    [
        ("<v>12<", "<v>34<", True),
        ('s="12"', 's="34"', True),
        ('"x12"', '"x34"', True),
        ("<v>1<", "<v>2<", False),  # neither TRUE nor FALSE
        ('b1=""', 'a1=""', False),  # the same attribute twice
        ('b1=""', 'a2=""', False),  # of the same shape
        ('r="B12"', 'r="B21"', False),  # not of this row
        ('row r="12"', 'row r="21"', False),
        ('row r="12"', 'row r="12" r="12"', False),
        ('row r="12"', 'row r="12" r="13"', False),
        ("12", "02", False),  # no number of a row
        ("B12=", "B12\1=", False),  # no character of XML, and that by which the shape marks the row's number
        ('r="B12"', 'r="A12"', False),
    ],
)
def test_what_a_digit_decides(old: str, new: str, quickly: bool) -> None:
    def sheet(rows: str) -> bytes:
        return f"{HEAD}<sheetData>{rows}</sheetData></worksheet>".encode()

    assert check_agreement(sheet(ROWS))
    assert check_agreement(sheet(ROWS.replace(old, new))) == quickly


def sheets_of(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]


def by_xlsxwriter() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.write_row("A1", ["teks & <b>", 3.5, True, None, "é"], bold)
        sheet.write_formula("A2", '=IF(B1>3,"besar","kecil")', bold, "besar")
        sheet.write_formula("B2", "=B1*2", None, 7)
        sheet.write_formula("C2", "=1/0", None, "#DIV/0!")
        sheet.write_formula("D2", "=B1>3", None, True)
        sheet.write_blank("XFD1048576", None, bold)
    return file.getvalue()


def by_openpyxl() -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    for ref, value in {"A1": "teks & <b>", "B1": 3.5, "C1": True, "A2": "=B1*2", "B2": '="é"', "D4": " x "}.items():
        sheet[ref] = value
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("data", [by_xlsxwriter(), by_openpyxl(), *forms.build_all().values()])
def test_on_real_writers_sheets_it_agrees(data: bytes) -> None:
    found = [check_agreement(xml) for xml in sheets_of(data)]
    assert found and all(found)


def test_on_libreoffices_sheets_it_agrees(need_program: Callable[[str], str], tmp_path: Path) -> None:
    need_program("soffice")
    (tmp_path / "a.xlsx").write_bytes(by_xlsxwriter())
    office.recalculate([tmp_path / "a.xlsx"], tmp_path / "kerja")
    saved = (tmp_path / "kerja" / "done" / "0000.xlsx").read_bytes()
    assert all([check_agreement(xml) for xml in sheets_of(saved)])
