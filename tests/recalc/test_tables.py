"""Structured references stand for cells; what they stand for is written in the file's own tables."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from angka_kredit.errors import Refused
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.tables import Table, without_tables
from packages import SHEET1, SHEET2, changed, parts
from sheets import SHEET, cached

TABLE = Table("Keg", "Lembar 2", 2, 3, 9, 1, 1, ("Volume", "AK [satuan]", "Nilai #"))  # B3:D9
ROW = 5


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("SUM(Keg[Volume])", "SUM('Lembar 2'!$B$4:$B$8)"),
        ("SUM(keg[])", "SUM('Lembar 2'!$B$4:$D$8)"),
        ("Keg[[#This Row],[Volume]]*2", "'Lembar 2'!$B$5*2"),
        ("SUM(Keg[[#This Row],[Volume]:[Nilai '#]])", "SUM('Lembar 2'!$B$5:$D$5)"),
        ("COUNTA(Keg[[#Headers],[Volume]])", "COUNTA('Lembar 2'!$B$3:$B$3)"),
        ("SUM(Keg[[#Data],[#Totals],[AK '[satuan']]])", "SUM('Lembar 2'!$C$4:$C$9)"),
        ("SUM(Keg[#All])+SUM(Keg[[#All],[Volume]])", "SUM('Lembar 2'!$B$3:$D$9)+SUM('Lembar 2'!$B$3:$B$9)"),
        ('"Keg[Volume]"&[1]!X(Lain[Volume])', '"Keg[Volume]"&[1]!X(Lain[Volume])'),
    ],
)
def test_structured_references(written: str, read: str) -> None:
    assert without_tables(written, ROW, {"keg": TABLE}) == read


@pytest.mark.parametrize("written", ["Keg[Tak ada]", "Keg[[#This Row],[Tak ada]]", "Keg[[#Bukan],[Volume]]"])
def test_what_the_table_does_not_have_is_refused(written: str) -> None:
    with pytest.raises(Refused, match="tabel"):
        without_tables(written, ROW, {"keg": TABLE})


def test_this_row_outside_of_the_table_is_refused() -> None:
    with pytest.raises(Refused, match="tabel"):
        without_tables("Keg[[#This Row],[Volume]]", 9, {"keg": TABLE})


@pytest.mark.parametrize("vote", [True, False], ids=["voted", "cepat"])
def test_a_table_is_computed_and_kept(vote: bool) -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, other = book.add_worksheet(SHEET), book.add_worksheet("Rekap")
        heads = [{"header": head} for head in ("Volume", "AK satuan", "AK")]
        sheet.add_table("A1:C4", {"name": "Kegiatan", "columns": heads, "data": [[1, 0.5], [2, 0.25], [3, 1]]})
        for row in range(2, 5):
            own = "Kegiatan[[#This Row],[{}]]"
            formula = f'=ANGKA_KREDIT({own.format("AK satuan")},{own.format("Volume")},"Ahli Muda","pmb")'
            sheet.write_formula(f"C{row}", formula, None, -1)
        other.write_formula("A1", "=SUM(Kegiatan[AK])", None, -1)
        other.write_formula("A2", "=VLOOKUP(3,Kegiatan[],2,FALSE)", None, -1)
    outcome = recalculate(file.getvalue(), vote=vote)
    # 1 x 0,5; 2 x 0,25; 3 x 1
    assert [cached(outcome.data)[f"C{row}"] for row in (2, 3, 4)] == [0.5, 0.5, 3]
    assert (cached(outcome.data, "Rekap")["A1"], cached(outcome.data, "Rekap")["A2"]) == (4, 1)
    assert changed(file.getvalue(), outcome.data) == {SHEET1, SHEET2}
    assert b"SUM(Kegiatan[AK])" in parts(outcome.data)[SHEET2]
