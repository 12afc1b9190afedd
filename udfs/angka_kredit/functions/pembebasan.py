"""TANGGAL_BEBAS_SEMENTARA(tmt; golongan; jabatan) and TANGGAL_BERHENTI(bebas_sementara; jabatan)"""

from __future__ import annotations

from datetime import date

from ..positions import find_golongan, find_jabatan
from ..regulations.tabel import BebasSementara, Pemberhentian
from ..rules.hasil import Hasil
from ..rules.pembebasan import tanggal_bebas_sementara, tanggal_berhenti
from . import convert
from .argumen import GOLONGAN, JABATAN
from .registry import KATALOG, Argumen, Fungsi


def hitung_bebas(tmt: date, golongan: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return tanggal_bebas_sementara(found, find_golongan(found.id, golongan), tmt)


def hitung_berhenti(bebas_sementara: date, jabatan: str) -> Hasil:
    return tanggal_berhenti(find_jabatan(jabatan), bebas_sementara)


KATALOG.add(
    Fungsi(
        nama="TANGGAL_BEBAS_SEMENTARA",
        ringkas="Tanggal pembebasan sementara bila angka kreditnya tidak tercapai (beri sel format tanggal).",
        argumen=(
            Argumen("tmt", convert.tanggal, "Terhitung mulai tanggal jabatan/pangkat terakhir"),
            GOLONGAN,
            JABATAN,
        ),
        rujukan="PermenPANRB 41/2012 Pasal 33 ayat (1)-(2)",
        contoh='=TANGGAL_BEBAS_SEMENTARA(DATE(2013;4;1);"III/c";"assessor")',
        hitung=hitung_bebas,
        aturan=(BebasSementara,),
    )
)
KATALOG.add(
    Fungsi(
        nama="TANGGAL_BERHENTI",
        ringkas="Tanggal pemberhentian bila sesudah pembebasan sementara angka kreditnya tetap tidak tercapai "
        "(beri sel format tanggal).",
        argumen=(
            Argumen("bebas_sementara", convert.tanggal, "Tanggal dibebaskan sementara"),
            JABATAN,
        ),
        rujukan="PermenPANRB 41/2012 Pasal 35 huruf a-b",
        contoh='=TANGGAL_BERHENTI(DATE(2018;4;1);"assessor")',
        hitung=hitung_berhenti,
        aturan=(Pemberhentian,),
    )
)
