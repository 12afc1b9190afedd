"""TERBILANG(angka)"""

from __future__ import annotations

from ..rules.terbilang import terbilang
from . import convert
from .registry import KATALOG, Argumen, Fungsi

KATALOG.add(
    Fungsi(
        nama="TERBILANG",
        ringkas="Angka dengan kata, misalnya seratus tiga koma tujuh lima; sampai 999 triliun.",
        argumen=(Argumen("angka", convert.jumlah_ak, "Angka, dengan paling banyak sembilan angka di belakang koma"),),
        rujukan="Bukan aturan: kaidah bilangan bahasa Indonesia",
        contoh="=TERBILANG(103,75)",
        hitung=terbilang,
    )
)
