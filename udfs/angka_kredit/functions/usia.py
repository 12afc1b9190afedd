"""USIA(lahir; tanggal)"""

from __future__ import annotations

from ..rules.usia import usia
from . import convert
from .argumen import LAHIR
from .registry import KATALOG, Argumen, Fungsi

KATALOG.add(
    Fungsi(
        nama="USIA",
        ringkas="Usia dalam tahun penuh pada sebuah tanggal.",
        argumen=(LAHIR, Argumen("tanggal", convert.tanggal, "Tanggal usianya dihitung")),
        rujukan="Bukan aturan jabatan: hitungan kalender",
        contoh="=USIA(DATE(1965;4;15);DATE(2015;3;31))",
        hitung=usia,
    )
)
