"""The sheet Kegiatan: every butir of the jenjang as the text words it, without credit; what was done is marked."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from ...errors import DataError
from ...regulations.schema import Butir, Jabatan, Jenjang
from ..style import isi, lines, put
from .buku import Buku
from .data import Butir as Isian

NAMA = "Kegiatan"
FIRST = 4
_JUDUL = ("NO", "KODE", "URAIAN", "TAHUN", "BUKTI FISIK", "URUT")
_WIDTHS = (5, 15, 70, 9, 40, 8)
NO, KODE, URAIAN, TAHUN, BUKTI, URUT = range(6)


def daftar(jabatan: Jabatan, jenjang: Jenjang) -> list[Butir]:
    """The butir of the jenjang, and those of every jenjang."""
    return [butir for butir in jabatan.butir.values() if jenjang in butir.jenjang]


def write(buku: Buku, sheet: Worksheet, known: list[Butir]) -> None:
    buku.page(sheet)
    put(sheet, 0, 0, BUKTI, f"Butir kegiatan {buku.nama}", buku.gaya("tebal", "judul"))
    note = "Isi tahun atau bukti fisik pada butir yang dilaksanakan; naskah tidak memberi angka kredit per butir."
    put(sheet, 1, 0, BUKTI, note, buku.gaya("samar"))
    for column, (words, width) in enumerate(zip(_JUDUL, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width, None, {"hidden": True, "level": 1} if column == URUT else {})
        put(sheet, FIRST - 1, column, column, words, buku.gaya("kepala", "kecil"))
    done = {each.kode: each for each in buku.isi.kegiatan}
    if strange := set(done) - {butir.kode for butir in known}:
        raise DataError(f"{buku.nama}: no butir {sorted(strange)}")
    for offset, butir in enumerate(known):
        _row(buku, sheet, FIRST + offset, butir, done.get(butir.kode))
    last = FIRST + len(known) - 1
    for nama, column in (("kode", KODE), ("uraian", URAIAN), ("tahun", TAHUN), ("bukti", BUKTI), ("urut", URUT)):
        buku.name(f"kegiatan_{nama}", sheet, FIRST, column, last)
    hint: dict[str, object] = {
        "input_title": "Tahun",
        "input_message": "Tahun butir ini dilaksanakan.",
        "error_title": "Tahun",
    }
    rule: dict[str, object] = {"validate": "integer", "criteria": "between", "minimum": 1990, "maximum": 2099}
    sheet.data_validation(FIRST, TAHUN, last, TAHUN, rule | hint | {"error_message": "Isi tahun, misalnya 2020."})
    sheet.repeat_rows(FIRST - 1)
    sheet.freeze_panes(FIRST, 0)
    sheet.print_area(0, 0, last, BUKTI)


def _row(buku: Buku, sheet: Worksheet, row: int, butir: Butir, done: Isian | None) -> None:
    put(sheet, row, NO, NO, row - FIRST + 1, buku.gaya("kotak", "tengah", num_format="0"))
    put(sheet, row, KODE, KODE, butir.kode, buku.gaya("kotak", "masuk"))
    put(sheet, row, URAIAN, URAIAN, butir.uraian, buku.gaya("kotak", "bungkus"))
    isi(sheet, row, TAHUN, done.tahun if done else None, buku.gaya("kotak", "tengah", "isian", num_format="0"))
    isi(sheet, row, BUKTI, done.bukti if done else None, buku.gaya("kotak", "bungkus", "isian"))
    above = "1" if row == FIRST else f"SUM(1,COUNT(F${FIRST + 1}:F{row}))"
    formula = f'=IF(AND(D{row + 1}="",E{row + 1}=""),"",{above})'
    put(sheet, row, URUT, URUT, formula, buku.gaya("samar", num_format="0"))
    sheet.set_row(row, 13 * max(1, lines(butir.uraian, 80)) + 4)
