"""Konversi: the credit of a predikat kinerja, in the regime since 2023."""

from __future__ import annotations

from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.regime import Predikat, koefisien
from ..regulations.schema import Jenjang
from ..words import indonesian
from .hasil import Hasil

SETAHUN = 12  # months


def ak_konversi(jenjang: Jenjang, predikat: Predikat, bulan: Decimal = Decimal(SETAHUN)) -> Hasil:
    """bulan/12 x persen x koefisien (credit points), not rounded; #NUM! for months that `bulan_penuh` refuses."""
    months = bulan_penuh(bulan)
    row = koefisien()[jenjang.nama]
    words = (
        f"{months}/{SETAHUN} x {indonesian(predikat.persen)}% ({predikat.predikat}) x {indonesian(row.ak)} "
        f"(koefisien tahunan {jenjang.nama})"
    )
    return Hasil(setahun(jenjang, predikat) * months / SETAHUN, words, (row, predikat))


def setahun(jenjang: Jenjang, predikat: Predikat) -> Decimal:
    """The credit points of a whole year: exact, as twelve months of it need not be."""
    return koefisien()[jenjang.nama].ak * predikat.persen / 100


def bulan_penuh(bulan: Decimal) -> int:
    """The months as a whole number from 1 to 12; #NUM! for another."""
    if bulan % 1 or not 1 <= bulan <= SETAHUN:
        raise OutOfRule(
            f"Bulan {indonesian(bulan)} tidak ada; isi bilangan bulat 1 sampai {SETAHUN}. "
            "Masa yang lebih panjang ditulis per tahun."
        )
    return int(bulan)
