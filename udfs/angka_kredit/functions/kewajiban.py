"""AK_TAHUN_KEDUA(golongan; jabatan) and AK_TAHUNAN_MINIMAL(golongan; jabatan)"""

from __future__ import annotations

from ..positions import find_golongan, find_jabatan
from ..regulations.tabel import Skala, Tahunan, TahunKedua
from ..rules.hasil import Hasil
from ..rules.kewajiban import ak_tahun_kedua, ak_tahunan_minimal
from .argumen import GOLONGAN, JABATAN
from .registry import KATALOG, Fungsi


def hitung_kedua(golongan: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return ak_tahun_kedua(found, find_golongan(found.id, golongan))


def hitung_tahunan(golongan: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return ak_tahunan_minimal(found, find_golongan(found.id, golongan))


KATALOG.add(
    Fungsi(
        nama="AK_TAHUN_KEDUA",
        ringkas="Angka kredit paling sedikit pada tahun kedua, bila syarat kenaikan sudah tercapai pada tahun pertama.",
        argumen=(GOLONGAN, JABATAN),
        rujukan="PermenPANRB 41/2012 Pasal 14 ayat (2) (nomor disimpulkan)",
        contoh='=AK_TAHUN_KEDUA("III/c";"assessor")',
        hitung=hitung_kedua,
        aturan=(TahunKedua, Skala),
    )
)
KATALOG.add(
    Fungsi(
        nama="AK_TAHUNAN_MINIMAL",
        ringkas="Angka kredit paling sedikit yang wajib dikumpulkan setiap tahun.",
        argumen=(GOLONGAN, JABATAN),
        rujukan="PermenPANRB 41/2012 Pasal 15",
        contoh='=AK_TAHUNAN_MINIMAL("IV/e";"assessor")',
        hitung=hitung_tahunan,
        aturan=(Tahunan,),
    )
)
