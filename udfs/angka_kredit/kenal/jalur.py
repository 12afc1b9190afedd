"""Parts a sheet into the strips of columns in which tables stand side by side, with nothing in the columns between."""

from __future__ import annotations

from . import kepala
from .kisi import Kisi


def jalur(kisi: Kisi) -> list[Kisi]:
    """The strips, from the left; the sheet itself where no two of its parts have a heading of their own."""
    used = {column for _, column in kisi.sel}
    last = max(used, default=0)
    gaps = [column for column in range(2, last) if column not in used]
    texts = {column for row, column in kisi.sel if kepala.judul_teks(kisi, row, column)}
    near = {max((gap for gap in gaps if gap < column), default=0) for column in texts} - {0}  # few, on any sheet
    cuts = [gap for gap in sorted(near) if kepala.cari(kisi.jalur(gap, last))]
    found, left = list[Kisi](), 1
    for cut in cuts:
        strip = kisi.jalur(left, cut)
        if kepala.cari(strip):
            found.append(strip)
            left = cut + 1
    return [*found, kisi.jalur(left, 16_384)] if found else [kisi]
