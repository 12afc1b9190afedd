"""JUMLAH = LAMA + BARU, row by row and in every sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import BARU, JUMLAH, LAMA, UTAMA, BarisKredit, Fakta, Isi
from ..temuan import Temuan
from . import bersama
from .bersama import ak

_PIHAK = ("pengusul", "tim", "")
_LAIN = {  # sums of our own form besides the pengusul's
    "jumlah menurut Tim Penilai": ("tim_lama_semua", "tim_baru_semua", "tim_jumlah_semua"),
    "jumlah PAK": ("pak_lama", "pak_baru", "pak_jumlah"),
}
_TERBACA = Decimal("0.001")  # typed sums are rounded: a smaller difference is none


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan, seorang=False)
    for pihak in _PIHAK:
        usual = sum(_berisi(each, pihak) for each in fakta.baris) * 2 > len(fakta.baris)
        for each in fakta.baris:
            yield from _baris(each, pihak, usual)
    yield from _total(fakta)


def _berisi(baris: BarisKredit, pihak: str) -> bool:
    return baris.nilai.get((JUMLAH, pihak), Isi()).ada


def _baris(baris: BarisKredit, pihak: str, lazim: bool) -> Iterator[Temuan]:
    """`lazim`: most rows of the form have a JUMLAH, so that one without it is not just left for later."""
    cells = [baris.nilai.get((kolom, pihak)) for kolom in (LAMA, BARU, JUMLAH)]
    lama, baru, jumlah = cells
    if lama is None or baru is None or jumlah is None or not (lama.ada or baru.ada):
        return
    what = f"baris '{baris.uraian[:60]}'" if baris.uraian else "baris jumlah"
    if lazim and not jumlah.ada:
        jumlah, what = replace(jumlah, nilai=0), f"{what} yang JUMLAH-nya kosong"
    yield from _beda(lama, baru, jumlah, what)


def _total(fakta: Fakta) -> Iterator[Temuan]:
    """The sums that our own form names; of another form they are rows like the others."""
    if fakta.milik_kita:
        for name in dict.fromkeys(name for _, name in fakta.jumlah):
            lama, baru, jumlah = (fakta.jumlah.get((kolom, name), Isi()) for kolom in (LAMA, BARU, JUMLAH))
            if name == UTAMA or jumlah.sel != fakta.jumlah.get((JUMLAH, UTAMA), Isi()).sel:  # a sum with its own cell
                yield from _beda(lama, baru, jumlah, f"jumlah {name.replace('_', ' ')}")
        for what, names in _LAIN.items():
            lama, baru, jumlah = (fakta[nama] for nama in names)
            yield from _beda(lama, baru, jumlah, what)


def _beda(lama: Isi, baru: Isi, jumlah: Isi, what: str) -> Iterator[Temuan]:
    parts = [Decimal(0) if not each.ada else each.angka for each in (lama, baru)]
    total = jumlah.angka
    if total is None or parts[0] is None or parts[1] is None or abs(parts[0] + parts[1] - total) < _TERBACA:
        return
    yield bersama.temuan(
        "jumlah_beda",
        jumlah,
        f"{what}: JUMLAH {ak(total)}, padahal LAMA {ak(parts[0])} ({lama.sel}) + BARU {ak(parts[1])} "
        f"({baru.sel}) = {ak(parts[0] + parts[1])}",
        "Betulkan JUMLAH, atau kembalikan rumusnya (LAMA + BARU).",
    )
