"""The sheet Kegiatan: one row an activity; its credit, its uraian and what is wrong with it stand beside it, live."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from ..regulations.schema import Jabatan, Jenjang
from .book import Buku
from .data_ringkasan import SEMUA_MASUK
from .kegiatan_kolom import COUNT, DIISI, FIRST, HURUF, KOLOM, LAST, NO, NOMOR, PEMBANTU, TANPA_KODE, TERHITUNG
from .kegiatan_periksa import BERES, periksa
from .kegiatan_rumus import pada, rumus
from .kolom import validasi
from .schema import Kegiatan
from .style import isi, lines, put

NAMA = "Kegiatan"
_LAST_COLUMN = NOMOR[TERHITUNG[-1].nama]  # of those that are printed
_HEIGHT, _LINE = 24, 12  # points of a row of two lines; of one more
# what every form that prints the credit says in red while PERIKSA flags a row
_WARNING = (
    'IF(kegiatan_salah>0,kegiatan_salah&" baris Kegiatan harus dibetulkan: lihat kolom PERIKSA",'
    f'IF(OR(pemeriksaan="",pemeriksaan="{SEMUA_MASUK}"),"",pemeriksaan))'
)
_FIT = 1.25  # characters of our size per unit of column width


def untuk(jabatan: Jabatan, jenjang: Jenjang) -> bool:
    return jabatan.metode == "butir_kegiatan"


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, landscape=True)
    _heading(buku, sheet)
    formulas = rumus(buku.jabatan, buku.susunan) | periksa(buku.jabatan, buku.susunan)
    rows = buku.isi.kegiatan if buku.isi else ()
    for number in range(1, COUNT + 1):
        _activity(buku, sheet, number, rows[number - 1] if number <= len(rows) else Kegiatan(), formulas)
    _total(buku, sheet)
    for number, kolom in enumerate(KOLOM):
        if kolom.petunjuk:
            validasi(sheet, number, kolom, FIRST, LAST)
        if kolom is not NO:
            buku.name(f"kegiatan_{kolom.nama}", sheet, FIRST, number, LAST)
    sheet.repeat_rows(FIRST - 3, FIRST - 1)
    sheet.freeze_panes(FIRST, NOMOR["volume"])
    sheet.print_area(0, 0, LAST + 1, _LAST_COLUMN)


def _heading(buku: Buku, sheet: Worksheet) -> None:
    put(sheet, 0, 0, _LAST_COLUMN, f"Kegiatan {buku.nama_jabatan}", buku.gaya("tebal", "judul"))
    note = (
        "Satu baris satu kegiatan. Kolom kuning diisi: kode butir dari lembar Lampiran (dapat ditambah di sana), "
        "atau, tanpa kode, kolom kuning di kanan. Yang lain terisi sendiri."
    )
    put(sheet, 1, 0, _LAST_COLUMN, note, buku.gaya("samar"))
    groups = [("DIISI", DIISI), ("TERISI SENDIRI", TERHITUNG), ("DIISI BILA TANPA KODE (tidak dicetak)", TANPA_KODE)]
    put(sheet, FIRST - 3, 0, 0, "", buku.gaya("kepala", "kecil"))
    for title, columns in groups:
        put(sheet, FIRST - 3, NOMOR[columns[0].nama], NOMOR[columns[-1].nama], title, buku.gaya("kepala", "kecil"))
    for number, kolom in enumerate(KOLOM):
        helper = {"hidden": True, "level": 1} if kolom in PEMBANTU else {}
        sheet.set_column(number, number, kolom.lebar, None, helper)
        put(sheet, FIRST - 2, number, number, kolom.judul, buku.gaya("kepala", "kecil"))
        if kolom not in PEMBANTU:
            put(sheet, FIRST - 1, number, number, number + 1, buku.gaya("kepala", "kecil", num_format="0"))
    sheet.set_row(FIRST - 2, 28)


def _activity(buku: Buku, sheet: Worksheet, number: int, given: Kegiatan, formulas: dict[str, str]) -> None:
    row = FIRST + number - 1
    put(sheet, row, 0, 0, number, buku.gaya("kotak", "tengah", num_format="0"))
    for column, kolom in enumerate(KOLOM):
        if kolom.petunjuk:
            value = getattr(given, kolom.nama.removesuffix("_ketik"))
            isi(sheet, row, column, value, buku.gaya("kotak", "isian", *kolom.bits))
        elif kolom is not NO:
            put(sheet, row, column, column, pada(formulas[kolom.nama], row + 1), buku.gaya("kotak", *kolom.bits))
    sheet.set_row(row, _height(buku, given))


def _height(buku: Buku, given: Kegiatan) -> float:
    """Points that the row's longest words need; a row still empty gets two lines."""
    known = buku.jabatan.butir.get(str(given.kode).casefold())
    texts = {"uraian": given.uraian or (known.uraian if known else ""), "bukti": given.bukti}
    widths = {kolom.nama: kolom.lebar for kolom in KOLOM}
    most = max(lines(str(text), round(widths[nama] * _FIT)) for nama, text in texts.items())
    return max(_HEIGHT, _LINE * most)


def _total(buku: Buku, sheet: Worksheet) -> None:
    row, column = LAST + 1, NOMOR["ak"]
    put(sheet, row, 0, column - 1, "JUMLAH", buku.gaya("kotak", "tebal", "tengah", "abu"))
    put(sheet, row, column, column, "=SUM(kegiatan_ak)", buku.gaya("kotak", "tebal", "abu", "ak"))
    buku.name("kegiatan_jumlah", sheet, row, column)
    helpers = {
        "terisi": f'{COUNT}-COUNTIF(kegiatan_periksa,"")',
        "beres": f'COUNTIF(kegiatan_periksa,"{BERES}")',
        "salah": f'{COUNT}-COUNTIF(kegiatan_periksa,"")-COUNTIF(kegiatan_periksa,"{BERES}")',
        "peringatan": _WARNING,
    }
    for helper, (nama, formula) in zip(PEMBANTU, helpers.items(), strict=False):
        put(sheet, row, NOMOR[helper.nama], NOMOR[helper.nama], f"={formula}", buku.gaya("samar", num_format="0"))
        buku.name(f"kegiatan_{nama}", sheet, row, NOMOR[helper.nama])
    put(sheet, row, column + 1, _LAST_COLUMN, "", buku.gaya("kotak", "abu"))
    first = f"${HURUF['periksa']}{FIRST + 1}"
    alarm = {"type": "formula", "criteria": f'=AND({first}<>"",{first}<>"{BERES}")', "format": buku.gaya("merah")}
    sheet.conditional_format(FIRST, NOMOR["periksa"], LAST, NOMOR["periksa"], alarm)
