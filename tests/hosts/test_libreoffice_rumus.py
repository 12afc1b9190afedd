"""Formulas as Calc gives them, read as files have them."""

from __future__ import annotations

import pytest

from angka_kredit.hosts.libreoffice_rumus import di_berkas


@pytest.mark.parametrize(
    ("calc", "berkas"),
    [
        ("=ID.ANGKAKREDIT.ADDIN.ANGKAKREDIT(A1;;3)", "=ANGKA_KREDIT(A1,,3)"),
        ("=id.angkakredit.addin.jenjangDariAk(A1)", "=JENJANG_DARI_AK(A1)"),
        ("=IF(A1>0;#VALUE!;#N/A)", "=IF(A1>0,#VALUE!,#N/A)"),
        ('=A1&";"&"x.A1"&"{1|2}"', '=A1&";"&"x.A1"&"{1|2}"'),
        ('={1;2|3;"a;b|c"}', '={1,2;3,"a;b|c"}'),
        ("{=SUM(A1:A2;B1)}", "=SUM(A1:A2,B1)"),
        ("=$Sheet1.A1+Lembar.$B$2", "=Sheet1!A1+Lembar!$B$2"),
        ("=SUM($'Lembar Dua''s'.A1:B2)", "=SUM('Lembar Dua''s'!A1:B2)"),
        ("=SUM($Sheet1.A:B;$Sheet1.1:2)", "=SUM(Sheet1!A:B,Sheet1!1:2)"),
        ("=1.5+ERROR.TYPE(A1)", "=1.5+ERROR.TYPE(A1)"),
        ("=A1:B9!B2:C3", "=A1:B9 B2:C3"),
        ("=A1~B1", "=A1,B1"),
        ("=[1]!ANGKA_KREDIT(A1;B1)", "=[1]!ANGKA_KREDIT(A1,B1)"),
        ("='c:\\x\\angka_kredit.xlam'!angka_kredit(A1)", "='c:\\x\\angka_kredit.xlam'!angka_kredit(A1)"),
        ("=#REF!.A1+1", "=#REF!+1"),
        ("=X.LOG10(A1)", "=X.LOG10(A1)"),  # a function, not a cell of the sheet X
    ],
)
def test_as_files_have_it(calc: str, berkas: str) -> None:
    assert di_berkas(calc) == berkas
