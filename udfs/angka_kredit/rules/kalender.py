"""Months and years from a date, as the texts count them: by months, never by days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ..errors import OutOfRule
from ..regulations.tabel import Dasar
from ..regulations.umum import dasar
from ..words import tanggal

TERAWAL, TERAKHIR = date(1900, 3, 1), date.max  # before it a spreadsheet's calendar is wrong


def tambah_bulan(day: date, bulan: int) -> date:
    """The same day `bulan` months later (earlier when negative); the last day where that month is too short.

    #NUM! outside the calendar of a spreadsheet."""
    year, month = divmod(day.year * 12 + day.month - 1 + bulan, 12)
    if not TERAWAL.year <= year <= TERAKHIR.year:
        raise _di_luar(f"tahun {year}")
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    if moved < TERAWAL:
        raise _di_luar(tanggal(moved))
    return moved


def tambah_tahun(day: date, tahun: int) -> date:
    """The same day `tahun` years later; 29 February becomes 28 February where that year has none (our reading)."""
    return tambah_bulan(day, 12 * tahun)


def akhir_bulan(day: date, bulan: int = 0) -> date:
    """The last day of the month that lies `bulan` months after this day's."""
    return tambah_bulan(day.replace(month=1, day=31), day.month - 1 + bulan)  # a day 31 stays the last


def dasar_kabisat(day: date, genap: date) -> tuple[Dasar, ...]:
    """Our reading of 29 February, for the explanation of a date that it moved: `genap` years after `day`."""
    return (dasar("kabisat"),) if (day.month, day.day) == (2, 29) and genap.day == 28 else ()


def _di_luar(when: str) -> OutOfRule:
    return OutOfRule(
        f"Tanggal hasilnya ({when}) di luar kalender lembar kerja, {tanggal(TERAWAL)} sampai {tanggal(TERAKHIR)}."
    )
