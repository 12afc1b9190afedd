"""Formulas put into workbooks that exist: the cell has it, every other cell means what it meant, all else stays."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import office
from angka_kredit.errors import Refused
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.values import Value
from angka_kredit.recalc.workbook import Place
from angka_kredit.recalc.writer import write
from fuzzing import bounded
from packages import CHAIN, SHEET1, SHEET2, changed, exchanged, parts, rich
from sheets import validator_errors, workbook

RICH = rich()
# openpyxl only reads here
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def put(
    data: bytes, formulas: dict[str, str], values: dict[str, Value] | None = None, sheet: str = "Kegiatan"
) -> bytes:
    """Writes the formulas, and checks that writing them once more changes nothing."""
    wanted = {Place(sheet, ref): text for ref, text in formulas.items()}
    cached = {Place(sheet, ref): value for ref, value in (values or {}).items()}
    written = write(Package(data), cached, wanted, {})
    again = Package(written)
    assert write(again, cached, wanted, {}) is again.data
    return written


def sheet_of(rows: str, before: str = "", after: str = "", prefix: str = "") -> bytes:
    """A workbook whose sheet 'Contoh' has this XML."""
    spaces = MAIN if not prefix else MAIN.replace("xmlns=", f"xmlns:{prefix[:-1]}=")
    data = f"<{prefix}sheetData>{rows}</{prefix}sheetData>" if rows else f"<{prefix}sheetData/>"
    xml = f"<{prefix}worksheet {spaces}>{before}{data}{after}</{prefix}worksheet>"
    return exchanged(workbook({"A1": "=1"}), {SHEET1: xml.encode()})


def data_of(data: bytes) -> str:
    xml = parts(data)[SHEET1].decode()
    return xml[xml.index("sheetData>") + len("sheetData>") : xml.rindex("</")].rpartition("</")[0]


def test_a_cell_keeps_its_style_and_the_file_all_else() -> None:
    written = put(RICH, {"B3": 'IF(A3>1,"<ya>","tidak")', "D1": "=1+1", "A5": "A4*2"}, {"B3": "<ya>"})
    assert changed(RICH, written) == {SHEET1, CHAIN}
    before, after = parts(RICH)[SHEET1].decode(), parts(written)[SHEET1].decode()
    expected = before
    for old, new in (
        ("<f>A3*2</f><v>6</v>", '<f>IF(A3&gt;1,"&lt;ya&gt;","tidak")</f><v>&lt;ya&gt;</v>'),
        ('<c r="B3" s="1">', '<c r="B3" s="1" t="str">'),
        ('<c r="D1" t="s"><v>3</v></c>', '<c r="D1"><f>1+1</f></c>'),
        ('<c r="A5"><v>5</v></c>', '<c r="A5"><f>A4*2</f></c>'),
    ):
        assert expected.count(old) == 1, old
        expected = expected.replace(old, new)
    assert after == expected
    assert parts(written)[CHAIN] == parts(RICH)[CHAIN].replace(
        b"</calcChain>", b'<c r="A5" i="1"/><c r="D1" i="1"/></calcChain>'
    )


def test_cells_and_rows_that_are_not_there_are_put_where_they_belong() -> None:
    rows = (
        '<row r="2" spans="2:3"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>'
        '<row r="4" s="7" customFormat="1"/><row r="6"><c r="AA6"><v>3</v></c></row>'
    )
    before = '<dimension ref="B2:AA6"/><cols><col min="3" max="3" style="5"/></cols>'
    refs = ["A1", "A2", "C2", "E2", "AB2", "A4", "C5", "Z6", "AB6", "C9", "A9"]
    written = put(sheet_of(rows, before), dict.fromkeys(refs, "1"), sheet="Contoh")
    f = "<f>1</f></c>"
    assert data_of(written) == (
        f'<row r="1"><c r="A1">{f}</row>'
        f'<row r="2" spans="1:28"><c r="A2">{f}<c r="B2"><v>1</v></c><c r="C2" s="5">{f}<c r="D2"><v>2</v></c>'
        f'<c r="E2">{f}<c r="AB2">{f}</row>'
        f'<row r="4" s="7" customFormat="1"><c r="A4" s="7">{f}</row>'
        f'<row r="5"><c r="C5" s="5">{f}</row>'
        f'<row r="6"><c r="Z6">{f}<c r="AA6"><v>3</v></c><c r="AB6">{f}</row>'
        f'<row r="9"><c r="A9">{f}<c r="C9" s="5">{f}</row>'
    )
    assert b'<dimension ref="A1:AB9"/>' in parts(written)[SHEET1]


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_an_empty_sheet_and_a_prefix(prefix: str) -> None:
    written = put(sheet_of("", prefix=prefix), {"B2": "1", "A1": "2"}, {"B2": 1.0}, sheet="Contoh")
    assert data_of(written) == (
        '<x:row r="1"><x:c r="A1"><x:f>2</x:f></x:c></x:row>'
        '<x:row r="2"><x:c r="B2"><x:f>1</x:f><x:v>1</x:v></x:c></x:row>'
    ).replace("x:", prefix)


SHARED = (
    '<row r="1"><c r="A1"><v>1</v></c>'
    '<c r="B1" s="0"><f t="shared" ref="B1:B4" si="0">A1*$A$1&amp;""</f><v>1</v></c></row>'
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f ca="1" t="shared" si="0"/><v>3</v></c></row>'
    '<row r="4"><c r="A4"><v>4</v></c><c r="B4"><f t="shared" si="0"></f><v>4</v></c></row>'
)


def test_a_shared_formula_loses_a_child() -> None:
    written = put(sheet_of(SHARED), {"B3": "7"}, sheet="Contoh")
    assert data_of(written) == SHARED.replace('<f ca="1" t="shared" si="0"/><v>3</v>', "<f>7</f>")


def test_a_shared_formula_loses_its_master() -> None:
    written = put(sheet_of(SHARED), {"B1": "7", "B3": "8"}, sheet="Contoh")
    assert data_of(written) == (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"><f>7</f></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>A2*$A$1&amp;""</f><v>2</v></c></row>'
        '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f>8</f></c></row>'
        '<row r="4"><c r="A4"><v>4</v></c><c r="B4"><f>A4*$A$1&amp;""</f><v>4</v></c></row>'
    )


def test_a_formula_that_is_there_already_is_left_as_it_is_written() -> None:
    data = sheet_of(SHARED)
    package = Package(data)
    assert write(package, {}, {Place("Contoh", "B3"): '=A3*$A$1&""'}, {}) is data


def test_the_other_cells_mean_what_they_meant(need_program: Callable[[str], str], tmp_path: Path) -> None:
    need_program("soffice")
    before = sheet_of(SHARED.replace("</row>", '<c r="C9"><f>B1</f><v>0</v></c></row>'.replace("9", "1"), 1))
    after = put(before, {"B1": "70", "D7": "B4+B1"}, sheet="Contoh")
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path, data in zip(files, (before, after), strict=True):
        path.write_bytes(data)
    old, new = office.recalculate(files, tmp_path / "kerja")
    assert (new["Contoh", "B1"], new["Contoh", "C1"], new["Contoh", "D7"]) == (70, 70, 74)
    for ref in ("B2", "B3", "B4"):
        assert new["Contoh", ref] == old["Contoh", ref] == ref[1:]


@pytest.mark.parametrize(
    ("data", "ref", "reason"),
    [
        (sheet_of('<row r="1"><c r="A1"><f t="array" ref="A1:B2">1</f></c></row>'), "A1", "larik"),
        (sheet_of('<row r="1"><c r="A1"><f t="array" ref="A1:B2">1</f></c></row>'), "B2", "larik"),
        (sheet_of('<row r="1"><c r="A1"><f t="dataTable" ref="A1:B2" r1="C1"/></c></row>'), "B1", "tabel data"),
        (sheet_of("", after='<mergeCells><mergeCell ref="A1:C3"/></mergeCells>'), "B2", "gabungan A1:C3"),
        (sheet_of("", after='<sheetProtection sheet="1"/>'), "B2", "diproteksi"),
        (sheet_of("<row><c><v>1</v></c></row>"), "B2", "tidak bernomor"),
        (sheet_of(""), "A1", "tidak utuh"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(data: bytes, ref: str, reason: str) -> None:
    formula = "2" if reason != "tidak utuh" else "SUM(1"
    with pytest.raises(Refused, match=reason):
        write(Package(data), {}, {Place("Contoh", ref): formula}, {})


def test_a_tables_heading_stays_a_text() -> None:
    with pytest.raises(Refused, match="judul kolom"):
        put(RICH, {"B4": "1"}, sheet="Rekap b's")
    assert changed(RICH, put(RICH, {"B5": "1"}, sheet="Rekap b's")) == {SHEET2, CHAIN}


@pytest.mark.parametrize(
    "place", [Place("Tiada", "A1"), Place("Kegiatan", "A0"), Place("Kegiatan", "XFE1"), Place("Kegiatan", "A1:B2")]
)
def test_places_that_no_workbook_has_are_refused(place: Place) -> None:
    for values, formulas, comments in (({place: 1.0}, {}, {}), ({}, {place: "1"}, {}), ({}, {}, {place: "a"})):
        with pytest.raises(Refused):
            write(Package(RICH), values, formulas, comments)


def test_a_value_without_a_formula_is_refused_not_dropped() -> None:
    with pytest.raises(Refused, match="A2 bukan sel rumus"):
        write(Package(RICH), {Place("Kegiatan", "A2"): 5.0}, {}, {})


def test_a_missing_cell_of_an_array_is_made() -> None:
    data = sheet_of('<row r="1"><c r="A1"><f t="array" ref="A1:B2">D1:E2</f><v>1</v></c></row>')
    values: dict[Place, Value] = {Place("Contoh", ref): float(n) for n, ref in enumerate(["A1", "B1", "A2", "B2"], 1)}
    written = write(Package(data), values, {}, {})
    assert data_of(written) == (
        '<row r="1"><c r="A1"><f t="array" ref="A1:B2">D1:E2</f><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>'
    )
    again = Package(written)
    assert write(again, values, {}, {}) is again.data


def test_a_formula_is_taken_away_and_its_value_stays() -> None:
    written = put(RICH, {"B2": "", "B12": ""})
    assert changed(RICH, written) == {SHEET1, CHAIN}
    expected = parts(RICH)[SHEET1].replace(b"<f>A2*2</f>", b"").replace(b"<f>SUM(B2:B11)</f>", b"")
    assert parts(written)[SHEET1] == expected
    links = (
        parts(RICH)[CHAIN].replace(b'<c r="B2" i="1"/><c r="B3"/>', b'<c r="B3" i="1"/>').replace(b'<c r="B12"/>', b"")
    )
    assert parts(written)[CHAIN] == links


def test_a_chain_without_links_goes_with_all_that_names_it() -> None:
    data = RICH
    for sheet, refs in (("Kegiatan", [f"B{row}" for row in range(2, 13)]), ("Rekap b's", ["A1"])):
        data = put(data, dict.fromkeys(refs, ""), sheet=sheet)
    after = parts(data)
    assert CHAIN not in after
    assert not any(b"calcChain" in content for content in after.values())
    assert changed(RICH, data) == {SHEET1, SHEET2, CHAIN, "[Content_Types].xml", "xl/_rels/workbook.xml.rels"}


def test_excel_would_open_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(put(rich(macro=False), {"B3": "1", "Z40": "2", "B4": "", "A1": "3"}, {"B3": 1.0}))
    assert validator_errors(path) == []


def test_a_workbook_without_a_chain_stays_without() -> None:
    data = workbook({"A1": "=1"})
    assert changed(data, put(data, {"C3": "2"}, sheet="Contoh")) == {SHEET1}


cells = st.builds("{}{}".format, st.sampled_from("ABCDJZ"), st.integers(1, 31).filter(lambda row: row not in (14, 15)))


@bounded(40)
@given(st.dictionaries(cells, st.tuples(st.sampled_from(["1", "A9+1", '"a<b"&B2', "SUM(A:A)"]), st.booleans())))
def test_any_cells(wanted: dict[str, tuple[str, bool]]) -> None:
    formulas = {ref: text for ref, (text, _) in wanted.items()}
    values: dict[str, Value] = {ref: "nilai" for ref, (_, valued) in wanted.items() if valued}
    written = put(RICH, formulas, values)
    old, new = (openpyxl.load_workbook(io.BytesIO(data))["Kegiatan"] for data in (RICH, written))
    shown = openpyxl.load_workbook(io.BytesIO(written), data_only=True)["Kegiatan"]
    for row in range(1, 33):
        for column in range(1, 28):
            before, after = old.cell(row, column), new.cell(row, column)
            ref = after.coordinate
            if ref in wanted:
                assert after.value == f"={formulas[ref]}"
                assert shown[ref].value == values.get(ref, shown[ref].value if after.value == before.value else None)
            else:
                assert after.value == before.value
            if before.has_style:
                assert after.style_id == before.style_id
