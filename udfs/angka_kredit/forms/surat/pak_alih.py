"""The sheet PAK Alih: the credit that an officer takes along from keterampilan to keahlian (PMB Lampiran V.4-5)."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from ...regulations.schema import Jabatan, Jenjang
from ..book import Buku, cell
from ..style import AK, put
from . import muat, pak, pak_akhir
from .blok import teks_jabatan
from .data_tabel import BarisPak
from .kertas import SELA, Kertas
from .lembar import alih
from .pak import BARU, HURUF, JUMLAH, LAMA, LEBAR, NILAI, NO, URAIAN
from .pengangkatan import KEAHLIAN, jenjang_tercapai, periksa, tim

_SIZE = 10
# the place of a part's credit among the arguments of AK_ALIH_KATEGORI
_ARGUMEN = {"diklat": "{ak},0,0", "tugas": "0,{ak},0", "profesi": "0,0,{ak}"}
_KODE = len(LEBAR) + 1
_SPANS = ((NO, NO), (HURUF, NILAI), (LAMA, LAMA), (BARU, BARU), (JUMLAH, JUMLAH))


@dataclass(frozen=True)
class LembarPakAlih:
    SKELETON: str = "pak_alih_kategori"
    NAMA: str = "PAK Alih"

    def untuk(self, jabatan: Jabatan, jenjang: Jenjang) -> bool:
        return alih(jabatan, jenjang)

    def write(self, buku: Buku, sheet: Worksheet) -> None:
        buku.page(sheet)
        kertas = Kertas(buku, sheet, LEBAR)
        data = muat.pak_alih()
        kertas.anak(muat.anak(data.lembar, buku.jabatan.id))
        pak.judul(kertas, data.kata.judul, teks_jabatan(buku, data.kata.sub), "alih_nomor")
        pak.perorangan(kertas, "I", muat.pak().kata.perorangan)
        _tabel(kertas)
        _hitung(kertas)
        _hasil(kertas)
        kertas.maju(SELA)
        kertas.tanda(data.tanda, (NO, URAIAN), (NILAI, JUMLAH))
        pak_akhir.penerima(kertas)
        kertas.selesai()


def _tabel(kertas: Kertas) -> None:
    """Section II: the diploma, then row by row the old credit, its share, the result."""
    kata = muat.pak_alih().kata
    kertas.sel(NO, NO, "II", "kepala", font_size=_SIZE)
    kertas.sel(HURUF, JUMLAH, muat.pak().kata.penetapan, "kepala", font_size=_SIZE)
    kertas.maju(17)
    for span, words in zip(_SPANS, kata.kolom, strict=True):
        kertas.sel(*span, words, "kepala", font_size=9)
    kertas.maju(36)
    top = kertas.row
    kertas.sel(NO, NO, "", "kotak")
    kertas.sel(HURUF, NILAI, f'="{kata.ijazah} "&alih_ijazah', "kotak", "masuk", font_size=_SIZE)
    for column in (LAMA, BARU):
        kertas.sel(column, column, "", "kotak")
    kertas.sel(JUMLAH, JUMLAH, '=IF(alih_ijazah="","",AK_PENDIDIKAN(alih_ijazah))', "kotak", "ak", font_size=_SIZE)
    kertas.maju(17)
    rows = muat.pak_alih().baris
    _kode(kertas, kertas.row - 1, next(each.jumlah[0] for each in rows if each.bagian == "pendidikan"))
    for baris in rows:
        _baris(kertas, baris)
    for nama, column in (("kode", _KODE), ("uraian", HURUF), ("hasil", JUMLAH)):
        kertas.buku.name(f"alih_{nama}", kertas.sheet, top, column, kertas.row - 1)
    kertas.sel(NO, BARU, kata.jumlah, "kotak", "tebal", "abu", "masuk", font_size=_SIZE)
    total = f"SUM({cell(top, JUMLAH)}:{cell(kertas.row - 1, JUMLAH)})"
    formula = f'=IF(alih_ijazah="","",{total})'
    kertas.sel(JUMLAH, JUMLAH, formula, "kotak", "tebal", "abu", "ak", font_size=_SIZE)
    kertas.buku.name("alih_jumlah", kertas.sheet, kertas.row, JUMLAH)
    kertas.maju(18)
    kertas.maju(SELA)


def _baris(kertas: Kertas, baris: BarisPak) -> None:
    row, size = kertas.row, {"font_size": _SIZE}
    kertas.sel(NO, NO, baris.nomor, "kotak", "tengah", **size)
    kertas.sel(HURUF, NILAI, baris.teks, "kotak", "masuk", text_wrap=True, **size)
    kertas.sel(LAMA, LAMA, f"={tim(baris.jumlah)}", "kotak", "ak", **size)
    arguments = _ARGUMEN.get(baris.bagian)
    if arguments:
        share = f"=AK_ALIH_KATEGORI({arguments.format(ak=1)},jabatan)"
        kertas.sel(BARU, BARU, share, "kotak", "tengah", num_format="0%", **size)
        result = f"=AK_ALIH_KATEGORI({arguments.format(ak=cell(row, LAMA))},jabatan)"
        kertas.sel(JUMLAH, JUMLAH, result, "kotak", "ak", num_format=AK, **size)
        _kode(kertas, row, baris.jumlah[0])
    else:
        kertas.sel(BARU, JUMLAH, muat.pak_alih().kata.tidak, "kotak", "tengah", "miring", font_size=9)
    kertas.maju(kertas.tinggi(HURUF, NILAI, baris.teks, _SIZE) + 3)


def _kode(kertas: Kertas, row: int, unsur: str) -> None:
    """Beside the page: the line of the next DUPAK, of the other kategori, whose LAMA this is."""
    sub = next(each.kode for each in kertas.buku.susunan.sub if each.kode.startswith(unsur))
    put(kertas.sheet, row, _KODE, _KODE, f"{sub}1", kertas.buku.gaya("samar"))


def _hitung(kertas: Kertas) -> None:
    kertas.bantu("alih_kategori_tujuan", "Kategori yang dituju", KEAHLIAN)
    jabatan = kertas.buku.jabatan
    kertas.bantu("alih_jenjang", "Jenjang menurut angka kredit", jenjang_tercapai(jabatan, "alih_jumlah", KEAHLIAN))
    raised = f'"{muat.pak_alih().kata.dinaikkan}"'
    periksa(kertas, "alih_periksa", [('alih_jumlah=""', '""'), ('LEFT(golongan,3)="II/"', raised)])


def _hasil(kertas: Kertas) -> None:
    data = muat.pak_alih()
    kertas.sel(NO, NO, "III", "kepala", font_size=_SIZE)
    kertas.sel(HURUF, JUMLAH, data.kata.hasil, "kepala", font_size=_SIZE)
    kertas.maju(17)
    for each in data.hasil:
        kertas.orang(HURUF, each.label, each.nilai, each.pemisah, each.tanggal, each.awalan)
