"""Section II of the DUPAK: UNSUR YANG DINILAI in eight numbered columns, its totals, and the block of other jenjang."""

from __future__ import annotations

from collections.abc import Sequence

from ..rules.angka_kredit import owners
from .book import Buku, cell
from .grid import (
    AKHIR,
    ANGKA,
    BARIS,
    BARU,
    HURUF,
    JUMLAH,
    KATA,
    KODE,
    LAMA,
    MUAT,
    NO,
    NOMOR,
    TEKS,
    TIM_BARU,
    TIM_JUMLAH,
    TIM_LAMA,
    Kertas,
    section,
)
from .rows import Baris, KelompokBaris, UnsurBaris
from .style import HAIR, lines, put

_EDGE = {"top": HAIR, "bottom": HAIR}
_INPUTS = (LAMA, TIM_LAMA, TIM_BARU)


def write(buku: Buku, kertas: Kertas, row: int) -> int:
    """Returns the row after the section."""
    sheet = kertas.sheet
    row = _columns(buku, kertas, row)
    judul, blok, susunan = buku.dupak.judul, buku.dupak.blok, buku.susunan
    writer = _Unsur(buku, kertas)
    top = row
    row = writer.group(row, "I", judul.utama, susunan.utama)
    carried = row
    row = writer.total(row + 1, judul.jumlah_utama, [(top, carried)])
    utama = row - 1
    row = writer.group(row, "II", judul.penunjang, susunan.penunjang)
    row = writer.total(row, judul.jumlah_penunjang, [(utama + 1, row - 1)])
    row = writer.total(row, judul.jumlah_semua, [(utama, utama), (row - 1, row - 1)])
    for nama, column in (("dupak_baru", BARU), ("dupak_jumlah", JUMLAH)):
        buku.name(nama, sheet, row - 1, column)
    start = row
    kertas.start(start, forced=True)  # the block and sections III-VI share the last page
    row = writer.blok(row)
    writer.carry(carried, row)
    row = writer.total(row, blok.jumlah, [(start, row - 1)])
    note = f"{blok.coret} {blok.catatan.format(nomor=susunan.nomor_blok)}"
    put(sheet, row, NO, AKHIR, note, buku.gaya("kecil", "miring"))
    kertas.height(row, TEKS)
    return row + 1


def _columns(buku: Buku, kertas: Kertas, row: int) -> int:
    """The bar, three heading rows and the row of numbers 1-8; all but the bar repeat on every page."""
    sheet, kolom, head = kertas.sheet, buku.dupak.kolom, buku.gaya("kepala", "kecil")
    row = section(buku, kertas, row, "II", buku.dupak.judul.unsur)
    sheet.merge_range(row, NO, row + 2, NO, kolom.no, head)
    sheet.merge_range(row, HURUF, row + 2, KATA, kolom.uraian, head)
    put(sheet, row, LAMA, TIM_JUMLAH, kolom.angka_kredit, head)
    put(sheet, row + 1, LAMA, JUMLAH, kolom.pengusul, head)
    put(sheet, row + 1, TIM_LAMA, TIM_JUMLAH, kolom.tim, head)
    for column, text in zip(ANGKA, (kolom.lama, kolom.baru, kolom.jumlah) * 2, strict=True):
        put(sheet, row + 2, column, column, text, head)
    places = [(NO, NO), (HURUF, KATA), *((column, column) for column in ANGKA)]
    for number, (first, last) in enumerate(places, 1):
        put(sheet, row + 3, first, last, number, buku.gaya("kepala", "kecil", num_format="0"))
    for offset in range(4):
        kertas.height(row + offset, TEKS)
    kertas.repeat(row, row + 3)
    return row + 4


class _Unsur:
    """Writes the rows; every method returns the next free row."""

    def __init__(self, buku: Buku, kertas: Kertas) -> None:
        self._buku, self._kertas, self._sheet, self._gaya = buku, kertas, kertas.sheet, buku.gaya

    def group(self, row: int, number: str, title: str, unsur: Sequence[UnsurBaris]) -> int:
        self._title(row, number, title, "kotak", "abu", "tebal")
        row += 1
        for each in unsur:
            self._title(row, str(each.nomor), each.nama, "baris", "tebal")
            self._kertas.start(row - 1 if each is unsur[0] else row)
            row += 1
            for sub in each.sub:
                if sub is not each.sub[0]:
                    self._kertas.start(row)
                row = self._sub(row, sub)
        return row

    def blok(self, row: int) -> int:
        self._title(row, "", self._buku.dupak.blok.judul, "kotak", "abu", "tebal")
        row += 1
        for line in self._buku.susunan.blok.baris:
            self._line(row, line)
            row += 1
        return row

    def carry(self, row: int, source: int) -> None:
        """The block's total, carried once into unsur utama."""
        blok = self._buku.dupak.blok
        put(self._sheet, row, NO, NO, str(self._buku.susunan.nomor_blok), self._gaya("baris", "tebal", "tengah"))
        words = f"{blok.pindahan} ({blok.keterangan_pindahan})"
        put(self._sheet, row, HURUF, KATA, words, self._gaya("baris", "tebal", "bungkus"))
        for column in ANGKA:
            put(self._sheet, row, column, column, f"={cell(source, column)}", self._gaya("baris", "ak"))
        self._kertas.height(row, BARIS)

    def total(self, row: int, title: str, parts: Sequence[tuple[int, int]]) -> int:
        """A total of the given spans of rows; an error of JUMLAH shows in the columns of typed numbers too."""
        put(self._sheet, row, NO, KATA, title, self._gaya("kotak", "tebal", "abu", "masuk"))
        for column in ANGKA:
            formula = f"SUM({','.join(_span(first, last, column) for first, last in parts)})"
            if column in _INPUTS:  # SUM skips text, and its total would be too low without a word
                jumlah = cell(row, JUMLAH if column == LAMA else TIM_JUMLAH)
                formula = f"IF(ISERROR({jumlah}),{jumlah},{formula})"
            put(self._sheet, row, column, column, f"={formula}", self._gaya("kotak", "tebal", "abu", "ak"))
        self._kertas.height(row, 17)
        return row + 1

    def _title(self, row: int, number: str, title: str, *bits: str) -> None:
        put(self._sheet, row, NO, NO, number, self._gaya(*bits, "tengah"))
        put(self._sheet, row, HURUF, KATA, title, self._gaya(*bits, "masuk"))
        for column in ANGKA:
            put(self._sheet, row, column, column, "", self._gaya(*bits))
        self._kertas.height(row, 16)

    def _sub(self, row: int, sub: KelompokBaris) -> int:
        put(self._sheet, row, NO, NO, "", self._gaya("baris"))
        put(self._sheet, row, HURUF, HURUF, f"{sub.huruf}.", self._gaya(left=1, **_EDGE, align="center"))
        put(self._sheet, row, NOMOR, KATA, sub.nama, self._gaya("bungkus", right=1, **_EDGE))
        for column in ANGKA:
            put(self._sheet, row, column, column, "", self._gaya("baris"))
        self._kertas.height(row, TEKS * lines(sub.nama, MUAT) + 2)
        for offset, line in enumerate(sub.baris, 1):
            self._line(row + offset, line)
        return row + 1 + len(sub.baris)

    def _line(self, row: int, line: Baris) -> None:
        code = cell(row, KODE)
        put(self._sheet, row, NO, NO, "", self._gaya("baris"))
        put(self._sheet, row, HURUF, HURUF, "", self._gaya(left=1, **_EDGE))
        put(self._sheet, row, NOMOR, NOMOR, f"{line.nomor})", self._gaya("tengah", **_EDGE))
        put(self._sheet, row, KATA, KATA, self._words(line, code), self._gaya("bungkus", right=1, **_EDGE))
        for column in _INPUTS:
            given = self._buku.isi.lama.get(line.kode) if self._buku.isi and column == LAMA else None
            put(self._sheet, row, column, column, given, self._gaya("baris", "ak", "isian"))
        put(self._sheet, row, BARU, BARU, _credit(code), self._gaya("baris", "ak"))
        for column in (JUMLAH, TIM_JUMLAH):
            put(self._sheet, row, column, column, _sum_of_row(row, column), self._gaya("baris", "ak"))
        put(self._sheet, row, KODE, KODE, line.kode, self._gaya("samar"))
        self._kertas.height(row, BARIS)
        self._validate(row)

    def _words(self, line: Baris, code: str) -> str:
        if line.butir:
            return f"{line.butir.uraian} (butir {owners(line.butir)})"
        return f'=IFERROR(INDEX(kegiatan_uraian,MATCH({code},kegiatan_baris,0)),"")'

    def _validate(self, row: int) -> None:
        rule = {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": "Isi dengan angka, 0 atau lebih."}
        for column in _INPUTS:
            words = {"input_title": "Lama", "input_message": "JUMLAH baris ini pada PAK terakhir."}
            if column == TIM_BARU:
                words = {"input_title": "Baru", "input_message": "Angka kredit baru menurut Tim Penilai."}
            self._sheet.data_validation(row, column, row, column, rule | words)


def _credit(code: str) -> str:
    """The credit of this line's activities; the error of one of them where there is one. Programs differ in what
    SUMIF makes of errors: some skip them, and the total would be too low without a word."""
    error = f"INDEX(kegiatan_ak,MATCH({code},kegiatan_galat,0))"
    return f"=IF(COUNTIF(kegiatan_galat,{code})=0,SUMIF(kegiatan_baris,{code},kegiatan_ak),{error})"


def _span(first: int, last: int, column: int) -> str:
    return cell(first, column) if first == last else f"{cell(first, column)}:{cell(last, column)}"


def _sum_of_row(row: int, column: int) -> str:
    """LAMA and BARU stand left of their JUMLAH; text in one of them is an error, for SUM would skip it."""
    lama, baru = cell(row, column - 2), cell(row, column - 1)
    return f"=IF(OR(ISTEXT({lama}),ISTEXT({baru})),#VALUE!,SUM({lama}:{baru}))"
