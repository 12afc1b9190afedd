"""AK_KUMULATIF(golongan; jabatan) and JENJANG_DARI_AK(ak; jabatan; [kategori])"""

from __future__ import annotations

from decimal import Decimal

from ..positions import find_golongan, find_jabatan, find_kategori
from ..regulations.tabel import PenetapanJenjang, Skala, Tangga
from ..rules.ambang import ak_kumulatif, jenjang_dari_ak
from ..rules.hasil import Hasil
from ..words import indonesian
from . import convert
from .argumen import GOLONGAN, JABATAN, KATEGORI
from .registry import KATALOG, Argumen, Fungsi


def hitung_ambang(golongan: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    kode = find_golongan(found.id, golongan)
    ambang = ak_kumulatif(found, kode)
    words = f"angka kredit kumulatif paling rendah untuk {kode}"
    return Hasil(ambang.nilai, words, (ambang, found.aturan(Skala)))


def hitung_jenjang(ak: Decimal, jabatan: str, kategori: str | None) -> Hasil:
    found = find_jabatan(jabatan)
    tercapai = jenjang_dari_ak(found, find_kategori(found.id, kategori), ak)
    words = (
        f"{indonesian(ak)} mencapai ambang {tercapai.golongan}, yaitu {indonesian(tercapai.ambang.nilai)}. "
        "Jenjang ini boleh berbeda dari pangkat yang dimiliki"
    )
    own = tercapai.jenjang.golongan[0]
    return Hasil(tercapai.jenjang.nama, words, (tercapai.aturan, tercapai.ambang, found.aturan(Skala), own))


KATALOG.add(
    Fungsi(
        nama="AK_KUMULATIF",
        ringkas="Angka kredit kumulatif paling rendah untuk sebuah golongan ruang.",
        argumen=(
            GOLONGAN,
            JABATAN,
        ),
        rujukan="Skala umum beberapa peraturan; PermenPANRB 41/2012 Pasal 12 (nomor disimpulkan), tabelnya tidak ada",
        contoh='=AK_KUMULATIF("III/c";"pmb")',
        hitung=hitung_ambang,
        aturan=(Skala,),
    )
)
KATALOG.add(
    Fungsi(
        nama="JENJANG_DARI_AK",
        ringkas="Jenjang tertinggi yang ambang angka kreditnya tercapai.",
        argumen=(
            Argumen("ak", convert.jumlah_ak, "Jumlah angka kredit yang ditetapkan"),
            JABATAN,
            KATEGORI,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran II.B.4-5; "
        "PermenPANRB 41/2012 Pasal 6 ayat (4)-(6) (nomor disimpulkan)",
        contoh='=JENJANG_DARI_AK(375;"pmb";"keahlian")',
        hitung=hitung_jenjang,
        aturan=(
            PenetapanJenjang,
            Skala,
            Tangga,
        ),
    )
)
