"""PERIKSA_DUPAK(jabatan; jenjang; golongan; ijazah; sekolah; utama; profesi; penunjang)"""

from __future__ import annotations

from decimal import Decimal

from ..positions import find_golongan, find_jabatan, find_jenjang
from ..regulations.tabel import Komposisi, ProfesiMinimal, Skala
from ..regulations.umum import find_ijazah
from ..rules.hasil import Hasil
from ..rules.periksa_dupak import Jumlah, periksa_dupak
from . import convert
from .argumen import GOLONGAN, IJAZAH, JABATAN, JENJANG
from .registry import KATALOG, Argumen, Fungsi


def hitung(
    jabatan: str,
    jenjang: str,
    golongan: str,
    ijazah: str,
    sekolah: Decimal,
    utama: Decimal,
    profesi: Decimal,
    penunjang: Decimal,
) -> Hasil:
    found = find_jabatan(jabatan)
    held = find_jenjang(found.id, jenjang)
    sums = Jumlah(sekolah, utama, profesi, penunjang)
    return periksa_dupak(found, held, find_golongan(found.id, golongan), find_ijazah(ijazah), sums)


KATALOG.add(
    Fungsi(
        nama="PERIKSA_DUPAK",
        ringkas="SESUAI, atau PERIKSA dengan yang ditemukan pada jumlah-jumlah sebuah DUPAK di baris-baris berikutnya.",
        argumen=(
            JABATAN,
            JENJANG,
            GOLONGAN,
            IJAZAH,
            Argumen("sekolah", convert.jumlah_ak, "JUMLAH pendidikan sekolah pada DUPAK"),
            Argumen("utama", convert.jumlah_ak, "JUMLAH UNSUR UTAMA, termasuk pendidikan dan pengembangan profesi"),
            Argumen("profesi", convert.jumlah_ak, "JUMLAH pengembangan profesi"),
            Argumen("penunjang", convert.jumlah_ak, "JUMLAH UNSUR PENUNJANG"),
        ),
        rujukan="PermenPANRB 41/2012 Pasal 12 ayat (2) dan 13 (nomor disimpulkan); skala umum beberapa peraturan",
        contoh='=PERIKSA_DUPAK("assessor";"Ahli Muda";"III/c";"S1";100;290;4;10)',
        hitung=hitung,
        aturan=(Skala, Komposisi, ProfesiMinimal),
    )
)
