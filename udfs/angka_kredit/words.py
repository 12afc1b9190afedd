"""Spellings: how people write golongan, jenjang and other words, folded to one form for look-up; and numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from .errors import BadValue, OutOfRule

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

_MONTHS = {name.casefold(): number for number, name in enumerate(BULAN, 1)}
_MONTHS |= {name[:3].casefold(): number for number, name in enumerate(BULAN, 1)}
_MONTHS |= {"agt": 8, "ags": 8, "nopember": 11, "nop": 11, "pebruari": 2, "peb": 2, "sept": 9}
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2}|[A-Za-z]+)\s*[-/. ]\s*([0-9]{4})")


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


def match_golongan(text: str, pangkat: Mapping[str, str]) -> str | None:
    """The golongan that `text` names, by its code, its pangkat, or both; None where it names none of `pangkat`.

    `pangkat`: golongan -> its name. #VALUE! where the text holds a pangkat and the golongan of another."""
    kode, rest = split_golongan(text)
    named = next((golongan for golongan, name in pangkat.items() if fold_pangkat(name) == rest), None)
    if kode in pangkat and named not in (None, kode):
        raise BadValue(f"'{text}': pangkat dan golongan ruang tidak cocok; pangkat itu {named}, bukan {kode}.")
    found = kode if not rest else named  # words beside the golongan must be its pangkat
    return found if found in pangkat else None


def indonesian(value: Decimal) -> str:
    """The number as an Indonesian reads it, no more digits than it has: 12,35."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def shown(value: float | bool | str | None) -> str:
    """A cell's value as an Indonesian reads it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return indonesian(Decimal(format(value, ".15g")))
    return f"'{value}'" if value else "kosong"


def tanggal(day: date) -> str:
    """The date as an Indonesian reads it: 31 Maret 2012."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def baca_tanggal(text: str) -> date:
    """The date from '31 Maret 2012', '31/03/2012', '31-Mar-2012' or '2012-03-31'; the year has four digits.

    #VALUE! for another text, #NUM! for a day that no calendar has."""
    plain = " ".join(text.split())
    if found := _ISO.fullmatch(plain):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif (found := _DAY_FIRST.fullmatch(plain)) and (found[2].isdigit() or found[2].casefold() in _MONTHS):
        month = int(found[2]) if found[2].isdigit() else _MONTHS[found[2].casefold()]
        year, day = int(found[3]), int(found[1])
    else:
        raise BadValue(
            f"'{text}' bukan tanggal; tulis hari, bulan, dan tahun empat angka, misalnya 31/03/2012 atau 31 Maret 2012."
        )
    try:
        return date(year, month, day)
    except ValueError:
        raise OutOfRule(f"'{text}' bukan tanggal yang ada di kalender (hari, bulan, tahun).") from None


def kata_status(status: str) -> str:
    """A status of the data as a person reads it: 'peraturan lain'."""
    return status.replace("_", " ")
