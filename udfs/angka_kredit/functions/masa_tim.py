"""AKHIR_MASA_TIM(mulai; jabatan) and TIM_BOLEH_LAGI(mulai; kali; jabatan)"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..positions import find_jabatan
from ..regulations.tabel import MasaTim
from ..rules.hasil import Hasil
from ..rules.masa_tim import akhir_masa_tim, tim_boleh_lagi
from . import convert
from .argumen import JABATAN
from .registry import KATALOG, Argumen, Fungsi


def hitung_akhir(mulai: date, jabatan: str) -> Hasil:
    return akhir_masa_tim(find_jabatan(jabatan), mulai)


def hitung_lagi(mulai: date, kali: Decimal, jabatan: str) -> Hasil:
    return tim_boleh_lagi(find_jabatan(jabatan), mulai, kali)


_SUMBER = (
    "Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran VII.B.9-10; "
    "PermenPANRB 41/2012 Pasal 22 ayat (1)-(2) (nomor disimpulkan)"
)

KATALOG.add(
    Fungsi(
        nama="AKHIR_MASA_TIM",
        ringkas="Hari terakhir masa jabatan anggota Tim Penilai (beri sel format tanggal).",
        argumen=(
            Argumen("mulai", convert.tanggal, "Tanggal mulai masa jabatan"),
            JABATAN,
        ),
        rujukan=_SUMBER,
        contoh='=AKHIR_MASA_TIM(DATE(2015;1;1);"pmb")',
        hitung=hitung_akhir,
        aturan=(MasaTim,),
    )
)
KATALOG.add(
    Fungsi(
        nama="TIM_BOLEH_LAGI",
        ringkas="Hari pertama anggota Tim Penilai boleh diangkat lagi (beri sel format tanggal).",
        argumen=(
            Argumen("mulai", convert.tanggal, "Tanggal mulai masa jabatan yang terakhir"),
            Argumen("kali", convert.angka_bukan_nol, "Masa jabatan berturut-turut sampai dengan yang terakhir itu"),
            JABATAN,
        ),
        rujukan=_SUMBER,
        contoh='=TIM_BOLEH_LAGI(DATE(2018;1;1);2;"pmb")',
        hitung=hitung_lagi,
        aturan=(MasaTim,),
    )
)
