"""The grid of the sheet DUPAK: which column holds what, and the pieces its sections share."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from .book import Buku
from .style import TANGGAL, put

# Columns A-J are printed; column 2 of the form is split into huruf, nomor and the words. The others are for the screen.
NO, HURUF, NOMOR, KATA, LAMA, BARU, JUMLAH, TIM_LAMA, TIM_BARU, TIM_JUMLAH, _, KODE, KOREKSI = range(13)
AKHIR = TIM_JUMLAH
ANGKA = (LAMA, BARU, JUMLAH, TIM_LAMA, TIM_BARU, TIM_JUMLAH)
NAMA_ANGKA = ("dupak_lama", "dupak_baru", "dupak_jumlah", "tim_lama", "tim_baru", "tim_jumlah")
SUB = {column: KOREKSI + 1 + number for number, column in enumerate(ANGKA)}  # sums of a sub unsur: not printed
_WIDTHS = (5, 3, 3, 46, 9, 9, 9, 9, 9, 9, 2, 8, 10, 9, 9, 9, 9, 9, 9)

MARGIN, SKALA = 83, 0.85  # points above and below the rows; the scale that fits the width, a little too large
DEFAULT = 15  # points of a row whose height nobody set
SELA = 8  # an empty row between parts
TEKS = 13  # points: one line of words
BARIS = 23  # a line of section II: two lines of words, or handwriting
MUAT = 56  # characters that fit on one line of KATA
MUAT_LEBAR = 125  # the same, from HURUF to the last column


class Kertas:
    """The sheet, with the height of its rows and the rows where a page may begin: so pages never part a
    heading from its lines, whatever program prints them."""

    def __init__(self, sheet: Worksheet, tinggi: float) -> None:
        """`tinggi`: points from the paper's top to its bottom."""
        self.sheet = sheet
        self._room = (tinggi - MARGIN) / SKALA
        self._heights: dict[int, float] = {}
        self._starts: list[int] = []
        self._forced: set[int] = set()
        self._header: float = 0
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)

    def height(self, row: int, points: float) -> None:
        self.sheet.set_row(row, points)
        self._heights[row] = points

    def repeat(self, first: int, last: int) -> None:
        """These rows head every page."""
        self.sheet.repeat_rows(first, last)
        self._header = sum(self._heights[row] for row in range(first, last + 1))

    def start(self, row: int, forced: bool = False) -> None:
        """A page may begin at this row, or must; rows come in order."""
        self._starts.append(row)
        if forced:
            self._forced.add(row)

    def end(self, row: int) -> None:
        """The last row is known: sets the print area and the page breaks."""
        self.sheet.print_area(0, 0, row, AKHIR)
        breaks: list[int] = []
        page = 0
        for start, following in zip(self._starts, [*self._starts[1:], row + 1], strict=True):
            used = sum(self._heights.get(each, DEFAULT) for each in range(page, following))
            used += self._header if page else 0
            if used > self._room or start in self._forced:
                breaks.append(start)
                page = start
        self.sheet.set_h_pagebreaks(breaks)


def section(buku: Buku, kertas: Kertas, row: int, number: str, title: str) -> int:
    """The grey bar over a section; returns the next row."""
    put(kertas.sheet, row, NO, NO, number, buku.gaya("kepala"))
    put(kertas.sheet, row, HURUF, AKHIR, title, buku.gaya("kepala"))
    kertas.height(row, 16)
    return row + 1


def shown(nama: str) -> str:
    """Formula: the named cell, or nothing where it is empty (a bare reference would show 0)."""
    return f'=IF({nama}="","",{nama})'


def joined(names: tuple[str, ...], separator: str) -> str:
    """Formula: the named cells with the separator between, or nothing where one is empty."""
    if len(names) == 1:
        return shown(names[0])
    empty = ",".join(f'{nama}=""' for nama in names)
    return f'=IF(OR({empty}),"",{f"&{chr(34)}{separator}{chr(34)}&".join(names)})'


def dated(before: str) -> str:
    """Number format: a date in Indonesian after fixed words, 'TMT 1 April 2015'."""
    language, date = TANGGAL.split("]")
    return f'{language}]"{before}"{date}' if before else TANGGAL
