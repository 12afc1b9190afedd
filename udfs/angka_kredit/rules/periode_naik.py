"""Periode: the days on which ranks rise, 1 April and 1 October (PMB Lampiran VI.B.2)."""

from __future__ import annotations

from datetime import date

from ..regulations import regime
from ..words import tanggal
from .hasil import Hasil
from .kalender import tambah_bulan


def periode_naik_berikut(day: date) -> Hasil:
    """The first day of a rank-rise period that is on this day or after it."""
    months = {row.bulan: row for row in regime.periode_naik()}
    first = day if day.day == 1 else tambah_bulan(day.replace(day=1), 1)
    while first.month not in months:
        first = tambah_bulan(first, 1)
    return Hasil(first, f"periode kenaikan pangkat pertama pada atau sesudah {tanggal(day)}", (months[first.month],))
