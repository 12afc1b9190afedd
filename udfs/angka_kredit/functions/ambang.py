"""AK_KUMULATIF(golongan; jabatan) and JENJANG_DARI_AK(ak; jabatan; [kategori])"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ..positions import find_golongan, find_jabatan, find_kategori
from ..regulations.schema import Jabatan, Nilai
from ..regulations.tabel import PenetapanJenjang, Skala, Tangga
from ..rules.ambang import JenjangTercapai, ak_kumulatif, jenjang_dari_ak
from ..words import indonesian
from . import convert
from .kata import sumber
from .registry import KATALOG, Argumen, Fungsi


class _Ambang(NamedTuple):
    jabatan: Jabatan
    golongan: str
    ambang: Nilai

    @property
    def nilai(self) -> Decimal:
        return self.ambang.nilai


class _Jenjang(NamedTuple):
    jabatan: Jabatan
    ak: Decimal
    tercapai: JenjangTercapai

    @property
    def nilai(self) -> str:
        return self.tercapai.jenjang.nama


def hitung_ambang(golongan: str, jabatan: str) -> _Ambang:
    found = find_jabatan(jabatan)
    kode = find_golongan(found.id, golongan)
    return _Ambang(found, kode, ak_kumulatif(found, kode))


def jelaskan_ambang(hasil: _Ambang) -> list[str]:
    return [
        f"AK_KUMULATIF = {indonesian(hasil.nilai)}: angka kredit kumulatif paling rendah untuk {hasil.golongan}.",
        *sumber(hasil.ambang),
    ]


def hitung_jenjang(ak: Decimal, jabatan: str, kategori: str | None) -> _Jenjang:
    found = find_jabatan(jabatan)
    return _Jenjang(found, ak, jenjang_dari_ak(found, find_kategori(found.id, kategori), ak))


def jelaskan_jenjang(hasil: _Jenjang) -> list[str]:
    tercapai = hasil.tercapai
    return [
        f"JENJANG_DARI_AK = {tercapai.jenjang.nama}: {indonesian(hasil.ak)} mencapai ambang {tercapai.golongan}, "
        f"yaitu {indonesian(tercapai.ambang.nilai)}. Jenjang ini boleh berbeda dari pangkat yang dimiliki "
        f"({tercapai.aturan.rujukan}).",
        *sumber(tercapai.ambang),
        f"Golongan {tercapai.golongan} milik {tercapai.jenjang.nama}: {tercapai.jenjang.golongan[0].rujukan}.",
    ]


_JABATAN = Argumen("jabatan", convert.teks, "Nama atau singkatan jabatan, misalnya pmb atau assessor")

KATALOG.add(
    Fungsi(
        nama="AK_KUMULATIF",
        ringkas="Angka kredit kumulatif paling rendah untuk sebuah golongan ruang.",
        argumen=(
            Argumen("golongan", convert.teks, "Golongan ruang atau pangkat, misalnya III/c atau Penata"),
            _JABATAN,
        ),
        rujukan="Skala umum beberapa peraturan; PermenPANRB 41/2012 Pasal 12 (nomor disimpulkan), tabelnya tidak ada",
        contoh='=AK_KUMULATIF("III/c";"pmb")',
        hitung=hitung_ambang,
        jelaskan=jelaskan_ambang,
        aturan=(Skala,),
    )
)
KATALOG.add(
    Fungsi(
        nama="JENJANG_DARI_AK",
        ringkas="Jenjang tertinggi yang ambang angka kreditnya tercapai.",
        argumen=(
            Argumen("ak", convert.jumlah_ak, "Jumlah angka kredit yang ditetapkan"),
            _JABATAN,
            Argumen(
                "kategori",
                convert.teks,
                "keterampilan atau keahlian; boleh kosong bila jabatan hanya punya satu",
                wajib=False,
            ),
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran II.B.4-5; "
        "PermenPANRB 41/2012 Pasal 6 ayat (4)-(6) (nomor disimpulkan)",
        contoh='=JENJANG_DARI_AK(375;"pmb";"keahlian")',
        hitung=hitung_jenjang,
        jelaskan=jelaskan_jenjang,
        aturan=(
            PenetapanJenjang,
            Skala,
            Tangga,
        ),
    )
)
