"""Whole workbooks recalculated: right values, every other part as it was, and refusals in words."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from angka_kredit.errors import Refused
from angka_kredit.recalc.explain import explain_cells
from angka_kredit.recalc.run import recalculate
from examples_table import EXAMPLES
from sheets import SHEET, cached, examples_workbook, validator_errors, workbook

COMPUTED = [example for example in EXAMPLES if example.hasil != "#N/A"]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.mark.parametrize("in_cells", [True, False], ids=["cells", "literals"])
def test_every_example_in_a_file_without_the_vote(in_cells: bool) -> None:
    """A function that answers a table shows its first cell, though its neighbours are filled.

    With the vote: tests/hosts/test_same_answer.py."""
    data, where = examples_workbook([one for one in COMPUTED if in_cells or not one.ranged], in_cells=in_cells)
    values = cached(recalculate(data, vote=False).data)
    got = {f"{ref} {example}": values[ref] if values[ref] is not None else "" for ref, example in where.items()}
    assert got == {f"{ref} {example}": example.hasil for ref, example in where.items()}


@pytest.fixture
def rich() -> bytes:
    """A workbook with much that a careless writer loses."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, other = book.add_worksheet("Kegiatan"), book.add_worksheet("Rekap b's")
        bold = book.add_format({"bold": True, "num_format": "0.000", "bg_color": "#FFEEAA"})
        sheet.write_row("A1", ["Volume", "AK"], bold)
        for row in range(2, 12):
            sheet.write(f"A{row}", row)
            sheet.write_formula(f"B{row}", f'=ANGKA_KREDIT(0.014,A{row},jenjang,"pmb","Ahli Madya")', bold, 0)
        sheet.write_formula("B12", "=SUM(B2:B11)", bold, 0)
        sheet.write("D1", "Ahli Muda")
        sheet.data_validation("D1", {"validate": "list", "source": ["Ahli Muda", "Ahli Madya"]})
        sheet.conditional_format("B2:B11", {"type": "data_bar"})
        sheet.write_comment("A2", "catatan penilai")
        sheet.add_sparkline("E2", {"range": "Kegiatan!A2:A11"})
        sheet.protect()
        book.define_name("jenjang", "=Kegiatan!$D$1")
        other.write_formula("A1", '=IF(ROUND(Kegiatan!B12,3)>=0.8,"cukup","kurang")', None, "lama")
        other.write_formula("A2", "=Kegiatan!B12*2", None, 0)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Kegiatan!$B$2:$B$11"})
        other.insert_chart("C3", chart)
    return file.getvalue()


def test_only_values_change(rich: bytes) -> None:
    outcome = recalculate(rich)
    # 0,014 x 80% x (2 + 3 + ... + 11) = 0,0112 x 65 = 0,728
    assert cached(outcome.data, "Kegiatan")["B12"] == pytest.approx(0.728, abs=1e-12)
    assert cached(outcome.data, "Kegiatan")["B2"] == 0.0224
    assert cached(outcome.data, "Rekap b's")["A1"] == "kurang"
    assert cached(outcome.data, "Rekap b's")["A2"] == pytest.approx(1.456, abs=1e-12)
    assert (outcome.formulas, len(outcome.changed), outcome.notes) == (13, 13, [])
    before, after = parts(rich), parts(outcome.data)
    assert list(before) == list(after)
    sheets = {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
    assert {name for name in before if before[name] != after[name]} == sheets
    value = re.compile(rb'(<c [^>]*?)(?: t="str")?(>)(<f>[^<]*</f>)<v>[^<]*</v>')
    for name in sheets:
        assert value.sub(rb"\1\2\3", before[name]) == value.sub(rb"\1\2\3", after[name])


def test_a_second_run_changes_nothing(rich: bytes) -> None:
    once = recalculate(rich).data
    again = recalculate(once)
    assert (again.data, again.changed) == (once, [])


def test_an_error_of_the_input_is_written_and_reported() -> None:
    formulas = {
        "B1": '=ANGKA_KREDIT(0.5,A1,"Ahli Muda","pmb")',
        "B2": '=ANGKA_KREDIT(0.5,A2,"Ahli Muda","pmb")',
        "B3": "=SUM(B1:B2)",
        "B4": "=IFERROR(B3,0)",
    }
    outcome = recalculate(workbook(formulas, {"A1": 2, "A2": -2}))
    values = cached(outcome.data)
    assert (values["B1"], values["B2"], values["B3"], values["B4"]) == (1.0, "#NUM!", "#NUM!", 0)
    ((place, words),) = outcome.notes
    assert str(place) == f"{SHEET}!B2" and "Volume -2 negatif" in words


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("=1/A9", "A1: menjadi #DIV/0!, padahal semula bukan galat"),
        ("=TODAY()", "TODAY"),
        ("=A2:A3+1", "rentang"),
    ],
)
def test_what_cannot_be_trusted_stops_the_file(formula: str, reason: str) -> None:
    with pytest.raises(Refused, match=re.escape(reason)):
        recalculate(workbook({"A1": formula}))


def test_an_error_that_excel_saw_too_stays() -> None:
    data = workbook({"A1": "=NOT_HERE"})
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        sheet.write_formula("A1", "=1/0", None, "#DIV/0!")
        sheet.write_formula("A2", "=A1+1", None, "#DIV/0!")
    outcome = recalculate(file.getvalue())
    assert outcome.changed == [] and outcome.data == file.getvalue()
    with pytest.raises(Refused, match="NOT_HERE"):
        recalculate(data)


def damaged(data: bytes, old: bytes, new: bytes, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        for name, content in parts(data).items():
            book.writestr(name, content.replace(old, new) if name == part else content)
    return file.getvalue()


def test_values_that_are_no_numbers_are_named() -> None:
    data = damaged(workbook({"B1": "=SUM(A1:A2)"}, {"A1": 77, "A2": 88}), b"<v>77</v>", b"<v>0.4.0</v>")
    with pytest.raises(Refused, match=r"1 sel .* Contoh!A1 berisi '0\.4\.0'"):
        recalculate(data)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"<workbookPr ", b'<workbookPr date1904="1" ', "1904"),
        (b"<calcPr ", b'<calcPr iterate="1" ', "iterasi"),
        (b"<calcPr ", b'<calcPr fullPrecision="0" ', "ketelitian"),
    ],
)
def test_unsafe_settings_stop_the_file(old: bytes, new: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        recalculate(damaged(workbook({"A1": "=1+1"}), old, new, "xl/workbook.xml"))


def test_every_cell_of_ours_is_explained(rich: bytes) -> None:
    found = {str(place): words for place, _, words in explain_cells(rich)}
    assert len(found) == 10
    assert "0,014 x 2 x 80% = 0,0224" in found["Kegiatan!B2"]
    assert "Lampiran III.2.a" in found["Kegiatan!B2"]


def test_an_explanation_does_not_disturb_the_next() -> None:
    formulas = {"A1": '=FAKTOR_JENJANG("Muda","Madya","pmb")', "A2": '=ANGKA_KREDIT(A1,1,"Muda","pmb")'}
    found = {str(place): words for place, _, words in explain_cells(workbook(formulas))}
    assert "= 0,8 x 1 x 100% = 0,8" in found[f"{SHEET}!A2"]


def test_excel_would_open_the_result(rich: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hasil.xlsx"
    path.write_bytes(recalculate(rich).data)
    assert validator_errors(path) == []


def test_a_name_that_two_sheets_define_differently_stops_the_file() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name in ("Satu", "Dua"):
            book.add_worksheet(name).write_formula("B1", "=lokal*2", None, 0)
            book.define_name(f"{name}!lokal", f"={name}!$A$1")
    with pytest.raises(Refused, match="lokal"):
        recalculate(file.getvalue())


def test_sumif_over_an_error_that_it_would_add_stops_the_file() -> None:
    formulas = {"B2": '=ANGKA_KREDIT(0.5,-1,"Ahli Muda","pmb")', "D1": '=SUMIF(A1:A3,"a",B1:B3)'}
    values = {"A1": "a", "A2": "b", "A3": "a", "B1": 1, "B3": 4}
    assert cached(recalculate(workbook(formulas, values)).data)["D1"] == 5  # the error belongs to 'b'
    with pytest.raises(Refused, match=r"Contoh!D1 menjumlahkan Contoh!B2 yang berisi #NUM!"):
        recalculate(workbook(formulas, values | {"A2": "a"}))


def test_a_lost_reference_is_no_input_of_a_person() -> None:
    with pytest.raises(Refused, match="#REF!"):
        recalculate(workbook({"B1": "=SUM(#REF!)"}))
