"""The sheet Daftar: notes, the lists behind the validations, the lines of the DUPAK, and where its words come from."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from ..regulations.schema import Jabatan, Jenjang
from ..regulations.tabel import Komposisi
from ..regulations.umum import ijazah
from .book import Buku, cell, range_of
from .rows import SURAT, Baris, SubBaris
from .schema import Kata
from .style import Sel, lines, put

NAMA = "Daftar"
PENILAIAN = ("Sama dengan usul", "Diketik per baris")
_WIDTHS = (16, 66, 14, 12, 12, 52, 8)
_LAST = len(_WIDTHS) - 1
_FIT = 1.3  # characters of our size per unit of column width
_NOTE_WIDTH = 235


def untuk(jabatan: Jabatan, jenjang: Jenjang) -> bool:
    return jabatan.metode == "butir_kegiatan"


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, landscape=True)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    put(sheet, 0, 0, 5, "DAFTAR DAN CATATAN", buku.gaya("tebal", "judul"))
    row = _notes(buku, sheet, 2)
    row = _short_lists(buku, sheet, row + 1)
    row = _sub(buku, sheet, row + 1)
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
    """The lists behind the validations, side by side: golongan with its pangkat, jenjang, jenis kelamin, ijazah."""
    lists: dict[str, tuple[str, Sequence[str]]] = {
        "daftar_golongan": ("Golongan ruang", [each.kode for each in buku.golongan]),
        "daftar_pangkat": ("Pangkat", [each.pangkat for each in buku.golongan]),
        "daftar_jenjang": ("Jenjang", [jenjang.nama for jenjang in buku.sekategori]),
        "daftar_jenis_kelamin": ("Kelamin", ("Laki-laki", "Perempuan")),
        "daftar_ijazah": ("Ijazah", _ijazah(buku.jabatan)),
        "daftar_penilaian": ("Penilaian tim", PENILAIAN),
    }
    for column, (nama, (heading, words)) in enumerate(lists.items()):
        put(sheet, row, column, column, heading, buku.gaya("kepala"))
        for offset, word in enumerate(words, 1):
            put(sheet, row + offset, column, column, word, buku.gaya("kotak", "masuk"))
        buku.name(nama, sheet, row + 1, column, row + len(words))
    return row + max(len(words) for _, words in lists.values()) + 1


def _ijazah(jabatan: Jabatan) -> Sequence[str]:
    """The diplomas that the jabatan's rule knows; every one where it has none."""
    return jabatan.aturan(Komposisi).ijazah if jabatan.punya(Komposisi) else list(ijazah())


def _sub(buku: Buku, sheet: Worksheet, row: int) -> int:
    """The sub unsur that Kegiatan chooses from, the surat pernyataan of each, and the source of its words."""
    put(sheet, row, 0, _LAST, "Sub unsur DUPAK", buku.gaya("tebal", "besar"))
    _head(buku, sheet, row + 1, ("Kode", "Sub unsur", "Surat", "Baris", "Status", "Rujukan", "Bebas"))
    top = row + 2
    for offset, sub in enumerate(buku.susunan.sub):
        asal, surat, count = sub.asal, SURAT.get(sub.jenis, "T"), f"{len(sub.baris)} baris"
        free = f"=SUMIF(daftar_sub_baris,{cell(top + offset, 0)},daftar_belum_dipakai)"
        _row(buku, sheet, top + offset, (sub.kode, sub.nama, surat, count, asal.status, asal.rujukan, free))
    last = top + len(buku.susunan.sub) - 1
    buku.name("daftar_sub", sheet, top, 0, last)
    buku.name("daftar_nama_sub", sheet, top, 1, last)
    buku.name("daftar_surat", sheet, top, 2, last)
    buku.name("daftar_jumlah_bebas", sheet, top, 6, last)
    return last + 1


def _baris(buku: Buku, sheet: Worksheet, row: int) -> None:
    """The lines of section II; the empty ones are numbered while no row of Kegiatan claims them by name."""
    put(sheet, row, 0, _LAST, "Baris DUPAK", buku.gaya("tebal", "besar"))
    _head(buku, sheet, row + 1, ("Kode baris", "Butir", "Sub unsur", "Bebas", "Nomor bebas"))
    top = row + 2
    for sub in buku.susunan.sub:
        for line in sub.baris:
            butir = line.butir.kode if line.butir else "-"
            _row(buku, sheet, row + 2, (line.kode, butir, sub.kode, *_free(row + 2, sub, line)))
            row += 1
    last = row + 1
    for column, nama in enumerate(("daftar_baris", "daftar_butir_baris", "daftar_sub_baris")):
        buku.name(nama, sheet, top, column, last)
    buku.name("daftar_belum_dipakai", sheet, top, 3, last)
    buku.name("daftar_bebas", sheet, top, 4, last)


def _free(row: int, sub: SubBaris, line: Baris) -> tuple[Sel, str]:
    """1 while an activity may still take the line, and then its name among the free ones: 'U2a#3'.

    Where none of the sub unsur is free, its last line is 'U2a#0': activities share it with who took it."""
    if line.butir:
        return 0, ""
    first = row - sub.baris.index(line)
    free = f"IF(ISNUMBER(MATCH({cell(row, 0)},kegiatan_baris_ketik,0)),0,1)"
    count = f"SUM({range_of(first, 3, row, 3)})"
    taken = f"{cell(row, 3)}=0"
    if line is sub.baris[-1]:
        taken = f"AND({taken},{count}>0)"
    return f"={free}", f'=IF({taken},"",{cell(row, 2)}&"#"&{count})'


def _head(buku: Buku, sheet: Worksheet, row: int, words: Sequence[str]) -> None:
    for column, word in enumerate(words):
        put(sheet, row, column, column, word, buku.gaya("kepala"))


def _row(buku: Buku, sheet: Worksheet, row: int, values: Sequence[Sel]) -> None:
    longest = 1
    for column, value in enumerate(values):
        put(sheet, row, column, column, value, buku.gaya("kotak", "bungkus"))
        if not str(value).startswith("="):
            longest = max(longest, lines(str(value or ""), round(_WIDTHS[column] * _FIT)))
    sheet.set_row(row, 13 * longest)


def _source(row: Kata) -> str:
    return f"{row.rujukan}; {row.status}"
