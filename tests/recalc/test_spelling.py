"""Every way a file may spell our functions is computed, and left in the file as it was."""

from __future__ import annotations

import re

import pytest

from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.spelling import with_plain_names_of_ours, without_names, without_prefixes
from packages import SHEET1, parts
from sheets import cached, workbook
from tautan import KAMI, bertautan

SPELLINGS = [
    "ANGKA_KREDIT",
    "angka_kredit",
    "[1]!ANGKA_KREDIT",
    "_xldudf_ANGKA_KREDIT",
    "_xll.ANGKA_KREDIT",
    "'C:\\Add-in\\angka_kredit.xlam'!ANGKA_KREDIT",
]
NAMES = {"JENJANG": "Data!$B$2", "DAFTAR": "'Lembar 2'!$A$1:$A$9", "PERSEN": "0.8", "GESER": "Data!B2", "TEKS": '"a"'}


def formulas(data: bytes) -> list[bytes]:
    return re.findall(rb"<f>.*?</f>", parts(data)[SHEET1])


@pytest.mark.parametrize("vote", [True, False], ids=["voted", "cepat"])
@pytest.mark.parametrize("name", SPELLINGS)
def test_every_spelling_is_computed_and_kept(name: str, vote: bool) -> None:
    data = workbook(
        {
            "B1": f'={name}(0.014,A1,"Ahli Muda","pmb","Ahli Madya")',
            "B2": f'=IF(A1>0,ROUND({name}(0.014,A1,"Ahli Muda","pmb","Ahli Madya"),3),0)',
        },
        {"A1": 2},
    )
    data = bertautan(data, KAMI)
    outcome = recalculate(data, vote=vote)
    values = cached(outcome.data)
    assert (values["B1"], values["B2"]) == (0.0224, 0.022)  # 0,014 x 2 x 80%
    assert formulas(outcome.data) == formulas(data)
    assert outcome.jabatan == ("pmb",)
    assert recalculate(outcome.data, vote=vote).changed == []


def test_later_functions_of_excel_have_a_prefix() -> None:
    data = workbook({"B1": "=_xlfn.IFNA(MATCH(7,A1:A2,0),-1)", "B2": '=_xlfn.CONCAT("_xlfn.A(",A1)'}, {"A1": 5})
    outcome = recalculate(data)
    assert (cached(outcome.data)["B1"], cached(outcome.data)["B2"]) == (-1, "_xlfn.A(5")
    assert formulas(outcome.data) == formulas(data)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("_xlfn._xlws.SORT(A1:A3)", "SORT(A1:A3)"),
        ('[2]!TARGET(A1)+_xlfn.IFNA(A1,"_xll.X(")', '[2]!TARGET(A1)+IFNA(A1,"_xll.X(")'),
        ("'Lembar 2'!A1+[1]!FAKTOR_JENJANG(A1)", "'Lembar 2'!A1+FAKTOR_JENJANG(A1)"),
        ("my_xll.NAME(1)", "my_xll.NAME(1)"),
    ],
)
def test_prefixes(written: str, read: str) -> None:
    assert without_prefixes(written) == read


def test_libreoffice_keeps_the_prefixes_of_excels_own_functions() -> None:
    assert with_plain_names_of_ours("_xlfn.IFNA([1]!AK_KUMULATIF(A1),0)") == "_xlfn.IFNA(AK_KUMULATIF(A1),0)"


def test_names_stand_for_fixed_places_and_constants_only() -> None:
    assert without_names("jenjang&Teks", NAMES) == 'Data!$B$2&"a"'
    assert without_names('SUM(daftar)*persen+geser&"jenjang"', NAMES) == (
        "SUM('Lembar 2'!$A$1:$A$9)*0.8+geser&\"jenjang\""
    )
