"""Formulas taken out with their values left, and a sheet added: what else is in the file stays."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from angka_kredit.errors import Refused
from angka_kredit.recalc.frozen import freeze
from angka_kredit.recalc.new_sheet import add_sheet
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.part_lists import Parts
from angka_kredit.recalc.workbook import Place, read_workbook
from packages import CHAIN, SHEET1, TYPES, changed, exchanged, parts, replacing, rich
from sheets import cached, validator_errors

RICH = rich()
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl only reads here
WORKBOOK, RELATIONS, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"


def frozen(data: bytes, *refs: str, sheet: str = "Kegiatan") -> bytes:
    package = Package(data)
    found = freeze(package, [Place(sheet, ref) for ref in refs], read_workbook(package))
    return package.replaced(found.new, found.gone)


def with_sheet(data: bytes, title: str = "Daftar beku") -> tuple[bytes, str]:
    package = Package(data)
    found = Parts(package)
    rows = [("Sel", "Rumus", "Nilai"), ("A!B1", "=1+1 <&>", 2.5), ("A!B2", "=X()", "teks"), ("A!B3", "=Y()", None)]
    name = add_sheet(found, read_workbook(package), title, rows, (10, 20, 30))
    return package.replaced(found.new, found.gone), name


def test_the_value_stays_and_only_the_formula_goes() -> None:
    written = frozen(RICH, "B3", "B12")
    assert changed(RICH, written) == {SHEET1, CHAIN}
    before, after = parts(RICH)[SHEET1], parts(written)[SHEET1]
    assert after == before.replace(b"<f>A3*2</f>", b"").replace(b"<f>SUM(B2:B11)</f>", b"")
    assert cached(written, "Kegiatan") == cached(RICH, "Kegiatan")
    chain = parts(written)[CHAIN]
    assert b'"B3"' not in chain and b'"B12"' not in chain and b'"B4"' in chain


def test_an_array_formula_freezes_with_its_area() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Kegiatan")
        sheet.write_array_formula("A1:A2", "{=ROW(A1:A2)}", None, 1)
        sheet.write_number("A2", 2)
        sheet.write_dynamic_array_formula("C1:C2", "=ROW(A1:A2)", None, 1)
        sheet.write_number("C2", 2)
    written = frozen(file.getvalue(), "A1", "C1")
    xml = parts(written)[SHEET1]
    assert b"<f" not in xml and b" cm=" not in xml
    assert [cached(written, "Kegiatan")[ref] for ref in ("A1", "A2", "C1", "C2")] == [1, 2, 1, 2]


def test_a_shared_formula_freezes_whole_or_not_at_all() -> None:
    shared = {
        "<f>A4*2</f>": '<f t="shared" ref="B4:B5" si="0">A4*2</f>',
        "<f>A5*2</f>": '<f t="shared" si="0"/>',
    }
    data = RICH
    for old, new in shared.items():
        data = exchanged(data, {SHEET1: replacing(old, new)})
    assert b'si="0"' not in parts(frozen(data, "B4", "B5"))[SHEET1]
    for ref in ("B4", "B5"):
        with pytest.raises(Refused, match="hanya dibekukan sebagian"):
            frozen(data, ref)


def test_only_formulas_freeze() -> None:
    with pytest.raises(Refused, match="A2 bukan sel rumus"):
        frozen(RICH, "A2")
    with pytest.raises(Refused, match="tidak ada"):
        frozen(RICH, "A2", sheet="Lain")


def test_a_sheet_is_added_behind_the_others(tmp_path: Path) -> None:
    written, name = with_sheet(RICH)
    [new] = parts(written).keys() - parts(RICH).keys()
    assert changed(RICH, written) == {new, WORKBOOK, RELATIONS, TYPES, STYLES}
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert book.sheetnames == ["Kegiatan", "Rekap b's", name] == ["Kegiatan", "Rekap b's", "Daftar beku"]
    rows = [[cell.value for cell in row] for row in book[name].iter_rows()]
    assert rows[1] == ["A!B1", "=1+1 <&>", 2.5] and book[name]["B2"].data_type == "s"
    assert book[name]["B2"].number_format == "@"
    for ref in ("A1", "B3", "J2"):
        assert (
            book["Kegiatan"][ref].number_format
            == openpyxl.load_workbook(io.BytesIO(RICH))["Kegiatan"][ref].number_format
        )
    plain, _ = with_sheet(rich(macro=False))
    file = tmp_path / "a.xlsx"
    file.write_bytes(plain)
    assert validator_errors(file) == []


def test_a_taken_title_gets_a_number() -> None:
    once, first = with_sheet(RICH, "kegiatan")
    twice, second = with_sheet(once, "kegiatan")
    assert (first, second) == ("kegiatan (2)", "kegiatan (3)")
    assert len(openpyxl.load_workbook(io.BytesIO(twice)).sheetnames) == 4
