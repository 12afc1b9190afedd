"""A letter's paper: its columns, a row that moves down, and the pieces that letters share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ..book import Buku
from ..grid import dated, joined, shown
from ..style import Sel, lines, put
from .data import Anak, TandaSurat
from .kalimat import TITIK

HURUF = 11  # size of the letters
BARIS = 15  # points: one line
RUANG = 52  # points: room to sign
_FIT = 1.15  # characters of our size per unit of column width
SELA = 8
_LEBAR_HALAMAN, _TEPI, _TEPI_TEGAK = 595, 72, 83  # points: a page's width (A4; F4 is wider), its margins


class Kertas:
    """`kolom`: the widths of the columns; the last two after them hold what is not printed."""

    def __init__(self, buku: Buku, sheet: Worksheet, kolom: Sequence[float]) -> None:
        self.buku, self.sheet, self.kolom = buku, sheet, tuple(kolom)
        self.row = 0
        self._bantu = 0
        self._tinggi: dict[int, float] = {}  # points of every row; a hidden one has none
        self._boleh: list[int] = []  # rows where a page may begin
        self._kepala: float = 0  # points of the rows that head every page
        for column, width in enumerate((*kolom, 2, 30, 34)):
            sheet.set_column(column, column, width)

    @property
    def akhir(self) -> int:
        return len(self.kolom) - 1

    def sel(self, first: int, last: int, value: Sel, *bits: str, **extra: Any) -> None:
        """A value in the columns `first` to `last` of this row."""
        put(self.sheet, self.row, first, last, value, self.buku.gaya(*bits, **({"font_size": HURUF} | extra)))

    def maju(self, points: float = BARIS, *, tampak: bool = True) -> None:
        """This row is done: so high, or hidden."""
        self.sheet.set_row(self.row, points, None, {"hidden": not tampak})
        self._tinggi[self.row] = points if tampak else 0
        self.row += 1

    def boleh(self) -> None:
        """A page may begin at this row. A paper that never says so fits on one page."""
        self._boleh.append(self.row)

    def ulang(self, rows: int) -> None:
        """The last `rows` rows head every page."""
        self.sheet.repeat_rows(self.row - rows, self.row - 1)
        self._kepala = sum(self._tinggi[row] for row in range(self.row - rows, self.row))

    def tinggi(self, first: int, last: int, teks: str, size: float = HURUF) -> float:
        """Points that `teks` takes when wrapped in these columns."""
        width = round(sum(self.kolom[first : last + 1]) * _FIT * HURUF / size) - 2
        return round(BARIS * size / HURUF * sum(lines(part, width) for part in teks.split("\n")) + 1)

    def anak(self, found: Anak | None) -> None:
        """The number of the form in the regulation, small, at the right."""
        if found:
            words = f"{found.teks}\n{self.buku.jabatan.regulasi.singkat}"
            self.sel(self.akhir - 2, self.akhir, words, "puncak", text_wrap=True, font_size=8)
            self.maju(23)

    def orang(self, first: int, label: str, nilai: tuple[str, ...], pemisah: str, tanggal: str, awalan: str) -> None:
        """'label : value', the date in cells of its own at the right; columns first, ':' two later, then the rest."""
        titik = first + 2
        self.sel(first, first + 1, label, shrink=True)
        self.sel(titik, titik, ":", "tengah")
        middle = titik + 1 + (self.akhir - titik) // 2 if nilai else titik + 1
        if nilai:
            last = middle - 1 if tanggal else self.akhir
            self.sel(titik + 1, last, joined(nilai, pemisah), "teks", shrink=True)
        if tanggal:
            self.sel(middle, self.akhir, shown(tanggal), "kiri", num_format=dated(awalan))
        self.maju()

    def tanda(self, tanda: Sequence[TandaSurat], kiri: tuple[int, int], kanan: tuple[int, int]) -> None:
        """The signatures, side by side, line by line: place and date, words, jabatan, room to sign, nama, NIP."""
        parts = [(_tempat, BARIS)] if any(each.ditetapkan for each in tanda) else []
        parts += [(_tanggal, BARIS), (_teks, BARIS if any(each.teks for each in tanda) else 1)]
        parts += [(_jabatan, 2 * BARIS), (_kosong, RUANG), (_nama, BARIS), (_nip, BARIS)]
        for write, points in parts:
            for each in tanda:
                write(self, each, *(kiri if each.letak == "kiri" else kanan))
            self.maju(points)

    def bantu(self, nama: str, label: str, value: Sel, *bits: str, **extra: Any) -> None:
        """A named value beside the page, not printed; from the top down."""
        row, column = self._bantu, len(self.kolom) + 1
        if not row:
            put(self.sheet, 0, column, column + 1, "Tidak dicetak", self.buku.gaya("samar", "tebal"))
            row = 1
        put(self.sheet, row, column, column, label, self.buku.gaya("samar", "bungkus", "kotak"))
        put(self.sheet, row, column + 1, column + 1, value, self.buku.gaya("kotak", "bungkus", *bits, **extra))
        self.buku.name(nama, self.sheet, row, column + 1)
        self._bantu = row + 1

    def merah(self, wrong: str) -> None:
        """The value beside the page that was named last turns red where the formula `wrong` holds."""
        column = len(self.kolom) + 2
        rule = {"type": "formula", "criteria": wrong, "format": self.buku.gaya("merah")}
        self.sheet.conditional_format(self._bantu - 1, column, self._bantu - 1, column, rule)

    def selesai(self) -> None:
        """The last row is written: sets the print area, and where pages begin."""
        self.sheet.print_area(0, 0, self.row - 1, self.akhir)
        if not self._boleh:
            self.sheet.fit_to_pages(1, 1)
            return
        breaks: list[int] = []
        page, room = 0, self._muat()
        for start, following in zip(self._boleh, [*self._boleh[1:], self.row], strict=True):
            used = sum(self._tinggi[row] for row in range(page, following)) + (self._kepala if page else 0)
            if used > room:
                breaks.append(start)
                page = start
        self.sheet.set_h_pagebreaks(breaks)

    def _muat(self) -> float:
        """Points of rows that fit on a page at the scale that makes it one page wide; some to spare."""
        wide = sum(width * 7 + 5 for width in self.kolom) * 0.75
        scale = min(1.0, (_LEBAR_HALAMAN - _TEPI) / wide)
        return (self.buku.ukuran.tinggi - _TEPI_TEGAK) / scale * 0.96


def _tempat(kertas: Kertas, tanda: TandaSurat, first: int, last: int) -> None:
    if tanda.ditetapkan:
        middle = (first + last) // 2
        kertas.sel(first, middle, "Ditetapkan di")
        kertas.sel(middle + 1, last, _atau_titik(tanda.tempat))


def _tanggal(kertas: Kertas, tanda: TandaSurat, first: int, last: int) -> None:
    middle = (first + last) // 2
    if tanda.ditetapkan:
        kertas.sel(first, middle, "pada tanggal")
    elif tanda.tanggal:
        kertas.sel(first, middle, f'{_atau_titik(tanda.tempat)}&","', "kanan")
    if tanda.tanggal:
        kertas.sel(middle + 1, last, _atau_titik(tanda.tanggal), "kiri", num_format=dated(""))


def _teks(kertas: Kertas, tanda: TandaSurat, first: int, last: int) -> None:
    if tanda.teks:
        kertas.sel(first, last, tanda.teks, "tengah")


def _jabatan(kertas: Kertas, tanda: TandaSurat, first: int, last: int) -> None:
    if tanda.jabatan:
        kertas.sel(first, last, joined(tanda.jabatan, " "), "tengah", "puncak", text_wrap=True)


def _kosong(kertas: Kertas, tanda: TandaSurat, first: int, last: int) -> None:
    """Room to sign."""


def _nama(kertas: Kertas, tanda: TandaSurat, first: int, last: int) -> None:
    kertas.sel(first, last, f'=IF({tanda.nama}="","({TITIK})",{tanda.nama})', "tengah", "tebal", shrink=True)


def _nip(kertas: Kertas, tanda: TandaSurat, first: int, last: int) -> None:
    kertas.sel(first, last, f'="NIP. "&{teks_saja(tanda.nip)}', "tengah")


def teks_saja(nama: str) -> str:
    """Formula part: the cell, if it holds text. A NIP typed as a number has lost its last digits."""
    return f'IF(ISTEXT({nama}),{nama},"")'


def _atau_titik(nama: str) -> str:
    return f'=IF({nama}="","{TITIK}",{nama})'
