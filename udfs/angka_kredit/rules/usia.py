"""Usia: age in whole years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.umum import dasar
from ..words import tanggal
from .hasil import Hasil
from .kalender import dasar_kabisat, tambah_tahun


def usia(lahir: date, pada: date) -> Hasil:
    """The age (whole years) of someone born on `lahir`, on a day; #NUM! for a day before the birth."""
    if pada < lahir:
        raise OutOfRule(f"Tanggal {tanggal(pada)} sebelum tanggal lahir {tanggal(lahir)}; periksa keduanya.")
    years = pada.year - lahir.year
    birthday = tambah_tahun(lahir, years)
    whole = years if birthday <= pada else years - 1
    words = f"tahun penuh dari {tanggal(lahir)} sampai {tanggal(pada)}"
    return Hasil(Decimal(whole), words, (dasar("usia"), *dasar_kabisat(lahir, birthday)))
