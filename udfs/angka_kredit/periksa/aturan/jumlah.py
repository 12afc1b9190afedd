"""JUMLAH = LAMA + BARU, row by row and in every sum."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import BARU, JUMLAH, LAMA, BarisKredit, Fakta, Isi
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
    fakta = isian.fakta(bahan)
    for each in fakta.baris:
        for pihak in _PIHAK:
            yield from _baris(each, pihak)
    yield from _total(fakta)


def _baris(baris: BarisKredit, pihak: str) -> Iterator[Temuan]:
    cells = [baris.nilai.get((kolom, pihak)) for kolom in (LAMA, BARU, JUMLAH)]
    lama, baru, jumlah = cells
    if lama is None or baru is None or jumlah is None or not (lama.ada or baru.ada):
        return
    yield from _beda(lama, baru, jumlah, f"baris '{baris.uraian[:60]}'" if baris.uraian else "baris jumlah")


def _total(fakta: Fakta) -> Iterator[Temuan]:
    """The sums that our own form names; of another form they are rows like the others."""
    if fakta.milik_kita:
        for name in dict.fromkeys(name for _, name in fakta.jumlah):
            lama, baru, jumlah = (fakta.jumlah.get((kolom, name), Isi()) for kolom in (LAMA, BARU, JUMLAH))
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
        f"{what}: JUMLAH {ak(total)}, padahal LAMA {ak(parts[0])} + BARU {ak(parts[1])} = {ak(parts[0] + parts[1])}",
        "Betulkan JUMLAH, atau kembalikan rumusnya (LAMA + BARU).",
    )
