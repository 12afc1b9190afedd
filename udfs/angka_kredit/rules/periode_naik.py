"""Periode: the days on which ranks rise, 1 April and 1 October (PMB Lampiran VI.B.2)."""

from __future__ import annotations

from datetime import date

from ..regulations.regime import PeriodeNaik, periode_naik
from ..words import tanggal
from .hasil import Hasil
from .kalender import tambah_bulan


def periode_naik_berikut(day: date) -> Hasil:
    """The first day of a rank-rise period that is on this day or after it."""
    first, row = periode_sejak(day)
    return Hasil(first, f"periode kenaikan pangkat pertama pada atau sesudah {tanggal(day)}", (row,))


def periode_sejak(day: date) -> tuple[date, PeriodeNaik]:
    """That day, and the period it opens."""
    months = {row.bulan: row for row in periode_naik()}
    first = day if day.day == 1 else tambah_bulan(day.replace(day=1), 1)
    while first.month not in months:
        first = tambah_bulan(first, 1)
    return first, months[first.month]
