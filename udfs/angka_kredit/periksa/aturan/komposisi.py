"""80/20: the total suffices for the rise, but too little of it is unsur utama other than formal education."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...errors import CellError, Refused
from ...regulations.tabel import Komposisi
from ...regulations.umum import find_ijazah
from ...rules.hasil import Hasil
from ...rules.komposisi import ak_penunjang_maksimal, ak_utama_minimal
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import JUMLAH, SEKOLAH, UTAMA, Isi
from ..temuan import Temuan
from . import bersama
from .bersama import ak, desimal


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    bersama.jabatan(fakta).aturan(Komposisi)  # a text without the rule says so first
    rise = bersama.naik(fakta)
    if rise is None:
        return
    total, school = (fakta.jumlah.get((JUMLAH, each), Isi()) for each in (UTAMA, SEKOLAH))
    if total.angka is None or school.angka is None:
        raise Refused("jumlah unsur utama dan pendidikan sekolah tidak terbaca, sehingga 80/20 tidak diperiksa")
    try:
        diploma = find_ijazah(fakta["ijazah"].teks)
    except CellError:
        raise Refused("ijazah yang diperhitungkan tidak terbaca, sehingga 80/20 tidak diperiksa") from None
    have, least = total.angka - school.angka, ak_utama_minimal(rise.jabatan, rise.tujuan, diploma)
    if have < desimal(least):
        most = desimal(ak_penunjang_maksimal(rise.jabatan, rise.tujuan, diploma))
        yield _kurang(rise, total, have, least, most, fakta["ijazah"].ragu)


def _kurang(rise: bersama.Naik, total: Isi, have: Decimal, least: Hasil, most: Decimal, ragu: str) -> Temuan:
    need = desimal(least)
    return bersama.temuan(
        "komposisi",
        total,
        f"JUMLAH {ak(rise.jumlah)} sudah mencapai {ak(rise.ambang.nilai)} untuk {rise.tujuan}, tetapi unsur utama "
        f"di luar pendidikan sekolah baru {ak(have)}, paling sedikit {ak(need)} ({least.uraian})",
        f"Tambah unsur utama {ak(need - have)} sebelum mengusulkan kenaikan ke {rise.tujuan}; penunjang di atas "
        f"{ak(most)} tidak menambah.",
        *least.dasar,
        ragu=ragu,
    )
