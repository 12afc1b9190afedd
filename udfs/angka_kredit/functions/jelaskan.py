"""JELASKAN(fungsi; arg1; ...): any function's computation in words with its articles, or the reason of its error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..errors import unknown
from . import convert
from .registry import KATALOG, Argumen, Fungsi, Given

MOST_ARGUMENTS = 8  # of any function; a test fails when one has more


class _Kata(NamedTuple):
    nilai: str


def hitung(fungsi: str, *args: Given) -> _Kata:
    found = KATALOG.get(fungsi)
    if found is None:
        raise unknown("Fungsi", fungsi, KATALOG.names(), "daftar fungsi Angka Kredit")
    given = list(args)
    while len(given) > len(found.argumen) and given[-1] in (None, "", 0):
        given.pop()  # arguments of JELASKAN that the sheet left out
    return _Kata(found.explain(given))


def _whole(args: Sequence[Given]) -> frozenset[int]:
    """What the explained function takes whole, one place further here."""
    found = KATALOG.get(args[0]) if isinstance(args[0], str) else None
    declared = found.argumen if found else ()
    return frozenset(place for place, argumen in enumerate(declared, 1) if argumen.rentang)


KATALOG.add(
    Fungsi(
        nama="JELASKAN",
        ringkas="Menjelaskan perhitungan sebuah fungsi beserta pasalnya, atau alasan galatnya.",
        argumen=(
            Argumen("fungsi", convert.teks, "Nama fungsi, misalnya ANGKA_KREDIT"),
            *(
                Argumen(f"arg{number}", convert.mentah, f"Argumen ke-{number} fungsi itu", wajib=False)
                for number in range(1, MOST_ARGUMENTS + 1)
            ),
        ),
        rujukan="Bukan aturan: penjelasan aturan yang dipakai",
        contoh='=JELASKAN("ANGKA_KREDIT";0,014;1;"Ahli Muda";"pmb";"Ahli Madya")',
        hitung=hitung,
        jelaskan=lambda hasil: [hasil.nilai],
        menjelaskan=True,
        utuh=_whole,
    )
)
