"""PANGKAT(golongan), GOLONGAN_BERIKUT(golongan) and JENJANG_DARI_GOLONGAN(golongan; jabatan; [kategori])"""

from __future__ import annotations

from ..positions import find_golongan, find_jabatan, find_kategori
from ..regulations.tabel import Tangga
from ..regulations.umum import find_pangkat
from ..rules import pangkat as rules
from ..rules.hasil import Hasil
from .argumen import GOLONGAN, JABATAN, KATEGORI
from .registry import KATALOG, Fungsi

_PRINTED = (
    "Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran II.B; PermenPANRB 41/2012 Pasal 6 (nomor disimpulkan); "
    "Perka BKN 20/2016 Lampiran II.B"
)


def hitung_pangkat(golongan: str) -> Hasil:
    return rules.pangkat(find_pangkat(golongan))


def hitung_berikut(golongan: str) -> Hasil:
    return rules.golongan_berikut(find_pangkat(golongan))


def hitung_jenjang(golongan: str, jabatan: str, kategori: str | None) -> Hasil:
    found = find_jabatan(jabatan)
    ladder = find_kategori(found.id, kategori) if kategori else None
    return rules.jenjang_dari_golongan(found, find_golongan(found.id, golongan), ladder)


KATALOG.add(
    Fungsi(
        nama="PANGKAT",
        ringkas="Nama pangkat sebuah golongan ruang.",
        argumen=(GOLONGAN,),
        rujukan=_PRINTED,
        contoh='=PANGKAT("III/c")',
        hitung=hitung_pangkat,
    )
)
KATALOG.add(
    Fungsi(
        nama="GOLONGAN_BERIKUT",
        ringkas="Golongan ruang satu tingkat lebih tinggi.",
        argumen=(GOLONGAN,),
        rujukan=_PRINTED,
        contoh='=GOLONGAN_BERIKUT("III/c")',
        hitung=hitung_berikut,
    )
)
KATALOG.add(
    Fungsi(
        nama="JENJANG_DARI_GOLONGAN",
        ringkas="Jenjang jabatan sebuah golongan ruang menurut tabel jenjang; jenjang yang dipegang boleh berbeda.",
        argumen=(GOLONGAN, JABATAN, KATEGORI),
        rujukan=_PRINTED,
        contoh='=JENJANG_DARI_GOLONGAN("III/c";"pmb";"keahlian")',
        hitung=hitung_jenjang,
        aturan=(Tangga,),
    )
)
