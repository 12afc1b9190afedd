"""A projection: the date is the first on which the credit suffices, then the next period."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from angka_kredit import call
from angka_kredit.functions.convert import jumlah_ak
from angka_kredit.positions import all_jabatan
from angka_kredit.regulations import regime
from angka_kredit.regulations.regime import Predikat
from angka_kredit.regulations.schema import Jenjang
from angka_kredit.regulations.tabel import Skala
from angka_kredit.rules.hasil import Hasil
from angka_kredit.rules.kalender import tambah_bulan
from angka_kredit.rules.konversi import ak_konversi, setahun
from angka_kredit.rules.periode_naik import periode_naik_berikut
from angka_kredit.rules.proyeksi import Awal, Laju, bulan_perlu, kapan_naik_jenjang, kapan_naik_konvensional
from every import every, number

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
CREDITS = st.decimals(0, 600, places=3)
RISING = st.sampled_from([row for row in regime.jenjang().values() if row.urutan < 4])
PREDIKAT = st.sampled_from(list(regime.predikat().values()))
MONTHS = st.integers(1, 400)


def cells(hasil: Hasil) -> dict[str, object]:
    """label -> value, of the rows below the first."""
    assert isinstance(hasil.nilai, list)
    return {str(row[0]): row[1] for row in hasil.nilai[1:]}


@given(DAYS)
def test_the_period_is_the_nearest_first_of_april_or_october(day: date) -> None:
    found = periode_naik_berikut(day).nilai
    assert isinstance(found, date)
    between = [day + timedelta(days=days) for days in range((found - day).days + 1)]
    firsts = [other for other in between if other.day == 1 and other.month in (4, 10)]
    assert firsts == [found]


@given(CREDITS, RISING, PREDIKAT, DAYS)
def test_the_credit_suffices_in_that_month_and_not_in_the_one_before(
    ak: Decimal, jenjang: Jenjang, predikat: Predikat, pada: date
) -> None:
    hasil = kapan_naik_jenjang(Awal(ak, pada), jenjang, jenjang.golongan[0].kode, predikat, None)
    rows = cells(hasil)
    months, needed = rows["Bulan yang diperlukan"], rows["Angka kredit yang diminta"]
    assert isinstance(months, Decimal) and isinstance(needed, Decimal)
    yearly = setahun(jenjang, predikat)
    assert ak * 12 + yearly * months >= needed * 12
    assert months == 0 or ak * 12 + yearly * (months - 1) < needed * 12
    assert rows["Tanggal tercapai"] == tambah_bulan(pada, int(months))
    assert hasil.nilai[0][0] == rows["Periode kenaikan"] >= rows["Tanggal tercapai"]  # type: ignore[index,operator]


@given(RISING, PREDIKAT, MONTHS)
def test_months_earned_in_cells_are_not_asked_twice(jenjang: Jenjang, predikat: Predikat, months: int) -> None:
    """A sum of twelfths that cells add in binary falls a hair short; that hair is no month."""
    laju = Laju(setahun(jenjang, predikat), 12, ())
    sebulan = float(number(ak_konversi(jenjang, predikat, Decimal(1))))
    goal = Decimal(1000)
    held = jumlah_ak(float(goal) - sum([sebulan] * months)) if sebulan * months < 1000 else None
    if held is not None:
        assert bulan_perlu(goal - held, laju) == months


@given(CREDITS, CREDITS, DAYS)
def test_more_credit_is_never_later(one: Decimal, other: Decimal, pada: date) -> None:
    jenjang, predikat = regime.jenjang()["Ahli Madya"], regime.predikat()["Baik"]
    less, more = sorted((one, other))
    later, sooner = (
        cells(kapan_naik_jenjang(Awal(ak, pada), jenjang, "IV/a", predikat, None))["Tanggal tercapai"]
        for ak in (less, more)
    )
    assert sooner <= later  # type: ignore[operator]


@every(Skala)
@given(ak=CREDITS, pace=st.decimals("0.01", 50, places=2))
def test_the_conventional_pace_brings_the_threshold(jabatan, ak: Decimal, pace: Decimal) -> None:  # type: ignore[no-untyped-def]
    golongan = jabatan.jenjang[0].golongan[-1].kode
    rows = cells(kapan_naik_konvensional(Awal(ak, date(2016, 1, 1)), golongan, jabatan, pace))
    months, needed = rows["Bulan yang diperlukan"], rows["Angka kredit yang diminta"]
    assert isinstance(months, Decimal) and needed == jabatan.ambang[str(rows["Tujuan"])].nilai
    assert ak + pace * months >= needed  # type: ignore[operator]
    assert months == 0 or ak + pace * (months - 1) < needed  # type: ignore[operator]


def test_a_table_says_what_is_assumed_and_where_it_stands() -> None:
    rows = call("KAPAN_NAIK_PANGKAT", 20, "Ahli Pertama", "III/a", "2024-01-01", "Baik")
    assert isinstance(rows, list) and {len(row) for row in rows} == {3}
    found = {row[0]: (row[1], row[2]) for row in rows[1:]}
    assert found["Tujuan"] == ("III/b", "Peraturan BKN 3/2023")
    assert found["Kekurangan pada 1 Januari 2024"][0] == 30
    assert found["Bulan yang diperlukan"][0] == 29
    assert "Permen PUPR 4/2024" in str(found["Angka kredit per bulan"][1])
    assert "VI.B.2.b" in str(found["Periode kenaikan"][1])
    for words in ("predikat yang sama", "Hanya angka kredit", "uji kompetensi", "batas penetapan"):
        assert words in str(found["Anggapan"][0])


def test_the_last_rank_of_a_jenjang_rises_through_the_next_jenjang() -> None:
    rows = call("KAPAN_NAIK_PANGKAT", 90, "Ahli Pertama", "III/b", "2024-01-01", "Baik")
    assert isinstance(rows, list)
    assert rows[1][1] == "III/c, sesudah naik ke Ahli Muda"


def test_what_is_derived_says_so() -> None:
    derived = "diturunkan dari angka kredit satu kenaikan pangkat"
    assert derived in str(call("JELASKAN", "KAPAN_NAIK_PANGKAT", 0, "Mahir", "III/a", "2024-01-01", "Baik"))
    assert derived not in str(call("JELASKAN", "KAPAN_NAIK_PANGKAT", 0, "Ahli Muda", "III/c", "2024-01-01", "Baik"))


def test_any_jabatans_name_may_stand_before_the_jenjang() -> None:
    for jabatan in all_jabatan().values():
        for name in (jabatan.nama, *jabatan.nama_lain):
            assert call("AK_KENAIKAN_PANGKAT", f"{name} Ahli Muda") == 100
