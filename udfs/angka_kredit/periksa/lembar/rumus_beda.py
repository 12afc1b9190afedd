"""A formula that reads other cells than its neighbours do: mostly a copy that slipped by a row or a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..bahan import Bahan
from ..temuan import Temuan
from .rumus import bentuk, jumlahan, relatif, sel_dibaca
from .tabel import Tabel, alamat, nama_kolom, tabel

_MOST = 5  # as many alike for every other one


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    for table in tabel(bahan):
        for column, kolom in table.kolom.items():
            for row, usual in _menyimpang(table, column):
                yield Temuan(
                    "rumus_beda",
                    table.kisi.nama,
                    alamat(row, column),
                    f"Rumus {nama_kolom(kolom)} membaca sel lain daripada rumus {usual} baris sejenis.",
                    "Bandingkan dengan rumus baris di atas atau di bawahnya; bila keliru, salin dari sana.",
                    "mungkin disengaja",
                )


def _menyimpang(table: Tabel, column: int) -> Iterator[tuple[int, int]]:
    """(row, how many are alike) of the few rows of butir whose formula has the usual form and other cells."""
    cells = {row: sel.rumus for row in table.baris if table.butir(row) and (sel := table.sel(row, column))}
    found = {row: relatif(rumus, (row, column)) for row, rumus in cells.items() if rumus}
    if not found:
        return
    usual, count = Counter(found.values()).most_common(1)[0]
    form = next(bentuk(cells[row]) for row, each in found.items() if each == usual)
    strange = [row for row, each in found.items() if each != usual and bentuk(cells[row]) == form]
    if count < 2 or (count < _MOST * len(strange) and count < len(found) - 1):
        return
    for row in strange:
        if not _sendiri(table, column, row):
            yield row, count


def _sendiri(table: Tabel, column: int, row: int) -> bool:
    """A link to another sheet, whose rows differ; or what other checkers look at: a sum down the column, or a JUMLAH of
    other columns in its own row."""
    if any(term.lembar is not None for term in sel_dibaca(table.kisi.rumus(row, column))):
        return True
    sums = jumlahan(table.kisi.rumus(row, column))
    if sums is None:
        return False
    rows = {term.area.top for term in sums.suku}
    down = any(term.area.left <= column <= term.area.right for term in sums.suku)
    return down or (table.kolom[column].isi == "jumlah" and rows == {row})
