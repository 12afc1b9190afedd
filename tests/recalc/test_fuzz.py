"""Damaged packages: each is refused in words, or written with every part that was not meant to change as it was.

`make fuzz` searches longer. What it found stands in corpus/, and is tried first in every run."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.worksheet.formula import ArrayFormula

from angka_kredit.errors import Refused
from angka_kredit.recalc.cells import scan
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.sheet_cells import area_refs
from angka_kredit.recalc.stale import stale
from angka_kredit.recalc.values import Value
from angka_kredit.recalc.workbook import Place, WorkbookInfo, read_workbook
from angka_kredit.recalc.writer import write
from fuzzing import bounded
from packages import SHEET1, exchanged, packed, parts, rich
from rawzip import Raw, raw_zip

CORPUS = sorted(Path(__file__).with_name("corpus").iterdir())
MEANT = (
    "xl/worksheets/",
    "xl/comments",
    "xl/drawings/vml",
    "xl/drawings/comments",
    "xl/calcChain.xml",
    "[Content_Types",
)


def by_openpyxl() -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    for ref, value in {"A1": 2, "A2": "teks", "B1": "=A1*2", "B2": '=A2&"é"'}.items():
        sheet[ref] = value
    sheet["C1"] = ArrayFormula("C1:C2", "=A1:A2*2")
    sheet["A1"].comment = Comment("catatan", "Penilai")
    book.save(file)
    return file.getvalue()


def streamed(data: bytes) -> bytes:
    """With sizes behind each entry."""
    entries = []
    for name, content in parts(data).items():
        entry = Raw(name.encode(), content, flags=8, local_sizes=(0, 0, 0))
        entry.behind = struct.pack("<4sIII", b"PK\x07\x08", *entry.sizes())
        entries.append(entry)
    return raw_zip(entries)


SEEDS = [rich(macro=False), by_openpyxl(), streamed(by_openpyxl()), packed(parts(by_openpyxl()), stored=True)]
PIECES = [
    *(b"", b"\0", b"\xff", b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07", b"\xff\xff\xff\xff", b"\1\0"),
    *(b"<", b">", b"/>", b"</c>", b"<c>", b'<c r="A1">', b"<f>", b"</f>", b"<v>", b"</v>", b"<row>", b"<!--", b"-->"),
    *(b"&", b"&#0;", b"]]>", b"<![CDATA[", b"<?x?>", b'"', b"'", b"=", b' t="s"', b' t="array" ref="A1:C3"'),
    *(b"<!DOCTYPE x>", b"sheetData", b"rId1", b"A1", b"XFD1048576", b"1048577", b"..", b"/", b"\xef\xbb\xbf", b"\xc3"),
]  # fmt: skip

WORDS = [
    *(b"", b"0", b"-1", b"1", b"99999999999", b"A1", b"B2", b"A1:B2", b"A1:XFD1048576", b"$A$1", b"A:A", b"XFE1"),
    *(b"rId1", b"rId2", b"worksheets/sheet1.xml", b"/xl/workbook.xml", b"../../x", b"sheet1.xml", b"s", b"str", b"e"),
    *(b"shared", b"array", b"dataTable", b"inlineStr", b"#N/A", b"1E400", b"nan", b"true", b"tc={1}", b"Kegiatan"),
    *(b"&lt;&amp;", b"&#55357;", b"_x0041_", "é\U0001f600".encode(), b" ", b"A1*2", b"SUM(A1", b"$B$2:C3"),
]  # fmt: skip
LIKELY = (SHEET1, "xl/workbook.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/calcChain.xml")


@st.composite
def damage(draw: st.DrawFn, data: bytes) -> bytes:
    """A few cuts, insertions and copies."""
    new = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(new)))
        upto = min(len(new), at + draw(st.sampled_from([0, 1, 1, 2, 4, 30, 300])))
        kind = draw(st.sampled_from(["piece", "byte", "copy"]))
        if kind == "piece":
            new[at:upto] = draw(st.sampled_from(PIECES))
        elif kind == "byte" and at < len(new):
            new[at] = draw(st.integers(0, 255))
        else:
            new[at:at] = new[at:upto]
    return bytes(new)


_VALUE, _TEXT = re.compile(rb'="([^"]*)"'), re.compile(rb">([^<>]*)<")
_ELEMENT = re.compile(
    rb"<([\w:]+)(?: [^<>]*)?/>|<([\w:]+)(?: [^<>]*)?>[^<>]*</\2>|<(c|row|f|comment)[ >].*?</\3>", re.DOTALL
)


@st.composite
def tangle(draw: st.DrawFn, xml: bytes) -> bytes:
    """The XML still well-formed, with values, texts and whole elements exchanged, repeated, moved or lost."""
    for _ in range(draw(st.integers(1, 3))):
        pattern = draw(st.sampled_from([_VALUE, _TEXT, _ELEMENT, _ELEMENT]))
        found = list(pattern.finditer(xml))
        if not found:
            continue
        one, other = draw(st.sampled_from(found)), draw(st.sampled_from(found))
        group = 0 if pattern is _ELEMENT else 1
        if group:
            new = draw(st.sampled_from([other[1], *WORDS]))
            xml = xml[: one.start(1)] + new + xml[one.end(1) :]
        else:
            kept = one[0] * draw(st.sampled_from([0, 1, 2]))
            pair = sorted([(one.start(), one.end(), kept), (other.end(), other.end(), one[0])])
            if pair[0][1] <= pair[1][0]:
                xml = xml[: pair[0][0]] + pair[0][2] + xml[pair[0][1] : pair[1][0]] + pair[1][2] + xml[pair[1][1] :]
    return xml


@st.composite
def damaged_packages(draw: st.DrawFn) -> bytes:
    """Bytes of the package damaged, or content of its parts in a package that is whole."""
    seed, kind = draw(st.sampled_from(SEEDS)), draw(st.sampled_from(["package", "bytes", "tangle", "tangle"]))
    if kind == "package":
        return draw(damage(seed))
    change = damage if kind == "bytes" else tangle
    names = draw(st.lists(st.sampled_from([*parts(seed), *LIKELY]), min_size=1, max_size=3, unique=True))
    new = {name: draw(change(parts(seed)[name])) for name in names if name in parts(seed)}
    return exchanged(seed, new, stored=draw(st.booleans()))


def check(data: bytes) -> None:
    """Reads the package, writes values, a formula and a comment into it, and looks at what came of the rest."""
    try:
        package = Package(data)
        info = read_workbook(package)
        values = new_values(package, info)
        stale(package, info, values)
        sheet = info.sheets[0].name if info.sheets else "Tiada"
        formulas, comments = {Place(sheet, "D9"): "1+1"}, {Place(sheet, "E5"): "uji"}
    except Refused:
        return
    for wanted in ((values, {}, {}), ({}, formulas, {}), ({}, {}, comments), (values, formulas, comments)):
        try:
            written = write(package, *wanted)
        except Refused:
            continue
        check_rest(data, written)
        again = Package(written)
        assert write(again, *wanted) is again.data


def new_values(package: Package, info: WorkbookInfo) -> dict[Place, Value]:
    found: dict[Place, Value] = {}
    for sheet in info.sheets:
        cells = scan(sheet.part, package.read(sheet.part))
        assert isinstance(cells.typed, dict)
        for cell in cells.formulas:
            refs = area_refs(cell.area) if cell.formula_kind == "array" else [cell.ref]
            found |= {Place(sheet.name, ref): "baru <&>" for ref in refs}
    return found


def check_rest(before: bytes, after: bytes) -> None:
    """Entries not meant to change are there, in their order, byte for byte."""
    old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    assert new.testzip() is None
    assert new.namelist()[: len(old.namelist())] == old.namelist()
    for info in old.infolist():
        if not info.filename.startswith(MEANT):
            assert raw(after, new.getinfo(info.filename)) == raw(before, info)


def raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The entry's local header and its packed data."""
    name, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
    return data[info.header_offset : info.header_offset + 30 + name + extra + info.compress_size]


def check_recalculated(data: bytes) -> None:
    try:
        written = recalculate(data).data
    except Refused:
        return
    check_rest(data, written)


@bounded(300)
@given(damaged_packages())
def test_a_damaged_package_is_refused_or_kept(data: bytes) -> None:
    check(data)


@bounded(100)
@given(damaged_packages())
def test_a_damaged_package_is_refused_or_recalculated(data: bytes) -> None:
    check_recalculated(data)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_what_was_found_before(path: Path) -> None:
    check(path.read_bytes())
    check_recalculated(path.read_bytes())


def test_the_seeds_are_written() -> None:
    """Without this, all above might be refusals."""
    for data in SEEDS:
        package = Package(data)
        info = read_workbook(package)
        values = new_values(package, info)
        place = Place(info.sheets[0].name, "E5")
        written = write(package, values, {Place(place.sheet, "D9"): "1+1"}, {place: "uji"})
        check_rest(data, written)
        assert len(values) >= 4 and written != data
