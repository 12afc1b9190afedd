"""AK_PROFESI_MINIMAL(golongan_tujuan; jabatan)"""

from __future__ import annotations

from ..positions import find_golongan, find_jabatan
from ..regulations.tabel import ProfesiMinimal
from ..rules.hasil import Hasil
from ..rules.profesi_minimal import ak_profesi_minimal
from .argumen import GOLONGAN_TUJUAN, JABATAN
from .registry import KATALOG, Fungsi


def hitung(golongan_tujuan: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return ak_profesi_minimal(found, find_golongan(found.id, golongan_tujuan))


KATALOG.add(
    Fungsi(
        nama="AK_PROFESI_MINIMAL",
        ringkas="Angka kredit paling sedikit dari pengembangan profesi untuk naik ke sebuah golongan ruang.",
        argumen=(GOLONGAN_TUJUAN, JABATAN),
        rujukan="PermenPANRB 41/2012 Pasal 13 (nomor disimpulkan)",
        contoh='=AK_PROFESI_MINIMAL("III/d";"assessor")',
        hitung=hitung,
        aturan=(ProfesiMinimal,),
    )
)
