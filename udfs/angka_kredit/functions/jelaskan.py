"""JELASKAN(fungsi; arg1; ...): any function's computation in words with its articles, or the reason of its error."""

from __future__ import annotations

from typing import NamedTuple

from ..errors import unknown
from . import ambang, angka_kredit, convert, faktor_jenjang, porsi_penulis, versi  # noqa: F401  (declared before this one)
from .registry import KATALOG, Argumen, Fungsi

MOST_ARGUMENTS = max(len(fungsi.argumen) for fungsi in KATALOG)


class _Kata(NamedTuple):
    nilai: str


def hitung(fungsi: str, *args: convert.Cell) -> _Kata:
    found = KATALOG.get(fungsi)
    if found is None:
        raise unknown("Fungsi", fungsi, KATALOG.names(), "daftar fungsi Angka Kredit")
    given = list(args)
    while len(given) > len(found.argumen) and given[-1] in (None, "", 0):
        given.pop()  # arguments of JELASKAN that the sheet left out
    return _Kata(found.explain(given))


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
    )
)
