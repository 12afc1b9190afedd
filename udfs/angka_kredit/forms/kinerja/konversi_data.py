"""The summary of the workbook since 2023, on its sheet Data: what the jenjang asks, what is there, what is missing."""

from __future__ import annotations

from ..rumus import pilih
from . import proyeksi
from .lembar_data import TOTAL, Terhitung, kelebihan, nip, tujuan

_KUNCI = 'jenjang&" "&golongan'
_MASUK = 'jenjang&" "&golongan_masuk'


def ringkasan() -> list[Terhitung]:
    return [*_pangkat(), *_kunci(), *nip(), *_sesudah(), *_awal(), *_diminta(), *_naik()]


def _at(daftar: str) -> str:
    """Formula: this column of the row of the jenjang and golongan ruang held, '' where they do not belong together."""
    return f'IF(kunci_jabatan="","",INDEX({daftar},MATCH(kunci_jabatan,daftar_kunci,0)))'


def _pangkat() -> list[Terhitung]:
    rank = "INDEX(daftar_pangkat,MATCH(golongan,daftar_golongan,0))"
    ladder = "INDEX(daftar_kategori,MATCH(jenjang,daftar_jenjang,0))"
    return [
        Terhitung(
            "nama_pangkat",
            "Pangkat",
            f'IF(ISNUMBER(MATCH(golongan,daftar_golongan,0)),{rank},"")',
            "Terisi dari golongan ruang.",
        ),
        Terhitung(
            "kategori", "Kategori", f'IF(ISNUMBER(MATCH(jenjang,daftar_jenjang,0)),{ladder},"")', "Terisi dari jenjang."
        ),
    ]


def _kunci() -> list[Terhitung]:
    """Where the jenjang and golongan ruang held stand, and whether they may."""
    place = f"MATCH({_MASUK},daftar_kunci,0)"
    entered = f'IF(golongan_masuk="",1,IF(ISNUMBER({place}),INDEX(daftar_urut,{place}),0))'
    return [
        Terhitung(
            "kunci_jabatan",
            "Jenjang dan golongan ruang",
            f'IF(ISNUMBER(MATCH({_KUNCI},daftar_kunci,0)),{_KUNCI},"")',
            "Terisi bila golongan ruangnya milik jenjang itu.",
        ),
        Terhitung(
            "urut_golongan",
            "Urutan golongan dalam jenjang",
            _at("daftar_urut"),
            "1: golongan ruang terendah jenjang itu.",
        ),
        Terhitung("urut_masuk", "Urutan golongan saat masuk", entered, "Kosong berarti terendah."),
        Terhitung(
            "periksa_jabatan",
            "Periksa jenjang",
            _periksa(),
            "SESUAI bila jenjang, golongan ruang dan golongan saat masuk cocok.",
            "teks",
            "SESUAI",
        ),
    ]


def _periksa() -> str:
    """Formula: SESUAI, or the first thing wrong with the jenjang and golongan ruang."""
    checks = [
        ('OR(jenjang="",golongan="")', '""'),
        ('kunci_jabatan=""', '"Golongan ruang bukan milik jenjang itu"'),
    ]
    allowed = f'OR(golongan_masuk="",ISNUMBER(MATCH({_MASUK},daftar_masuk,0)))'
    above = 'IF(urut_masuk>urut_golongan,"Golongan saat masuk di atas golongan sekarang","SESUAI")'
    return pilih([*checks, (allowed, above)], '"Golongan ruang saat masuk tidak ada dalam sumber untuk jenjang itu"')


def _sesudah() -> list[Terhitung]:
    after = 'IF({0}="-","",{0})'
    return [
        Terhitung(
            "periksa_riwayat",
            "Periksa riwayat",
            'IF(COUNT(riwayat_tahun)=0,"",INDEX(RIWAYAT_AK(riwayat),1,1))',
            "PERIKSA: lihat kolom Periksa pada lembar Riwayat.",
            "teks",
            "SESUAI",
        ),
        Terhitung(
            "golongan_sesudah",
            "Golongan ruang berikut",
            after.format(_at("daftar_golongan_berikut")),
            "Sesudah golongan ruang sekarang.",
        ),
        Terhitung(
            "jenjang_sesudah",
            "Jenjang berikut",
            after.format(_at("daftar_jenjang_berikut")),
            "Sesudah jenjang sekarang.",
        ),
    ]


def _awal() -> list[Terhitung]:
    """What the jenjang began with, and what there is now."""
    none = "COUNT(riwayat_urut)=0"
    start = (
        f"IF({none},IF(ISNUMBER(MATCH(kunci_jabatan,daftar_dasar,0)),AK_DASAR(golongan),0),"
        "INDEX(riwayat_awal,MATCH(1,riwayat_urut,0)))"
    )
    asal = f'IF({none},"Baru",IF(INDEX(riwayat_pak,MATCH(1,riwayat_urut,0))="Lama","Lama","Baru"))'
    return [
        Terhitung(
            "ak_awal",
            "Angka kredit awal dalam jenjang",
            start,
            "AK dasar golongan ruang saat mulai di jenjang ini, atau LAMA baris pertama riwayat.",
            "ak",
        ),
        Terhitung(
            "awal_pak",
            "Angka kredit awal pada PAK",
            asal,
            "Lama atau Baru, menurut baris pertama jenjang ini pada Riwayat.",
        ),
        TOTAL,
    ]


def _diminta() -> list[Terhitung]:
    last = "urut_golongan=INDEX(daftar_banyak,MATCH(kunci_jabatan,daftar_kunci,0))"
    steps = "AK_KENAIKAN_PANGKAT(jenjang)*SUM(1,urut_golongan,-urut_masuk)"
    rank = f'IF(kategori="keahlian",AK_AMBANG_JENJANG(golongan),{steps})'
    sah = 'periksa_jabatan<>"SESUAI"'
    return [
        Terhitung(
            "ambang_pangkat",
            "Diminta untuk pangkat berikut",
            f'IF(OR({sah},golongan_sesudah=""),"",IF({last},ambang_jenjang,{rank}))',
            "Angka kredit dalam jenjang, Peraturan BKN 3/2023; golongan tertinggi: lewat kenaikan jenjang.",
            "ak",
        ),
        Terhitung(
            "ambang_jenjang",
            "Diminta untuk jenjang berikut",
            f'IF(OR({sah},jenjang_sesudah=""),"",AK_KENAIKAN_JENJANG(jenjang,golongan_masuk))',
            "Angka kredit dalam jenjang, Peraturan BKN 3/2023.",
            "ak",
        ),
        *kelebihan('IF(ambang_{0}="","",ROUND(SUM(ak_total,-ambang_{0}),9))'),
    ]


def _naik() -> list[Terhitung]:
    """What she rises to, and from when on."""
    after = 'INDEX(daftar_pangkat,MATCH(golongan_sesudah,daftar_golongan,0))&", golongan ruang "&golongan_sesudah'
    note = "Bila predikat proyeksi tetap: lihat lembar Proyeksi."
    return [
        *tujuan(
            f'IF(OR(golongan_sesudah="",ambang_pangkat=""),"",{after})',
            'IF(ambang_jenjang="","",IF(nama_jabatan="",jenjang_sesudah,nama_jabatan&" "&jenjang_sesudah))',
        ),
        Terhitung("kapan_pangkat", "Dapat naik pangkat mulai", proyeksi.kapan("pangkat", 8), note, "tanggal"),
        Terhitung("kapan_jenjang", "Dapat naik jenjang mulai", proyeksi.kapan("jenjang", 8), note, "tanggal"),
    ]
