"""The sheet Daftar: notes, the lists behind the validations, and where every row of the form comes from."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from ..regulations.schema import Butir
from ..rules.angka_kredit import owners
from .book import Buku
from .schema import Kata
from .style import Sel, lines, put

NAMA = "Daftar"
_WIDTHS = (16, 66, 14, 12, 10, 52)
_LAST = len(_WIDTHS) - 1
_FIT = 1.5  # characters of our size per unit of column width
_NOTE_WIDTH = 235


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, landscape=True)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    put(sheet, 0, 0, 5, "DAFTAR DAN CATATAN", buku.gaya("tebal", "judul"))
    row = _notes(buku, sheet, 2)
    row = _short_lists(buku, sheet, row + 1)
    row = _butir(buku, sheet, row + 1)
    _baris(buku, sheet, row + 1)


def _notes(buku: Buku, sheet: Worksheet, row: int) -> int:
    put(sheet, row, 0, 5, "Catatan", buku.gaya("tebal", "besar"))
    for note in (*buku.dupak.catatan, *buku.own.catatan, buku.own.peran):
        row += 1
        source = f" ({_source(note)})" if note.rujukan else ""
        put(sheet, row, 0, 5, note.teks + source, buku.gaya("bungkus", "puncak"))
        sheet.set_row(row, 13 * lines(note.teks + source, _NOTE_WIDTH))
    return row + 1


def _short_lists(buku: Buku, sheet: Worksheet, row: int) -> int:
    """Golongan with its pangkat, the jenjang of this ladder, jenis kelamin: side by side."""
    kategori = [jenjang for jenjang in buku.jabatan.jenjang if jenjang.kategori == buku.jenjang.kategori]
    golongan = [golongan for jenjang in kategori for golongan in jenjang.golongan]
    _head(buku, sheet, row, ("Golongan ruang", "Pangkat", "Jenjang", "Kelamin"))
    top = row + 1
    for offset, each in enumerate(golongan):
        _row(buku, sheet, top + offset, (each.kode, each.pangkat))
    for offset, jenjang in enumerate(kategori):
        put(sheet, top + offset, 2, 2, jenjang.nama, buku.gaya("kotak", "masuk"))
    for offset, kelamin in enumerate(("Laki-laki", "Perempuan")):
        put(sheet, top + offset, 3, 3, kelamin, buku.gaya("kotak", "masuk"))
    last = top + len(golongan) - 1
    buku.name("daftar_golongan", sheet, top, 0, last)
    buku.name("daftar_pangkat", sheet, top, 1, last)
    buku.name("daftar_jenjang", sheet, top, 2, top + len(kategori) - 1)
    buku.name("daftar_jenis_kelamin", sheet, top, 3, top + 1)
    return last + 1


def _butir(buku: Buku, sheet: Worksheet, row: int) -> int:
    """Every butir the regulation prints for this ladder; one empty row where it prints none."""
    put(sheet, row, 0, 5, "Butir kegiatan yang tercetak dalam naskah", buku.gaya("tebal", "besar"))
    _head(buku, sheet, row + 1, ("Kode", "Uraian", "Jenjang", "AK satuan", "Baris", "Rujukan"))
    places = {line.butir.kode: line.kode for sub in buku.susunan.kelompok for line in sub.baris if line.butir}
    ladder = buku.jenjang.kategori
    known = [b for b in buku.jabatan.butir.values() if any(owner.kategori == ladder for owner in b.jenjang)]
    rows: list[Sequence[Sel]] = [(b.kode, b.uraian, owners(b), b.ak, places.get(b.kode, ""), _source(b)) for b in known]
    top = row + 2
    for offset, values in enumerate(rows or [("", "", "", "", "", "")]):
        _row(buku, sheet, top + offset, values)
    last = top + max(len(rows), 1) - 1
    buku.name("daftar_kode_butir", sheet, top, 0, last)
    buku.name("daftar_uraian_butir", sheet, top, 1, last)
    buku.name("daftar_baris_butir", sheet, top, 4, last)
    return last + 1


def _baris(buku: Buku, sheet: Worksheet, row: int) -> None:
    """The lines of section II: the codes that Kegiatan chooses from, and the source of their words."""
    put(sheet, row, 0, 5, "Baris DUPAK", buku.gaya("tebal", "besar"))
    _head(buku, sheet, row + 1, ("Kode baris", "Sub unsur", "Status", "Rujukan"), 3)
    top = row + 2
    entries = [(line.kode, sub) for sub in buku.susunan.kelompok for line in sub.baris]
    for offset, (kode, sub) in enumerate(entries):
        _row(buku, sheet, top + offset, (kode, sub.nama, sub.asal.status, sub.asal.rujukan), 3)
    last = top + len(entries) - 1
    buku.name("daftar_baris", sheet, top, 0, last)
    buku.name("daftar_sub_unsur", sheet, top, 1, last)


def _head(buku: Buku, sheet: Worksheet, row: int, words: Sequence[str], wide: int | None = None) -> None:
    for column, word in enumerate(words):
        put(sheet, row, column, _LAST if column == wide else column, word, buku.gaya("kepala"))


def _row(buku: Buku, sheet: Worksheet, row: int, values: Sequence[Sel], wide: int | None = None) -> None:
    """One row of a table; the column `wide` reaches to the last."""
    longest = 1
    for column, value in enumerate(values):
        last = _LAST if column == wide else column
        bits = ("kotak", "bungkus") if isinstance(value, str) else ("kotak", "ak")
        put(sheet, row, column, last, value, buku.gaya(*bits))
        longest = max(longest, lines(str(value or ""), round(sum(_WIDTHS[column : last + 1]) * _FIT)))
    sheet.set_row(row, 13 * longest)


def _source(row: Kata | Butir) -> str:
    return f"{row.rujukan}; {row.status}"
