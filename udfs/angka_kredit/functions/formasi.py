"""BATAS_FORMASI(instansi; jabatan)"""

from __future__ import annotations

from ..positions import find_jabatan
from ..regulations.tabel import Formasi
from ..rules.formasi import batas_formasi
from ..rules.hasil import Hasil
from .argumen import JABATAN
from .pejabat import INSTANSI
from .registry import KATALOG, Fungsi


def hitung(instansi: str, jabatan: str) -> Hasil:
    return batas_formasi(find_jabatan(jabatan), instansi)


KATALOG.add(
    Fungsi(
        nama="BATAS_FORMASI",
        ringkas="Formasi jabatan paling banyak, di lingkungan jenis instansi yang disebut naskah.",
        argumen=(INSTANSI, JABATAN),
        rujukan="PermenPANRB 41/2012 Pasal 32 ayat (2) (nomor disimpulkan)",
        contoh='=BATAS_FORMASI("provinsi";"assessor")',
        hitung=hitung,
        aturan=(Formasi,),
    )
)
