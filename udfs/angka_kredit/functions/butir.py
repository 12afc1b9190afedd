"""AK_SATUAN(butir; jabatan), URAIAN_BUTIR(butir; jabatan) and JENJANG_BUTIR(butir; jabatan)"""

from __future__ import annotations

from ..positions import find_jabatan
from ..rules.butir import ak_satuan, jenjang_butir, uraian_butir
from ..rules.hasil import Hasil
from . import convert
from .argumen import JABATAN
from .registry import KATALOG, Argumen, Fungsi

_BUTIR = Argumen("butir", convert.teks, "Kode butir kegiatan, misalnya MUDA-14", penanda_baris=True)
_SOURCE = (
    "Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran III.2; PermenPANRB 41/2012 Pasal 8 (nomor disimpulkan); "
    "Perka BKN 20/2016 Lampiran III; atau Lampiran yang diimpor"
)


def hitung_ak(butir: str, jabatan: str) -> Hasil:
    return ak_satuan(find_jabatan(jabatan), butir)


def hitung_uraian(butir: str, jabatan: str) -> Hasil:
    return uraian_butir(find_jabatan(jabatan), butir)


def hitung_jenjang(butir: str, jabatan: str) -> Hasil:
    return jenjang_butir(find_jabatan(jabatan), butir)


KATALOG.add(
    Fungsi(
        nama="AK_SATUAN",
        ringkas="Angka kredit satu satuan sebuah butir kegiatan.",
        argumen=(_BUTIR, JABATAN),
        rujukan=_SOURCE,
        contoh='=AK_SATUAN("MADYA-III.2.a";"pmb")',
        hitung=hitung_ak,
    )
)
KATALOG.add(
    Fungsi(
        nama="URAIAN_BUTIR",
        ringkas="Uraian sebuah butir kegiatan.",
        argumen=(_BUTIR, JABATAN),
        rujukan=_SOURCE,
        contoh='=URAIAN_BUTIR("MUDA-14";"assessor")',
        hitung=hitung_uraian,
    )
)
KATALOG.add(
    Fungsi(
        nama="JENJANG_BUTIR",
        ringkas="Jenjang pemilik sebuah butir kegiatan, atau semua jenjang.",
        argumen=(_BUTIR, JABATAN),
        rujukan=_SOURCE,
        contoh='=JENJANG_BUTIR("MUDA-14";"assessor")',
        hitung=hitung_jenjang,
    )
)
