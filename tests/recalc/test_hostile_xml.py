"""Workbooks whose parts are made to mislead or to exhaust: each is refused in words, within bounded memory."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from angka_kredit.cli import main
from angka_kredit.errors import Refused
from angka_kredit.recalc.limits import DEEPEST_XML, LONGEST_FORMULA, MOST_CELLS, MOST_FORMULAS
from angka_kredit.recalc.run import recalculate
from limited import recalculated
from packages import SHEET1, TYPES, exchanged, inserted, parts, related, replacing, rich
from rawzip import Raw, raw_zip
from sheets import workbook

GOOD = workbook({"B1": "=A1*2"}, {"A1": 21, "A2": "teks"})
BOOK, RELS, STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
READ = (SHEET1, BOOK, RELS, STRINGS, TYPES, "_rels/.rels", "xl/styles.xml", "docProps/app.xml", "xl/theme/theme1.xml")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Change = Callable[[bytes], bytes]
BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 9}'>" for n in range(9)
) + "]>"  # fmt: skip
EXTERNAL = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
PARAMETER = "<!DOCTYPE x [<!ENTITY % a SYSTEM 'http://localhost/a.dtd'>%a;]>"


def behind_declaration(new: str) -> Change:
    return lambda xml: re.sub(rb"(<\?xml[^>]*\?>)", lambda found: found[1] + new.encode(), xml, count=1)


def at_end(new: bytes) -> Change:
    """At the end of the root's content."""
    return lambda xml: xml[: xml.rindex(b"</")] + new + xml[xml.rindex(b"</") :]


def deep(levels: int) -> Change:
    return at_end(b"<a>" * levels + b"</a>" * levels)


def in_utf16(xml: bytes) -> bytes:
    return xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")


def unclosed(xml: bytes) -> bytes:
    return xml[: xml.rindex(b"</")]


EVERYWHERE: dict[str, tuple[Change, str]] = {
    "XML bomb": (behind_declaration(BOMB), "memuat DTD"),
    "external entity": (behind_declaration(EXTERNAL), "memuat DTD"),
    "parameter entity": (behind_declaration(PARAMETER), "memuat DTD"),
    "XML bomb in UTF-16": (lambda xml: in_utf16(behind_declaration(BOMB)(xml)), "tidak bersandi UTF-8"),
    "UTF-16": (in_utf16, "tidak bersandi UTF-8"),
    "UTF-16 without a mark": (lambda xml: in_utf16(xml)[2:], "tidak bersandi UTF-8"),
    "another encoding": (replacing("UTF-8", "windows-1252"), "tidak bersandi UTF-8"),
    "deep nesting": (deep(DEEPEST_XML), f"bertingkat lebih dari {DEEPEST_XML}"),
    "very deep nesting": (deep(200_000), f"bertingkat lebih dari {DEEPEST_XML}"),
    "unclosed tags": (unclosed, "bukan XML yang sah"),
    "undefined entity": (
        lambda xml: xml[: xml.rindex(b"</")] + b"&a;" + xml[xml.rindex(b"</") :],
        "bukan XML yang sah",
    ),
    "two roots": (lambda xml: xml + b"<a/>", "bukan XML yang sah"),
    "nothing": (lambda xml: b"", "bukan XML yang sah"),
    "broken UTF-8": (at_end(b"\xff"), "bukan XML yang sah"),
}


@pytest.mark.parametrize("part", READ)
@pytest.mark.parametrize("case", EVERYWHERE)
def test_in_any_part(case: str, part: str) -> None:
    change, reason = EVERYWHERE[case]
    with pytest.raises(Refused, match=f"{re.escape(part)}.*{reason}"):
        recalculate(exchanged(GOOD, {part: change}, stored=True))  # packed, some would be refused as zip bombs


def test_a_part_of_another_name_is_no_way_around() -> None:
    data = exchanged(GOOD, {"xl/lain.bin": behind_declaration(BOMB)(parts(GOOD)[SHEET1])})
    with pytest.raises(Refused, match=r"xl/lain\.bin memuat DTD"):
        recalculate(data)
    bomb = (
        b"<?xml version='1.0' encoding='utf-16'?>".decode().encode("utf-16")
        + BOMB.encode("utf-16-le")
        + "<x/>".encode("utf-16-le")
    )
    with pytest.raises(Refused, match=r"customXml/item1\.xml memuat DTD"):
        recalculate(exchanged(GOOD, {"customXml/item1.xml": bomb}))


def test_what_excel_itself_writes_in_utf16_passes() -> None:
    query = "<?xml version='1.0' encoding='utf-16'?><DataMashup>AAA</DataMashup>".encode("utf-16")
    data = exchanged(GOOD, {"customXml/item1.xml": query, "xl/drawings/vmlDrawing9.vml": b"<xml><br></xml>"})
    assert parts(recalculate(data).data)["customXml/item1.xml"] == query


CELL = '<c r="A1"><v>21</v></c>'
SHEETS: dict[str, tuple[Change, str]] = {
    "10 MB of a number": (replacing("<v>21<", f"<v>{'1' * 10_000_000}<"), "32767 huruf"),
    "10 MB in lines": (replacing(CELL, f'<c r="A1" t="str"><v>{"a&#10;" * 2_000_000}</v></c>'), "32767 huruf"),
    "10 MB of text": (replacing(CELL, f'<c r="A1" t="inlineStr"><is><t>{"a" * 10**7}</t></is></c>'), "32767 huruf"),
    "a letter too many": (replacing(CELL, f'<c r="A1" t="str"><v>{"a" * 32_768}</v></c>'), "A1 .* 32767 huruf"),
    "10 MB of a formula": (replacing("A1*2", "1+" * 5_000_000 + "1"), "32767 huruf"),
    "a formula too long": (replacing("A1*2", "1+" * (LONGEST_FORMULA // 2) + "1"), "B1 melebihi 8192"),
    "nested parentheses": (replacing("A1*2", "(" * 4000 + "1" + ")" * 4000), "B1 bertingkat"),
    "a tower of powers": (replacing("A1*2", "1^" * 4000 + "1"), "B1 bertingkat"),
    "a row too many": (inserted("</sheetData>", '<row r="1048577"/>'), "tidak sah"),
    "a column too many": (inserted("</row>", '<c r="XFE1"/>'), "di luar lembar"),
    "the same cell twice": (inserted("</row>", '<c r="B1"><v>1</v></c>'), "berganda"),
    "a row out of order": (inserted("</sheetData>", '<row r="1"/>'), "tidak berurutan"),
    "a cell of another row": (replacing('r="A1"', 'r="A9"'), "tidak di barisnya"),
    "cells outside of rows": (inserted("</sheetData>", "<c/>"), "tidak semestinya"),
    "an array over all": (
        replacing("<f>A1*2</f>", '<f t="array" ref="B1:XFD1048576">A1*2</f>'),
        f"lebih dari {MOST_CELLS} sel",
    ),
    "too many cells": (
        inserted("</sheetData>", "".join(f'<row r="{row}">{"<c/>" * 16_000}</row>' for row in range(9, 72))),
        f"lebih dari {MOST_CELLS} sel",
    ),
    "too many formulas": (
        inserted("</sheetData>", "".join(f'<row r="{row}">{"<c><f>1</f></c>" * 10_000}</row>' for row in range(9, 30))),
        f"lebih dari {MOST_FORMULAS} rumus",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SHEETS)
def test_in_a_sheet(case: str) -> None:
    change, reason = SHEETS[case]
    if case in ("the same cell twice", "a column too many"):  # there are two rows: only the first is meant
        old, change = change, lambda xml: old(xml.split(b"</row>")[0] + b"</row>") + xml.split(b"</row>", 1)[1]
    with pytest.raises(Refused, match=reason):
        recalculate(exchanged(GOOD, {SHEET1: change}, stored=True))


BOOKS: dict[str, tuple[dict[str, Change], str]] = {
    "10 MB of a shared text": ({STRINGS: replacing("teks", "a" * 10_000_000)}, "32767 huruf"),
    "a sheet that is said to be a drawing": (
        {TYPES: replacing("spreadsheetml.worksheet+xml", "drawing+xml")},
        "bukan lembar kerja",
    ),
    "a workbook that is said to be a text": (
        {TYPES: replacing("spreadsheetml.sheet.main+xml", "wordprocessingml.document.main+xml")},
        "bukan buku kerja Excel",
    ),
    "a binary workbook": (
        {TYPES: replacing("openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "ms-excel.sheet.binary.main")},
        r"\.xlsb",
    ),
    "a sheet that is said to be nothing": ({TYPES: replacing(f"/{SHEET1}", "/tidak ada")}, "bukan lembar kerja"),
    "a type told twice": (
        {TYPES: inserted("</Types>", f'<Override PartName="/{SHEET1.upper()}" ContentType="image/png"/>')},
        "dua kali",
    ),
    "a sheet outside": ({RELS: replacing('Target="work', 'TargetMode="External" Target="work')}, "paket ini"),
    "a sheet by a crooked way": ({RELS: replacing("worksheets/", "../xl/worksheets/")}, "paket ini"),
    "a sheet that is not there": ({RELS: replacing("sheet1.xml", "sheet7.xml")}, "bukan lembar kerja|tidak ada"),
    "a sheet beyond the root": ({RELS: replacing("worksheets/", "../../../worksheets/")}, "paket ini"),
    "a relation told twice": (
        {RELS: inserted("</Relationships>", '<Relationship Id="rId1" Type="x/worksheet" Target="a.xml"/>')},
        "dua hubungan",
    ),
    "two sheets of one part": (
        {BOOK: inserted("</sheets>", '<sheet name="Lain" sheetId="2" r:id="rId1"/>')},
        "bagian yang sama",
    ),
    "two workbooks": (
        {"_rels/.rels": inserted("</Rel", f'<Relationship Id="z" Type="{_OFFICE}/officeDocument" Target="b"/>')},
        "lebih dari satu buku kerja",
    ),
    "another workbook than the usual": (
        {"_rels/.rels": replacing("xl/workbook.xml", "xl/styles.xml")},
        "lebih dari satu buku kerja",
    ),
    "a package that is its own workbook": (
        {"_rels/.rels": replacing("xl/workbook.xml", "_rels/.rels")},
        "lebih dari satu buku kerja",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BOOKS)
def test_in_a_workbook(case: str) -> None:
    changes, reason = BOOKS[case]
    with pytest.raises(Refused, match=reason):
        recalculate(exchanged(GOOD, changes, stored=True))


def test_relations_that_run_in_a_circle_end() -> None:
    """A drawing that is its own chart, a chart that has the sheet for its drawing, a workbook that is its own sheet."""
    data, drawing, chart = rich(), "xl/drawings/drawing1.xml", "xl/charts/chart1.xml"
    for source, kind, target in (
        (drawing, "chart", drawing),
        (chart, "drawing", SHEET1),
        (SHEET1, "drawing", SHEET1),
        (SHEET1, "pivotTable", SHEET1),
        (BOOK, "worksheet", BOOK),
    ):
        data = related(data, source, f"{_OFFICE}/{kind}", target)
    data = exchanged(data, {SHEET1: replacing("<f>A2*2</f><v>4</v>", "<f>A2*2</f><v>5</v>")})
    assert len(recalculate(data).changed) == 1


@pytest.mark.parametrize(
    "formulas",
    [{"A1": "=A1"}, {"A1": "=B1", "B1": "=A1+1"}, {"A1": "=SUM(A1:A3)"}, {"A1": "=IF(B1>0,A1,1)", "B1": "=1"}],
    ids=["itself", "two", "range", "in a branch"],
)
def test_circles_of_formulas_are_refused(formulas: dict[str, str]) -> None:
    with pytest.raises(Refused):
        recalculate(workbook(formulas))


BOUND = 1024  # MiB of address space, of which Python and the engines take some 300 before they begin


def huge_sheet(size: int, told: int) -> bytes:
    """A workbook whose sheet unpacks to `size` bytes of rows; its headers tell `told`."""
    row = b'<row r="1"><c r="A1"><v>1</v></c></row>' * 26_000
    head, foot = parts(GOOD)[SHEET1].split(b"<sheetData>")[0] + b"<sheetData>", b"</sheetData></worksheet>"
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    pieces = [packer.compress(head), *(packer.compress(row) for _ in range(size // len(row))), packer.compress(foot)]
    sheet = Raw(SHEET1.encode(), b"", body=b"".join([*pieces, packer.flush()]), size=told)
    return raw_zip([sheet if name == SHEET1 else Raw(name.encode(), data) for name, data in parts(GOOD).items()])


@pytest.mark.parametrize("told", [2**30, 10_000], ids=["honest", "lying"])
def test_a_sheet_of_a_gibibyte(tmp_path: Path, told: int) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(huge_sheet(2**30, told))
    answer = recalculated(path, BOUND)
    assert answer.startswith("DITOLAK") and ("terlalu besar" in answer or "rusak" in answer)


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        ("".join(f'<row r="{row}"/>' for row in range(3, 1_048_577)), "SELESAI"),
        ("".join(f'<row r="{row}"><c r="A{row}"/></row>' for row in range(3, 1_000_000)), "SELESAI"),
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "SELESAI"),
        (" " * 2**24, "DITOLAK"),
    ],
    ids=["empty rows", "empty cells", "the last cell", "blanks"],
)
def test_large_but_legal(tmp_path: Path, rows: str, answer: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(exchanged(GOOD, {SHEET1: inserted("</sheetData>", rows)}))
    assert recalculated(path, BOUND).startswith(answer)


def test_nothing_is_written(tmp_path: Path) -> None:
    path, out = tmp_path / "a.xlsx", tmp_path / "hasil"
    path.write_bytes(exchanged(GOOD, {SHEET1: behind_declaration(BOMB)}))
    result = CliRunner().invoke(main, ["hitung-ulang", str(path), "--keluar", str(out)])
    assert result.exit_code == 1 and "memuat DTD" in result.output
    assert not list(out.rglob("*.xlsx"))
