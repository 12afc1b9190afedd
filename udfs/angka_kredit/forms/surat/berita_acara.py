"""The sheet Berita Acara: the claim before and after the assessment, and the Tim Penilai that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from ...regulations.schema import Jabatan, Jenjang
from ...regulations.tabel import SusunanTim
from ...regulations.umum import pangkat
from ...rules.tim_penilai import UNSUR
from ..book import Buku, cell
from ..style import AK, Sel, put
from . import muat
from .blok import AKHIR, LABEL, NILAI, NO, ORANG, TANGGAL_DI, TERBILANG, TITIK_ORANG, Surat
from .kertas import BARIS, SELA

_TABEL = ((NO, NO), (LABEL, ORANG), (TITIK_ORANG, NILAI), (TERBILANG, TERBILANG), (TANGGAL_DI, AKHIR))
_KETENTUAN = ((NO, NILAI), (TERBILANG, TANGGAL_DI), (AKHIR, AKHIR))
_SIZE = 9
_KELOMPOK = ("I", "II")  # UNSUR UTAMA, UNSUR PENUNJANG
_SUSUNAN = AKHIR + 2  # beside the page: kedudukan, unsur, golongan as PERIKSA_TIM_PENILAI takes them


@dataclass(frozen=True)
class LembarBerita:
    SKELETON: str = "berita_acara"
    NAMA: str = "Berita Acara"

    def untuk(self, jabatan: Jabatan, jenjang: Jenjang) -> bool:
        return jabatan.metode == "butir_kegiatan" and jabatan.punya(SusunanTim)

    def write(self, buku: Buku, sheet: Worksheet) -> None:
        buku.page(sheet)
        _Berita(Surat(buku, sheet)).tulis()


class _Berita:
    def __init__(self, surat: Surat) -> None:
        self._surat, self._kertas, self._buku = surat, surat.kertas, surat.buku
        self._data = muat.berita()

    def tulis(self) -> None:
        kertas = self._kertas
        for blok in self._data.blok:
            self._surat.tulis(blok)
        self._nilai()
        kertas.maju(SELA)
        for blok in self._data.penutup:
            self._surat.tulis(blok)
        kertas.maju(SELA)
        self._tim()
        kertas.selesai()
        kertas.maju(SELA)
        self._ketentuan()
        self._daftar()

    def _kepala(self, spans: tuple[tuple[int, int], ...], words: tuple[str, ...], points: float) -> None:
        for span, word in zip(spans, words, strict=True):
            self._kertas.sel(*span, word, "kepala", font_size=8)
        self._kertas.maju(points)

    def _nilai(self) -> None:
        """Totals before and after: the officer's claim, the Tim Penilai, what was added or left out."""
        kertas = self._kertas
        self._kepala(_TABEL, self._data.kata.nilai, 36)
        for nomor, words, names in self._baris_nilai():
            bold = ("tebal", "abu") if nomor in ("", *_KELOMPOK) else ()
            number = "" if nomor.endswith(".") else nomor
            kertas.sel(NO, NO, number, "kotak", "tengah", *bold, font_size=_SIZE)
            label = f"{nomor} {words}" if nomor.endswith(".") else words
            kertas.sel(LABEL, ORANG, label, "kotak", "bungkus", *bold, font_size=_SIZE)
            for span, owner in ((_TABEL[2], "dupak"), (_TABEL[3], "tim")):
                total = ",".join(f"{owner}_jumlah_{name}" for name in names)
                kertas.sel(*span, f"=SUM({total})" if names else "", "kotak", "ak", *bold, font_size=_SIZE)
            before, after = cell(kertas.row, TITIK_ORANG), cell(kertas.row, TERBILANG)
            change = f"=ROUND({after}-{before},9)" if names else ""
            kertas.sel(*_TABEL[4], change, "kotak", "ak", *bold, font_size=_SIZE, num_format=AK)
            kertas.maju(kertas.tinggi(LABEL, ORANG, label, _SIZE) + 2)

    def _baris_nilai(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Number, words, DUPAK names of every row as the PAK numbers them; a heading has no names."""
        kata, rows = muat.pak().kata, muat.baris(self._buku)
        titles = ((kata.utama, kata.jumlah_utama, "utama"), (kata.penunjang, kata.jumlah_penunjang, "penunjang"))
        for nomor, (title, total, name) in zip(_KELOMPOK, titles, strict=True):
            yield nomor, title, ()
            for each in rows:
                if (each.bagian == "penunjang") == (name == "penunjang"):
                    yield each.nomor, each.teks, each.jumlah
            yield "", total, (name,)
        yield "", kata.jumlah_semua, ("semua",)

    def _tim(self) -> None:
        """The team signs; beside the page its composition stands as the rule reads it."""
        kertas, first = self._kertas, self._kertas.row + 1
        self._kepala(_TABEL, self._data.kata.tim, 28)
        for number, each in enumerate(self._data.anggota, 1):
            key, row = each.kunci, kertas.row
            name = f'=IF({key}_nama="","",{key}_nama&IF(ISTEXT({key}_nip)," / "&{key}_nip,""))'
            both = f'=IF({key}_nama="","",{key}_unsur&IF({key}_golongan="","",", "&{key}_golongan))'
            values: tuple[Sel, ...] = (number, name, each.peran, both, "")
            for span, value in zip(_TABEL, values, strict=True):
                bits = ("tengah",) if span[0] == NO else ("bungkus",)
                kertas.sel(*span, value, "kotak", *bits, font_size=8)
            parts = (f'=IF({key}_nama="","","{each.peran}")', _isi(key, "unsur"), _isi(key, "golongan"))
            for offset, value in enumerate(parts):
                put(kertas.sheet, row, _SUSUNAN + offset, _SUSUNAN + offset, value, self._buku.gaya("samar"))
            kertas.maju(30)
        last = first + len(self._data.anggota) - 1
        self._buku.name_range("tim_penilai_susunan", kertas.sheet, first, _SUSUNAN, last, _SUSUNAN + 2)

    def _ketentuan(self) -> None:
        """Below the page: the verdict, then requirement by requirement."""
        kertas, kata = self._kertas, self._data.kata
        rules = self._buku.jabatan.baris(SusunanTim)
        nobody = ",".join(f'{each.kunci}_nama=""' for each in self._data.anggota)
        kosong = f"AND({nobody})"
        call = "PERIKSA_TIM_PENILAI(tim_penilai_susunan,jabatan,golongan)"
        kertas.sel(NO, AKHIR, f"{kata.judul_ketentuan} (tidak dicetak)", "tebal", font_size=_SIZE)
        kertas.maju()
        self._kepala(_KETENTUAN, kata.ketentuan, 15)
        for number in range(2, len(rules) + 2):
            for column, span in enumerate(_KETENTUAN, 1):
                formula = f'=IF({kosong},"",INDEX({call},{number},{column}))'
                kertas.sel(*span, formula, "kotak", "bungkus", font_size=_SIZE)
            kertas.maju(BARIS)
        kertas.bantu("tim_penilai_putusan", kata.jumlah_tim, f'=IF({kosong},"",INDEX({call},1,1))')
        kertas.merah('=AND(tim_penilai_putusan<>"",tim_penilai_putusan<>"SESUAI")')

    def _daftar(self) -> None:
        """The lists behind the inputs of the team, beside the page."""
        sheet, column = self._kertas.sheet, _SUSUNAN + 4
        lists = {"daftar_unsur_tim": UNSUR, "daftar_golongan_tim": tuple(each.kode for each in pangkat().values())}
        for offset, (name, words) in enumerate(lists.items()):
            for row, word in enumerate(words):
                put(sheet, row, column + offset, column + offset, word, self._buku.gaya("samar"))
            self._buku.name(name, sheet, 0, column + offset, len(words) - 1)


def _isi(kunci: str, part: str) -> str:
    return f'=IF({kunci}_nama="","",IF({kunci}_{part}="","",{kunci}_{part}))'
