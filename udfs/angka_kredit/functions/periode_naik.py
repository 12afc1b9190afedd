"""PERIODE_NAIK_BERIKUT(tanggal)"""

from __future__ import annotations

from ..rules.periode_naik import periode_naik_berikut
from . import convert
from .registry import KATALOG, Argumen, Fungsi

KATALOG.add(
    Fungsi(
        nama="PERIODE_NAIK_BERIKUT",
        ringkas="Periode kenaikan pangkat, 1 April atau 1 Oktober, sejak sebuah tanggal (beri sel format tanggal).",
        argumen=(Argumen("tanggal", convert.tanggal, "Tanggal mulai mencari, misalnya tanggal angka kredit tercapai"),),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran VI.B.2",
        contoh="=PERIODE_NAIK_BERIKUT(DATE(2025;4;2))",
        hitung=periode_naik_berikut,
    )
)
