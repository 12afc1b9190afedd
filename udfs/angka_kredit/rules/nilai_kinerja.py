"""Nilai kinerja: the credit of a year in the 2016 family, as a share of what the year asks at least (one source)."""

from __future__ import annotations

from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.regime import nilai_kinerja
from ..words import indonesian
from .hasil import Hasil


def ak_nilai_kinerja(nilai: Decimal, ak_minimal: Decimal) -> Hasil:
    """persen of the band of `nilai` x `ak_minimal` (credit points of one year).

    #NUM! for a nilai between two bands, and for what is not positive."""
    if nilai <= 0 or ak_minimal <= 0:
        raise OutOfRule(
            f"Nilai {indonesian(nilai)} dan angka kredit minimal {indonesian(ak_minimal)} harus lebih dari 0."
        )
    bands = nilai_kinerja()
    found = next((band for band in bands if band.dari <= nilai <= band.sampai), None)
    if found is None:
        above = next(band for band in reversed(bands) if band.dari > nilai)
        below = next(band for band in bands if band.sampai < nilai)
        raise OutOfRule(
            f"Nilai kinerja {indonesian(nilai)} tidak masuk rentang mana pun: di atas '{below.rentang}' dan di bawah "
            f"'{above.rentang}' seperti tercetak ({above.rujukan}). Isi nilai yang ditetapkan, tanpa menaksir."
        )
    words = (
        f"{indonesian(found.persen)}% (nilai {indonesian(nilai)}, rentang {found.rentang}, {found.sebutan}) x "
        f"{indonesian(ak_minimal)} (angka kredit minimal setahun, diisi pengisi)"
    )
    return Hasil(ak_minimal * found.persen / 100, words, (found,))
