"""A credit in words: digits after 'koma' one by one."""

from __future__ import annotations

from decimal import Decimal

_SATUAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]


def terbilang(angka: Decimal) -> str:
    whole, _, rest = f"{angka:f}".partition(".")
    digits = rest.rstrip("0")
    return " ".join([bulat(int(whole)), *(["koma", *(_SATUAN[int(each)] for each in digits)] if digits else [])])


def bulat(angka: int) -> str:
    """Up to 9999."""
    if angka < 12:
        return _SATUAN[angka]
    if angka < 20:
        return f"{_SATUAN[angka - 10]} belas"
    for besar, satu, kata in ((1000, "seribu", "ribu"), (100, "seratus", "ratus"), (10, "", "puluh")):
        count, left = divmod(angka, besar)
        if count:
            first = satu if count == 1 and satu else f"{bulat(count)} {kata}"
            return f"{first} {bulat(left)}" if left else first
    raise AssertionError(angka)
