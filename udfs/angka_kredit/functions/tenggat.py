"""BATAS_PENETAPAN_AK(periode; jabatan), BATAS_PENILAIAN_TAHUNAN(tahun; jabatan), BATAS_DIKLAT(tmt_pns; jabatan) and
BATAS_PENGANGKATAN(lulus; jabatan)"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..positions import find_jabatan
from ..regulations.tabel import BatasDiklat, BatasPenetapan, BatasPengangkatan, PenilaianTahunan
from ..rules import tenggat
from ..rules.hasil import Hasil
from . import convert
from .argumen import JABATAN
from .registry import KATALOG, Argumen, Fungsi


def hitung_penetapan(periode: date, jabatan: str) -> Hasil:
    return tenggat.batas_penetapan_ak(find_jabatan(jabatan), periode)


def hitung_penilaian(tahun: Decimal, jabatan: str) -> Hasil:
    return tenggat.batas_penilaian_tahunan(find_jabatan(jabatan), tahun)


def hitung_diklat(tmt_pns: date, jabatan: str) -> Hasil:
    return tenggat.batas_diklat(find_jabatan(jabatan), tmt_pns)


def hitung_pengangkatan(lulus: date, jabatan: str) -> Hasil:
    return tenggat.batas_pengangkatan(find_jabatan(jabatan), lulus)


KATALOG.add(
    Fungsi(
        nama="BATAS_PENETAPAN_AK",
        ringkas="Tanggal terakhir penetapan angka kredit untuk kenaikan pangkat (beri sel format tanggal).",
        argumen=(
            Argumen("periode", convert.tanggal, "Tanggal dalam bulan periode kenaikan pangkat, misalnya 1 April 2015"),
            JABATAN,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran VI.B.2; PermenPANRB 41/2012 Pasal 17 ayat (3)",
        contoh='=BATAS_PENETAPAN_AK(DATE(2015;4;1);"pmb")',
        hitung=hitung_penetapan,
        aturan=(BatasPenetapan,),
    )
)
KATALOG.add(
    Fungsi(
        nama="BATAS_PENILAIAN_TAHUNAN",
        ringkas="Tanggal terakhir penilaian dan penetapan prestasi kerja satu tahun (beri sel format tanggal).",
        argumen=(
            Argumen("tahun", convert.angka_bukan_nol, "Tahun prestasi kerja, empat angka, misalnya 2014"),
            JABATAN,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran VI.B.1",
        contoh='=BATAS_PENILAIAN_TAHUNAN(2014;"pmb")',
        hitung=hitung_penilaian,
        aturan=(PenilaianTahunan,),
    )
)
KATALOG.add(
    Fungsi(
        nama="BATAS_DIKLAT",
        ringkas="Tanggal terakhir untuk mengikuti dan lulus diklat jabatan (beri sel format tanggal).",
        argumen=(
            Argumen("tmt_pns", convert.tanggal, "Terhitung mulai tanggal pengangkatan sebagai PNS"),
            JABATAN,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran IV.B.4",
        contoh='=BATAS_DIKLAT(DATE(2010;4;1);"pmb")',
        hitung=hitung_diklat,
        aturan=(BatasDiklat,),
    )
)
KATALOG.add(
    Fungsi(
        nama="BATAS_PENGANGKATAN",
        ringkas="Tanggal terakhir pengangkatan dalam jabatan setelah lulus diklat (beri sel format tanggal).",
        argumen=(
            Argumen("lulus", convert.tanggal, "Tanggal lulus diklat jabatan"),
            JABATAN,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran IV.B.5",
        contoh='=BATAS_PENGANGKATAN(DATE(2012;3;31);"pmb")',
        hitung=hitung_pengangkatan,
        aturan=(BatasPengangkatan,),
    )
)
