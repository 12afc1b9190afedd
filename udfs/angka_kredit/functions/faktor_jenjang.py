"""FAKTOR_JENJANG(jenjang; jenjang_butir; jabatan)"""

from __future__ import annotations

from ..positions import find_jabatan, find_jenjang
from ..regulations.tabel import BatasJenjang, ButirSemuaJenjang, FaktorJenjang
from ..rules.faktor_jenjang import faktor_jenjang, in_words
from ..rules.hasil import Hasil
from . import convert
from .argumen import JABATAN, JENJANG
from .registry import KATALOG, Argumen, Fungsi


def hitung(jenjang: str, jenjang_butir: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    own, owner = find_jenjang(found.id, jenjang), find_jenjang(found.id, jenjang_butir)
    faktor = faktor_jenjang(found, own, owner)
    return Hasil(faktor.nilai, in_words(own, owner), (faktor,))


KATALOG.add(
    Fungsi(
        nama="FAKTOR_JENJANG",
        ringkas="Bagian angka kredit butir yang diperoleh bila butirnya milik jenjang sendiri, di atas, atau di bawah.",
        argumen=(
            JENJANG,
            Argumen("jenjang_butir", convert.teks, "Jenjang pemilik butir kegiatan, misalnya Ahli Madya"),
            JABATAN,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran III; "
        "PermenPANRB 41/2012 Pasal 9 (nomor disimpulkan) dan 10",
        contoh='=FAKTOR_JENJANG("Muda";"Madya";"assessor")',
        hitung=hitung,
        aturan=(
            FaktorJenjang,
            BatasJenjang,
            ButirSemuaJenjang,
        ),
    )
)
