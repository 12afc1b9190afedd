"""PEJABAT_PENETAP, PEJABAT_PENGUSUL and TIM_PENILAI(golongan; instansi; jabatan), TIM_PENGGANTI(tim; jabatan)"""

from __future__ import annotations

from ..positions import find_golongan, find_jabatan
from ..regulations.tabel import Instansi, Pejabat, TimPengganti
from ..rules.hasil import Hasil
from ..rules.pejabat import PENETAP, PENGUSUL, TIM, pejabat, tim_pengganti
from . import convert
from .argumen import GOLONGAN, JABATAN
from .registry import KATALOG, Argumen, Fungsi

INSTANSI = Argumen("instansi", convert.teks, "Jenis instansi, misalnya pusat, provinsi, atau kabupaten/kota")


def hitung_penetap(golongan: str, instansi: str, jabatan: str) -> Hasil:
    return _pejabat(PENETAP, golongan, instansi, jabatan)


def hitung_pengusul(golongan: str, instansi: str, jabatan: str) -> Hasil:
    return _pejabat(PENGUSUL, golongan, instansi, jabatan)


def hitung_tim(golongan: str, instansi: str, jabatan: str) -> Hasil:
    return _pejabat(TIM, golongan, instansi, jabatan)


def hitung_pengganti(tim: str, jabatan: str) -> Hasil:
    return tim_pengganti(find_jabatan(jabatan), tim)


def _pejabat(peran: str, golongan: str, instansi: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return pejabat(found, peran, find_golongan(found.id, golongan), instansi)


KATALOG.add(
    Fungsi(
        nama="PEJABAT_PENETAP",
        ringkas="Pejabat yang berwenang menetapkan angka kredit.",
        argumen=(GOLONGAN, INSTANSI, JABATAN),
        rujukan="PermenPANRB 41/2012 Pasal 18; Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran VII.B.1 dan VII.C",
        contoh='=PEJABAT_PENETAP("III/c";"provinsi";"assessor")',
        hitung=hitung_penetap,
        aturan=(Pejabat, Instansi),
        pokok=("penetap",),
    )
)
KATALOG.add(
    Fungsi(
        nama="PEJABAT_PENGUSUL",
        ringkas="Pejabat yang mengusulkan penetapan angka kredit.",
        argumen=(GOLONGAN, INSTANSI, JABATAN),
        rujukan="PermenPANRB 41/2012 Pasal 24",
        contoh='=PEJABAT_PENGUSUL("III/c";"provinsi";"assessor")',
        hitung=hitung_pengusul,
        aturan=(Pejabat, Instansi),
        pokok=("pengusul",),
    )
)
KATALOG.add(
    Fungsi(
        nama="TIM_PENILAI",
        ringkas="Tim penilai angka kredit, atau tim penilai kinerja bila itu yang disebut naskah.",
        argumen=(GOLONGAN, INSTANSI, JABATAN),
        rujukan="PermenPANRB 41/2012 Pasal 19; Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran VII.B.1 dan VII.C; "
        "Perka BKN 20/2016 Lampiran I.C.15",
        contoh='=TIM_PENILAI("IV/b";"pusat";"pmb")',
        hitung=hitung_tim,
        aturan=(Pejabat, Instansi),
        pokok=("tim",),
    )
)
KATALOG.add(
    Fungsi(
        nama="TIM_PENGGANTI",
        ringkas="Tim penilai yang dapat dimintai bila tim sendiri belum terbentuk, menurut urutan naskah.",
        argumen=(
            Argumen("tim", convert.teks, "Tim yang belum terbentuk, misalnya Tim Penilai Provinsi atau provinsi"),
            JABATAN,
        ),
        rujukan="PermenPANRB 41/2012 Pasal 21 ayat (1)-(3) (nomor disimpulkan)",
        contoh='=TIM_PENGGANTI("provinsi";"assessor")',
        hitung=hitung_pengganti,
        aturan=(TimPengganti,),
    )
)
