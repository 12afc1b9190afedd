"""The formulas of the sheet Riwayat; RIWAYAT_AK proves every row, those until 2018 too."""

from __future__ import annotations

from collections.abc import Mapping

from ..style import Sel
from .riwayat_kolom import FIRST, FIRST_KONVENSIONAL, KELOMPOK, LAST, huruf


def _own(value: str) -> str:
    return f'=IF(integrasi_ada="","",{value})'


_KONVENSIONAL = "COUNT(konvensional_tahun)>0"

# the row below those until 2018: what the integrasi has left; that is its LAMA where those are told, else its credit
INTEGRASI: Mapping[str, Sel] = {
    "tahun": '=IF(OR(integrasi_ada="",integrasi_tahun=""),"",integrasi_tahun)',
    "rezim": _own('"integrasi"'),
    "jenjang": '=IF(OR(integrasi_ada="",integrasi_jenjang=""),"",integrasi_jenjang)',
    "golongan": _own("integrasi_golongan"),
    "isi": _own(f'IF(integrasi_ada="ya",IF({_KONVENSIONAL},0,integrasi_nilai),"galat")'),
    "bulan": "",
    "lama": _own(f'IF(integrasi_ada="ya",IF({_KONVENSIONAL},integrasi_nilai,0),0)'),
    "jumlah": "",
    "pak": _own('IF(integrasi_pak="","",integrasi_pak)'),
}


def konvensional(row: int) -> dict[str, str]:
    """The formulas of a row until 2018, as `rumus`: RIWAYAT_AK's own figures."""
    typed = ("tahun", "jenjang", "golongan", "isi", "bulan", "lama", "jumlah")
    ada = f"COUNTA({','.join(f'{huruf(nama)}{row}' for nama in typed)})=0"
    kredit, hasil, periksa, dasar = (_bukti(row, column) for column in (2, 3, 4, 5))
    found = {
        "rezim": '"konvensional"',
        "kredit": kredit,
        "awal": f"ROUND({hasil}-{kredit},9)",
        "hasil": hasil,
        "periksa": periksa,
        "dasar": dasar,
    }
    return {nama: f'IF({ada},"",{value})' for nama, value in found.items()}


def rumus(row: int) -> dict[str, str]:
    """The formulas of row `row` as the sheet counts it, without '='; the rows above and below by their cells."""

    def at(nama: str) -> str:
        return f"{huruf(nama)}{row}"

    jenis, level = at("jenis"), at("jenjang")
    percent = f'INDEX(daftar_persen,MATCH({at("isi")},daftar_predikat,0))&"%"'
    part = f'OR({at("bulan")}="",{at("bulan")}=12,{at("bulan")}=0)'
    given = f"SUM({at('lama')},{at('isi')})" if row == FIRST + 1 else at("isi")
    found = {
        "persen": f'IF({jenis}="konversi",IF({part},{percent},{at("bulan")}&"/12 x "&{percent}),"")',
        "koefisien": f'IF({jenis}="konversi",INDEX(daftar_koefisien,MATCH({level},daftar_jenjang,0)),"")',
        "kredit": f'IF({jenis}="","",IF({jenis}="konversi",AK_KONVERSI({level},{at("isi")},{at("bulan")}),'
        f'IF({jenis}="integrasi",{given},#VALUE!)))',
        "awal": f'IF({jenis}="","",{_awal(row)})',
        "hasil": f'IF({jenis}="","",SUM({at("awal")},{at("kredit")}))',
        "periksa": f'IF({jenis}="","",{_bukti(row, 4)})',
        "dasar": f'IF({jenis}="","",{_bukti(row, 5)})',
    }
    return found | _pembantu(row)


def _bukti(row: int, column: int) -> str:
    """What RIWAYAT_AK says of the row; its own first row is the verdict."""
    return f"INDEX(RIWAYAT_AK(riwayat),{row - FIRST_KONVENSIONAL + 1},{column})"


def _awal(row: int) -> str:
    """What the row starts with: what the one before ended with; at its beginning what was typed, or has been proved."""
    if row == FIRST + 1:
        return "0"
    level, before, lama = f"{huruf('jenjang')}{row}", f"{huruf('jenjang_akhir')}{row - 1}", f"{huruf('lama')}{row}"
    golongan = f"{huruf('golongan')}{row}"
    start = f'IF(ISNUMBER(MATCH({level}&" "&{golongan},daftar_dasar,0)),AK_DASAR({golongan}),0)'
    proved = f"IF({_KONVENSIONAL},ROUND({_bukti(row, 3)}-{_bukti(row, 2)},9),0)"
    opened = f'IF({lama}="",{proved},{lama})'
    return f'IF({before}="",{opened},IF({before}={level},{huruf("hasil_akhir")}{row - 1},{start}))'


def _pembantu(row: int) -> dict[str, str]:
    def at(nama: str, other: int = row) -> str:
        return f"{huruf(nama)}{other}"

    top, bottom, jenis = row == FIRST + 1, row == LAST + 1, at("jenis")
    filled = f'{at("tahun")}<>""' if top else f"COUNTA({at('tahun')}:{at('jumlah')})>0"
    full = (
        f'IF(AND({at("rezim")}="konversi",ISNUMBER(MATCH({at("isi")},daftar_predikat,0))),"konversi",'
        f'IF(AND({at("rezim")}="integrasi",ISNUMBER({at("isi")})),"integrasi","belum"))'
    )
    known = f"ISNUMBER(MATCH({at('jenjang')},daftar_jenjang,0))"
    before = ('""', '""') if top else (at("jenjang_akhir", row - 1), at("hasil_akhir", row - 1))
    following = "1" if bottom else at("sisa", row + 1)
    above = "1" if top else f"SUM(1,COUNT({at('urut', FIRST + 1)}:{at('urut', row - 1)}))"
    found = {
        "jenis": f'IF({filled},IF({known},{full},"belum"),"")',
        "jenjang_akhir": f'IF({jenis}="",{before[0]},{at("jenjang")})',
        "hasil_akhir": f'IF({jenis}="",{before[1]},{at("hasil")})',
        "sisa": f'IF({jenis}="",{following},IF({at("jenjang")}=jenjang,{following},0))',
        "urut": f'IF({jenis}="","",IF({at("sisa")}=1,{above},""))',
        "kelompok": f'IF({at("urut")}="","",IF({jenis}="integrasi","integrasi","konversi")&'
        f'IF({at("pak")}="Lama"," lama"," baru"))',
        "nomor": f'IF({jenis}="konversi",{at("no")},"")',
        "tahun_aktif": f'IF({at("urut")}="","",{at("tahun")})',
    }
    own = {kelompok.replace(" ", "_"): f'IF({at("kelompok")}="{kelompok}",{at("kredit")},"")' for kelompok in KELOMPOK}
    return found | own
