"""The facts that the rules ask of a workbook, read once: of ours by its names, of any other by what is recognised."""

from __future__ import annotations

from ...errors import Refused
from ..bahan import Bahan
from . import asing, milik
from .bentuk import Fakta

_KUNCI = "isian"


def fakta(bahan: Bahan, seorang: bool = True) -> Fakta:
    """`seorang`: Refused where the workbook is several people's, whose data would be taken for one person's."""
    if _KUNCI not in bahan.simpan:
        own = bahan.formulir
        found = milik.fakta(own.nama, bahan.kisi, own.jenis) if own is not None else asing.fakta(bahan.buku, bahan.kisi)
        bahan.simpan[_KUNCI] = found
    held: Fakta = bahan.simpan[_KUNCI]
    if seorang and held.banyak_orang:
        raise Refused(held.banyak_orang)
    return held
