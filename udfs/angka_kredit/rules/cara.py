"""Cara pengangkatan: how people write the ways of being appointed."""

from __future__ import annotations

from ..words import fold

_FILLER = frozenset(
    ("pengangkatan", "perpindahan", "pindah", "pindahan", "diangkat", "untuk", "dari", "ke", "melalui", "kali")
)
_LAIN = {"alih": "alih kategori", "kategori": "alih kategori", "penyesuaian": "inpassing"}


def kata_cara(text: str) -> str:
    """'Pengangkatan dari jabatan lain' -> 'jabatan lain'."""
    word = " ".join(part for part in fold(text).split() if part not in _FILLER)
    return _LAIN.get(word, word)
