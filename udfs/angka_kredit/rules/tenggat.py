"""Tenggat: until when a credit is set, a diklat passed, an appointment made
(PMB Lampiran IV.B.4-5, VI.B.1-2; Assessor Pasal 17 (3))."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.schema import Jabatan
from ..regulations.tabel import BatasDiklat, BatasPenetapan, BatasPengangkatan, PenilaianTahunan
from ..words import BULAN, indonesian, tanggal
from .hasil import Hasil
from .kalender import TERAKHIR, TERAWAL, akhir_bulan, dasar_kabisat, tambah_tahun


def batas_penetapan_ak(jabatan: Jabatan, periode: date) -> Hasil:
    """The last day on which credit for a rank rise is set; `periode` is any day of the month in which ranks rise.

    #NUM! for a month in which they do not."""
    rule = jabatan.aturan(BatasPenetapan)
    if periode.month not in rule.periode:
        allowed = " dan ".join(BULAN[month - 1] for month in rule.periode)
        raise OutOfRule(
            f"{tanggal(periode)} bukan periode kenaikan pangkat; periodenya {allowed} ({rule.rujukan}). "
            "Isi tanggal kenaikan pangkatnya, misalnya tanggal 1 bulan itu."
        )
    words = f"periode {BULAN[periode.month - 1]} {periode.year}, {rule.bulan} bulan sebelumnya sampai akhir bulan"
    return Hasil(akhir_bulan(periode, -rule.bulan), words, (rule,))


def batas_penilaian_tahunan(jabatan: Jabatan, tahun: Decimal) -> Hasil:
    """The last day on which the work of calendar year `tahun` is assessed; #NUM! for what is no year."""
    rule = jabatan.aturan(PenilaianTahunan)
    if tahun % 1 or not TERAWAL.year <= tahun < TERAKHIR.year:
        raise OutOfRule(
            f"Tahun {indonesian(tahun)} bukan tahun penilaian; isi tahun empat angka, misalnya 2014, bukan tanggal."
        )
    words = f"prestasi kerja 1 Januari sampai 31 Desember {int(tahun)}, dinilai dan ditetapkan tahun berikutnya"
    return Hasil(akhir_bulan(date(int(tahun) + 1, rule.bulan, 1)), words, (rule,))


def batas_diklat(jabatan: Jabatan, tmt: date) -> Hasil:
    """The last day to pass the diklat, counted from the TMT as PNS."""
    return _sesudah(tmt, jabatan.aturan(BatasDiklat))


def batas_pengangkatan(jabatan: Jabatan, lulus: date) -> Hasil:
    """The last day to be appointed, counted from the day on which the diklat was passed."""
    return _sesudah(lulus, jabatan.aturan(BatasPengangkatan))


def _sesudah(mulai: date, rule: BatasDiklat | BatasPengangkatan) -> Hasil:
    genap = tambah_tahun(mulai, rule.tahun)
    less = f" - {rule.kurang_hari} hari" if rule.kurang_hari else ""
    words = f"{tanggal(mulai)} + {rule.tahun} tahun{less}"
    return Hasil(genap - timedelta(days=rule.kurang_hari), words, (rule, *dasar_kabisat(mulai, genap)))
