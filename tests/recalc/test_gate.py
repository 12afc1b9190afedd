"""What one engine alone may compute, what two may, and what they may not."""

from __future__ import annotations

import pytest

from angka_kredit.errors import Refused, Undecided
from angka_kredit.recalc import gate
from angka_kredit.recalc.cells import FormulaCell
from angka_kredit.recalc.formulas import explanation

NAMES = {"JENJANG": "Data!$C$5", "DAFTAR": "Daftar!$A$2:$A$9"}


def check(formula: str, kind: str = "normal", spill: bool = False, voted: bool = False) -> None:
    gate.check(FormulaCell("A1", "n", None, formula, kind, spill, 0, (0, 0)), NAMES, voted=voted)


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(N36:N39,N41:N51)",
        "N34+O34*2%",
        'IF(AND(A1>0,B1<>""),ROUND(A1/3,2),"")',
        "VLOOKUP(A1,Data!$A$2:$C$99,2,FALSE)",
        "IFERROR(INDEX(DAFTAR,MATCH(A1,DAFTAR,0)),0)",
        'ANGKA_KREDIT(D5,H5,jenjang,"pmb",E5)',
        "SUM(angka_kredit(A1,1,C1,D1),'Lembar ''dua'''!B2)",
        'SUMIF(Kegiatan!$C$5:$C$44,"U2a",Kegiatan!$I$5:$I$44)',
        "SUM(A:A)",
        '-A1&"x"',
    ],
)
def test_plain_formulas_pass(formula: str) -> None:
    check(formula)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("A1:A3+1", "rentang"),
        ("SUM(A1:A3*2)", "rentang"),
        ("ROUND(A1:A3,2)", "rentang"),
        ("IF(DAFTAR>1,1,2)", "rentang"),
        ("VLOOKUP(A1:A3,B1:C3,2,FALSE)", "rentang"),
        ('ANGKA_KREDIT(A1:A3,1,"Ahli Muda","pmb")', "rentang"),
        ("TODAY()", "TODAY"),
        ('TEXT(A1,"[$-421]mmmm")', "TEXT"),
        ('INDIRECT("A1")', "INDIRECT"),
        ("TIDAK_ADA(1)", "TIDAK_ADA"),
        ("[1]Sheet1!A1+1", "rujukan"),
        ("Tabel1[Kolom]", "rujukan"),
        ("SUM(Satu:Tiga!A1)", "rujukan"),
        ("nama_lain*2", "rujukan"),
        ("SUM({1,2})", "larik"),
        ("@A1", "rujukan|operator"),
        ("SUM(A1:A9 A3:B3)", "operator|rentang"),
    ],
)
def test_the_rest_is_refused_with_the_reason(formula: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        check(formula)


# with a second engine; alone all of these are refused
VOTED = [
    'SUMIFS(A1:A9,B1:B9,"U2a",C1:C9,">0")',
    'COUNTIFS(B1:B9,"U2a",C1:C9,"<>")',
    "SUMPRODUCT(A1:A9,B1:B9)",
    'SUMPRODUCT((B1:B9="U2a")*(C1:C9>0)*A1:A9)',
    "IFNA(_xlfn.XLOOKUP(A1,B1:B9,C1:C9),0)",
    "INT(A1/2)+TRUNC(A2,1)+MOD(A3,2)",
    'TRIM(UPPER(MID(A1,1,3)))&CONCATENATE(B1,"-",C1)',
    "DATE(2016,1,1)-EDATE(A1,3)",
    'DATEDIF(A1,A2,"ym")',
    'TEXT(A1,"000")&TEXT(A2,"dd-mm-yyyy")',
    "RANK(A1,A$1:A$9)+LARGE(A1:A9,2)",
    "ROW()-ROW(A$1)",
]


@pytest.mark.parametrize("formula", VOTED)
def test_a_second_engine_lets_more_pass(formula: str) -> None:
    check(formula, voted=True)
    with pytest.raises(Refused):
        check(formula)


@pytest.mark.parametrize(
    ("formula", "kind", "reason"),
    [
        # Excel 365 and before: in a plain formula a range in place of a cell is the cell of its own row or column.
        # Both engines compute the whole range instead, and agree
        ("SUM(A1:A3*2)", Undecided, "rentang"),
        ("IF(A1:A3>1,1,2)", Undecided, "rentang"),
        ("SUMPRODUCT(IF(A1:A3>1,1,2))", Undecided, "rentang"),
        ("SUMPRODUCT(A:A*B:B)", Undecided, "rentang A:A"),
        ("_xlfn.SINGLE(A1:A3)", Undecided, "SINGLE"),
        # what the formula reads is not written in it
        ('INDIRECT("A1")', Undecided, "INDIRECT"),
        ("OFFSET(A1,1,1)", Undecided, "OFFSET"),
        # the clock, filters and hidden rows
        ("TODAY()", Undecided, "TODAY"),
        ("SUBTOTAL(9,A1:A9)", Undecided, "SUBTOTAL"),
        # names of months come in the language asked for, which the engines do not know, or in the computer's
        ('TEXT(A1,"[$-421]d mmmm yyyy")', Undecided, "bahasa tertentu"),
        ('TEXT(A1,"d mmmm yyyy")', Refused, "bahasa komputer"),
        # so do the signs of decimals and thousands, and the sign between day and month
        ('TEXT(A1,"#,##0.00")', Refused, "bahasa komputer"),
        ('TEXT(A1,"dd/mm/yyyy")', Refused, "bahasa komputer"),
        ("TEXT(A1,B1)", Refused, "bahasa komputer"),
        # Excel's own help warns of these two units
        ('DATEDIF(A1,A2,"md")', Refused, "DATEDIF"),
        ("DATEDIF(A1,A2,B1)", Refused, "DATEDIF"),
        # another workbook, which nobody has here; a name that moves with the cell
        ("[1]Sheet1!A1+1", Refused, "rujukan"),
        ("nama_lain*2", Undecided, "rujukan"),
        ("FIXED(A1,2)", Undecided, "FIXED"),
    ],
)
def test_what_two_engines_get_wrong_together_does_not_pass(formula: str, kind: type[Refused], reason: str) -> None:
    with pytest.raises(Refused, match=reason) as refused:
        check(formula, voted=True)
    assert refused.type is kind


def test_a_data_table_goes_nowhere() -> None:
    with pytest.raises(Refused, match="tabel data") as refused:
        check("A1", "dataTable", voted=True)
    assert refused.type is Refused


def test_arrays_are_refused() -> None:
    for kind, spill in (("array", False), ("dataTable", False), ("normal", True)):
        with pytest.raises(Refused, match="larik"):
            check("A1", kind, spill)


def test_a_call_becomes_its_explanation() -> None:
    assert explanation('IFERROR(ANGKA_KREDIT(A1,SUM(B1:B2),"a,b"),0)') == 'JELASKAN("ANGKA_KREDIT",A1,SUM(B1:B2),"a,b")'
    assert explanation("VERSI_ANGKA_KREDIT()") == 'JELASKAN("VERSI_ANGKA_KREDIT")'
    assert explanation("SUM(A1)") is None
