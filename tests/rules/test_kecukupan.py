"""Shortage and excess meet at the threshold."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given

from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.tabel import Kelebihan, Skala
from angka_kredit.rules.kecukupan import kekurangan_ak, kelebihan_ak
from every import CREDITS, every, number


@given(ak=CREDITS)
@every(Skala)
def test_credit_and_its_shortage_reach_the_threshold(jabatan: Jabatan, ak: Decimal) -> None:
    for golongan, ambang in jabatan.ambang.items():
        short = number(kekurangan_ak(jabatan, ak, golongan))
        assert short >= 0
        assert ak + short == max(ak, ambang.nilai)


@given(ak=CREDITS)
@every(Kelebihan)
def test_shortage_and_excess_are_never_both(jabatan: Jabatan, ak: Decimal) -> None:
    for golongan, ambang in list(jabatan.ambang.items())[:-1]:
        short, over = number(kekurangan_ak(jabatan, ak, golongan)), number(kelebihan_ak(jabatan, ak, golongan))
        assert min(short, over) == 0
        assert ak == ambang.nilai - short + over
