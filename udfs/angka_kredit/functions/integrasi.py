"""AK_DASAR(golongan), AK_AMBANG_JENJANG(golongan) and AK_INTEGRASI(ak; golongan)"""

from __future__ import annotations

from decimal import Decimal

from ..regulations.umum import find_pangkat
from ..rules import integrasi as rules
from ..rules.hasil import Hasil
from . import convert
from .argumen import GOLONGAN
from .registry import KATALOG, Argumen, Fungsi

_SUMBER = "Peraturan BKN 3/2023"


def hitung_dasar(golongan: str) -> Hasil:
    return rules.ak_dasar(find_pangkat(golongan).kode)


def hitung_ambang(golongan: str) -> Hasil:
    return rules.ak_ambang_jenjang(find_pangkat(golongan).kode)


def hitung_integrasi(ak: Decimal, golongan: str) -> Hasil:
    return rules.ak_integrasi(ak, find_pangkat(golongan).kode)


KATALOG.add(
    Fungsi(
        nama="AK_DASAR",
        ringkas="AK dasar sebuah golongan ruang dalam jenjang keahliannya, sejak 2023.",
        argumen=(GOLONGAN,),
        rujukan=_SUMBER,
        contoh='=AK_DASAR("III/b")',
        hitung=hitung_dasar,
    )
)
KATALOG.add(
    Fungsi(
        nama="AK_AMBANG_JENJANG",
        ringkas="Angka kredit dalam jenjang keahlian yang diminta untuk naik dari sebuah golongan ruang, sejak 2023.",
        argumen=(GOLONGAN,),
        rujukan=_SUMBER,
        contoh='=AK_AMBANG_JENJANG("III/a")',
        hitung=hitung_ambang,
    )
)
KATALOG.add(
    Fungsi(
        nama="AK_INTEGRASI",
        ringkas="Angka kredit integrasi: angka kredit konvensional dikurangi nilai dasar golongan ruangnya.",
        argumen=(Argumen("ak", convert.jumlah_ak, "Jumlah angka kredit konvensional (kumulatif)"), GOLONGAN),
        rujukan=_SUMBER,
        contoh='=AK_INTEGRASI(180;"III/b")',
        hitung=hitung_integrasi,
    )
)
