"""Credit from performance: months add up, and what rises ask is reached in whole years."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit import call
from angka_kredit.errors import BadValue, NotFound, OutOfRule
from angka_kredit.regulations import regime
from angka_kredit.regulations.regime import Predikat
from angka_kredit.regulations.schema import Jenjang
from angka_kredit.rounding import round_credit, without_noise
from angka_kredit.rules.integrasi import ak_integrasi
from angka_kredit.rules.konversi import ak_konversi
from angka_kredit.rules.naik_kinerja import ak_kenaikan_jenjang, jenjang_berikut
from angka_kredit.rules.nilai_kinerja import ak_nilai_kinerja
from every import CREDITS, number

JENJANG = st.sampled_from(list(regime.jenjang().values()))
PREDIKAT = st.sampled_from(list(regime.predikat().values()))
MONTHS = st.integers(1, 12).map(Decimal)


def test_the_sum_that_bkn_prints() -> None:
    pertama, predikat = regime.jenjang()["Ahli Pertama"], regime.predikat()
    first = number(ak_konversi(pertama, predikat["Sangat Baik"]))
    second = number(ak_konversi(pertama, predikat["Baik"], Decimal(2)))
    assert [round_credit(ak, "2") for ak in (first, second, first + second)] == [
        Decimal("18.75"),
        Decimal("2.08"),
        Decimal("20.83"),
    ]


@given(JENJANG, PREDIKAT, MONTHS)
def test_the_months_of_a_year_add_up_to_it(jenjang: Jenjang, predikat: Predikat, bulan: Decimal) -> None:
    part, rest = number(ak_konversi(jenjang, predikat, bulan)), Decimal(0)
    if bulan < 12:
        rest = number(ak_konversi(jenjang, predikat, 12 - bulan))
    assert without_noise(part + rest) == number(ak_konversi(jenjang, predikat)) > 0


@given(JENJANG, MONTHS)
def test_a_better_predikat_brings_more(jenjang: Jenjang, bulan: Decimal) -> None:
    credits = [number(ak_konversi(jenjang, row, bulan)) for row in regime.predikat().values()]
    assert all(better > worse for better, worse in pairwise(credits))


@given(st.decimals(-30, 30, places=2))
def test_only_whole_months_of_one_year(bulan: Decimal) -> None:
    jenjang, predikat = regime.jenjang()["Mahir"], regime.predikat()["Baik"]
    if bulan in range(1, 13):
        assert number(ak_konversi(jenjang, predikat, bulan)) <= number(ak_konversi(jenjang, predikat))
    else:
        with pytest.raises(OutOfRule, match="1 sampai 12"):
            ak_konversi(jenjang, predikat, bulan)


def test_the_explanation_shows_two_decimals_and_says_that_the_cell_is_exact() -> None:
    words = str(call("JELASKAN", "AK_KONVERSI", "Ahli Pertama", "Baik", 2))
    assert words.startswith("AK_KONVERSI = 2,08: 2/12 x 100% (Baik) x 12,5")
    assert "dihitung tepat" in words and "paling sedikit" in words


@given(CREDITS, st.sampled_from(list(regime.nilai_dasar())))
def test_the_integrasi_takes_the_nilai_dasar_and_nothing_else(ak: Decimal, golongan: str) -> None:
    dasar = regime.nilai_dasar()[golongan].ak
    if ak < dasar:
        with pytest.raises(OutOfRule, match="negatif"):
            ak_integrasi(ak, golongan)
    else:
        assert number(ak_integrasi(ak, golongan)) + dasar == ak


@given(JENJANG, st.sampled_from([None, *regime.nilai_dasar(), "II/a", "II/b", "II/c", "II/d"]))
def test_the_next_jenjang_asks_a_printed_number_or_an_error_in_words(jenjang: Jenjang, masuk: str | None) -> None:
    own = [row.kode for row in jenjang.golongan]
    try:
        asked = number(ak_kenaikan_jenjang(jenjang, masuk))
    except OutOfRule:
        assert jenjang.urutan == 4
    except NotFound as error:
        assert jenjang.kategori == "keterampilan" and masuk in own[1:] and str(masuk) in str(error)
    except BadValue as error:
        assert masuk not in (None, *own) and str(masuk) in str(error)
    else:
        assert jenjang_berikut(jenjang).urutan == jenjang.urutan + 1
        assert asked in {row.ak for row in regime.naik_jenjang().values() if row.jenjang == jenjang.nama}


@given(st.decimals("0.01", 200, places=2), st.decimals("0.01", 100, places=2))
def test_a_nilai_is_in_one_band_or_between_two_that_are_named(nilai: Decimal, ak_minimal: Decimal) -> None:
    bands = [band for band in regime.nilai_kinerja() if band.dari <= nilai <= band.sampai]
    if bands:
        assert len({band.persen for band in bands}) == 1  # only 50 itself is in two, with one share
        assert number(ak_nilai_kinerja(nilai, ak_minimal)) == ak_minimal * bands[0].persen / 100
    else:
        with pytest.raises(OutOfRule) as error:
            ak_nilai_kinerja(nilai, ak_minimal)
        around = [band for band in regime.nilai_kinerja() if band.sampai + 1 > nilai > band.dari - 1]
        named = sum(f"'{band.rentang}'" in str(error.value) for band in around)
        assert named == 2


def test_exactly_50_says_that_it_rests_on_another_source() -> None:
    assert "bersandar pada sumber lain" in str(call("JELASKAN", "AK_NILAI_KINERJA", 50, 10))
    assert "bersandar pada sumber lain" not in str(call("JELASKAN", "AK_NILAI_KINERJA", 49, 10))
    assert "Status: satu sumber." in str(call("JELASKAN", "AK_NILAI_KINERJA", 49, 10))


@pytest.mark.parametrize("text", ["baik sekali", "buruk", "amat baik"])
def test_a_predikat_of_another_regime_is_named_with_those_of_this_one(text: str) -> None:
    words = str(call("JELASKAN", "AK_KONVERSI", "Ahli Pertama", text))
    assert f"'{text}'" in words and "'Sangat Baik'" in words and "rezim lain" in words
