"""AK_NILAI_KINERJA(nilai; ak_minimal)"""

from __future__ import annotations

from ..rules.nilai_kinerja import ak_nilai_kinerja
from . import convert
from .registry import KATALOG, Argumen, Fungsi

KATALOG.add(
    Fungsi(
        nama="AK_NILAI_KINERJA",
        ringkas="Angka kredit setahun dari nilai kinerja dalam keluarga aturan 2016; bersandar pada satu sumber.",
        argumen=(
            Argumen("nilai", convert.angka_bukan_nol, "Nilai kinerja (prestasi kerja) setahun, misalnya 85"),
            Argumen("ak_minimal", convert.angka_bukan_nol, "Angka kredit minimal setahun menurut peraturannya"),
        ),
        rujukan="Jabatan serumpun Perka BKN 20/2016 (satu sumber)",
        contoh="=AK_NILAI_KINERJA(85;12,5)",
        hitung=ak_nilai_kinerja,
    )
)
