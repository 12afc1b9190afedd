"""What one engine alone may compute, and what it may not."""

from __future__ import annotations

import pytest

from angka_kredit.errors import Refused
from angka_kredit.recalc import gate
from angka_kredit.recalc.cells import FormulaCell
from angka_kredit.recalc.formulas import explanation

NAMES = {"JENJANG": "Data!$C$5", "DAFTAR": "Daftar!$A$2:$A$9"}


def check(formula: str, kind: str = "normal", spill: bool = False) -> None:
    gate.check(FormulaCell("A1", "n", None, formula, kind, spill, 0, (0, 0)), NAMES)


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


def test_arrays_are_refused() -> None:
    for kind, spill in (("array", False), ("dataTable", False), ("normal", True)):
        with pytest.raises(Refused, match="larik"):
            check("A1", kind, spill)


def test_a_call_becomes_its_explanation() -> None:
    assert explanation('IFERROR(ANGKA_KREDIT(A1,SUM(B1:B2),"a,b"),0)') == 'JELASKAN("ANGKA_KREDIT",A1,SUM(B1:B2),"a,b")'
    assert explanation("VERSI_ANGKA_KREDIT()") == 'JELASKAN("VERSI_ANGKA_KREDIT")'
    assert explanation("SUM(A1)") is None
