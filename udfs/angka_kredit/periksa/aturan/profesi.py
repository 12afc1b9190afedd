"""Pengembangan profesi: the total suffices for the rise, but too little of it, LAMA counted too, is profesi."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import NotFound, Refused
from ...regulations.tabel import ProfesiMinimal
from ...rules.profesi_minimal import ak_profesi_minimal
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import JUMLAH, LAMA, PROFESI, Isi
from ..temuan import Temuan
from . import bersama
from .bersama import ak, desimal


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    bersama.jabatan(fakta).baris(ProfesiMinimal)  # a text without the rule says so first
    rise = bersama.naik(fakta)
    if rise is None:
        return
    try:
        least = ak_profesi_minimal(rise.jabatan, rise.tujuan)
    except NotFound:  # none is asked of this rise
        return
    total, before = (fakta.jumlah.get((each, PROFESI), Isi()) for each in (JUMLAH, LAMA))
    if total.angka is None:
        raise Refused("jumlah pengembangan profesi tidak terbaca, sehingga batas paling sedikitnya tidak diperiksa")
    need = desimal(least)
    if total.angka < need:
        kept = f", termasuk {ak(before.angka)} dari LAMA" if before.angka else ""
        yield bersama.temuan(
            "profesi_kurang",
            total,
            f"JUMLAH {ak(rise.jumlah)} sudah mencapai {ak(rise.ambang.nilai)} untuk {rise.tujuan}, tetapi pengembangan "
            f"profesi baru {ak(total.angka)}{kept}; paling sedikit {ak(need)}",
            f"Tambah {ak(need - total.angka)} dari pengembangan profesi sebelum mengusulkan kenaikan ke {rise.tujuan}.",
            *least.dasar,
        )
