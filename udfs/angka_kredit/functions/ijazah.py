"""AK_PENDIDIKAN(ijazah)"""

from __future__ import annotations

from ..regulations.umum import find_ijazah
from ..rules.hasil import Hasil
from ..rules.ijazah import ak_pendidikan
from .argumen import IJAZAH
from .registry import KATALOG, Fungsi


def hitung(ijazah: str) -> Hasil:
    return ak_pendidikan(find_ijazah(ijazah))


KATALOG.add(
    Fungsi(
        nama="AK_PENDIDIKAN",
        ringkas="Angka kredit sebuah ijazah pendidikan sekolah.",
        argumen=(IJAZAH,),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran II.B.4-5 (contoh); "
        "PermenPANRB 9/2014, PER/3/M.PAN/3/2009 dan PermenPANRB 03/2010 Lampiran I",
        contoh='=AK_PENDIDIKAN("S1")',
        hitung=hitung,
    )
)
