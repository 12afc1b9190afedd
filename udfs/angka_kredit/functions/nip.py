"""PERIKSA_NIP(nip; [lahir]; [kelamin]), LAHIR_NIP(nip), TMT_NIP(nip) and KELAMIN_NIP(nip)"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ..errors import unknown
from ..rules.hasil import Hasil
from ..rules.nip import KELAMIN, kelamin_nip, lahir_nip, periksa_nip, tmt_nip
from ..words import fold
from . import convert
from .argumen import LAHIR
from .registry import KATALOG, Argumen, Fungsi

_LAKI_LAKI, _PEREMPUAN = KELAMIN.values()
_SPELLINGS = {
    **dict.fromkeys(("1", "l", "lk", "laki laki", "laki", "pria"), _LAKI_LAKI),
    **dict.fromkeys(("2", "p", "pr", "perempuan", "wanita"), _PEREMPUAN),
}


def hitung(nip: str | Decimal, lahir: date | None, kelamin: str | None) -> Hasil:
    return periksa_nip(nip, lahir, None if kelamin is None else _kelamin(kelamin))


def _kelamin(text: str) -> str:
    found = _SPELLINGS.get(fold(text))
    if found is None:
        raise unknown("Jenis kelamin", text, (*KELAMIN.values(), "L", "P"), "susunan NIP")
    return found


_NIP = Argumen("nip", convert.nomor, "NIP 18 angka sebagai teks, boleh dengan spasi")
_SUMBER = "Perka BKN 22/2007 (susunan NIP 18 angka)"

KATALOG.add(
    Fungsi(
        nama="PERIKSA_NIP",
        ringkas="SESUAI, atau PERIKSA dengan yang ditemukan dalam sebuah NIP di baris-baris berikutnya.",
        argumen=(
            _NIP,
            replace(LAHIR, wajib=False),
            Argumen("kelamin", convert.pilihan, "Jenis kelamin: L atau P, laki-laki atau perempuan", wajib=False),
        ),
        rujukan=_SUMBER,
        contoh='=PERIKSA_NIP("19900101 201503 2 000";DATE(1990;1;1);"P")',
        hitung=hitung,
    )
)
for _nama, _ringkas, _hitung in (
    ("LAHIR_NIP", "Tanggal lahir dalam sebuah NIP (beri sel format tanggal).", lahir_nip),
    ("TMT_NIP", "Bulan pengangkatan pertama dalam sebuah NIP, sebagai tanggal 1 (beri sel format tanggal).", tmt_nip),
    ("KELAMIN_NIP", "Jenis kelamin dalam sebuah NIP: Laki-laki atau Perempuan.", kelamin_nip),
):
    KATALOG.add(
        Fungsi(
            nama=_nama,
            ringkas=_ringkas,
            argumen=(_NIP,),
            rujukan=_SUMBER,
            contoh=f'={_nama}("19900101 201503 2 000")',
            hitung=_hitung,
        )
    )
