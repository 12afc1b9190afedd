"""AK_PENGANGKATAN(cara; pendidikan; tugas; profesi; penunjang; jabatan) and
AK_PENGANGKATAN_KEMBALI(ak_terakhir; tugas; profesi; sebab; jabatan)"""

from __future__ import annotations

from decimal import Decimal

from ..positions import find_jabatan
from ..regulations.tabel import PengangkatanKembali, UnsurPengangkatan
from ..rules.hasil import Hasil
from ..rules.pengangkatan import ak_pengangkatan, ak_pengangkatan_kembali
from . import convert
from .argumen import JABATAN
from .registry import KATALOG, Argumen, Fungsi


def hitung(cara: str, pendidikan: Decimal, tugas: Decimal, profesi: Decimal, penunjang: Decimal, jabatan: str) -> Hasil:
    ak = {"pendidikan": pendidikan, "tugas": tugas, "profesi": profesi, "penunjang": penunjang}
    return ak_pengangkatan(find_jabatan(jabatan), cara, ak)


def hitung_kembali(ak_terakhir: Decimal, tugas: Decimal, profesi: Decimal, sebab: str, jabatan: str) -> Hasil:
    tambahan = {"tugas": tugas, "profesi": profesi}
    return ak_pengangkatan_kembali(find_jabatan(jabatan), ak_terakhir, tambahan, sebab)


KATALOG.add(
    Fungsi(
        nama="AK_PENGANGKATAN",
        ringkas="Angka kredit yang dihitung pada pengangkatan ke dalam jabatan fungsional.",
        argumen=(
            Argumen("cara", convert.teks, "pertama, atau jabatan lain (perpindahan dari jabatan lain)"),
            Argumen("pendidikan", convert.jumlah_ak, "Angka kredit ijazah, diklat dan prajabatan"),
            Argumen("tugas", convert.jumlah_ak, "Angka kredit tugas pokok"),
            Argumen("profesi", convert.jumlah_ak, "Angka kredit pengembangan profesi"),
            Argumen("penunjang", convert.jumlah_ak, "Angka kredit penunjang"),
            JABATAN,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran II.B.4-5 dan IV.C.5-6; "
        "PermenPANRB 41/2012 Pasal 27 ayat (3) dan 28 ayat (3) (nomor disimpulkan)",
        contoh='=AK_PENGANGKATAN("jabatan lain";170;145;20;3;"pmb")',
        hitung=hitung,
        aturan=(UnsurPengangkatan,),
    )
)
KATALOG.add(
    Fungsi(
        nama="AK_PENGANGKATAN_KEMBALI",
        ringkas="Angka kredit pada pengangkatan kembali setelah pembebasan sementara.",
        argumen=(
            Argumen("ak_terakhir", convert.jumlah_ak, "Angka kredit terakhir yang dimiliki"),
            Argumen("tugas", convert.jumlah_ak, "Angka kredit tugas pokok selama pembebasan sementara"),
            Argumen("profesi", convert.jumlah_ak, "Angka kredit pengembangan profesi selama pembebasan sementara"),
            Argumen(
                "sebab",
                convert.teks,
                "Sebab pembebasan sementara: angka kredit, diberhentikan sementara, ditugaskan di luar, cuti, "
                "atau tugas belajar",
            ),
            JABATAN,
        ),
        rujukan="PermenPANRB 41/2012 Pasal 34 ayat (6)-(7) (nomor disimpulkan)",
        contoh='=AK_PENGANGKATAN_KEMBALI(180;15;2;"angka kredit";"assessor")',
        hitung=hitung_kembali,
        aturan=(PengangkatanKembali,),
    )
)
