"""What of a workbook is not checked, because nobody here knows what it is."""

from __future__ import annotations

from collections.abc import Iterator

from ..kenal.formulir import RUSAK
from .bahan import Bahan


def tidak_dikenal(bahan: Bahan) -> Iterator[str]:
    """In words; nothing of a form of ours, whose names say what each cell is."""
    if bahan.formulir is not None:
        return
    if not any(lembar.formulir for lembar in bahan.buku.lembar):
        yield "tidak ada DUPAK, surat pernyataan, atau PAK yang dikenal; hanya sel dan rumusnya yang diperiksa"
    for lembar in bahan.buku.lembar:
        for note in lembar.catatan:
            if not note.startswith(RUSAK):  # those are findings
                yield f"lembar '{lembar.nama}': {note}"
