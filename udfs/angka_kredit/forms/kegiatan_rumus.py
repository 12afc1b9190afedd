"""The formulas of one row of the sheet Kegiatan: what its kode brings, its credit, and the line of the DUPAK.

Every name in braces is a column of the row ({kode} is C7); `teratas` its cell in the first row, kept fixed."""

from __future__ import annotations

from ..regulations.schema import Jabatan
from ..regulations.tabel import PorsiPenulis
from .kegiatan_kolom import FIRST, HURUF
from .rows import Susunan

PANJANG = 120  # characters of uraian that fit on a line of the DUPAK, and that tell two lines apart
_BUKTI = 100  # characters of bukti fisik that tell two activities apart; MATCH takes 255 in all
_BUTIR = 'AND({kode}="",{ak_ketik}="")'  # no credit is asked for
_GANDA = {  # what is entered twice
    "ganda": f'IF({_BUTIR},"",ROUNDDOWN(SUM({{tanggal}}),0)&"|"&{{kunci}}&"|"&LEFT({{bukti_teks}},{_BUKTI}))',
    "bukti_teks": 'IF(ISTEXT({bukti}),{bukti},"")',
    "kembar": 'IF({ganda}="","",MATCH({ganda},kegiatan_ganda,0))',
}
_ISI = 'AND({kode}="",{ak_ketik}="",{sub_ketik}="",{baris_ketik}="",{uraian_ketik}="")'


def _dari(kolom: str) -> str:
    """The kode's words in a column of Lampiran; empty text where there are none."""
    found = f"INDEX(lampiran_{kolom},MATCH({{kode}},lampiran_kode,0))"
    return f'IF(ISTEXT({found}),{found},"")'


def _sejak(kolom: str) -> str:
    """The column from its first row to this one."""
    return f"{HURUF[kolom]}${FIRST + 1}:{{{kolom}}}"


def rumus(jabatan: Jabatan, susunan: Susunan) -> dict[str, str]:
    """column -> formula, to be given a row by `pada`."""
    blok = f'"{susunan.blok.kode}"'
    return _butir() | _kredit(jabatan) | _letak(blok) | _baris() | _lembar_lain(blok) | _GANDA


def _butir() -> dict[str, str]:
    """What the kode brings, or who has none types."""
    raw = f'IF({{dikenal}}="ya",{_dari("jenjang")},IF({{kode}}="",{{jenjang_ketik}},""))'
    found = 'IFERROR(INDEX(lampiran_kode,MATCH({kode},lampiran_kode,0)),"")'
    credit_of = "INDEX(lampiran_ak,MATCH({kode},lampiran_kode,0))"
    return {
        "dikenal": f'IF({{kode}}="","",IF(AND(ISTEXT({{kode}}),{found}={{kode}}),"ya","tidak"))',
        "uraian": f'IF(ISTEXT({{uraian_ketik}}),{{uraian_ketik}},IF({{dikenal}}="ya",{_dari("uraian")},""))',
        "satuan": f'IF({{satuan_ketik}}<>"",{{satuan_ketik}},IF({{dikenal}}="ya",{_dari("satuan")},""))',
        "ak_satuan": f'IF({{dikenal}}="ya",IF({credit_of}="","",{credit_of}),'
        'IF(OR({kode}<>"",{ak_ketik}=""),"",{ak_ketik}))',
        "jenjang_butir": f'IF({_ISI},"",IF({raw}="",jenjang,IF(ISNUMBER(MATCH({raw},daftar_jenjang,0)),{raw},"?")))',
    }


def _kredit(jabatan: Jabatan) -> dict[str, str]:
    wrong = 'OR({ak_satuan}="",ISTEXT({ak_satuan}),{ak_satuan}=0,{jenjang_butir}="?")'
    if not jabatan.punya(PorsiPenulis):  # the function would answer #N/A, as for data that are absent
        wrong = 'OR({ak_satuan}="",ISTEXT({ak_satuan}),{ak_satuan}=0,{jenjang_butir}="?",AND({porsi}<>"",{porsi}<>1))'
    credit = "ANGKA_KREDIT({ak_satuan},{volume},jenjang,jabatan,{jenjang_butir},{porsi})"
    return {
        "faktor": f'IF(OR({_BUTIR},{{jenjang_butir}}="?"),"",FAKTOR_JENJANG(jenjang,{{jenjang_butir}},jabatan))',
        "ak": f'IF({_BUTIR},"",IF({wrong},#VALUE!,{credit}))',
        "galat": 'IF(ISERROR({ak}),{baris},"")',
    }


def _letak(blok: str) -> dict[str, str]:
    """Which sub unsur it belongs to, and what it shares a line with."""
    sub = f'IF({{dikenal}}="ya",{_dari("sub")},"")'
    line = "INDEX(daftar_sub_baris,MATCH({baris_ketik},daftar_baris,0))"
    return {
        "letak": f'IF(OR({{jenjang_butir}}="",{{dikenal}}="tidak"),"",IF(AND({{jenjang_butir}}<>jenjang,'
        f'{{jenjang_butir}}<>"?"),{blok},IF({sub}<>"",{sub},IF(ISTEXT({{sub_ketik}}),{{sub_ketik}},'
        f'IF({{baris_ketik}}="","",IFERROR({line},""))))))',
        "tetap": f'IF(AND({{dikenal}}="ya",{{jenjang_butir}}=jenjang),{_dari("baris")},"")',
        "kunci": f'IF({{letak}}="","",{{letak}}&"|"&IF({{dikenal}}="ya",{{kode}},'
        f'IF(ISTEXT({{uraian}}),LEFT({{uraian}},{PANJANG}),"")))',
        "kunci_ketik": 'IF({baris_ketik}="","",{kunci})',
        "pertama": 'IF({kunci}="","",MATCH({kunci},kegiatan_kunci,0))',
    }


def _baris() -> dict[str, str]:
    """The line of the DUPAK: its own, the one typed, or the next free one of its letak; and what stands there."""
    typed = "MATCH({kunci},kegiatan_kunci_ketik,0)"
    first = "INDEX(kegiatan_kunci,MATCH({baris},kegiatan_baris,0))"  # of the row whose uraian the line shows
    free = 'MATCH({baru}&"#"&MIN({urutan},INDEX(daftar_jumlah_bebas,MATCH({baru},daftar_sub,0))),daftar_bebas,0)'
    of_line = (
        ("sub", "daftar_sub_baris", "daftar_baris"),
        ("butir", "daftar_butir_baris", "daftar_baris"),
        ("uraian", "kegiatan_uraian", "kegiatan_baris"),
    )
    return {
        "baru": f'IF(OR({{kunci}}="",{{baris_ketik}}<>"",{{tetap}}<>"",{{pertama}}<>{{no}}),"",'
        f'IF(ISNUMBER({typed}),"",{{letak}}))',
        "urutan": f'IF({{baru}}="","",COUNTIF({_sejak("baru")},{{baru}}))',
        "calon": f'IF({{baru}}="","",IFERROR(INDEX(daftar_baris,{free}),""))',
        "baris": 'IF({baris_ketik}<>"",{baris_ketik},IF({kunci}="","",IF({tetap}<>"",{tetap},'
        f"IF(ISNUMBER({typed}),INDEX(kegiatan_baris_ketik,{typed}),"
        'IFERROR(INDEX(kegiatan_calon,MATCH({kunci},kegiatan_kunci,0)),"")))))',
        **{
            f"{each}_baris": f'IF({{baris}}="","",IFERROR(INDEX({table},MATCH({{baris}},{of},0)),""))'
            for each, table, of in of_line
        },
        "lain": f'IF(OR({{baris}}="",{{uraian_baris}}={{uraian}},IFERROR({first},"")={{kunci}}),"",{{baris}})',
    }


def _lembar_lain(blok: str) -> dict[str, str]:
    """Which surat pernyataan lists it and where; which word the block strikes out."""
    return {
        "surat": f'IF({_BUTIR},"",IFERROR(INDEX(daftar_surat,MATCH({{letak}},daftar_sub,0)),""))',
        "nomor_surat": f'IF({{surat}}="","",COUNTIF({_sejak("surat")},{{surat}}))',
        "urut": "{surat}&{nomor_surat}",
        "arah": f"IF(AND({{letak}}={blok},{{jenjang_butir}}<>jenjang),"
        'IF(MATCH({jenjang_butir},daftar_jenjang,0)>MATCH(jenjang,daftar_jenjang,0),"atas","bawah"),"")',
    }


def pada(formula: str, n: int) -> str:
    """The formula of row `n` of the sheet."""
    return "=" + formula.format(**{nama: f"{letter}{n}" for nama, letter in HURUF.items()})
