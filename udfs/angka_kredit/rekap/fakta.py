"""The cells of a workbook as words, numbers and dates, and the cell functions as Python values."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from ..errors import CellError
from ..functions import call
from ..recalc.values import CellErrorValue
from ..words import baca_tanggal
from .baca import Buku

_EPOCH = datetime(1899, 12, 30)
_DESIMAL = 9


class Fakta:
    """What the cells of one workbook hold; an error or what is of another kind is as if it were not there."""

    def __init__(self, buku: Buku) -> None:
        self.buku = buku

    def teks(self, nama: str) -> str:
        value = self.buku.nilai.get(nama)
        if isinstance(value, float):
            return format(value, ".15g") if nama == "nip" else ""
        return value.strip() if isinstance(value, str) and not isinstance(value, CellErrorValue) else ""

    def angka(self, nama: str) -> float | None:
        return _angka(self.buku.nilai.get(nama))

    def tanggal(self, nama: str) -> date | None:
        value = self.buku.nilai.get(nama)
        if isinstance(value, str):
            try:
                return baca_tanggal(value)
            except CellError:
                return None
        return hari(_angka(value))

    def kosong(self, nama: str) -> bool:
        """Whether nobody filled the cell in, or not so that it can be read as what it is."""
        if nama.startswith(("masa_", "tmt_")):
            return self.tanggal(nama) is None
        return self.angka(nama) is None if nama.startswith("ak_") else not self.teks(nama)


def hari(serial: float | None) -> date | None:
    """The date of a cell's number; None where it is none of our calendar."""
    if serial is None or not 1 <= serial < 2_958_466:
        return None
    return (_EPOCH + timedelta(days=int(serial))).date()


def angka(nama: str, *args: Any) -> float | None:
    """What the cell function answers, None for an error."""
    return _angka(call(nama, *args))


def tanggal(nama: str, *args: Any) -> date | None:
    return hari(angka(nama, *args))


def kata(nama: str, *args: Any) -> str:
    """What the cell function answers in words, '' for an error."""
    found = call(nama, *args)
    return found if isinstance(found, str) and not found.startswith("#") else ""


def tabel(nama: str, *args: Any) -> list[list[Any]]:
    """The rows that the cell function answers, none for an error."""
    found = call(nama, *args)
    return found if isinstance(found, list) else []


def _angka(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return round(float(value), _DESIMAL)
