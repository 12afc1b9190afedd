"""Days and spans of days as people write them in a cell: '2 s/d 5 Januari 2020', 'Januari - Maret 2020'."""

from __future__ import annotations

import re
from datetime import date

from ...errors import CellError
from ...rules.kalender import akhir_bulan
from ...words import BULAN, baca_tanggal
from .bentuk import Isi

Rentang = tuple[date, date]
_UNTIL = re.compile(r"\s*(?:s\s*[./]\s*d\.?|sampai dengan|sampai|hingga|[-–—])\s*", re.IGNORECASE)
_BULAN = "|".join(sorted({*BULAN, *(name[:3] for name in BULAN), "Nopember", "Nop", "Pebruari", "Agt", "Sept"}))
_HARI = re.compile(
    rf"\b\d{{1,2}}\s*[-/. ]\s*(?:\d{{1,2}}|{_BULAN})\s*[-/. ]\s*\d{{4}}\b|\b\d{{4}}-\d{{1,2}}-\d{{1,2}}\b",
    re.IGNORECASE,
)
_SEBULAN = re.compile(rf"(?:{_BULAN})\.? \d{{4}}", re.IGNORECASE)
_UJUNG = re.compile(rf"(?P<hari>\d{{1,2}})?\s*(?P<bulan>{_BULAN})?\.?\s*(?P<tahun>\d{{4}})?", re.IGNORECASE)


def hari(text: str) -> list[date]:
    """Every whole date in the text."""
    return [day for found in _HARI.findall(text) if (day := _hari(found))]


def mustahil(text: str) -> str:
    """The first day in the text that no calendar has, as '31 Juni 2018'; '' where there is none."""
    return next((found for found in _HARI.findall(text) if _hari(found) is None), "")


def rentang(isi: Isi) -> Rentang | None:
    """The first and the last day that the cell names; None where it names none that can be read."""
    if (day := isi.hari) is not None:
        return day, day
    text = " ".join(isi.teks.split())
    days = hari(text)
    if len(days) == 2:
        return days[0], days[1]
    parts = _UNTIL.split(text, maxsplit=1) if not _SEBULAN.fullmatch(text) else [text]
    return _gabung(parts[0], parts[-1])


def _gabung(first: str, last: str) -> Rentang | None:
    """Both ends; the first takes month and year from the last where it has none."""
    one, two = _UJUNG.fullmatch(first.strip()), _UJUNG.fullmatch(last.strip())
    if not one or not two or not two["bulan"] or not two["tahun"]:
        return None
    ends = _hari(f"{two['hari'] or 1} {two['bulan']} {two['tahun']}")
    begins = _hari(f"{one['hari'] or 1} {one['bulan'] or two['bulan']} {one['tahun'] or two['tahun']}")
    if not ends or not begins or begins > ends:
        return None
    return begins, ends if two["hari"] else akhir_bulan(ends)


def _hari(text: str) -> date | None:
    try:
        return baca_tanggal(text)
    except CellError:
        return None
