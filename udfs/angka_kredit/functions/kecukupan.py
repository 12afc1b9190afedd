"""KEKURANGAN_AK(ak; golongan_tujuan; jabatan) and KELEBIHAN_AK(ak; golongan_tujuan; jabatan)"""

from __future__ import annotations

from decimal import Decimal

from ..positions import find_golongan, find_jabatan
from ..regulations.tabel import Kelebihan, Skala
from ..rules.hasil import Hasil
from ..rules.kecukupan import kekurangan_ak, kelebihan_ak
from . import convert
from .argumen import GOLONGAN_TUJUAN, JABATAN
from .registry import KATALOG, Argumen, Fungsi

_AK = Argumen("ak", convert.jumlah_ak, "Jumlah angka kredit kumulatif yang dimiliki")


def hitung_kekurangan(ak: Decimal, golongan_tujuan: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return kekurangan_ak(found, ak, find_golongan(found.id, golongan_tujuan))


def hitung_kelebihan(ak: Decimal, golongan_tujuan: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return kelebihan_ak(found, ak, find_golongan(found.id, golongan_tujuan))


KATALOG.add(
    Fungsi(
        nama="KEKURANGAN_AK",
        ringkas="Angka kredit yang masih kurang untuk sebuah golongan ruang; 0 bila sudah tercapai.",
        argumen=(_AK, GOLONGAN_TUJUAN, JABATAN),
        rujukan="Skala umum beberapa peraturan; PermenPANRB 41/2012 Pasal 12 (nomor disimpulkan), tabelnya tidak ada",
        contoh='=KEKURANGAN_AK(180;"III/c";"assessor")',
        hitung=hitung_kekurangan,
        aturan=(Skala,),
    )
)
KATALOG.add(
    Fungsi(
        nama="KELEBIHAN_AK",
        ringkas="Angka kredit di atas yang ditentukan, yang diperhitungkan untuk kenaikan pangkat berikutnya.",
        argumen=(_AK, GOLONGAN_TUJUAN, JABATAN),
        rujukan="PermenPANRB 41/2012 Pasal 14 ayat (1) (nomor disimpulkan)",
        contoh='=KELEBIHAN_AK(210;"III/c";"assessor")',
        hitung=hitung_kelebihan,
        aturan=(Kelebihan, Skala),
    )
)
