"""Terbilang: a number in Indonesian words, the decimals digit by digit."""

from __future__ import annotations

from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.umum import dasar
from ..words import indonesian
from .hasil import Hasil

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
THOUSANDS = ("", "ribu", "juta", "miliar", "triliun")
COMMA, MINUS = "koma", "minus"
LIMIT = 1000 ** len(THOUSANDS)


def terbilang(angka: Decimal) -> Hasil:
    """'seratus tiga koma tujuh lima' for 103.75; #NUM! from a thousand trillion (triliun) on."""
    if abs(angka) >= LIMIT:
        raise OutOfRule(f"{indonesian(angka)} terlalu besar; paling besar 999 triliun.")
    whole, _, fraction = indonesian(abs(angka)).partition(",")
    words = [MINUS] if angka < 0 else []
    words.append(_whole(int(whole)))
    if fraction:
        words += [COMMA, *(DIGITS[int(digit)] for digit in fraction)]
    return Hasil(" ".join(words), f"{indonesian(angka)} ditulis dengan kata", (dasar("terbilang"),))


def _whole(number: int) -> str:
    if number == 0:
        return DIGITS[0]
    groups = ((number // 1000**power % 1000, name) for power, name in reversed([*enumerate(THOUSANDS)]))
    return " ".join(_group(group, name) for group, name in groups if group)


def _group(number: int, name: str) -> str:
    """1 to 999 of `name`: 'seribu', 'dua juta', 'lima'."""
    if number == 1 and name == THOUSANDS[1]:
        return "seribu"
    return f"{_hundreds(number)} {name}".strip()


def _hundreds(number: int) -> str:
    count, rest = divmod(number, 100)
    words = [_one_or("seratus", count, "ratus")] if count else []
    return " ".join([*words, _tens(rest)] if rest else words)


def _tens(number: int) -> str:
    """1 to 99."""
    count, rest = divmod(number, 10)
    if count == 0:
        return DIGITS[rest]
    if count == 1:
        return _one_or("sebelas", rest, "belas") if rest else "sepuluh"
    return f"{DIGITS[count]} puluh {DIGITS[rest] if rest else ''}".strip()


def _one_or(one: str, count: int, unit: str) -> str:
    return one if count == 1 else f"{DIGITS[count]} {unit}"
