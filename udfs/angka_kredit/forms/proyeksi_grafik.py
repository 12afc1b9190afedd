"""The chart of the sheet Proyeksi of a DUPAK workbook: credit against thresholds over the years."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from .book import Buku
from .grafik import RUANG, TAHUN, grafik, tabel

_DIMINTA = ("proyeksi_ambang", "proyeksi_ambang_jenjang")


def write(buku: Buku, sheet: Worksheet, row: int) -> int:
    """Returns the last row."""
    top = row + RUANG
    rumus = [
        (f'IF(proyeksi_siap="",{ahead},"")', f"SUM(proyeksi_ak,{ahead}*SUM(proyeksi_laju))", *_DIMINTA)
        for ahead in range(TAHUN + 1)
    ]
    tabel(buku.gaya, sheet, top, "Tahun sesudahnya", rumus, "ak")
    judul, sumbu = "Angka kredit kumulatif dan yang diminta", "Tahun sesudah tanggal angka kredit dihitung"
    grafik(buku.workbook, sheet, top, judul, sumbu, 760)
    return top + TAHUN + 1
