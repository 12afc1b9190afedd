"""The four surat pernyataan: what the sheet Kegiatan holds of one kind of work, row by row, with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from ...regulations.schema import Jabatan, Jenjang
from ...regulations.tabel import FaktorJenjang, PorsiPenulis
from ..book import Buku, cell
from ..rows import SURAT
from ..schema import Isi
from ..style import AK, TANGGAL, Sel, lines
from . import muat
from .blok import teks_jabatan
from .data import Blok
from .data_tabel import JudulSp, Sp
from .kertas import BARIS, SELA, Kertas

# no, uraian (three columns, for the head), tanggal, satuan, volume, AK satuan, jumlah AK, bukti fisik
_LEBAR = (4, 23, 2, 12, 15, 10, 8, 8, 11, 27)
NO, URAIAN, _, URAIAN_AKHIR, TANGGAL_DI, SATUAN, VOLUME, SATUAN_AK, JUMLAH, BUKTI = range(10)
# beside the page: where in Kegiatan the row stands, and what the last column joins
LETAK, EVIDENCE, *_JOINED = range(BUKTI + 2, BUKTI + 10)
_SPANS = ((NO, NO), (URAIAN, URAIAN_AKHIR), *((column, column) for column in range(TANGGAL_DI, BUKTI + 1)))
_SIZE, _LINE = 9, 12  # of the table
_PER_JUDUL = 80  # capitals of the title on a line
_PER_LINE, _USUAL = 44, 100  # characters of uraian on a line; of a usual one
_VOLUME = "0.###;-0.###;;@"
_BERSAMA = 2  # rows that stay on the page of the sum and the signature
_SEDIKIT = 3  # rows that a filled-in form shows at least


@dataclass(frozen=True)
class LembarPernyataan:
    """The surat pernyataan whose rows in Kegiatan begin with `huruf`."""

    huruf: str
    NAMA: str
    SKELETON: str = "surat_pernyataan"

    def untuk(self, jabatan: Jabatan, jenjang: Jenjang) -> bool:
        return any(judul.jabatan == jabatan.id for judul in self._sp().judul)

    def write(self, buku: Buku, sheet: Worksheet) -> None:
        judul = next(each for each in self._sp().judul if each.jabatan == buku.jabatan.id)
        buku.page(sheet)
        _Pernyataan(buku, sheet, self._sp(), judul).tulis()

    def _sp(self) -> Sp:
        return next(each for each in muat.surat_pernyataan().surat if each.huruf == self.huruf)


class _Pernyataan:
    def __init__(self, buku: Buku, sheet: Worksheet, sp: Sp, judul: JudulSp) -> None:
        self._buku, self._sheet, self._sp, self._judul = buku, sheet, sp, judul
        self._kertas = Kertas(buku, sheet, _LEBAR)
        self._data = muat.surat_pernyataan()
        self._mark = f"sp_{sp.huruf.casefold()}"
        # a filled-in form shows no more rows than it has activities
        self._tampak = min(sp.tampak, max(_SEDIKIT, _kegiatan(buku, buku.isi, sp.huruf))) if buku.isi else sp.tampak

    def tulis(self) -> None:
        kertas, kata = self._kertas, self._data.kata
        self._anak()
        words = teks_jabatan(self._buku, self._judul.judul)
        kertas.sel(NO, BUKTI, words, "tengah", "tebal", text_wrap=True, font_size=13)
        kertas.maju(20 * lines(words, _PER_JUDUL))
        peringatan = kertas.row
        kertas.maju()
        self._orang(kata.pembuka, self._data.atasan)
        self._orang(kata.menyatakan, self._data.pegawai)
        self._kata(kata.melakukan.replace("{kegiatan}", self._judul.kegiatan))
        first = self._tabel()
        self._kata(kata.penutup)
        kertas.maju(SELA)
        kertas.tanda(self._data.tanda, (NO, URAIAN), (SATUAN, BUKTI))
        kertas.selesai()
        last = kertas.row
        kertas.row = peringatan
        self._peringatan(first)
        kertas.row = last

    def _anak(self) -> None:
        if self._judul.anak:
            words = f"{self._judul.anak}\n{self._buku.jabatan.regulasi.singkat}"
            self._kertas.sel(JUMLAH, BUKTI, words, "puncak", text_wrap=True, font_size=8)
            self._kertas.maju(23)

    def _kata(self, words: str) -> None:
        self._kertas.sel(NO, BUKTI, words)
        self._kertas.maju(BARIS + 2)

    def _orang(self, words: str, rows: Sequence[Blok]) -> None:
        self._kata(words)
        for row in rows:
            self._kertas.orang(NO, row.label, row.nilai, row.pemisah, row.tanggal, row.awalan)
        self._kertas.maju(SELA)

    def _tabel(self) -> int:
        """The heading, the rows and their sum; returns the first row."""
        kertas, sheet = self._kertas, self._sheet
        for span, words in zip(_SPANS, self._data.kata.kolom, strict=True):
            kertas.sel(*span, words, "kepala", font_size=_SIZE)
        kertas.maju(38)
        for number, span in enumerate(_SPANS, 1):
            kertas.sel(*span, number, "kepala", font_size=8, num_format="0")
        kertas.maju(12)
        kertas.ulang(2)
        first, points = kertas.row, self._tinggi()
        for number in range(1, self._sp.baris + 1):
            self._baris(number)
            if number <= self._tampak - _BERSAMA:
                kertas.boleh()
            kertas.maju(points, tampak=number <= self._tampak)
        column = f"{cell(first, JUMLAH)}:{cell(kertas.row - 1, JUMLAH)}"
        kertas.sel(NO, SATUAN_AK, self._data.kata.jumlah, "kotak", "tebal", "abu", "tengah", font_size=_SIZE)
        kertas.sel(JUMLAH, JUMLAH, f"=SUM({column})", "kotak", "tebal", "abu", "ak", font_size=_SIZE)
        kertas.sel(BUKTI, BUKTI, "", "kotak", "abu")
        self._buku.name(f"{self._mark}_jumlah", sheet, kertas.row, JUMLAH)
        kertas.maju(18)
        return first

    def _tinggi(self) -> float:
        """Points of a row that holds the longest uraian there is."""
        known = [butir.uraian for butir in self._buku.jabatan.butir.values()] if self._sp.huruf == "T" else []
        longest = max([*known, "x" * _USUAL], key=len)
        return _LINE * max(3, lines(longest, _PER_LINE)) + 1

    def _baris(self, number: int) -> None:
        """One row: what stands in Kegiatan where its urut says so."""
        kertas, urut = self._kertas, f"{self._sp.huruf}{number}"
        letak = cell(kertas.row, LETAK)
        kertas.sel(LETAK, LETAK, f'=IFERROR(MATCH("{urut}",kegiatan_urut,0),1)', "samar", "tengah", num_format=";;;")
        ada = f'INDEX(kegiatan_urut,{letak})="{urut}"'
        values: tuple[tuple[Sel, tuple[str, ...], str], ...] = (
            (f'=IF({ada},{number},"")', ("tengah",), "0"),
            (_ambil(ada, "uraian", letak), ("bungkus",), "@"),
            (_ambil(ada, "tanggal", letak), ("tengah",), TANGGAL),
            (_ambil(ada, "satuan", letak), ("bungkus",), "@"),
            (_ambil(ada, "volume", letak), ("tengah",), _VOLUME),
            (_ambil(ada, "ak_satuan", letak), ("ak",), AK),
            (_ambil(ada, "ak", letak), ("ak",), AK),
            (self._keterangan(ada, letak), ("bungkus",), "@"),
        )
        for span, (value, bits, form) in zip(_SPANS, values, strict=True):
            kertas.sel(*span, value, "kotak", *bits, font_size=_SIZE, num_format=form)

    def _keterangan(self, ada: str, letak: str) -> str:
        """The evidence, then the assignment, and the factor and share that make column 7 less than 5 x 6.

        What is joined stands in cells beside the page first: joining cells is quick to check, lookups are not."""
        row, jabatan = self._kertas.row, self._buku.jabatan
        factors = {each.persen for each in jabatan.per_kunci(FaktorJenjang).values()}
        shares = jabatan.per_kunci(PorsiPenulis).values() if jabatan.punya(PorsiPenulis) else ()
        porsi = {persen for each in shares for persen in (each.utama, each.pembantu)}
        tugas, faktor, bagian = (cell(row, column) for column in _JOINED[:3])
        self._samar(EVIDENCE, _ambil(ada, "bukti", letak))
        for column, nama in zip(_JOINED, ("penugasan", "faktor", "porsi"), strict=False):
            self._samar(column, _ambil(ada, nama, letak))
        texts = (f'=IF({tugas}="","","; penugasan "&{tugas})', _persen(faktor, "faktor", factors))
        for column, text in zip(_JOINED[3:], (*texts, _persen(bagian, "porsi", porsi)), strict=True):
            self._samar(column, text)
        return "=" + "&".join(cell(row, column) for column in (EVIDENCE, *_JOINED[3:]))

    def _samar(self, column: int, value: str) -> None:
        self._kertas.sel(column, column, value, "samar", num_format=";;;")

    def _peringatan(self, first: int) -> None:
        """Red words over the page when an activity stands in a hidden row, or in none, or is flagged. No formula sees
        which rows are hidden: a cell beside the page says how many are shown, for who shows more to change."""
        kata, sp, tampak = self._data.kata, self._sp, f"{self._mark}_tampak"
        self._kertas.bantu(tampak, kata.tampak, self._tampak, "isian", "kiri", num_format="0")
        over = f'ISNUMBER(MATCH("{sp.huruf}{sp.baris + 1}",kegiatan_urut,0))'
        hidden = f'ISNUMBER(MATCH("{sp.huruf}"&SUM({tampak},1),kegiatan_urut,0))'
        formula = f'=IF({over},"{kata.tidak_muat}",IF({hidden},"{kata.tersembunyi}",kegiatan_peringatan))'
        self._kertas.sel(NO, BUKTI, formula, "tengah", "merah")
        self._buku.name(f"{self._mark}_peringatan", self._sheet, self._kertas.row, NO)
        self._buku.name_range(f"{self._mark}_baris", self._sheet, first, NO, first + sp.baris - 1, BUKTI)


def _kegiatan(buku: Buku, isi: Isi, huruf: str) -> int:
    """How many activities this surat has at most; a row without volume only names a line of the DUPAK."""
    surat = {sub.kode: SURAT[sub.jenis] for sub in buku.susunan.sub}
    done = [each for each in isi.kegiatan if each.volume is not None]
    return sum(bool(each.kode) or surat.get(each.sub, "T") == huruf for each in done)


def _ambil(ada: str, nama: str, letak: str) -> str:
    """Formula: what this column of Kegiatan holds; an empty cell stays empty (a bare reference would show 0)."""
    value = f"INDEX(kegiatan_{nama},{letak})"
    return f'=IF({ada},IF({value}="","",{value}),"")'


def _persen(value: str, word: str, known: Collection[Decimal]) -> str:
    """Formula: '; faktor 80%' where the cell holds one of the shares that the text knows, other than all."""
    formula = '""'
    for persen in sorted(each for each in known if each != 100):
        formula = f'IF({value}={persen / 100},"; {word} {persen}%",{formula})'
    return f"={formula}"
