"""The pieces of a letter, written one below the other; which there are is data (`Blok.jenis`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from xlsxwriter.worksheet import Worksheet

from ..book import Buku
from ..grid import shown
from ..style import AK, TANGGAL, Sel
from .data import Blok
from .kalimat import SEL, TITIK, kalimat, perkiraan
from .kertas import BARIS, SELA, Kertas

# no, label of the letter's head, ':', a., label of a person's row, ':', then what is written
KOLOM = (5, 7, 2, 4, 23, 2, 14, 14, 11, 11)
NO, LABEL, TITIK_DUA, AYAT, ORANG, TITIK_ORANG, NILAI, TERBILANG, TANGGAL_DI, AKHIR = range(10)
_KIRI, _KANAN = (NO, ORANG), (NILAI, AKHIR)
# of the list attached: columns and number formats of NO, the officer, masa penilaian from and to, credit new and sum
_USUL = (
    (NO, NO),
    (LABEL, TITIK_ORANG),
    (NILAI, NILAI),
    (TERBILANG, TERBILANG),
    (TANGGAL_DI, TANGGAL_DI),
    (AKHIR, AKHIR),
)
_BENTUK_USUL = ("0", "@", TANGGAL, TANGGAL, AK, AK)
_BARIS_USUL = 8


class Surat:
    """Writes blocks on a paper. `sel`: other names for the cells in the sentences, e.g. sk_ak -> sk_pertama_ak."""

    def __init__(self, buku: Buku, sheet: Worksheet, sel: Mapping[str, str] | None = None) -> None:
        self.buku, self.kertas = buku, Kertas(buku, sheet, KOLOM)
        self._sel = sel or {}

    def tulis(self, blok: Blok) -> None:
        _JENIS[blok.jenis](self, blok)

    def teks(self, blok: Blok) -> str:
        return teks_jabatan(self.buku, blok.teks)

    def nama(self, nama: str) -> str:
        return self._sel.get(nama, nama)

    def kalimat(self, first: int, last: int, words: str, *bits: str) -> None:
        """A sentence over these columns, its row as high as it needs; a cell alone stays on one line."""
        look = {"shrink": True} if SEL.fullmatch(words) else {"text_wrap": True}
        self.kertas.sel(first, last, kalimat(words, self._sel), *(bits or ("puncak",)), **look)
        self.kertas.maju(self.kertas.tinggi(first, last, perkiraan(words)))


def teks_jabatan(buku: Buku, words: str) -> str:
    """The words with the workbook's own jabatan put in."""
    return words.replace("{JABATAN}", buku.jabatan.nama.upper()).replace("{jabatan_penuh}", buku.jabatan.nama)


def _kop(surat: Surat, blok: Blok) -> None:
    """The letterhead: the institution, the unit, its address; a line below."""
    rows = (("instansi", "besar", 14, 19), ("unit_kerja", "tebal", 12, 17), ("kop_alamat", "tengah", 9, 14))
    for nama, bit, size, points in rows:
        last = ("alas",) if nama == "kop_alamat" else ("tebal",)
        surat.kertas.sel(NO, AKHIR, shown(nama), bit, "tengah", *last, font_size=size, shrink=True)
        surat.kertas.maju(points)
    surat.kertas.maju(SELA)


def _judul(surat: Surat, blok: Blok) -> None:
    bits = ("tengah", "tebal") if not blok.label else ("tengah",)
    surat.kalimat(NO, AKHIR, surat.teks(blok), *bits)


def _kepala(surat: Surat, blok: Blok) -> None:
    """'Nomor : ...' at the left; the place and date at the right where the block has a date."""
    kertas = surat.kertas
    kertas.sel(NO, LABEL, blok.label, "puncak")
    kertas.sel(TITIK_DUA, TITIK_DUA, ":", "puncak")
    if blok.tanggal:
        kertas.sel(AYAT, TITIK_ORANG, kalimat(surat.teks(blok)), "puncak", shrink=True)
        kertas.sel(NILAI, TERBILANG, f'=IF({blok.nilai[0]}="","{TITIK}",{blok.nilai[0]})&","', "kanan", "puncak")
        date = f'=IF({blok.tanggal}="","{TITIK}",{blok.tanggal})'
        kertas.sel(TANGGAL_DI, AKHIR, date, "kiri", "puncak", num_format=TANGGAL)
        kertas.maju()
    else:
        surat.kalimat(AYAT, AKHIR, surat.teks(blok))


def _paragraf(surat: Surat, blok: Blok) -> None:
    surat.kalimat(NO, AKHIR, surat.teks(blok))


def _butir(surat: Surat, blok: Blok) -> None:
    """'Menimbang : a. bahwa ...'; without a number the words begin at its column; without a label further in."""
    kertas = surat.kertas
    if blok.label:
        kertas.sel(NO, LABEL, blok.label, "puncak")
        kertas.sel(TITIK_DUA, TITIK_DUA, ":", "puncak")
    if blok.nomor:
        kertas.sel(AYAT, AYAT, blok.nomor, "puncak")
    surat.kalimat(ORANG if blok.nomor else AYAT, AKHIR, surat.teks(blok))


def _orang(surat: Surat, blok: Blok) -> None:
    names = tuple(surat.nama(nama) for nama in blok.nilai)
    surat.kertas.orang(AYAT, blok.label, names, blok.pemisah, blok.tanggal, blok.awalan)


def _angka(surat: Surat, blok: Blok) -> None:
    """A credit as a number, and in words."""
    kertas, name = surat.kertas, surat.nama(blok.nilai[0])
    kertas.sel(AYAT, ORANG, blok.label, "puncak")
    kertas.sel(TITIK_ORANG, TITIK_ORANG, ":", "tengah", "puncak")
    kertas.sel(NILAI, NILAI, shown(name), "kiri", "puncak", "tebal", num_format=AK)
    words = f'=IF({name}="","({TITIK})","("&TERBILANG(ROUND({name},9))&")")'
    kertas.sel(TERBILANG, AKHIR, words, "puncak", text_wrap=True)
    kertas.maju(2 * BARIS)


def _tanda(surat: Surat, blok: Blok) -> None:
    surat.kertas.maju(SELA)
    surat.kertas.tanda(blok.tanda, _KIRI, _KANAN)


def _sela(surat: Surat, blok: Blok) -> None:
    surat.kertas.maju(SELA)


def _usul(surat: Surat, blok: Blok) -> None:
    """The list attached: this officer in its first row, others to be typed below. `teks`: the headings."""
    kertas = surat.kertas
    for (first, last), words in zip(_USUL, blok.teks.split("|"), strict=True):
        kertas.sel(first, last, words, "kepala", font_size=8)
    kertas.maju(28)
    whole = (
        '=IF(nama="","",nama&", NIP "&IF(ISTEXT(nip),nip,"")&", "&nama_pangkat&", "&golongan&", "'
        '&nama_jabatan&" "&jenjang)'
    )
    credits = [f'=IF(ROUND({nama},9)=0,"",{nama})' for nama in ("dupak_baru_semua", "dupak_jumlah_semua")]
    first_row: tuple[Sel, ...] = (1, whole, shown("masa_dari"), shown("masa_sampai"), *credits)
    for number in range(1, _BARIS_USUL + 1):
        values: tuple[Sel, ...] = first_row if number == 1 else (number, *[""] * 5)
        for (first, last), value, form in zip(_USUL, values, _BENTUK_USUL, strict=True):
            bits = () if number == 1 or not first else ("isian",)
            kertas.sel(first, last, value, "kotak", "bungkus", *bits, font_size=9, num_format=form)
        kertas.maju(40 if number == 1 else 20)


_JENIS: dict[str, Callable[[Surat, Blok], None]] = {
    "kop": _kop,
    "judul": _judul,
    "kepala": _kepala,
    "paragraf": _paragraf,
    "butir": _butir,
    "orang": _orang,
    "angka": _angka,
    "usul": _usul,
    "tanda": _tanda,
    "sela": _sela,
}
