"""The sheet Daftar: notes, and the lists behind the validations and the look-ups, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from ..style import Sel, lines, put
from .buku import Buku

NAMA = "Daftar"
KELAMIN = ("Laki-laki", "Perempuan")
PAK = ("Lama", "Baru")
_WIDTH, _COLUMNS = 17, 8
_NOTE_WIDTH = 190

Kelompok = Mapping[str, tuple[str, Sequence[Sel]]]  # name of the list -> its heading and its rows


def write(buku: Buku, sheet: Worksheet, groups: Sequence[Kelompok]) -> None:
    """Each group is a block of lists side by side, of any lengths."""
    buku.page(sheet, tall=1)
    sheet.set_column(0, _COLUMNS - 1, _WIDTH)
    put(sheet, 0, 0, _COLUMNS - 1, "DAFTAR DAN CATATAN", buku.gaya("tebal", "judul"))
    row = 2
    for note in buku.catatan:
        text = note.teks + (f" ({note.rujukan}; {note.status})" if note.rujukan else "")
        put(sheet, row, 0, _COLUMNS - 1, text, buku.gaya("bungkus", "puncak"))
        sheet.set_row(row, 13 * lines(text, _NOTE_WIDTH))
        row += 1
    for group in groups:
        row = _group(buku, sheet, row + 1, group)


def _group(buku: Buku, sheet: Worksheet, row: int, group: Kelompok) -> int:
    sheet.set_row(row, 26)
    for column, (nama, (heading, rows)) in enumerate(group.items()):
        put(sheet, row, column, column, heading, buku.gaya("kepala"))
        for offset, value in enumerate(rows, 1):
            put(sheet, row + offset, column, column, value, buku.gaya("kotak", "masuk", "bungkus"))
        buku.name(nama, sheet, row + 1, column, row + max(1, len(rows)))
    return row + max(len(rows) for _, rows in group.values()) + 1
