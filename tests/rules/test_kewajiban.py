"""What a rise or a year asks: positive, rising, and never more than the credit it is part of."""

from __future__ import annotations

from itertools import pairwise

import pytest

from angka_kredit.errors import OutOfRule
from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.tabel import ProfesiMinimal, TahunKedua
from angka_kredit.rules.kewajiban import ak_tahun_kedua
from angka_kredit.rules.profesi_minimal import ak_profesi_minimal
from every import every, number


@every(ProfesiMinimal)
def test_the_least_from_profesi_rises_and_stays_below_what_utama_asks(jabatan: Jabatan) -> None:
    golongan = [row.golongan for row in jabatan.baris(ProfesiMinimal)]
    least = [number(ak_profesi_minimal(jabatan, kode)) for kode in golongan]
    assert all(lower < higher for lower, higher in pairwise(least))
    thresholds = [jabatan.ambang[kode].nilai for kode in golongan]
    assert all(0 < ak < ambang for ak, ambang in zip(least, thresholds, strict=True))


@every(TahunKedua)
def test_the_second_year_asks_a_part_of_one_step(jabatan: Jabatan) -> None:
    for (lower, now), (_higher, then) in pairwise(jabatan.ambang.items()):
        assert 0 < number(ak_tahun_kedua(jabatan, lower)) < then.nilai - now.nilai
    with pytest.raises(OutOfRule):
        ak_tahun_kedua(jabatan, list(jabatan.ambang)[-1])
