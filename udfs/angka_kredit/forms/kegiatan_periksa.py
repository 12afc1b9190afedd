"""The column PERIKSA of the sheet Kegiatan: the first thing wrong with the row, in words."""

from __future__ import annotations

from ..regulations.schema import Jabatan
from ..regulations.tabel import PorsiPenulis
from .kegiatan_rumus import PANJANG
from .rows import Susunan
from .rumus import pilih

BERES = "Beres"
_KOSONG = 'AND({kode}="",{ak_ketik}="",{sub_ketik}="",{uraian_ketik}="",{baris_ketik}="",{volume}="",{tanggal}="")'
_TANPA = 'AND({kode}="",{ak_ketik}="")'
_REASON = 'JELASKAN("ANGKA_KREDIT",{ak_satuan},{volume},jenjang,jabatan,{jenjang_butir},{porsi})'
_DATED = "AND(ISNUMBER({tanggal}),ISNUMBER(masa_dari),ISNUMBER(masa_sampai))"
_OUTSIDE = f"AND({_DATED},OR({{tanggal}}<masa_dari,{{tanggal}}>=SUM(masa_sampai,1)))"  # the last day counts whole


def periksa(jabatan: Jabatan, susunan: Susunan) -> dict[str, str]:
    """column -> formula, to be given a row by `kegiatan_rumus.pada`."""
    found = 'IF({salah_butir}<>"",{salah_butir},IF({salah_baris}<>"",{salah_baris},{salah_isian}))'
    return {
        "salah_butir": pilih([(_KOSONG, '""'), *_butir(jabatan), *_kredit(jabatan)]),
        "salah_baris": pilih([(_KOSONG, '""'), *_baris(susunan)]),
        "salah_isian": pilih(_ISIAN),
        "periksa": f'IF({_KOSONG},"",IF({found}="","{BERES}",{found}))',
    }


_ISIAN = [
    ('{salah_butir}<>""', '""'),
    ('AND({kode}="",{ak_ketik}="",OR({volume}<>"",{tanggal}<>""))', '"Isi kode butir, atau angka kredit satuannya"'),
    ('AND({kode}="",{ak_ketik}="")', '""'),  # no credit; the credit itself may be an error
    ('OR({volume}="",{volume}=0)', '"Isi volume"'),
    ('{tanggal}=""', '"Isi tanggal"'),
    ("NOT(ISNUMBER({tanggal}))", '"Tanggal bukan tanggal sungguhan; ketik ulang"'),
    (_OUTSIDE, '"Tanggal di luar masa penilaian"'),
    ('{bukti}=""', '"Isi bukti fisik"'),
    ('AND({jenjang_butir}<>jenjang,{penugasan}="")', '"Butir jenjang lain: isi nomor surat penugasan"'),
    ('AND({porsi}<>"",{surat}<>"R")', '"Porsi penulis hanya untuk karya tulis (pengembangan profesi)"'),
    ("{kembar}<>{no}", '"Sama dengan baris nomor "&{kembar}&": tanggal, kegiatan dan bukti fisiknya"'),
]


def _butir(jabatan: Jabatan) -> list[tuple[str, str]]:
    where = jabatan.regulasi.tidak_ada.get("ak_satuan", "Lampiran peraturan").removeprefix("ada dalam ").split(",")[0]
    absent = f'"Angka kredit butir ini belum ada: ketik pada lembar Lampiran (dari {where}), atau impor Lampirannya"'
    return [
        ('{dikenal}="tidak"', '"Kode tidak dikenal: pilih dari lembar Lampiran, atau tambahkan di sana"'),
        (
            'AND({kode}<>"",OR({ak_ketik}<>"",{jenjang_ketik}<>""))',
            '"Kode sudah menentukan angka kredit dan jenjang: kosongkan ketikannya"',
        ),
        ('AND({kode}<>"",OR({ak_satuan}="",{ak_satuan}=0))', absent),
        ('{jenjang_butir}="?"', '"Jenjang butir tidak dikenal: pilih dari daftar"'),
    ]


def _kredit(jabatan: Jabatan) -> list[tuple[str, str]]:
    silent = f'"{jabatan.regulasi.singkat} tidak mengatur porsi penulis: kosongkan porsi"'
    share = [] if jabatan.punya(PorsiPenulis) else [('AND({porsi}<>"",{porsi}<>1)', silent)]
    return [
        ("ISTEXT({volume})", '"Volume berupa teks: ketik ulang sebagai angka"'),
        ('AND({ak_satuan}<>"",ISTEXT({ak_satuan}))', '"Angka kredit satuan berupa teks: ketik ulang"'),
        *share,
        ("ISERROR({ak})", _REASON),
    ]


def _baris(susunan: Susunan) -> list[tuple[str, str]]:
    blok = susunan.blok.kode
    full = '"Baris kosong "&{letak}&" pada DUPAK habis: ketik pada kolom Baris DUPAK baris yang dipakai bersama"'
    return [
        ('{letak}=""', '"Pilih sub unsur"'),
        ("ISERROR(MATCH({letak},daftar_sub,0))", '"Sub unsur tidak dikenal: pilih dari daftar"'),
        (
            f'AND({{letak}}="{blok}",{{jenjang_butir}}=jenjang,OR({{kode}}<>"",{{ak_ketik}}<>""))',
            '"Baris butir jenjang lain: isi jenjang butirnya"',
        ),
        ('{baris}=""', full),
        ('{sub_baris}=""', '"Baris DUPAK tidak dikenal"'),
        (f'AND({{sub_baris}}="{blok}",{{letak}}<>"{blok}")', '"Baris ini untuk butir jenjang lain; ketik baris lain"'),
        (
            f'AND({{sub_baris}}<>"{blok}",{{letak}}="{blok}")',
            f'"Butir jenjang lain: kosongkan baris, atau ketik baris {blok}..."',
        ),
        ('AND({butir_baris}<>"-",{butir_baris}<>{kode})', '"Baris ini milik butir "&{butir_baris}'),
        ('{uraian}=""', '"Isi uraian kegiatan"'),
        (
            f'AND({{dikenal}}<>"ya",LEN({{uraian}})>{PANJANG})',
            '"Uraian terlalu panjang untuk dua baris DUPAK; ringkas"',
        ),
    ]
