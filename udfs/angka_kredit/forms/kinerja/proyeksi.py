"""The sheet Proyeksi: from when on the credit suffices if the predikat stays, and a chart of it."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from ...regulations import regime
from ..style import lines, put
from .buku import DUA, Buku

NAMA = "Proyeksi"
TAHUN = 8  # years that the chart looks ahead
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
    _chart(buku, sheet, 32)
    sheet.print_area(0, 0, 32 + TAHUN + 1, _LAST)


def _chart(buku: Buku, sheet: Worksheet, top: int) -> None:
    """The numbers below, the chart above them."""
    heads = ("Tahun", "Angka kredit", "Diminta pangkat", "Diminta jenjang")
    for column, words in enumerate(heads):
        put(sheet, top, column, column, words, buku.gaya("kepala"))
    year = 'IF(COUNT(riwayat_tahun_aktif)=0,"",MAX(riwayat_tahun_aktif))'
    gain = "AK_KONVERSI(jenjang,proyeksi_predikat,12)"
    for ahead in range(TAHUN + 1):
        row = top + 1 + ahead
        label = f"={year}" if not ahead else f'=IF(A{top + 2}="","",SUM(A{top + 2},{ahead}))'
        put(sheet, row, 0, 0, label, buku.gaya("kotak", "tengah", num_format="0"))
        own = "ak_total" if not ahead else f'IF({_SIAP},SUM(ak_total,{ahead}*{gain}),"")'
        for column, formula in ((1, own), (2, "ambang_pangkat"), (3, "ambang_jenjang")):
            shown = f'=IF(OR(A{row + 1}="",kunci_jabatan=""),"",{formula})'
            put(sheet, row, column, column, shown, buku.gaya("kotak", "tengah", num_format=DUA))
    chart = buku.workbook.add_chart({"type": "line"})
    looks = (("#1F4E79", 2.5, "solid"), ("#C55A11", 1.5, "dash"), ("#548235", 1.5, "long_dash"))
    for column, (colour, width, dash) in enumerate(looks, 1):
        chart.add_series(
            {
                "name": [sheet.name, top, column],
                "categories": [sheet.name, top + 1, 0, top + 1 + TAHUN, 0],
                "values": [sheet.name, top + 1, column, top + 1 + TAHUN, column],
                "line": {"color": colour, "width": width, "dash_type": dash},
                "marker": {"type": "circle", "size": 5, "fill": {"color": colour}} if column == 1 else {"type": "none"},
            }
        )
    chart.set_title({"name": "Angka kredit dalam jenjang dan yang diminta", "name_font": {"size": 11}})
    chart.set_x_axis({"name": "Tahun, pada tanggal akhir periode"})
    chart.set_y_axis(
        {"name": "Angka kredit", "num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D9DDE3"}}}
    )
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 660, "height": 340})
    sheet.insert_chart(top - 18, 0, chart, {"object_position": 1, "x_offset": 6, "y_offset": 4})
