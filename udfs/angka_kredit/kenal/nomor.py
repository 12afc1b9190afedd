"""Numbers of rows: I., A., 1., a., 1), (1), 1.2: their style and which they are in their sequence."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AWAL = re.compile(
    r"^\s*(\(?)\s*((?:[0-9]{1,3})(?:\.[0-9]{1,3})*|[IVX]{1,5}|[ivx]{1,5}|[A-Za-z])\s*([.)]*)(?:\s+|$|(?<=[.)]))"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True)
class Nomor:
    """`gaya`: 'I', 'A', 'a', 'i', '1' or '1.1', with ')' where a bracket closes it. `urut`: 3 for c."""

    teks: str
    gaya: str
    urut: int


def pisah(teks: str) -> tuple[list[Nomor], str]:
    """The readings of the number that the text begins with, likeliest last in doubt, and the text after it.

    A bare number is one when nothing follows, a mark ends it, or a capital follows: '2 laporan' is a text."""
    found = _AWAL.match(teks)
    if not found:
        return [], teks.strip()
    rest = teks[found.end() :].strip()
    if rest and not found[3] and not rest[0].isupper():
        return [], teks.strip()
    kurung = ")" if ")" in found[3] else ""
    return [Nomor(found[0].strip(), gaya + kurung, urut) for gaya, urut in _bacaan(found[2])], rest


def _bacaan(kata: str) -> list[tuple[str, int]]:
    if kata[0].isdigit():
        parts = kata.split(".")
        return [(".".join("1" * len(parts)), int(parts[-1]))]
    readings = []
    if set(kata.upper()) <= set(_ROMAN) and (value := _romawi(kata.upper())):
        readings.append(("I" if kata.isupper() else "i", value))
    if len(kata) == 1:
        readings.append(("A" if kata.isupper() else "a", ord(kata.upper()) - ord("A") + 1))
    return readings


def _romawi(kata: str) -> int:
    values = [_ROMAN[letter] for letter in kata]
    return sum(-v if any(v < after for after in values[at + 1 :]) else v for at, v in enumerate(values))
