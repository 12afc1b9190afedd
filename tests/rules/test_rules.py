"""Properties that hold for every jabatan: factors, thresholds, shares. The printed examples are in tests/examples."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import OutOfRule
from angka_kredit.regulations.schema import Butir, Jabatan
from angka_kredit.regulations.tabel import BatasPenulis, FaktorJenjang, PenetapanJenjang, PorsiPenulis, Skala
from angka_kredit.rounding import POLICIES, round_credit
from angka_kredit.rules.ambang import ak_kumulatif, jenjang_dari_ak
from angka_kredit.rules.angka_kredit import angka_kredit
from angka_kredit.rules.faktor_jenjang import distance, faktor_jenjang
from angka_kredit.rules.porsi_penulis import check_porsi, porsi_penulis, shares
from every import CREDITS, every


@every(FaktorJenjang)
def test_a_factor_is_never_above_one_and_only_one_step_up(jabatan: Jabatan) -> None:
    for own, owner in product(jabatan.jenjang, repeat=2):
        if own.kategori != owner.kategori or distance(own, owner) not in jabatan.per_kunci(FaktorJenjang):
            with pytest.raises(OutOfRule):
                faktor_jenjang(jabatan, own, owner)
        else:
            assert 0 < faktor_jenjang(jabatan, own, owner).nilai <= 1
            assert owner.urutan <= own.urutan + 1  # no text read allows two jenjang above


@every(Skala)
def test_thresholds_rise_with_the_golongan(jabatan: Jabatan) -> None:
    for kategori in jabatan.kategori:
        ladder = [g.kode for jenjang in jabatan.jenjang if jenjang.kategori == kategori for g in jenjang.golongan]
        steps = [ak_kumulatif(jabatan, kode).nilai for kode in ladder]
        assert all(lower < upper for lower, upper in pairwise(steps))


@given(first=CREDITS, second=CREDITS)
@every(PenetapanJenjang)
def test_more_credit_never_means_a_lower_jenjang(jabatan: Jabatan, first: Decimal, second: Decimal) -> None:
    less, more = sorted((first, second))
    for kategori in jabatan.kategori:
        try:
            reached = jenjang_dari_ak(jabatan, kategori, less)
        except OutOfRule:
            continue
        assert reached.ambang.nilai <= less
        assert jenjang_dari_ak(jabatan, kategori, more).jenjang.urutan >= reached.jenjang.urutan


@every(PorsiPenulis)
def test_shares_sum_to_one(jabatan: Jabatan) -> None:
    for count in shares(jabatan):
        each = [porsi_penulis(jabatan, Decimal(count), Decimal(i)).nilai for i in range(1, count + 1)]
        assert sum(each) == 1
        assert all(check_porsi(jabatan, share).nilai == share for share in each)


@given(unit=CREDITS, volume=st.integers(0, 10_000), policy=st.sampled_from(POLICIES))
@every(FaktorJenjang)
def test_credit_is_exact_unless_rounding_is_asked_for(
    jabatan: Jabatan, unit: Decimal, volume: int, policy: str
) -> None:
    own = jabatan.jenjang[0]
    kredit = angka_kredit(jabatan, unit, Decimal(volume), own, None, Decimal(1), policy)
    assert kredit.nilai == round_credit(unit * volume, policy)
    assert abs(kredit.nilai - unit * volume) < {"tepat": Decimal("1e-30"), "2": Decimal("0.01")}.get(
        policy, Decimal("0.001")
    )
    if policy == "3_ke_atas":
        assert kredit.nilai >= unit * volume


@every(BatasPenulis)
def test_only_a_karya_tulis_is_shared_and_only_tugas_pokok_has_a_factor(jabatan: Jabatan) -> None:
    """As imported from an annex: a butir of pengembangan profesi, owned by the jenjang above."""
    own, above = jabatan.jenjang[0], jabatan.jenjang[1]
    rule = jabatan.aturan(BatasPenulis)
    written = Butir("X-1", "karya tulis", (above,), Decimal(6), "uji", "impor", unsur=jabatan.unsur[rule.unsur])
    task = replace(written, unsur=next(row for row in jabatan.unsur.values() if row.jenis == "tugas_pokok"))
    share = shares(jabatan)[2][0].nilai
    assert angka_kredit(jabatan, written, Decimal(1), own, None, share, "tepat").nilai == 6 * share
    assert angka_kredit(jabatan, task, Decimal(1), own, None, Decimal(1), "tepat").nilai < 6
    with pytest.raises(OutOfRule, match="bukan karya tulis"):
        angka_kredit(jabatan, task, Decimal(1), above, None, share, "tepat")
