"""Proyeksi: from which rank-rise period on the credit suffices, from stated assumptions alone.

Only credit is looked at, growing by whole months; `perbkn_3_2023/dasar.csv` says what is assumed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..errors import BadValue, OutOfRule
from ..regulations import regime
from ..regulations.regime import Predikat
from ..regulations.schema import Jabatan, Jenjang
from ..regulations.tabel import Dasar
from ..rounding import without_noise
from ..words import indonesian, tanggal
from .ambang import ak_kumulatif
from .hasil import Berdasar, Hasil, Nilai, rujukan
from .kalender import akhir_bulan, tambah_bulan
from .konversi import SETAHUN, setahun
from .naik_kinerja import ak_kenaikan_jenjang, jenjang_berikut, periksa_golongan
from .pangkat import berikut_dalam
from .periksa import tidak_negatif
from .periode_naik import periode_sejak

KEPALA = ("Nilai", "Dasar")


class Tujuan(NamedTuple):
    """What is risen to, and the credit points it asks."""

    nama: str
    ak: Decimal
    dasar: tuple[Berdasar, ...]


class Laju(NamedTuple):
    """How credit grows: `ak` credit points every `bulan` months, which is exact where one month's share is not."""

    ak: Decimal
    bulan: int
    dasar: tuple[Berdasar, ...]

    @property
    def per_bulan(self) -> Decimal:
        return self.ak / self.bulan


class Awal(NamedTuple):
    """The credit points held on a day."""

    ak: Decimal
    pada: date


def kapan_naik_pangkat(
    awal: Awal, jenjang: Jenjang, golongan: str, predikat: Predikat, golongan_masuk: str | None
) -> Hasil:
    """The first period in which the credit inside the jenjang suffices for the next rank, then how it came about."""
    tujuan = _pangkat_berikut(jenjang, golongan, golongan_masuk)
    return _kapan(awal, tujuan, _laju_konversi(jenjang, predikat), regime.dasar("proyeksi"))


def kapan_naik_jenjang(
    awal: Awal, jenjang: Jenjang, golongan: str, predikat: Predikat, golongan_masuk: str | None
) -> Hasil:
    """The same for the next jenjang."""
    _periksa_masuk(jenjang, golongan, golongan_masuk)
    tujuan = _jenjang_berikut(jenjang, golongan_masuk)
    return _kapan(awal, tujuan, _laju_konversi(jenjang, predikat), regime.dasar("proyeksi"))


def kapan_naik_konvensional(awal: Awal, golongan: str, jabatan: Jabatan, ak_per_bulan: Decimal) -> Hasil:
    """The same for the next rank by the conventional cumulative scale of a jabatan, at a pace in credit points.

    #N/A where the jabatan has no scale."""
    if ak_per_bulan <= 0:
        raise OutOfRule(f"Angka kredit per bulan {indonesian(ak_per_bulan)} tidak menambah; isi lebih dari 0.")
    berikut = berikut_dalam(jabatan, golongan)
    ambang = ak_kumulatif(jabatan, berikut)
    laju = Laju(ak_per_bulan, 1, ())
    return _kapan(awal, Tujuan(berikut, ambang.nilai, (ambang,)), laju, regime.dasar("proyeksi_konvensional"))


def _pangkat_berikut(jenjang: Jenjang, golongan: str, golongan_masuk: str | None) -> Tujuan:
    """The next rank: inside the jenjang, or by the rise to the next jenjang where this is its last rank."""
    masuk = _periksa_masuk(jenjang, golongan, golongan_masuk)
    own = [row.kode for row in jenjang.golongan]
    place = own.index(golongan)
    if golongan == own[-1]:
        tujuan = _jenjang_berikut(jenjang, golongan_masuk)
        return tujuan._replace(nama=f"{jenjang_berikut(jenjang).golongan[0].kode}, sesudah naik ke {tujuan.nama}")
    berikut, printed = own[place + 1], regime.dalam_jenjang().get(golongan)
    if printed and printed.jenjang == jenjang.nama:
        return Tujuan(berikut, printed.ambang, (printed,))
    step = regime.naik_pangkat()[jenjang.nama]
    return Tujuan(berikut, step.ak * (place - own.index(masuk) + 1), (step, regime.dasar("ambang_turunan")))


def _jenjang_berikut(jenjang: Jenjang, golongan_masuk: str | None) -> Tujuan:
    naik = ak_kenaikan_jenjang(jenjang, golongan_masuk)
    assert isinstance(naik.nilai, Decimal)
    return Tujuan(jenjang_berikut(jenjang).nama, naik.nilai, naik.dasar)


def _periksa_masuk(jenjang: Jenjang, golongan: str, golongan_masuk: str | None) -> str:
    """The golongan at which the jenjang was entered: its lowest unless given; #VALUE! above the one held."""
    periksa_golongan(jenjang, golongan)
    own = [row.kode for row in jenjang.golongan]
    masuk = golongan_masuk or own[0]
    periksa_golongan(jenjang, masuk)
    if own.index(masuk) > own.index(golongan):
        raise BadValue(f"Golongan ruang saat masuk {masuk} di atas golongan ruang sekarang {golongan}.")
    return masuk


def _laju_konversi(jenjang: Jenjang, predikat: Predikat) -> Laju:
    return Laju(setahun(jenjang, predikat), SETAHUN, (regime.koefisien()[jenjang.nama], predikat))


def sesudah(pada: date, bulan: int) -> date:
    """Whole months later; from the last day of a month to the last day of a month."""
    return akhir_bulan(pada, bulan) if pada == akhir_bulan(pada) else tambah_bulan(pada, bulan)


def _kapan(awal: Awal, tujuan: Tujuan, laju: Laju, anggapan: Dasar) -> Hasil:
    tidak_negatif({"yang dimiliki": awal.ak})
    kurang = max(tujuan.ak - awal.ak, Decimal(0))
    bulan = bulan_perlu(kurang, laju)
    tercapai = sesudah(awal.pada, bulan)
    mulai, periode = periode_sejak(tercapai)
    rows: list[tuple[str, Nilai, tuple[Berdasar, ...]]] = [
        ("Tujuan", tujuan.nama, tujuan.dasar),
        ("Angka kredit yang diminta", tujuan.ak, tujuan.dasar),
        (f"Kekurangan pada {tanggal(awal.pada)}", kurang, ()),
        ("Angka kredit per bulan", laju.per_bulan, laju.dasar),
        ("Bulan yang diperlukan", Decimal(bulan), ()),
        ("Tanggal tercapai", tercapai, ()),
        ("Periode kenaikan", mulai, (periode,)),
        ("Anggapan", anggapan.catatan, (anggapan,)),
    ]
    lines = [(what, value, rujukan(dasar)) for what, value, dasar in rows]
    words = (
        f"menuju {tujuan.nama}: kurang {indonesian(kurang)} dari {indonesian(tujuan.ak)}, {bulan} bulan dengan "
        f"{indonesian(laju.ak)} per {laju.bulan} bulan, tercapai {tanggal(tercapai)}, lalu periode berikutnya"
    )
    return Hasil([(mulai, *KEPALA), *lines], words, (*tujuan.dasar, *laju.dasar, periode, anggapan))


def bulan_perlu(kurang: Decimal, laju: Laju) -> int:
    """The least whole number of months in which `laju` brings `kurang` credit points.

    Twelfths of a year that a cell has cut off do not cost a month more."""
    whole, rest = divmod(kurang * laju.bulan, laju.ak)
    return int(whole) + (without_noise(rest / laju.bulan) > 0)
