"""Konversi: the credit of a predikat kinerja, in the regime since 2023."""

from __future__ import annotations

from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.regime import Predikat, dasar, koefisien
from ..regulations.schema import Jenjang
from ..words import indonesian
from .hasil import Hasil

SETAHUN = 12  # months


def ak_konversi(jenjang: Jenjang, predikat: Predikat, bulan: Decimal | None) -> Hasil:
    """bulan/12 x persen x koefisien (credit points), not rounded; `bulan` None is a whole year.

    #NUM! for what is no whole number of months from 1 to 12."""
    months = SETAHUN if bulan is None else periksa_bulan(bulan)
    row = koefisien()[jenjang.nama]
    words = (
        f"{months}/{SETAHUN} x {indonesian(predikat.persen)}% ({predikat.predikat}) x {indonesian(row.ak)} "
        f"(koefisien tahunan {jenjang.nama})"
    )
    return Hasil(setahun(jenjang, predikat) * months / SETAHUN, words, (row, predikat, dasar("tampilan")))


def setahun(jenjang: Jenjang, predikat: Predikat) -> Decimal:
    """The credit points of a whole year: exact, as twelve months of it need not be."""
    return koefisien()[jenjang.nama].ak * predikat.persen / 100


def periksa_bulan(bulan: Decimal) -> int:
    """The months as a whole number from 1 to 12; #NUM! for another."""
    if bulan % 1 or not 1 <= bulan <= SETAHUN:
        raise OutOfRule(
            f"Bulan {indonesian(bulan)} tidak ada; isi bilangan bulat 1 sampai {SETAHUN}. "
            "Masa yang lebih panjang ditulis per tahun."
        )
    return int(bulan)
