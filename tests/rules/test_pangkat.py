"""The order of ranks agrees with the order of thresholds, and with each jabatan's table."""

from __future__ import annotations

import pytest

from angka_kredit.errors import BadValue, OutOfRule
from angka_kredit.positions import all_jabatan
from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.umum import find_pangkat, pangkat
from angka_kredit.rules.pangkat import berikut_dalam, golongan_berikut, jenjang_dari_golongan

EVERY = pytest.mark.parametrize("jabatan", all_jabatan().values(), ids=lambda jabatan: jabatan.id)


def test_stepping_up_from_the_lowest_meets_every_rank_once() -> None:
    first, *rest = pangkat().values()
    met = [first]
    while met[-1] is not rest[-1]:
        met.append(find_pangkat(str(golongan_berikut(met[-1]).nilai)))
    assert met == [first, *rest]
    with pytest.raises(OutOfRule, match="IV/e"):
        golongan_berikut(met[-1])


@EVERY
def test_a_ladder_steps_up_without_a_gap_and_ends(jabatan: Jabatan) -> None:
    for kategori in jabatan.kategori:
        ladder = [g.kode for jenjang in jabatan.jenjang if jenjang.kategori == kategori for g in jenjang.golongan]
        assert [berikut_dalam(jabatan, kode) for kode in ladder[:-1]] == ladder[1:]
    highest = max((g.kode for jenjang in jabatan.jenjang for g in jenjang.golongan), key=list(pangkat()).index)
    with pytest.raises(OutOfRule, match="tertinggi"):
        berikut_dalam(jabatan, highest)


@EVERY
def test_every_golongan_leads_back_to_its_jenjang(jabatan: Jabatan) -> None:
    for jenjang in jabatan.jenjang:
        for golongan in jenjang.golongan:
            assert jenjang_dari_golongan(jabatan, golongan.kode, jenjang.kategori).nilai == jenjang.nama
            ladders = {j.kategori for j in jabatan.jenjang for g in j.golongan if g.kode == golongan.kode}
            if len(ladders) == 1:
                assert jenjang_dari_golongan(jabatan, golongan.kode, None).nilai == jenjang.nama
            else:
                with pytest.raises(BadValue, match="Kategori belum diisi"):
                    jenjang_dari_golongan(jabatan, golongan.kode, None)
