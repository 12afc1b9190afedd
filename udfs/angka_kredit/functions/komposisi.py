"""AK_UTAMA_MINIMAL(golongan; ijazah; jabatan) and AK_PENUNJANG_MAKSIMAL(golongan; ijazah; jabatan)"""

from __future__ import annotations

from ..positions import find_golongan, find_jabatan
from ..regulations.tabel import Komposisi, Skala
from ..regulations.umum import find_ijazah
from ..rules.hasil import Hasil
from ..rules.komposisi import ak_penunjang_maksimal, ak_utama_minimal
from .argumen import GOLONGAN, IJAZAH, JABATAN
from .registry import KATALOG, Fungsi

_PASAL = "PermenPANRB 41/2012 Pasal 12 ayat (2) (nomor disimpulkan); tabelnya, Lampiran II-IV, tidak ada"


def hitung_utama(golongan: str, ijazah: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return ak_utama_minimal(found, find_golongan(found.id, golongan), find_ijazah(ijazah))


def hitung_penunjang(golongan: str, ijazah: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return ak_penunjang_maksimal(found, find_golongan(found.id, golongan), find_ijazah(ijazah))


KATALOG.add(
    Fungsi(
        nama="AK_UTAMA_MINIMAL",
        ringkas="Angka kredit paling rendah dari unsur utama di luar ijazah, untuk sebuah golongan ruang.",
        argumen=(GOLONGAN, IJAZAH, JABATAN),
        rujukan=_PASAL,
        contoh='=AK_UTAMA_MINIMAL("III/c";"S1";"assessor")',
        hitung=hitung_utama,
        aturan=(Komposisi, Skala),
    )
)
KATALOG.add(
    Fungsi(
        nama="AK_PENUNJANG_MAKSIMAL",
        ringkas="Angka kredit paling tinggi dari unsur penunjang yang dihitung untuk sebuah golongan ruang.",
        argumen=(GOLONGAN, IJAZAH, JABATAN),
        rujukan=_PASAL,
        contoh='=AK_PENUNJANG_MAKSIMAL("III/c";"S1";"assessor")',
        hitung=hitung_penunjang,
        aturan=(Komposisi, Skala),
    )
)
