"""The cell functions: importing this package fills the catalogue."""

from __future__ import annotations

from . import ambang, angka_kredit, faktor_jenjang, jelaskan, porsi_penulis, versi  # noqa: F401  (they register)
from .registry import KATALOG, Given, Result

__all__ = ["KATALOG", "Given", "Result", "call"]


def call(nama: str, *args: Given) -> Result:
    """Calls a cell function exactly as a cell would.

    Returns a float, text, rows of them where an argument is a range, or an error as its text: '#N/A',
    '#VALUE!', '#NUM!'; '#NAME?' for a function that is not in the catalogue."""
    fungsi = KATALOG.get(nama)
    return "#NAME?" if fungsi is None else fungsi.call(args)
