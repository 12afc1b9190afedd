"""The age limit and the proposal's limit: by months where the text counts so, for every day of birth."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import NotFound
from angka_kredit.positions import all_jabatan
from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.tabel import BatasUsia, BatasUsul
from angka_kredit.rules.batas_usia import batas_usia, batas_usul

LIMITS = [
    pytest.param(jabatan, cara, id=f"{jabatan.id}-{cara}")
    for jabatan in all_jabatan().values()
    if jabatan.punya(BatasUsia)
    for cara in jabatan.per_kunci(BatasUsia)
]
births = st.dates(date(1940, 1, 1), date(2000, 12, 31))


@given(lahir=births)
@pytest.mark.parametrize(("jabatan", "cara"), LIMITS)
def test_the_limit_is_the_birthday_or_the_end_of_the_month_before(jabatan: Jabatan, cara: str, lahir: date) -> None:
    rule = jabatan.per_kunci(BatasUsia)[cara]
    last = batas_usia(jabatan, cara, lahir).nilai
    assert isinstance(last, date)
    month = date(lahir.year + rule.tahun, lahir.month, 1)
    if rule.sampai == "bulan_sebelum":
        assert last + timedelta(days=1) == month
    else:
        assert rule.sampai == "ulang_tahun"
        assert (last.year, last.month) == (month.year, month.month)
        assert last.day == lahir.day or (last.day, lahir.day) == (28, 29)


@given(lahir=births)
def test_the_proposal_comes_whole_months_before_the_birthdays_month(lahir: date) -> None:
    for jabatan in all_jabatan().values():
        if jabatan.punya(BatasUsul):
            last = batas_usul(jabatan, "jabatan_lain", lahir).nilai
            assert isinstance(last, date)
            first = last + timedelta(days=1)
            years = jabatan.per_kunci(BatasUsia)["jabatan_lain"].tahun
            gap = (lahir.year + years - first.year) * 12 + lahir.month - first.month
            assert first.day == 1 and gap == jabatan.aturan(BatasUsul).bulan - 1


def test_a_way_of_appointment_without_a_limit_is_named() -> None:
    for jabatan in all_jabatan().values():
        if jabatan.punya(BatasUsia):
            with pytest.raises(NotFound, match="jabatan_lain"):
                batas_usia(jabatan, "mutasi", date(1965, 4, 15))
