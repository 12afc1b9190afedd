"""A form's paper: twelve columns, a row that moves down, and the pieces that the performance forms share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ..grid import dated, joined, shown
from ..schema import Tanda
from ..style import Sel, lines, put
from .buku import Buku
from .data import Lembar

KOLOM = (5, 8, 8, 8, 8, 2, 9, 9, 9, 9, 9, 9)
AKHIR = len(KOLOM) - 1
BANTU = AKHIR + 2  # what is not printed
BARIS, SELA, RUANG = 16, 8, 50  # points: one line, an empty one, room to sign
HURUF = 10
_FIT = 1.15  # characters of our size per unit of column width

Area = tuple[int, int]  # first and last column of a cell
Isi = tuple[Sel, str, dict[str, Any]]  # of a cell: value, the bit of its look, more of its format


class Kertas:
    def __init__(self, buku: Buku, sheet: Worksheet, tall: int = 1) -> None:
        """`tall`: how many pages high (0: as many as needed)."""
        self.buku, self.sheet, self.row = buku, sheet, 0
        buku.page(sheet, tall=tall)
        for column, width in enumerate(KOLOM):
            sheet.set_column(column, column, width)

    def sel(self, area: Area, value: Sel, *bits: str, **extra: Any) -> None:
        """A value in these columns of this row."""
        put(self.sheet, self.row, *area, value, self.buku.gaya(*bits, **({"font_size": HURUF} | extra)))

    def maju(self, points: float = BARIS) -> None:
        self.sheet.set_row(self.row, points)
        self.row += 1

    def nama(self, nama: str, column: int) -> None:
        self.buku.name(nama, self.sheet, self.row, column)

    def teks(self, text: str, *bits: str) -> None:
        """A paragraph of its own as wide as the page; the row gets the height that it takes."""
        self.sel((0, AKHIR), text, "bungkus", "puncak", *bits, indent=0)
        self.maju(BARIS * lines(text, round(sum(KOLOM) * _FIT)))

    def kop(self, lembar: Lembar) -> None:
        """Title, number, instansi and period, then the rows on the person."""
        if lembar.kop.peraturan:
            self.sel((AKHIR - 5, AKHIR), lembar.kop.peraturan, "samar", "kanan", font_size=8)
            self.maju(13)
        self.sel((0, AKHIR), lembar.kop.judul, "tebal", "tengah", font_size=13)
        self.maju(20)
        nomor = lembar.kop.kunci_nomor
        self.sel((0, AKHIR), f'=IF({nomor}="","NOMOR: ......","NOMOR: "&{nomor})', "tengah")
        self.maju()
        self.maju(SELA)
        self.sel((0, 5), '=IF(instansi="","INSTANSI:","INSTANSI: "&instansi)', shrink=True)
        if lembar.kop.berperiode:
            self.sel((6, 7), "PERIODE:", "kanan")
            self.sel((8, 9), shown("masa_dari"), "kanan", num_format=dated(""))
            self.sel((10, AKHIR), shown("masa_sampai"), "kiri", num_format=dated("s.d. "))
        self.maju()
        self._perorangan()

    def _perorangan(self) -> None:
        self.bagian("I", "KETERANGAN PERORANGAN")
        for each in self.buku.perorangan:
            self.sel((0, 0), each.nomor, "baris", "tengah")
            self.sel((1, 4), each.label, "titik", "masuk")
            self.sel((5, 5), ":", "titik", "tengah")
            value = (6, 8 if each.tanggal else AKHIR)
            edge = "tepi_kanan" if not each.tanggal else "titik"
            self.sel(value, joined(each.nilai, each.pemisah), "titik", edge, "teks", shrink=True)
            if each.tanggal:
                date = dated(each.awalan)
                self.sel((9, AKHIR), shown(each.tanggal), "titik", "tepi_kanan", "kiri", num_format=date)
            self.maju()

    def bagian(self, nomor: str, judul: str) -> None:
        """The grey bar over a section."""
        self.sel((0, 0), nomor, "kepala")
        self.sel((1, AKHIR), judul, "kepala")
        self.maju()

    def kepala(self, areas: Sequence[Area], words: Sequence[str], points: float = 30) -> None:
        """A table's headings, and below them the numbers of the columns."""
        for area, word in zip(areas, words, strict=True):
            self.sel(area, word, "kepala")
        self.maju(points)
        for number, area in enumerate(areas, 1):
            self.sel(area, number, "kepala", num_format="0", font_size=8, bold=False)
        self.maju(12)

    def baris(self, areas: Sequence[Area], values: Sequence[Isi], points: float = BARIS) -> None:
        """A row of a table; each cell as value, the bit of its look, and more of its format."""
        for area, (value, bit, extra) in zip(areas, values, strict=True):
            self.sel(area, value, "kotak", bit, **extra)
        self.maju(points)

    def coret(self, column: int, wrong: str) -> None:
        """The word in this cell is struck out while the formula `wrong` holds."""
        self.buku.gaya.coret(self.sheet, self.row, column, column, wrong)

    def tanda(self, tanda: Sequence[Tanda]) -> None:
        """The signatures: one at the right, or two side by side; place and date above the one that is dated."""
        areas = [(7, AKHIR)] if len(tanda) == 1 else [(0, 5), (7, AKHIR)]
        pairs = list(zip(areas, tanda, strict=True))
        self.maju(SELA)
        for (first, last), each in pairs:
            if each.bertanggal:
                self.sel((first, last - 3), '=IF(tempat="","............,",tempat&",")', "kanan")
                self.sel((last - 2, last), shown("tanggal"), "kiri", num_format=dated(""))
        self.maju()
        for area, each in pairs:
            self.sel(area, each.teks or joined(each.jabatan, " "), "tengah", "puncak", text_wrap=True)
        self.maju(2 * BARIS)
        self.maju(RUANG)
        for area, each in pairs:
            self.sel(area, shown(each.nama), "tengah", "tebal", "garis_bawah", shrink=True)
        self.maju()
        for area, each in pairs:
            self.sel(area, f'=IF({each.nip}="","NIP","NIP "&{each.nip})', "tengah")
        self.maju()

    def selesai(self) -> None:
        self.sheet.print_area(0, 0, self.row - 1, AKHIR)
