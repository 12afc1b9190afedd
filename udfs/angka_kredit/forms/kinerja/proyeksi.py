"""The sheet Proyeksi: from when on the credit suffices if the predikat stays, and a chart of it."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from ...regulations import regime
from ..grafik import TAHUN, grafik, tabel
from ..style import lines, put
from .buku import DUA, Buku

NAMA = "Proyeksi"
_TOP = 32  # the row that heads the table of the chart
_WIDTHS = (30, 24, 24, 16)
_LAST = len(_WIDTHS) - 1
# an error among the credits is not asked about: INDEX of it is another error in every program
_SIAP = "AND(ISNUMBER(masa_sampai),ISNUMBER(ak_total),ISNUMBER(MATCH(proyeksi_predikat,daftar_predikat,0)))"
# rows of the answer of KAPAN_NAIK_...: label, row, kind
_BARIS = (
    ("Tujuan", 2, "teks"),
    ("Angka kredit yang diminta", 3, "ak"),
    ("Kekurangan", 4, "ak"),
    ("Angka kredit per bulan", 5, "ak"),
    ("Bulan yang diperlukan", 6, "bulan"),
    ("Tanggal tercapai", 7, "tanggal"),
    ("Periode kenaikan", 8, "tanggal"),
)
_DIMINTA = ("ambang_pangkat", "ambang_jenjang")
_TAMBAHAN = "AK_KONVERSI(jenjang,proyeksi_predikat,12)"  # a year
_FORMAT = {"ak": {"num_format": DUA}, "bulan": {"num_format": "0"}, "tanggal": {}, "teks": {}}


def kapan(nama: str, row: int) -> str:
    """Formula without '=': this row of the answer, '' while not all is filled in or there is nothing higher."""
    given = "MAX(0,ROUND(ak_total,9)),jenjang,golongan,masa_sampai,proyeksi_predikat,golongan_masuk"
    call = f"KAPAN_NAIK_{nama.upper()}({given})"
    return f'IF(ambang_{nama}="","",IF({_SIAP},INDEX({call},{row},2),""))'


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, tall=1)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    put(sheet, 0, 0, _LAST, "Proyeksi: kapan dapat naik", buku.gaya("tebal", "judul"))
    put(
        sheet,
        1,
        0,
        _LAST,
        '=IF(proyeksi_predikat="","Isi predikat proyeksi dan akhir periode pada lembar Data.",'
        '"Bila setiap tahun berpredikat "&proyeksi_predikat)',
        buku.gaya("samar"),
    )
    for column, words in enumerate(("", "KENAIKAN PANGKAT", "KENAIKAN JENJANG")):
        put(sheet, 3, column, column, words, buku.gaya("kepala"))
    for offset, (label, number, kind) in enumerate(_BARIS, 4):
        put(sheet, offset, 0, 0, label, buku.gaya("kotak", "masuk"))
        for column, nama in ((1, "pangkat"), (2, "jenjang")):
            look = buku.gaya(
                "kotak", "tanggal" if kind == "tanggal" else "teks", **_FORMAT[kind], align="center", indent=0
            )
            put(sheet, offset, column, column, f"={kapan(nama, number)}", look)
            if number == 8:
                buku.name(f"periode_{nama}", sheet, offset, column)
        sheet.set_row(offset, 18)
    note = f"Anggapan: {regime.dasar('proyeksi').catatan}"
    put(sheet, 12, 0, _LAST, note, buku.gaya("samar", "kecil", "bungkus", "puncak"))
    sheet.set_row(12, 12 * lines(note, 118))
    rumus = [
        (_tahun(ahead), f"SUM(ak_total,{ahead}*{_TAMBAHAN})" if ahead else "ak_total", *_DIMINTA)
        for ahead in range(TAHUN + 1)
    ]
    tabel(buku.gaya, sheet, _TOP, "Tahun", rumus, "tengah", num_format=DUA)
    judul, sumbu = "Angka kredit dalam jenjang dan yang diminta", "Tahun, pada tanggal akhir periode"
    grafik(buku.workbook, sheet, _TOP, judul, sumbu, 660)
    sheet.print_area(0, 0, _TOP + TAHUN + 1, _LAST)


def _tahun(ahead: int) -> str:
    """Formula: the year so far ahead of the last of the Riwayat; '' while nothing can be projected."""
    known = f'AND({_SIAP},kunci_jabatan<>"",COUNT(riwayat_tahun_aktif)>0)'
    return f'IF({known},SUM(MAX(riwayat_tahun_aktif),{ahead}),"")'
