"""What a rise and a year ask, worked by hand from the articles; just short of each limit, and at it."""

from __future__ import annotations

from datetime import date

import pytest
from fakta_contoh import fakta, temuan

from angka_kredit.errors import NotFound, Refused
from angka_kredit.periksa.aturan import ijazah, komposisi, masa_kerja, profesi, tahunan, tenggat
from angka_kredit.periksa.isian.bentuk import Fakta

NAIK = {"golongan": "III/c", "ijazah": "S1", "tmt_golongan": date(2014, 4, 1), "tmt_jabatan": date(2014, 4, 1)}


def jumlah(utama: float, penunjang: float, profesi: float = 4, sekolah: float = 100) -> dict[tuple[str, str], float]:
    parts = {"utama": utama, "penunjang": penunjang, "semua": utama + penunjang, "profesi": profesi}
    return {("jumlah", nama): value for nama, value in {**parts, "pendidikan_sekolah": sekolah}.items()}


@pytest.mark.parametrize(
    ("utama", "penunjang", "found"), [(259.9, 40.1, 1), (260, 40, 0), (260, 90, 0), (250, 49.9, 0)]
)
def test_komposisi(utama: float, penunjang: float, found: int) -> None:
    """PermenPANRB 41/2012 Pasal 12 (2), our reading: 80% x (300 - 100) = 160 of unsur utama besides the diploma's 100;
    300 at III/d. 259.9 - 100 = 159.9 is 0.1 short; below 300 in all nothing is claimed yet."""
    got = temuan(komposisi.periksa, fakta(**NAIK, jumlah=jumlah(utama, penunjang)))
    assert len(got) == found
    if found:
        assert "baru 159,9, paling sedikit 160" in got[0].salah
        assert got[0].lakukan.startswith("Tambah unsur utama 0,1 ") and "penunjang di atas 40 " in got[0].lakukan
        assert "Pasal 12 ayat (2)" in got[0].rujukan


def test_komposisi_counts_the_diploma_of_s2() -> None:
    """S2: 80% x (300 - 150) = 120; 269.5 - 150 = 119.5."""
    sums = jumlah(269.5, 40, sekolah=150)
    assert (
        "baru 119,5, paling sedikit 120"
        in temuan(komposisi.periksa, fakta(**NAIK | {"ijazah": "S2"}, jumlah=sums))[0].salah
    )


def test_komposisi_is_not_checked_where_the_text_has_no_such_rule() -> None:
    """PMB's own regulation prints no 80/20, and Assessor's is not lent to it."""
    with pytest.raises(NotFound, match="37/2014"):
        temuan(komposisi.periksa, fakta("pmb", "Ahli Muda", **NAIK, jumlah=jumlah(200, 100)))


def test_komposisi_says_what_it_needs() -> None:
    with pytest.raises(Refused, match="ijazah"):
        temuan(komposisi.periksa, fakta(**NAIK | {"ijazah": "Sarjana Psikologi"}, jumlah=jumlah(200, 100)))


def test_the_credit_of_the_diploma() -> None:
    """S1 is 100 (Perber Lampiran II.B.4 Contoh 1)."""
    assert not temuan(ijazah.periksa, fakta(**NAIK, jumlah=jumlah(260, 40)))
    assert (
        "padahal ijazah S1 100" in temuan(ijazah.periksa, fakta(**NAIK, jumlah=jumlah(260, 40, sekolah=150)))[0].salah
    )


@pytest.mark.parametrize(("golongan", "jenjang", "total", "have", "need"), [
    ("III/b", "Pertama", 200, 1.9, 2),
    ("III/c", "Muda", 300, 3.9, 4),
    ("III/d", "Muda", 400, 5.9, 6),
    ("IV/a", "Madya", 550, 7.9, 8),
    ("IV/b", "Madya", 700, 9.9, 10),
    ("IV/c", "Madya", 850, 11.9, 12),
    ("IV/d", "Utama", 1050, 13.9, 14),
])  # fmt: skip
def test_profesi(golongan: str, jenjang: str, total: float, have: float, need: int) -> None:
    """Pasal 13 (1)-(7): 2, 4, ... 14 by the golongan aimed at, of the cumulative credit; LAMA's share is counted in."""
    sums = jumlah(total, 0, profesi=have) | {("lama", "profesi"): 1.5}
    got = temuan(profesi.periksa, fakta(jenjang=jenjang, **NAIK | {"golongan": golongan}, jumlah=sums))
    assert f"paling sedikit {need}" in got[0].salah and "termasuk 1,5 dari LAMA" in got[0].salah
    assert got[0].lakukan.startswith("Tambah 0,1 ")
    enough = jumlah(total, 0, profesi=need)
    assert not temuan(profesi.periksa, fakta(jenjang=jenjang, **NAIK | {"golongan": golongan}, jumlah=enough))


@pytest.mark.parametrize(("tmt", "found"), [(date(2015, 4, 1), 0), (date(2015, 4, 2), 1)])
def test_two_years_in_the_rank(tmt: date, found: int) -> None:
    """Pasal 29: a rank rise after two years in the rank; 1 April 2015 + 2 years = 1 April 2017."""
    data = NAIK | {"tmt_golongan": tmt, "pak_tmt": date(2017, 4, 1)}
    got = temuan(masa_kerja.periksa, fakta(**data, jumlah=jumlah(260, 40)))
    assert [each.jenis for each in got] == ["masa_kerja"] * found


def test_one_year_in_the_jabatan_where_the_jenjang_rises() -> None:
    """Pasal 29: III/d to IV/a makes an Assessor Muda a Madya; 2 May 2016 + 1 year is after 1 April 2017."""
    data = NAIK | {"golongan": "III/d", "tmt_jabatan": date(2016, 5, 2), "pak_tmt": date(2017, 4, 1)}
    got = temuan(masa_kerja.periksa, fakta(**data, jumlah=jumlah(400, 0)))
    assert ["dalam jabatan" in each.salah for each in got] == [True]


def setahun(baru: float, **data: object) -> Fakta:
    sums = {("baru", "semua"): baru + 1, ("baru", "tugas_profesi"): baru, ("lama", "semua"): 1051.0}
    return fakta(jenjang="Utama", **NAIK | {"golongan": "IV/e"} | data, jumlah=sums)


def test_25_a_year_at_iv_e() -> None:
    """Pasal 15: 25 from tugas pokok and profesi every year; 49.9 in two years is 0.1 short of 50."""
    assert "paling sedikit 25 setahun" in temuan(tahunan.periksa, setahun(24.9))[0].salah
    assert not temuan(tahunan.periksa, setahun(25))
    two = temuan(tahunan.periksa, setahun(49.9, masa_sampai=date(2017, 12, 31)))
    assert two[0].lakukan.startswith("Tambah 0,1 ") and not two[0].ragu
    assert temuan(tahunan.periksa, setahun(20, masa_sampai=date(2016, 6, 30)))[0].ragu


def kedua(baru: float, tmt: date = date(2015, 4, 1), lama: float = 300) -> Fakta:
    sums = {("baru", "semua"): baru + 1, ("baru", "tugas_profesi"): baru, ("lama", "semua"): lama}
    return fakta(**NAIK | {"tmt_golongan": tmt}, jumlah=sums)


def test_20_percent_in_the_second_year() -> None:
    """Pasal 14 (2), our reading: 20% x (300 - 200) = 20 where 300 was there within the first year as III/c."""
    got = temuan(tahunan.periksa, kedua(19.9))
    assert [each.jenis for each in got] == ["tahun_kedua_kurang"] and "paling sedikit 20" in got[0].salah
    assert got[0].ragu  # the second year goes on until 31 March 2017
    assert not temuan(tahunan.periksa, kedua(20))
    assert not temuan(tahunan.periksa, kedua(5, lama=299.9))
    assert not temuan(tahunan.periksa, kedua(5, tmt=date(2014, 12, 31)))  # nobody knows when in the years before
    assert not temuan(tahunan.periksa, kedua(5, tmt=date(2016, 2, 1)))  # the rank is younger than the period


def test_five_years_without_the_credit() -> None:
    """Pasal 33 (1): five years since the later TMT; 31 December 2011 + 5 years = 31 December 2016."""
    sums = {("jumlah", "semua"): 299.0}
    late = NAIK | {"tmt_golongan": date(2010, 4, 1), "tmt_jabatan": date(2011, 12, 31)}
    got = temuan(tenggat.bebas, fakta(**late, jumlah=sums))
    assert [each.jenis for each in got] == ["bebas_sementara"] and "31 Desember 2016" in got[0].salah
    assert not temuan(tenggat.bebas, fakta(**late, jumlah={("jumlah", "semua"): 300.0}))
    assert not temuan(tenggat.bebas, fakta(**late | {"tmt_jabatan": date(2012, 1, 1)}, jumlah=sums))
