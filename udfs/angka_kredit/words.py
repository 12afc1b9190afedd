"""Spellings: how people write golongan, jenjang and other words, folded to one form for look-up; and numbers."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

_GOLONGAN = re.compile(r"(?<![a-z0-9])(iv|iii|ii|i|[1-4])\s*[/\\.,\-–]?\s*([a-e])(?![a-z0-9])")
_TINGKAT = re.compile(r"\b(?:tingkat|tkt|tk)\.?\s*(?:i|1)\b")
_FILLER = re.compile(r"\b(?:pangkat|golongan|golru|gol|ruang)\b")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ROMAN = ("I", "II", "III", "IV")
BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def fold(text: str) -> str:
    """Letters and digits only, lower case, single spaces: 'Ahli  Muda.' -> 'ahli muda'."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def fold_pangkat(text: str) -> str:
    """As `fold`, with every spelling of 'Tingkat I' made 'tingkat satu' and filler words dropped."""
    return fold(_FILLER.sub(" ", _TINGKAT.sub("tingkat satu", text.casefold())))


def split_golongan(text: str) -> tuple[str | None, str]:
    """('III/c', 'penata') from 'Penata, III c': the golongan, and the folded rest.

    The golongan is None where the text holds none."""
    text = _TINGKAT.sub("tingkat satu", text.casefold())  # its I is no golongan
    found = _GOLONGAN.search(text)
    if not found:
        return None, fold_pangkat(text)
    number = found[1]
    roman = _ROMAN[int(number) - 1] if number.isdigit() else number.upper()
    rest = text[: found.start()] + " " + text[found.end() :]
    return f"{roman}/{found[2]}", fold_pangkat(rest)


def indonesian(value: Decimal) -> str:
    """The number as an Indonesian reads it, no more digits than it has: 12,35."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def tanggal(day: date) -> str:
    """The date as an Indonesian reads it: 31 Maret 2012."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"
