"""AK_ALIH_KATEGORI(diklat; tugas; profesi; jabatan)"""

from __future__ import annotations

from decimal import Decimal

from ..positions import find_jabatan
from ..regulations.tabel import AlihKategori
from ..rules.alih_kategori import ak_alih_kategori
from ..rules.hasil import Hasil
from . import convert
from .argumen import JABATAN
from .registry import KATALOG, Argumen, Fungsi


def hitung(diklat: Decimal, tugas: Decimal, profesi: Decimal, jabatan: str) -> Hasil:
    return ak_alih_kategori(find_jabatan(jabatan), diklat, tugas, profesi)


KATALOG.add(
    Fungsi(
        nama="AK_ALIH_KATEGORI",
        ringkas="Angka kredit yang dibawa dari kategori keterampilan ke keahlian, di luar angka kredit ijazah.",
        argumen=(
            Argumen("diklat", convert.jumlah_ak, "Angka kredit pendidikan dan pelatihan"),
            Argumen("tugas", convert.jumlah_ak, "Angka kredit tugas pokok"),
            Argumen("profesi", convert.jumlah_ak, "Angka kredit pengembangan profesi"),
            JABATAN,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran V.4",
        contoh='=AK_ALIH_KATEGORI(4;19;1;"pmb")',
        hitung=hitung,
        aturan=(AlihKategori,),
    )
)
