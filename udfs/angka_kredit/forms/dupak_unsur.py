"""Section II of the DUPAK: UNSUR YANG DINILAI in eight numbered columns, its totals, and the block of other jenjang."""

from __future__ import annotations

from collections.abc import Sequence

from ..rules.angka_kredit import owners
from .book import Buku, cell, range_of
from .dupak_blok import Blok
from .grid import (
    ANGKA,
    BARIS,
    BARU,
    HURUF,
    JUMLAH,
    KATA,
    KODE,
    KOREKSI,
    LAMA,
    MUAT,
    NAMA_ANGKA,
    NO,
    NOMOR,
    SUB,
    TEKS,
    TIM_BARU,
    TIM_JUMLAH,
    TIM_LAMA,
    Kertas,
    section,
)
from .rows import Baris, SubBaris, UnsurBaris
from .sheet_daftar import PENILAIAN
from .style import HAIR, isi, lines, put

_BERSAMA = 100  # letters of the first uraian on a line that several share
_TOGETHER = 3  # lines of a sub unsur that stay with its title, and that no page begins with alone
_EDGE = {"top": HAIR, "bottom": HAIR}


def write(buku: Buku, kertas: Kertas, row: int) -> int:
    """Returns the row after the section."""
    row = _columns(buku, kertas, row)
    judul, susunan = buku.dupak.judul, buku.susunan
    writer = _Unsur(buku, kertas)
    lines_from = top = row
    row = writer.group(row, "I", judul.utama, susunan.utama)
    carried = row
    row = writer.total(row + 1, judul.jumlah_utama, [(top, carried)], "utama")
    utama = row - 1
    row = writer.group(row, "II", judul.penunjang, susunan.penunjang)
    row = writer.total(row, judul.jumlah_penunjang, [(utama + 1, row - 1)], "penunjang")
    row = writer.total(row, judul.jumlah_semua, [(utama, utama), (row - 1, row - 1)], "semua")
    _mismatch(buku, kertas, row - 1)
    start = row
    kertas.start(start)
    blok = Blok(buku, kertas)
    row = blok.title(row)
    for line in susunan.blok.baris:
        writer.line(row, line)
        row += 1
    blok.carry(carried, row)
    row = writer.total(row, blok.words(buku.dupak.blok.jumlah), [(start + 1, row - 1)], "blok")
    _names(buku, kertas, lines_from, row - 2)
    return blok.note(row)


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
            first, row = row, row + 1
            for sub in each.sub:
                if sub is not each.sub[0]:
                    self._kertas.start(row)
                row = self._sub(row, sub)
            self._sums(first, first + 1, row - 1, each.kode)
        return row

    def total(self, row: int, title: str, parts: Sequence[tuple[int, int]], nama: str) -> int:
        """A total of the given spans of rows."""
        put(self._sheet, row, NO, KATA, title, self._gaya("kotak", "tebal", "abu", "masuk"))
        for column in ANGKA:
            put(self._sheet, row, column, column, _sum(parts, column), self._gaya("kotak", "tebal", "abu", "ak"))
            self._buku.name(f"{NAMA_ANGKA[ANGKA.index(column)]}_{nama}", self._sheet, row, column)
        self._kertas.height(row, 17)
        return row + 1

    def line(self, row: int, line: Baris) -> None:
        code, words = cell(row, KODE), self._words(line, cell(row, KODE))
        put(self._sheet, row, NO, NO, "", self._gaya("baris"))
        put(self._sheet, row, HURUF, HURUF, "", self._gaya(left=1, **_EDGE))
        put(self._sheet, row, NOMOR, NOMOR, f"{line.nomor})", self._gaya("tengah", **_EDGE))
        put(self._sheet, row, KATA, KATA, words, self._gaya("bungkus", right=1, **_EDGE))
        given = self._buku.isi.lama.get(line.kode) if self._buku.isi else None
        isi(self._sheet, row, LAMA, given, self._gaya("baris", "ak", "isian"))
        formulas = {
            BARU: _credit(code),
            JUMLAH: _sum_of_row(row, JUMLAH),
            TIM_LAMA: f'=IF({cell(row, LAMA)}="","",{cell(row, LAMA)})',
            TIM_BARU: _assessed(row),
            TIM_JUMLAH: _sum_of_row(row, TIM_JUMLAH),
        }
        for column, formula in formulas.items():
            put(self._sheet, row, column, column, formula, self._gaya("baris", "ak"))
        put(self._sheet, row, KODE, KODE, line.kode, self._gaya("samar"))
        isi(self._sheet, row, KOREKSI, None, self._gaya("baris", "ak", "isian"))
        self._kertas.height(row, BARIS if not line.butir else TEKS * lines(words, MUAT) + 3)
        self._validate(row)

    def _title(self, row: int, number: str, title: str, *bits: str) -> None:
        put(self._sheet, row, NO, NO, number, self._gaya(*bits, "tengah"))
        put(self._sheet, row, HURUF, KATA, title, self._gaya(*bits, "bungkus"))
        for column in ANGKA:
            put(self._sheet, row, column, column, "", self._gaya(*bits))
        self._kertas.height(row, TEKS * lines(title, MUAT) + 3)

    def _sub(self, row: int, sub: SubBaris) -> int:
        put(self._sheet, row, NO, NO, "", self._gaya("baris"))
        put(self._sheet, row, HURUF, HURUF, f"{sub.huruf}.", self._gaya(left=1, **_EDGE, align="center"))
        put(self._sheet, row, NOMOR, KATA, sub.nama, self._gaya("bungkus", right=1, **_EDGE))
        for column in ANGKA:
            put(self._sheet, row, column, column, "", self._gaya("baris"))
        put(self._sheet, row, KODE, KODE, sub.kode, self._gaya("samar", "tebal"))
        self._kertas.height(row, TEKS * lines(sub.nama, MUAT) + 2)
        for offset, line in enumerate(sub.baris, 1):
            if _TOGETHER < offset <= len(sub.baris) - _TOGETHER:
                self._kertas.start(row + offset)
            self.line(row + offset, line)
        self._sums(row, row + 1, row + len(sub.baris), sub.kode)
        return row + 1 + len(sub.baris)

    def _sums(self, row: int, first: int, last: int, nama: str) -> None:
        """The sums of an unsur or sub unsur, beside its title and outside the print: other sheets use them."""
        for column, prefix in zip(ANGKA, NAMA_ANGKA, strict=True):
            at = SUB[column]
            put(self._sheet, row, at, at, _sum([(first, last)], column), self._gaya("samar", "kecil", "ak"))
            self._buku.name(f"{prefix}_{nama}", self._sheet, row, at)

    def _words(self, line: Baris, code: str) -> str:
        if line.butir:
            whose = "" if self._buku.jenjang in line.butir.jenjang else f" (butir {owners(line.butir)})"
            return f"{line.butir.uraian}{whose}"
        first, others = f"INDEX(kegiatan_uraian,MATCH({code},kegiatan_baris,0))", f"COUNTIF(kegiatan_lain,{code})"
        shared = f'LEFT({first},{_BERSAMA})&" (dan "&{others}&" lain)"'
        return f'=IFERROR(IF({others}=0,{first},{shared}),"")'

    def _validate(self, row: int) -> None:
        rule = {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": "Isi dengan angka, 0 atau lebih."}
        words = {"input_title": "Lama", "input_message": "JUMLAH baris ini pada PAK terakhir."}
        self._sheet.data_validation(row, LAMA, row, LAMA, rule | words)
        words = {"input_title": "Koreksi tim", "input_message": "BARU menurut Tim Penilai, bila berbeda dengan usul."}
        self._sheet.data_validation(row, KOREKSI, row, KOREKSI, rule | words)


def _names(buku: Buku, kertas: Kertas, first: int, last: int) -> None:
    """Columns by name, over the rows of all lines: who fills in LAMA finds the row by its code."""
    columns = {"kode_baris": KODE, "uraian": KATA, "isi_lama": LAMA, "isi_koreksi": KOREKSI, "tim_jumlah": TIM_JUMLAH}
    for nama, column in columns.items():
        buku.name(f"dupak_{nama}", kertas.sheet, first, column, last)


def _mismatch(buku: Buku, kertas: Kertas, row: int) -> None:
    """Red LAMA where its total is not that of the last PAK; the words stand on the sheet Data."""
    differs = 'AND(pak_lama_jumlah<>"",ROUND(SUM(dupak_lama_semua)-SUM(pak_lama_jumlah),9)<>0)'
    rule = {"type": "formula", "criteria": f"={differs}", "format": buku.gaya("merah")}
    kertas.sheet.conditional_format(row, LAMA, row, LAMA, rule)


def _credit(code: str) -> str:
    """The credit of this line's activities; the error of one of them where there is one. Programs differ in what
    SUMIF makes of errors: some skip them, and the total would be too low without a word."""
    wrong = f"MATCH({code},kegiatan_galat,0)"
    return f"=IF(ISNUMBER({wrong}),INDEX(kegiatan_ak,{wrong}),SUMIF(kegiatan_baris,{code},kegiatan_ak))"


def _assessed(row: int) -> str:
    """BARU of the Tim Penilai: the correction that was typed, else the usul where the team accepts it."""
    typed, baru = cell(row, KOREKSI), cell(row, BARU)
    return f'=IF(ISTEXT({typed}),#VALUE!,IF({typed}<>"",{typed},IF(penilaian_tim="{PENILAIAN[0]}",{baru},"")))'


def _sum(parts: Sequence[tuple[int, int]], column: int) -> str:
    """Formula: the sum of these rows of a column. LAMA is typed: SUM would skip a text in it, so that is an error."""
    total = f"SUM({_ranges(parts, column)})"
    if column not in (LAMA, TIM_LAMA):
        return f"={total}"
    typed = _ranges(parts, LAMA)
    return f"=IF(COUNTA({typed})>COUNT({typed}),#VALUE!,{total})"


def _ranges(parts: Sequence[tuple[int, int]], column: int) -> str:
    return ",".join(
        cell(first, column) if first == last else range_of(first, column, last, column) for first, last in parts
    )


def _sum_of_row(row: int, column: int) -> str:
    """LAMA and BARU stand left of their JUMLAH; text in one of them is an error, for SUM would skip it."""
    lama, baru = cell(row, column - 2), cell(row, column - 1)
    given = lama if column == JUMLAH else cell(row, LAMA)
    return f'=IF(AND(ISTEXT({given}),{given}<>""),#VALUE!,SUM({lama}:{baru}))'
