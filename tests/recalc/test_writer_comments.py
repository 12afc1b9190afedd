"""Comments added to workbooks that exist: they are seen, and nothing else of the sheet changes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

import office
from angka_kredit.errors import Refused
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.workbook import Place
from angka_kredit.recalc.writer import write
from packages import SHEET1, SHEET2, TYPES, changed, exchanged, parts, replacing, rich
from sheets import validator_errors, workbook

RICH = rich()
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
COMMENTS1, VML1 = "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"
OURS = "Angka kredit: 0,5 & <1>\nbaris kedua _x0041_"


def add(data: bytes, texts: Mapping[str, str], sheet: str = "Kegiatan") -> bytes:
    """Writes the comments, and checks that writing them once more changes nothing."""
    wanted = {Place(sheet, ref): text for ref, text in texts.items()}
    written = write(Package(data), {}, {}, wanted)
    again = Package(written)
    assert write(again, {}, {}, wanted) is again.data
    return written


def read(data: bytes, sheet: str) -> dict[str, tuple[str, str]]:
    """The comments as a reader sees them: ref -> (author, text)."""
    rows = openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows()
    return {cell.coordinate: (cell.comment.author, cell.comment.text) for row in rows for cell in row if cell.comment}


def by_openpyxl() -> bytes:
    """Its comments part and drawing have other names, other prefixes and absolute targets."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Kegiatan"
    book.active["A2"], book.active["A2"].comment = "isi", Comment("catatan penilai", "Penilai")
    book.save(file)
    return file.getvalue()


def plain(sheets: int = 1) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for number in range(sheets):
            book.add_worksheet(f"Lembar{number + 1}").write("B2", number)
    return file.getvalue()


@pytest.mark.parametrize(("data", "count"), [(RICH, 4), (by_openpyxl(), 2)], ids=["xlsxwriter", "openpyxl"])
def test_a_sheet_with_comments_gets_more(data: bytes, count: int) -> None:
    written = add(data, {"B3": OURS, "C9": "dua"})
    there = changed(data, written)
    assert len(there) == 2 and all(re.search("comment|vml", name) for name in there)  # the sheet is as it was
    assert read(written, "Kegiatan") == {
        "A2": read(data, "Kegiatan")["A2"],
        "B3": ("Angka Kredit", OURS.replace("_x0041_", "_x005F_x0041_")),  # openpyxl leaves the escape of '_'
        "C9": ("Angka Kredit", "dua"),
    }
    (name,) = [name for name in parts(written) if name.endswith(".vml")]
    ids = re.findall(rb'<\w+:shape [^>]*id="(_x0000_s\d+)"', parts(written)[name])
    assert len(ids) == len(set(ids)) == count + (data is not RICH)


def test_the_first_comment_of_a_sheet(tmp_path: Path) -> None:
    written = add(RICH, {"A1": OURS}, "Rekap b's")
    rels = "xl/worksheets/_rels/sheet2.xml.rels"
    new = {"xl/comments2.xml", "xl/drawings/vmlDrawing2.vml"}
    assert changed(RICH, written) == {SHEET2, rels, TYPES} | new
    before, after = parts(RICH), parts(written)
    element = re.compile(rb'<legacyDrawing xmlns:r="[^"]*" r:id="rId\d"/>')
    assert element.sub(b"", after[SHEET2]) == before[SHEET2]
    assert (
        after[SHEET2].index(b"<drawing ") < after[SHEET2].index(b"<legacyDrawing ") < after[SHEET2].index(b"<tablePart")
    )
    assert set(re.findall(rb'idmap [^>]*data="(\d+)"', after["xl/drawings/vmlDrawing2.vml"])) == {b"2"}
    assert list(read(written, "Rekap b's")) == ["A1"] and read(written, "Kegiatan") == read(RICH, "Kegiatan")


def test_a_workbook_without_any_comment(tmp_path: Path) -> None:
    data = plain(2)
    written = add(add(data, {"B2": OURS}, "Lembar1"), {"XFD1048576": "ujung"}, "Lembar2")
    rels = {f"xl/worksheets/_rels/sheet{number}.xml.rels" for number in (1, 2)}
    new = {COMMENTS1, VML1, "xl/comments2.xml", "xl/drawings/vmlDrawing2.vml"}
    assert changed(data, written) == {SHEET1, SHEET2, TYPES} | rels | new
    assert parts(written)[TYPES].count(b'Extension="vml"') == 1
    path = tmp_path / "a.xlsx"
    path.write_bytes(written)
    assert validator_errors(path) == []


def test_another_persons_comment_is_kept_ours_below_it() -> None:
    written = add(RICH, {"A2": OURS})
    assert changed(RICH, written) == {COMMENTS1}
    author, text = read(RICH, "Kegiatan")["A2"]
    assert read(written, "Kegiatan")["A2"] == (author, f"{text}\n\n{OURS}".replace("_x0041_", "_x005F_x0041_"))
    twice = add(written, {"A2": "penilai"})  # a word of theirs is not our comment
    assert read(twice, "Kegiatan")["A2"][1].endswith("\n\npenilai")


def test_a_button_keeps_its_drawing() -> None:
    """Form controls use the same drawing as comments: a sheet may have one without the other."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Kegiatan").insert_button("B3", {"caption": "Hitung"})
    data = file.getvalue()
    written = add(data, {"A1": OURS})
    assert changed(data, written) == {COMMENTS1, VML1, "xl/worksheets/_rels/sheet1.xml.rels", TYPES}
    before, after = parts(data)[VML1], parts(written)[VML1]
    cut = len(before) - len(b"</xml>")
    assert after.startswith(before[:cut]) and after.endswith(b"</xml>")
    assert re.findall(rb'<v:shape [^>]*id="_x0000_s(\d+)"', after) == [b"1025", b"1026"]


def test_excel_would_open_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(add(add(rich(macro=False), {"B3": OURS, "A2": OURS}), {"A1": OURS}, "Rekap b's"))
    assert validator_errors(path) == []


def test_libreoffice_shows_them(need_program: Callable[[str], str], tmp_path: Path) -> None:
    need_program("soffice")
    data = {"a": add(RICH, {"B3": "tiga", "A2": "dua"}), "b": add(by_openpyxl(), {"C3": "tiga"}), "c": plain()}
    data["c"] = add(data["c"], {"B2": "satu\ndua"}, "Lembar1")
    files = [tmp_path / f"{name}.xlsx" for name in data]
    for path, content in zip(files, data.values(), strict=True):
        path.write_bytes(content)
    office.recalculate(files, tmp_path / "kerja")
    shown = [(tmp_path / "kerja" / "done" / f"000{number}.xlsx").read_bytes() for number in range(3)]
    assert {ref: text for ref, (_, text) in read(shown[0], "Kegiatan").items()} == {
        "A2": f"{read(RICH, 'Kegiatan')['A2'][1]}\n\ndua",
        "B3": "tiga",
    }
    assert {ref: text for ref, (_, text) in read(shown[1], "Kegiatan").items()} == {
        "A2": "catatan penilai",
        "C3": "tiga",
    }
    assert {ref: text for ref, (_, text) in read(shown[2], "Lembar1").items()} == {"B2": "satu\ndua"}


def test_a_prefix_is_kept() -> None:
    xml = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>'
    )
    written = add(exchanged(plain(), {SHEET1: xml.encode()}), {"A1": "satu"}, "Lembar1")
    assert re.search(rb"<x:sheetData/><x:legacyDrawing [^>]*/></x:worksheet>", parts(written)[SHEET1])
    assert read(written, "Lembar1") == {"A1": ("Angka Kredit", "satu")}


def test_what_cannot_be_is_refused_in_words() -> None:
    threaded = exchanged(RICH, {COMMENTS1: replacing("<author>Penilai</author>", "<author>tc={1-2}</author>")})
    merged = {"B15": "di sel gabungan"}
    strict = exchanged(
        plain(),
        {SHEET1: replacing("http://schemas.openxmlformats.org/spreadsheetml/2006/", "http://purl.oclc.org/ooxml/x/")},
    )
    for data, texts, sheet, reason in (
        (threaded, {"A2": "x"}, "Kegiatan", "utas komentar"),
        (RICH, merged, "Kegiatan", "gabungan A14:C15"),
        (RICH, {"A1": " "}, "Kegiatan", "kosong"),
        (RICH, {"A1": "x" * 32_768}, "Kegiatan", "32767"),
        (strict, {"A1": "x"}, "Lembar1", "Strict"),
        (RICH, {f"A{row}": "x" for row in range(20, 1045)}, "Kegiatan", "1023"),
    ):
        with pytest.raises(Refused, match=reason):
            add(data, texts, sheet)


def test_values_formulas_and_comments_at_once() -> None:
    place, other = Place("Kegiatan", "B3"), Place("Kegiatan", "B4")
    written = write(Package(RICH), {place: 12.0, other: 9.0}, {place: "A3*4"}, {place: "dikalikan empat"})
    assert changed(RICH, written) == {SHEET1, COMMENTS1, VML1}
    before, after = parts(RICH)[SHEET1], parts(written)[SHEET1]
    assert after == before.replace(b"<f>A3*2</f><v>6<", b"<f>A3*4</f><v>12<").replace(
        b"A4*2</f><v>8<", b"A4*2</f><v>9<"
    )


def test_nothing_to_write_is_the_same_object() -> None:
    data = workbook({"A1": "=1"})
    assert write(Package(data), {}, {}, {}) is data
