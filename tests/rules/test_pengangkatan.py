"""Each way of appointment counts what its text names, no more and no less."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import OutOfRule
from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.tabel import PengangkatanKembali, UnsurPengangkatan
from angka_kredit.rules.pengangkatan import ak_pengangkatan, ak_pengangkatan_kembali
from every import CREDITS, every, number

UNSUR = ("pendidikan", "tugas", "profesi", "penunjang")


@given(st.fixed_dictionaries({name: CREDITS for name in UNSUR}))
@every(UnsurPengangkatan)
def test_an_appointment_counts_what_its_way_names_and_nothing_else(jabatan: Jabatan, ak: dict[str, Decimal]) -> None:
    for way, rule in jabatan.per_kunci(UnsurPengangkatan).items():
        assert set(rule.unsur) <= set(UNSUR)
        total = number(ak_pengangkatan(jabatan, way, ak))
        assert total + sum(ak[name] for name in set(UNSUR) - set(rule.unsur)) == sum(ak.values())


@given(last=CREDITS, more=st.fixed_dictionaries({"tugas": CREDITS, "profesi": CREDITS}))
@every(PengangkatanKembali)
def test_a_reappointment_never_has_less_than_the_last_credit(
    jabatan: Jabatan, last: Decimal, more: dict[str, Decimal]
) -> None:
    for rule in jabatan.per_kunci(PengangkatanKembali).values():
        for cause in rule.nama:
            assert number(ak_pengangkatan_kembali(jabatan, last, more, cause)) == last + more[rule.tambahan] >= last


@given(st.decimals(max_value=Decimal("-0.00001"), min_value=-2000, places=5))
@every(UnsurPengangkatan)
def test_a_negative_credit_is_never_added(jabatan: Jabatan, ak: Decimal) -> None:
    zeros = dict.fromkeys(UNSUR, Decimal(0))
    for name in UNSUR:
        with pytest.raises(OutOfRule, match=f"{name}.*negatif"):
            ak_pengangkatan(jabatan, "pertama", zeros | {name: ak})
