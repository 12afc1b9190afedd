"""A workbook goes as soon as it is done with: nothing of it waits for the garbage collector."""

from __future__ import annotations

import gc

import pytest

from angka_kredit.recalc.run import recalculate
from sheets import workbook


@pytest.mark.parametrize("vote", [False, True])
def test_nothing_of_a_workbook_is_left_for_the_garbage_collector(vote: bool) -> None:
    formulas = {
        "B1": '=ANGKA_KREDIT(A1,A2,"Ahli Muda","pmb")',
        "B2": '=COUNTIF(A1:A3,"teks")',
        "B3": "=VLOOKUP(2,A1:A3,1,FALSE)",
        "B4": "=IF(B1>0,B1*2,A1+1)",
    }
    data = workbook(formulas, {"A1": 0.5, "A2": 2, "A3": "teks"})
    recalculate(data, vote=vote)  # what the process keeps of it is kept now
    gc.collect()
    gc.disable()
    try:
        assert recalculate(data, vote=vote).changed
        assert gc.collect() == 0
    finally:
        gc.enable()
