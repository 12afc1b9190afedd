"""The words of an explanation: values as an Indonesian reads them, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ..rules.hasil import Berdasar, Hasil
from ..words import indonesian, kata_status, tanggal


def jelaskan(nama: str, hasil: Hasil) -> list[str]:
    """'NAMA = nilai: how it came about.', then the source of each thing it rests on."""
    lines = [f"{nama} = {tampil(hasil.nilai)}: {hasil.uraian}."]
    for dasar in hasil.dasar:
        lines += [line for line in sumber(dasar) if line not in lines]
    return lines


def sumber(dasar: Berdasar) -> list[str]:
    """Where a value stands and how surely; then how we read it, where the reading is ours."""
    lines = [f"Dasar: {dasar.rujukan}. Status: {kata_status(dasar.status)}."]
    catatan = getattr(dasar, "catatan", "")
    return [*lines, catatan] if catatan else lines


def tampil(nilai: object) -> str:
    """One value, or the first cell of rows, as a person reads it."""
    while isinstance(nilai, Sequence) and not isinstance(nilai, str):
        nilai = nilai[0]
    if isinstance(nilai, Decimal):
        return indonesian(nilai)
    return tanggal(nilai) if isinstance(nilai, date) else str(nilai)
