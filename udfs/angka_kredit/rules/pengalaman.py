"""Pengalaman: experience in several periods, added up (PMB Lampiran IV.C.2)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.schema import Jabatan
from ..regulations.tabel import PengalamanKumulatif
from ..words import indonesian
from .hasil import Hasil


def pengalaman_kumulatif(jabatan: Jabatan, lama: Sequence[Decimal]) -> Hasil:
    """The sum of the periods (years). #N/A where the text does not let them add up, #NUM! for a negative one."""
    rule = jabatan.aturan(PengalamanKumulatif)
    negative = next((years for years in lama if years < 0), None)
    if negative is not None:
        raise OutOfRule(f"Lama pengalaman {indonesian(negative)} tahun negatif; isi 0 atau lebih.")
    words = " + ".join(indonesian(years) for years in lama if years) or "0"
    return Hasil(sum(lama, Decimal(0)), f"{words} tahun", (rule,))
