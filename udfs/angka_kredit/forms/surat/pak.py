"""The sheet PAK: what the Tim Penilai has set, LAMA, BARU and JUMLAH, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from ...regulations.schema import Jabatan, Jenjang
from .. import skeleton
from ..book import Buku, cell
from ..grid import dated, joined, shown
from ..schema import Perorangan
from ..style import AK
from . import muat, pak_akhir
from .data_tabel import BarisPak
from .kertas import SELA, Kertas

LEBAR = (5, 4, 26, 2, 16, 13, 13, 13)
NO, HURUF, URAIAN, TITIK, NILAI, LAMA, BARU, JUMLAH = range(8)
ANGKA = (LAMA, BARU, JUMLAH)
_SIZE = 10


@dataclass(frozen=True)
class LembarPak:
    SKELETON: str = "pak"
    NAMA: str = "PAK"

    def untuk(self, jabatan: Jabatan, jenjang: Jenjang) -> bool:
        return any(jabatan.id in baris.jabatan for baris in muat.pak().baris)

    def write(self, buku: Buku, sheet: Worksheet) -> None:
        buku.page(sheet)
        kertas = Kertas(buku, sheet, LEBAR)
        data = muat.pak()
        kertas.anak(muat.anak(data.lembar, buku.jabatan.id))
        judul(kertas, data.kata.judul, f"JABATAN FUNGSIONAL {buku.jabatan.nama.upper()}", "pak_nomor")
        perorangan(kertas, "I", data.kata.perorangan)
        _Penetapan(kertas).tulis()
        pak_akhir.tulis(kertas)
        kertas.selesai()


def judul(kertas: Kertas, title: str, below: str, nomor: str) -> None:
    """The title, the number, red words while Kegiatan is not in order, then instansi and masa penilaian."""
    kata, akhir = muat.pak().kata, kertas.akhir
    for words, bits, size in ((title, ("tebal",), 14), (below, ("tebal",), 12), (f'="{kata.nomor} "&{nomor}', (), 11)):
        kertas.sel(0, akhir, words, "tengah", *bits, font_size=size, text_wrap=True)
        kertas.maju(kertas.tinggi(0, akhir, words, size + 1))
    kertas.sel(0, akhir, "=kegiatan_peringatan", "tengah", "merah", font_size=9)
    kertas.maju(12)
    kertas.sel(0, akhir, f'="{kata.instansi} "&instansi', font_size=_SIZE, shrink=True)
    kertas.maju()
    kertas.sel(0, 2, kata.masa, font_size=_SIZE)
    kertas.sel(3, akhir - 2, shown("masa_dari"), "kiri", num_format=dated(kata.dari), font_size=_SIZE)
    kertas.sel(akhir - 1, akhir, shown("masa_sampai"), "kiri", num_format=dated(kata.sampai), font_size=_SIZE)
    kertas.maju()
    kertas.maju(SELA)


def perorangan(kertas: Kertas, nomor: str, title: str) -> None:
    """Section I, as on the DUPAK."""
    kertas.sel(NO, NO, nomor, "kepala", font_size=_SIZE)
    kertas.sel(HURUF, JUMLAH, title, "kepala", font_size=_SIZE)
    kertas.maju(17)
    for each in skeleton.dupak().perorangan:
        _orang(kertas, each)
    kertas.maju(SELA)


def _orang(kertas: Kertas, each: Perorangan) -> None:
    kertas.sel(NO, NO, each.nomor, "kotak", "tengah", font_size=_SIZE)
    kertas.sel(HURUF, TITIK, each.label, "kotak", "masuk", text_wrap=True, font_size=_SIZE)
    value, box = joined(each.nilai, each.pemisah), {"top": 1, "bottom": 1, "font_size": _SIZE}
    if each.tanggal:
        kertas.sel(NILAI, LAMA, value, "teks", "masuk", shrink=True, **box, left=1)
        kertas.sel(BARU, JUMLAH, shown(each.tanggal), "kiri", num_format=dated(each.awalan), right=1, **box)
    else:
        kertas.sel(NILAI, JUMLAH, value, "kotak", "teks", "masuk", shrink=True, font_size=_SIZE)
    kertas.maju(kertas.tinggi(HURUF, TITIK, each.label, _SIZE) + 1)


class _Penetapan:
    """Section II; every total is the sum of the rows that are printed above it."""

    def __init__(self, kertas: Kertas) -> None:
        self._kertas, self._kata = kertas, muat.pak().kata

    def tulis(self) -> None:
        kertas, kata = self._kertas, self._kata
        kertas.sel(NO, NO, "II", "kepala", font_size=_SIZE)
        kertas.sel(HURUF, NILAI, kata.penetapan, "kepala", font_size=_SIZE)
        for column, words in zip(ANGKA, kata.kolom, strict=True):
            kertas.sel(column, column, words, "kepala", font_size=_SIZE)
        kertas.maju(17)
        utama = self._kelompok("I", kata.utama, kata.jumlah_utama, "pak_utama", penunjang=False)
        penunjang = self._kelompok("II", kata.penunjang, kata.jumlah_penunjang, "pak_penunjang", penunjang=True)
        self._jumlah(kata.jumlah_semua, "pak", [(utama, utama), (penunjang, penunjang)])
        kertas.maju(SELA)

    def _kelompok(self, nomor: str, title: str, total: str, nama: str, *, penunjang: bool) -> int:
        """A group of rows and its sum; returns the row of the sum."""
        kertas = self._kertas
        self._kosong(nomor, title, "abu", "tebal")
        first = kertas.row
        for baris in muat.baris(kertas.buku):
            if (baris.bagian == "penunjang") == penunjang:
                self._baris(baris)
        return self._jumlah(total, nama, [(first, kertas.row - 1)])

    def _kosong(self, nomor: str, title: str, *bits: str) -> None:
        kertas = self._kertas
        kertas.sel(NO, NO, nomor, "kotak", "tengah", *bits, font_size=_SIZE)
        kertas.sel(HURUF, NILAI, title, "kotak", "masuk", *bits, font_size=_SIZE)
        for column in ANGKA:
            kertas.sel(column, column, "", "kotak", *bits)
        kertas.maju(16)

    def _baris(self, baris: BarisPak) -> None:
        if not baris.jumlah:
            self._kosong(baris.nomor, baris.teks)
            return
        kertas, sub = self._kertas, baris.nomor.endswith(".")
        kertas.sel(NO, NO, "" if sub else baris.nomor, "kotak", "tengah", font_size=_SIZE)
        if sub:
            kertas.sel(HURUF, HURUF, baris.nomor, "tengah", font_size=_SIZE, top=1, bottom=1)
        first = URAIAN if sub else HURUF
        kertas.sel(first, NILAI, baris.teks, "masuk", text_wrap=True, font_size=_SIZE, top=1, bottom=1, right=1)
        for column, part in ((LAMA, "lama"), (BARU, "baru")):
            names = ",".join(f"tim_{part}_{each}" for each in baris.jumlah)
            kertas.sel(column, column, f"=SUM({names})", "kotak", "ak", font_size=_SIZE, num_format=AK)
        both = f"{cell(kertas.row, LAMA)}:{cell(kertas.row, BARU)}"
        kertas.sel(JUMLAH, JUMLAH, f"=SUM({both})", "kotak", "ak", font_size=_SIZE)
        kertas.maju(kertas.tinggi(first, NILAI, baris.teks, _SIZE) + 3)

    def _jumlah(self, title: str, nama: str, spans: list[tuple[int, int]]) -> int:
        """A total; its cells are called nama_lama, nama_baru, nama_jumlah."""
        kertas, row = self._kertas, self._kertas.row
        kertas.sel(NO, NILAI, title, "kotak", "tebal", "abu", "masuk", font_size=_SIZE)
        for column, part in zip(ANGKA, ("lama", "baru", "jumlah"), strict=True):
            areas = ",".join(f"{cell(first, column)}:{cell(last, column)}" for first, last in spans)
            kertas.sel(column, column, f"=SUM({areas})", "kotak", "tebal", "abu", "ak", font_size=_SIZE)
            kertas.buku.name(f"{nama}_{part}", kertas.sheet, row, column)
        kertas.maju(18)
        return row
