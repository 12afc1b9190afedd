"""KAPAN_NAIK_PANGKAT and KAPAN_NAIK_JENJANG(ak; jenjang; golongan; tanggal; predikat; [golongan_masuk]),
KAPAN_NAIK_KONVENSIONAL(ak; golongan; jabatan; tanggal; ak_per_bulan)"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..positions import find_golongan, find_jabatan
from ..regulations.regime import Predikat
from ..regulations.schema import Jenjang
from ..regulations.tabel import Skala
from ..regulations.umum import find_pangkat
from ..rules import proyeksi as rules
from ..rules.hasil import Hasil
from . import convert
from .argumen import GOLONGAN, JABATAN
from .kinerja import GOLONGAN_MASUK, JENJANG, PREDIKAT, find_jenjang_kinerja, find_predikat
from .registry import KATALOG, Argumen, Fungsi

TANGGAL = Argumen("tanggal", convert.tanggal, "Tanggal sampai kapan angka kredit itu dihitung")


def hitung_pangkat(
    ak: Decimal, jenjang: str, golongan: str, tanggal: date, predikat: str, golongan_masuk: str | None
) -> Hasil:
    return rules.kapan_naik_pangkat(rules.Awal(ak, tanggal), *_kinerja(jenjang, golongan, predikat, golongan_masuk))


def hitung_jenjang(
    ak: Decimal, jenjang: str, golongan: str, tanggal: date, predikat: str, golongan_masuk: str | None
) -> Hasil:
    return rules.kapan_naik_jenjang(rules.Awal(ak, tanggal), *_kinerja(jenjang, golongan, predikat, golongan_masuk))


def hitung_konvensional(ak: Decimal, golongan: str, jabatan: str, tanggal: date, ak_per_bulan: Decimal) -> Hasil:
    found = find_jabatan(jabatan)
    kode = find_golongan(found.id, golongan)
    return rules.kapan_naik_konvensional(rules.Awal(ak, tanggal), kode, found, ak_per_bulan)


def _kinerja(
    jenjang: str, golongan: str, predikat: str, golongan_masuk: str | None
) -> tuple[Jenjang, str, Predikat, str | None]:
    entered = find_pangkat(golongan_masuk).kode if golongan_masuk else None
    return find_jenjang_kinerja(jenjang), find_pangkat(golongan).kode, find_predikat(predikat), entered


_KINERJA = (
    Argumen("ak", convert.jumlah_ak, "Angka kredit dalam jenjang pada tanggal itu, dengan AK dasar atau AK integrasi"),
    JENJANG,
    GOLONGAN,
    TANGGAL,
    PREDIKAT,
    GOLONGAN_MASUK,
)
_SUMBER = "Peraturan BKN 3/2023; Permen PUPR 4/2024 Pasal 46 (2)-(3), mengutip PermenPANRB 1/2023"

KATALOG.add(
    Fungsi(
        nama="KAPAN_NAIK_PANGKAT",
        ringkas="Periode pertama angka kredit cukup untuk pangkat berikutnya bila predikat tetap, lalu hitungannya.",
        argumen=_KINERJA,
        rujukan=_SUMBER,
        contoh='=KAPAN_NAIK_PANGKAT(20;"Ahli Pertama";"III/a";DATE(2024;1;1);"Baik")',
        hitung=hitung_pangkat,
    )
)
KATALOG.add(
    Fungsi(
        nama="KAPAN_NAIK_JENJANG",
        ringkas="Periode pertama angka kredit cukup untuk jenjang berikutnya bila predikat tetap, lalu hitungannya.",
        argumen=_KINERJA,
        rujukan=_SUMBER,
        contoh='=KAPAN_NAIK_JENJANG(20;"Ahli Pertama";"III/a";DATE(2024;1;1);"Baik")',
        hitung=hitung_jenjang,
    )
)
KATALOG.add(
    Fungsi(
        nama="KAPAN_NAIK_KONVENSIONAL",
        ringkas="Periode pertama angka kredit kumulatif konvensional cukup untuk pangkat berikutnya, lalu hitungannya.",
        argumen=(
            Argumen("ak", convert.jumlah_ak, "Jumlah angka kredit kumulatif pada tanggal itu"),
            GOLONGAN,
            JABATAN,
            TANGGAL,
            Argumen("ak_per_bulan", convert.angka_bukan_nol, "Angka kredit yang dianggap bertambah setiap bulan"),
        ),
        rujukan="Skala kumulatif jabatan: lihat AK_KUMULATIF; Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran VI.B.2",
        contoh='=KAPAN_NAIK_KONVENSIONAL(180;"III/b";"pmb";DATE(2018;1;1);2,5)',
        hitung=hitung_konvensional,
        aturan=(Skala,),
    )
)
