"""The jabatan that a property is about, and credits to try it with."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import strategies as st

from angka_kredit.positions import all_jabatan
from angka_kredit.regulations.tabel import Tabel
from angka_kredit.rules.hasil import Hasil

CREDITS = st.decimals(min_value=0, max_value=2000, places=5)


def every(rule: type[Tabel]) -> pytest.MarkDecorator:
    """Every jabatan whose text has this rule."""
    having = [jabatan for jabatan in all_jabatan().values() if jabatan.punya(rule)]
    return pytest.mark.parametrize("jabatan", having, ids=lambda jabatan: jabatan.id)


def number(hasil: Hasil) -> Decimal:
    """The value of a rule that answers a number."""
    assert isinstance(hasil.nilai, Decimal)
    return hasil.nilai
