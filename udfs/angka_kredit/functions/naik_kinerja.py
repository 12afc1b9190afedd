"""AK_KENAIKAN_PANGKAT(jenjang), AK_KENAIKAN_JENJANG(jenjang; [golongan_masuk]) and AK_PENDIDIKAN_TAMBAHAN(jenjang)"""

from __future__ import annotations

from ..regulations.umum import find_pangkat
from ..rules import naik_kinerja as rules
from ..rules.hasil import Hasil
from .kinerja import GOLONGAN_MASUK, JENJANG, find_jenjang_kinerja
from .registry import KATALOG, Fungsi

_SUMBER = "Peraturan BKN 3/2023"


def hitung_pangkat(jenjang: str) -> Hasil:
    return rules.ak_kenaikan_pangkat(find_jenjang_kinerja(jenjang))


def hitung_jenjang(jenjang: str, golongan_masuk: str | None) -> Hasil:
    entered = find_pangkat(golongan_masuk).kode if golongan_masuk else None
    return rules.ak_kenaikan_jenjang(find_jenjang_kinerja(jenjang), entered)


def hitung_pendidikan(jenjang: str) -> Hasil:
    return rules.ak_pendidikan_tambahan(find_jenjang_kinerja(jenjang))


KATALOG.add(
    Fungsi(
        nama="AK_KENAIKAN_PANGKAT",
        ringkas="Angka kredit satu kenaikan pangkat dalam sebuah jenjang, sejak 2023.",
        argumen=(JENJANG,),
        rujukan=_SUMBER,
        contoh='=AK_KENAIKAN_PANGKAT("Ahli Muda")',
        hitung=hitung_pangkat,
    )
)
KATALOG.add(
    Fungsi(
        nama="AK_KENAIKAN_JENJANG",
        ringkas="Angka kredit dalam sebuah jenjang untuk naik ke jenjang berikutnya, sejak 2023.",
        argumen=(JENJANG, GOLONGAN_MASUK),
        rujukan=_SUMBER,
        contoh='=AK_KENAIKAN_JENJANG("Terampil";"II/c")',
        hitung=hitung_jenjang,
    )
)
KATALOG.add(
    Fungsi(
        nama="AK_PENDIDIKAN_TAMBAHAN",
        ringkas="Tambahan angka kredit, satu kali, untuk ijazah yang lebih tinggi: 25% satu kenaikan pangkat.",
        argumen=(JENJANG,),
        rujukan=_SUMBER,
        contoh='=AK_PENDIDIKAN_TAMBAHAN("Ahli Muda")',
        hitung=hitung_pendidikan,
    )
)
