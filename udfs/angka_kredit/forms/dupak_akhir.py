"""Sections III-VI of the DUPAK: lampiran pendukung, catatan, and the signatures."""

from __future__ import annotations

from .book import Buku
from .grid import AKHIR, HURUF, KATA, LAMA, MUAT_LEBAR, NO, TEKS, Kertas, joined, section
from .schema import Bagian, Tanda
from .style import TANGGAL, lines, put

_LEFT, _RIGHT = (HURUF, KATA), (LAMA, AKHIR)  # columns of a signature
_DOTS = "." * 32
_HEIGHTS = (20, TEKS, 30, TEKS, TEKS + 3)  # place and date, jabatan, room to sign, nama, NIP


def write(buku: Buku, kertas: Kertas, row: int) -> int:
    kertas.start(row)  # they stay together
    for bagian in buku.dupak.bagian:
        row = section(buku, kertas, row, bagian.nomor, bagian.judul)
        row = _items(buku, kertas, row, bagian)
        row = _signatures(buku, kertas, row, bagian)
    return row


def _items(buku: Buku, kertas: Kertas, row: int, bagian: Bagian) -> int:
    """Numbered lines: what the regulation wants attached, then empty ones to fill in."""
    texts = [each.teks for each in buku.own.lampiran] if bagian.memuat_lampiran else []
    for number, text in enumerate([*texts, *[""] * bagian.baris_kosong], 1):
        bits = ["bungkus"] if text else ["bungkus", "isian", "titik"]
        put(kertas.sheet, row, NO, NO, f"{number}.", buku.gaya("tepi_kiri", "tengah"))
        put(kertas.sheet, row, HURUF, AKHIR, text, buku.gaya(*bits, "tepi_kanan"))
        kertas.height(row, TEKS * lines(text, MUAT_LEBAR) + 1)
        row += 1
    return row


def _signatures(buku: Buku, kertas: Kertas, row: int, bagian: Bagian) -> int:
    """One signature stands at the right; two stand side by side."""
    places = (_RIGHT,) if len(bagian.tanda) == 1 else (_LEFT, _RIGHT)
    for offset, points in enumerate(_HEIGHTS):
        last = offset == len(_HEIGHTS) - 1
        put(kertas.sheet, row + offset, NO, NO, "", buku.gaya("tepi_kiri", *(["alas"] if last else [])))
        if not last:
            put(kertas.sheet, row + offset, AKHIR, AKHIR, "", buku.gaya("tepi_kanan"))
        else:
            for column in range(HURUF, AKHIR + 1):
                put(kertas.sheet, row + offset, column, column, "", buku.gaya("alas", *_edge(column)))
        kertas.height(row + offset, points)
    for tanda, place in zip(bagian.tanda, places, strict=True):
        _signature(buku, kertas, row, tanda, place)
    return row + len(_HEIGHTS)


def _signature(buku: Buku, kertas: Kertas, row: int, tanda: Tanda, place: tuple[int, int]) -> None:
    first, last = place
    edge, low = _edge(last), "dasar_bawah"

    def centred(offset: int, value: str, *bits: str) -> None:
        put(kertas.sheet, row + offset, first, last, value, buku.gaya("tengah", *bits, *edge, shrink=True))

    if tanda.bertanggal:
        middle = (first + last) // 2
        put(kertas.sheet, row, first, middle, f'=IF(tempat="","{_DOTS}",tempat)&","', buku.gaya("kanan", low))
        date_format = buku.gaya("kiri", low, *edge, num_format=TANGGAL)
        put(kertas.sheet, row, middle + 1, last, f'=IF(tanggal="","{_DOTS}",tanggal)', date_format)
    else:
        centred(0, f"{_DOTS}, {_DOTS}", low)
    centred(1, tanda.teks or joined(tanda.jabatan, " "))
    centred(2, "")
    centred(3, f'=IF({tanda.nama}="","({_DOTS})",{tanda.nama})', "tebal")
    centred(4, f'="NIP. "&IF(ISTEXT({tanda.nip}),{tanda.nip},"")', "alas")


def _edge(column: int) -> tuple[str, ...]:
    return ("tepi_kanan",) if column == AKHIR else ()
