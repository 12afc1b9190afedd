"""The block of butir of another jenjang: its title, where the wrong word is struck out, and its total carried up."""

from __future__ import annotations

from .book import Buku, cell
from .grid import AKHIR, ANGKA, BARIS, BARU, HURUF, JUMLAH, KATA, LAMA, NO, SUB, TEKS, TIM_LAMA, Kertas
from .style import put

_ATAS, _BAWAH = "blok_atas", "blok_bawah"  # names of the counts of each kind


class Blok:
    """Writes what the block has beside its lines. The block holds one kind alone: the other word is struck out."""

    def __init__(self, buku: Buku, kertas: Kertas) -> None:
        self._buku, self._kertas, self._sheet, self._gaya = buku, kertas, kertas.sheet, buku.gaya

    def title(self, row: int) -> int:
        blok = self._buku.dupak.blok
        bar = {"bg_color": "#EEF0F3", "bold": True, "top": 1, "bottom": 1}
        put(self._sheet, row, NO, NO, "", self._gaya(left=1, right=1, **bar))
        put(self._sheet, row, HURUF, KATA, blok.judul, self._gaya("kanan", **bar))
        put(self._sheet, row, LAMA, LAMA, blok.atas, self._gaya("kanan", **bar))
        put(self._sheet, row, BARU, BARU, "/", self._gaya("tengah", **bar))
        put(self._sheet, row, JUMLAH, JUMLAH, blok.bawah, self._gaya("kiri", **bar))
        put(self._sheet, row, TIM_LAMA, AKHIR, "*)", self._gaya("kiri", right=1, **bar))
        self._gaya.coret(self._sheet, row, LAMA, LAMA, f"AND({_ATAS}=0,{_BAWAH}>0)")
        self._gaya.coret(self._sheet, row, JUMLAH, JUMLAH, f"AND({_ATAS}>0,{_BAWAH}=0)")
        for column, word in ((SUB[LAMA], "atas"), (SUB[BARU], "bawah")):
            count = f'=COUNTIF(kegiatan_arah,"{word}")'
            put(self._sheet, row, column, column, count, self._gaya("samar", "kecil", num_format="0"))
            self._buku.name(f"blok_{word}", self._sheet, row, column)
        self._kertas.height(row, 16)
        return row + 1

    def words(self, text: str) -> str:
        """Formula: the text with the word that applies, or with both while that is not known."""
        blok = self._buku.dupak.blok
        both = f"{blok.atas}/{blok.bawah} *)"
        only = f'IF({_BAWAH}=0,"{text} {blok.atas}",IF({_ATAS}=0,"{text} {blok.bawah}","{text} {both}"))'
        return f'=IF(AND({_ATAS}=0,{_BAWAH}=0),"{text} {both}",{only})'

    def carry(self, row: int, source: int) -> None:
        """The block's total, carried once into unsur utama."""
        blok = self._buku.dupak.blok
        put(self._sheet, row, NO, NO, str(self._buku.susunan.nomor_blok), self._gaya("baris", "tebal", "tengah"))
        words = f"{blok.pindahan} ({blok.keterangan_pindahan})"
        put(self._sheet, row, HURUF, KATA, words, self._gaya("baris", "tebal", "bungkus"))
        for column in ANGKA:
            put(self._sheet, row, column, column, f"={cell(source, column)}", self._gaya("baris", "ak"))
        self._kertas.height(row, BARIS)

    def note(self, row: int) -> int:
        blok = self._buku.dupak.blok
        note = f"{blok.coret} {blok.catatan.format(nomor=self._buku.susunan.nomor_blok)}"
        put(self._sheet, row, NO, AKHIR, note, self._gaya("kecil", "miring"))
        self._kertas.height(row, TEKS)
        return row + 1
