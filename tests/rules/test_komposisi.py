"""What makes up a threshold adds up to it, and is never negative."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, product

import pytest

from angka_kredit.errors import NotFound, OutOfRule
from angka_kredit.regulations.schema import Ijazah, Jabatan
from angka_kredit.regulations.tabel import Komposisi
from angka_kredit.regulations.umum import ijazah
from angka_kredit.rules.komposisi import ak_penunjang_maksimal, ak_utama_minimal
from every import every, number


def diplomas(jabatan: Jabatan) -> list[Ijazah]:
    return [ijazah()[name] for name in jabatan.aturan(Komposisi).ijazah]


@every(Komposisi)
def test_utama_penunjang_and_diploma_add_up_to_the_threshold(jabatan: Jabatan) -> None:
    for golongan, diploma in product(jabatan.ambang, diplomas(jabatan)):
        if jabatan.ambang[golongan].nilai < diploma.ak:
            for rule in (ak_utama_minimal, ak_penunjang_maksimal):
                with pytest.raises(OutOfRule, match="melebihi"):
                    rule(jabatan, golongan, diploma)
            continue
        utama = number(ak_utama_minimal(jabatan, golongan, diploma))
        penunjang = number(ak_penunjang_maksimal(jabatan, golongan, diploma))
        assert utama >= 0 and penunjang >= 0
        assert utama + penunjang + diploma.ak == jabatan.ambang[golongan].nilai


@every(Komposisi)
def test_a_higher_golongan_needs_more_and_a_higher_diploma_less(jabatan: Jabatan) -> None:
    def cell(golongan: str, diploma: Ijazah) -> Decimal:
        try:
            return number(ak_utama_minimal(jabatan, golongan, diploma))
        except OutOfRule:
            return Decimal(-1)

    rows = [[cell(golongan, diploma) for diploma in diplomas(jabatan)] for golongan in jabatan.ambang]
    assert all(lower < higher for below, above in pairwise(rows) for lower, higher in zip(below, above, strict=True))
    assert all(more > less for row in rows for more, less in pairwise(row))


@every(Komposisi)
def test_a_diploma_outside_the_text_has_no_composition(jabatan: Jabatan) -> None:
    others = set(ijazah()) - set(jabatan.aturan(Komposisi).ijazah)
    assert others
    for name in others:
        with pytest.raises(NotFound, match="S1, S2, S3"):
            ak_utama_minimal(jabatan, "IV/a", ijazah()[name])
