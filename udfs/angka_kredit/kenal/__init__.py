"""Recognises the forms that people already have: what stands where, by headings, and what is doubtful about it."""

from __future__ import annotations

from .bentuk import Baris, Buku, Formulir, Kolom, Lembar, Orang
from .formulir import kenali_lembar
from .kisi import Kisi
from .lanjutan import sambung
from .pembaca import baca

__all__ = ["Baris", "Buku", "Formulir", "Kisi", "Kolom", "Lembar", "Orang", "baca", "kenali", "kenali_kisi"]


def kenali(data: bytes) -> Buku:
    """What was recognised in the workbook; Refused, in words, where it cannot be read."""
    return kenali_kisi(baca(data))


def kenali_kisi(kisi: list[Kisi]) -> Buku:
    """As `kenali`, of grids read by anyone."""
    return Buku(tuple(sambung(kisi, [kenali_lembar(each) for each in kisi])))
