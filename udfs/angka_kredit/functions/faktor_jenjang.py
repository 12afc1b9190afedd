"""FAKTOR_JENJANG(jenjang; jenjang_butir; jabatan)"""

from __future__ import annotations

from typing import NamedTuple

from ..positions import find_jabatan, find_jenjang
from ..regulations.schema import Jenjang
from ..regulations.tabel import BatasJenjang, ButirSemuaJenjang, FaktorJenjang
from ..rules.faktor_jenjang import faktor_jenjang, in_words
from ..rules.hasil import Bernilai
from ..words import indonesian
from . import convert
from .kata import sumber
from .registry import KATALOG, Argumen, Fungsi


class _Hasil(NamedTuple):
    jenjang: Jenjang
    jenjang_butir: Jenjang
    faktor: Bernilai

    @property
    def nilai(self) -> object:
        return self.faktor.nilai


def hitung(jenjang: str, jenjang_butir: str, jabatan: str) -> _Hasil:
    found = find_jabatan(jabatan)
    own, owner = find_jenjang(found.id, jenjang), find_jenjang(found.id, jenjang_butir)
    return _Hasil(own, owner, faktor_jenjang(found, own, owner))


def jelaskan(hasil: _Hasil) -> list[str]:
    return [
        f"FAKTOR_JENJANG = {indonesian(hasil.faktor.nilai)}: {in_words(hasil.jenjang, hasil.jenjang_butir)}.",
        *sumber(hasil.faktor),
    ]


KATALOG.add(
    Fungsi(
        nama="FAKTOR_JENJANG",
        ringkas="Bagian angka kredit butir yang diperoleh bila butirnya milik jenjang sendiri, di atas, atau di bawah.",
        argumen=(
            Argumen("jenjang", convert.teks, "Jenjang jabatan yang dipegang, misalnya Ahli Muda"),
            Argumen("jenjang_butir", convert.teks, "Jenjang pemilik butir kegiatan, misalnya Ahli Madya"),
            Argumen("jabatan", convert.teks, "Nama atau singkatan jabatan, misalnya pmb atau assessor"),
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran III; "
        "PermenPANRB 41/2012 Pasal 9 (nomor disimpulkan) dan 10",
        contoh='=FAKTOR_JENJANG("Muda";"Madya";"assessor")',
        hitung=hitung,
        jelaskan=jelaskan,
        aturan=(
            FaktorJenjang,
            BatasJenjang,
            ButirSemuaJenjang,
        ),
    )
)
