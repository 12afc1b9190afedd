"""BATAS_USIA_PENGANGKATAN(lahir; jabatan) and BATAS_USUL_PENGANGKATAN(lahir; jabatan)"""

from __future__ import annotations

from datetime import date

from ..positions import find_jabatan
from ..regulations.tabel import BatasUsia, BatasUsul
from ..rules.batas_usia import JABATAN_LAIN, batas_usia, batas_usul
from ..rules.hasil import Hasil
from .argumen import JABATAN, LAHIR
from .registry import KATALOG, Fungsi


def hitung_usia(lahir: date, jabatan: str) -> Hasil:
    return batas_usia(find_jabatan(jabatan), JABATAN_LAIN, lahir)


def hitung_usul(lahir: date, jabatan: str) -> Hasil:
    return batas_usul(find_jabatan(jabatan), JABATAN_LAIN, lahir)


KATALOG.add(
    Fungsi(
        nama="BATAS_USIA_PENGANGKATAN",
        ringkas="Tanggal terakhir pengangkatan dari jabatan lain menurut usia (beri sel format tanggal).",
        argumen=(LAHIR, JABATAN),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran IV.C.1.c dan IV.C.3; "
        "PermenPANRB 41/2012 Pasal 28 ayat (1) huruf d (nomor disimpulkan)",
        contoh='=BATAS_USIA_PENGANGKATAN(DATE(1965;4;15);"pmb")',
        hitung=hitung_usia,
        aturan=(BatasUsia,),
    )
)
KATALOG.add(
    Fungsi(
        nama="BATAS_USUL_PENGANGKATAN",
        ringkas="Tanggal terakhir usul pengangkatan dari jabatan lain diterima (beri sel format tanggal).",
        argumen=(LAHIR, JABATAN),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran IV.C.3",
        contoh='=BATAS_USUL_PENGANGKATAN(DATE(1965;4;15);"pmb")',
        hitung=hitung_usul,
        aturan=(BatasUsul, BatasUsia),
    )
)
