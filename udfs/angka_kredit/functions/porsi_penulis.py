"""PORSI_PENULIS(jumlah; urutan; jabatan)"""

from __future__ import annotations

from decimal import Decimal

from ..positions import find_jabatan
from ..regulations.tabel import BatasPenulis, PorsiPenulis
from ..rules.hasil import Hasil
from ..rules.porsi_penulis import porsi_penulis
from ..words import indonesian
from . import convert
from .argumen import JABATAN
from .registry import KATALOG, Argumen, Fungsi


def hitung(jumlah: Decimal, urutan: Decimal, jabatan: str) -> Hasil:
    porsi = porsi_penulis(find_jabatan(jabatan), jumlah, urutan)
    return Hasil(porsi.nilai, f"penulis ke-{indonesian(urutan)} dari {indonesian(jumlah)}", (porsi,))


KATALOG.add(
    Fungsi(
        nama="PORSI_PENULIS",
        ringkas="Bagian angka kredit seorang penulis dari karya tulis ilmiah yang dibuat bersama.",
        argumen=(
            Argumen("jumlah", convert.angka_bukan_nol, "Jumlah semua penulis"),
            Argumen("urutan", convert.angka_bukan_nol, "1 untuk penulis utama, 2 dan seterusnya untuk pembantu"),
            JABATAN,
        ),
        rujukan="PermenPANRB 41/2012 Pasal 16 (nomor disimpulkan)",
        contoh='=PORSI_PENULIS(2;1;"assessor")',
        hitung=hitung,
        aturan=(
            PorsiPenulis,
            BatasPenulis,
        ),
    )
)
