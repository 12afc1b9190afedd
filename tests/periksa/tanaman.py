"""A workbook with one planted fault."""

from __future__ import annotations

from dataclasses import dataclass

Tempat = frozenset[tuple[str, str]]  # sheet and cell; '' for the cell is anywhere on the sheet


@dataclass(frozen=True)
class Tanaman:
    """Found: a finding of this kind at any of the cells."""

    jenis: str
    nama: str  # which form and which fault, in words
    data: bytes
    tempat: Tempat
    pak_lama: bytes | None = None
