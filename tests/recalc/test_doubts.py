"""Formulas whose value the engine is known to get wrong without a word: the file is stopped, or the value is right."""

from __future__ import annotations

import pytest

from angka_kredit.errors import Refused
from angka_kredit.recalc.run import recalculate
from sheets import SHEET, cached, workbook

OURS = '=ANGKA_KREDIT({},1,"Ahli Muda","pmb")'


@pytest.mark.parametrize(
    ("formulas", "values", "reason"),
    [
        # 3,8 + 1,4 is 5,199999999999999 in binary; Excel compares 15 digits and says 5,2 >= 5,2
        ({"B1": OURS.format(3.8), "B2": OURS.format(1.4), "B3": '=IF(SUM(B1:B2)>=5.2,"ya","tidak")'}, {}, "ROUND"),
        ({"B1": "=A1+A2=0.3"}, {"A1": 0.1, "A2": 0.2}, "ROUND"),
        ({"B1": '="Jumlah: "&A1'}, {"A1": 5.25}, "menyambung"),
        ({"B1": "=LEFT(A1,2)"}, {"A1": 0.1}, "sebagai teks"),
        ({"B1": "=A1*2"}, {"A1": "1.500"}, "teks"),
        ({"B1": "=-A1"}, {"A1": "1,5"}, "semula bukan galat"),
        ({"B1": "=IFERROR(A1*2,0)"}, {"A1": "1,5"}, "teks"),
        ({"B1": "=ROUND(A1,1)"}, {"A1": "1.55"}, "teks"),
        ({"B1": '=SUMIF(A1:A2,">0,5",A1:A2)'}, {"A1": 1}, "kriteria"),
        ({"B1": '=COUNTIF(A1:A2,"60%")'}, {"A1": 0.6}, "kriteria"),
        ({"B1": "=SUM(INDEX(A1:A3,0))"}, {"A1": 1}, "INDEX"),
        ({"B1": '=IFERROR(ANGKA_KREDIT("MUDA-14",1,"Ahli Muda","pmb"),0)'}, {}, "MUDA-14"),
        ({"B1": '=A1="é"'}, {"A1": "É"}, "huruf besar"),
        ({"A1": "=B1+1", "B1": "=A1+1"}, {}, "semula bukan galat"),
    ],
)
def test_a_doubtful_value_stops_the_file(formulas: dict[str, str], values: dict[str, object], reason: str) -> None:
    with pytest.raises(Refused, match=f"sel {SHEET}!.*{reason}"):
        recalculate(workbook(formulas, values))


@pytest.mark.parametrize(
    ("formula", "values", "expected"),
    [
        ("=ROUND(A1+A2,5)=0.3", {"A1": 0.1, "A2": 0.2}, True),
        ('=IF(A1>=5.2,"ya","tidak")', {"A1": 5.2}, "ya"),
        ('=IF(A1="","kosong",A1)', {"A1": 0.3}, 0.3),
        ('=A1&", "&A2', {"A1": "Kota", "A2": 2016}, "Kota, 2016"),
        ("=A1*2-A2", {"A1": 1.5, "A2": 1}, 2),
        ('=COUNTIF(A1:A2,"MADYA-III.2.a")', {"A1": "MADYA-III.2.a"}, 1),
        ("=INDEX(A1:A2,MATCH(7,A1:A2,0))", {"A1": 5, "A2": 7}, 7),
        ('=IFERROR(MATCH("x",A1:A2,0),"tidak ada")', {"A1": 5}, "tidak ada"),
        ('=IFERROR(ANGKA_KREDIT(A1,1,"Ahli Muda","pmb"),0)', {"A1": "1.234"}, 0),
    ],
)
def test_a_plain_value_is_computed(formula: str, values: dict[str, object], expected: object) -> None:
    assert cached(recalculate(workbook({"C1": formula}, values)).data)["C1"] == expected


def test_many_errors_are_judged_quickly_enough_to_wait_for() -> None:
    rows = range(1, 1001)
    formulas = {f"A{row}": '=ANGKA_KREDIT(0.5,-1,"Ahli Muda","pmb")' for row in rows}
    formulas |= {f"B{row}": f"=A{row}*2" for row in rows}
    outcome = recalculate(workbook(formulas))
    assert len(outcome.notes) == 1000 and len(outcome.changed) == 2000


def test_a_number_too_large_is_an_error_as_in_excel() -> None:
    with pytest.raises(Refused, match="#NUM!"):
        recalculate(workbook({"B1": "=A1*A1"}, {"A1": 1e300}))
