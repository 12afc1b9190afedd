"""The deadlines on the sheet Proyeksi: before the period, the suspension, and whether the credit comes before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from ..regulations.schema import Jabatan
from ..regulations.tabel import BatasPenetapan, BebasSementara, Tahunan
from ..regulations.umum import di_antara
from .book import Buku
from .rumus import salah_satu
from .style import put

_AKHIR = 5  # the last column of the sheet
_PERIODE, _CAPAI = "proyeksi_periode", "proyeksi_tanggal_capai"
_BATAS = 'IF(ISNUMBER({0}),BATAS_PENETAPAN_AK({0},jabatan),"")'
_NYATA = 'IF(ISNUMBER({0}),IF(SUM({1})<=BATAS_PENETAPAN_AK({0},jabatan),{0},PERIODE_NAIK_BERIKUT(SUM({0},1))),"")'
_LEBIH_DULU = (
    "IF(ISNUMBER(proyeksi_bebas),IF(ISNUMBER(proyeksi_tanggal_capai),"
    "IF(SUM(proyeksi_tanggal_capai)<=SUM(proyeksi_bebas),"
    '"Sebelum tanggal itu","SESUDAH tanggal itu"),""),"")'
)


class Tenggat(NamedTuple):
    """A row: its formulas for rank and for jenjang ('' for none), how they look, the name of the first."""

    label: str
    pangkat: str
    jenjang: str
    bits: tuple[str, ...]
    nama: str


def write(buku: Buku, sheet: Worksheet, row: int) -> int:
    """Returns the next row."""
    for each in _tenggat(buku.jabatan):
        put(sheet, row, 0, 0, each.label, buku.gaya("kotak", "masuk"))
        for column, formula in ((1, each.pangkat), (2, each.jenjang)):
            put(sheet, row, column, column, f"={formula}" if formula else "", buku.gaya("kotak", *each.bits))
        buku.name(f"proyeksi_{each.nama}", sheet, row, 1)
        row += 1
    late = {"type": "formula", "criteria": f'=LEFT($B${row},7)="SESUDAH"', "format": buku.gaya("merah")}
    sheet.conditional_format(row - 1, 1, row - 1, 1, late)
    if not buku.jabatan.punya(BebasSementara):
        put(sheet, row, 0, _AKHIR, str(buku.jabatan.tanpa(BebasSementara)), buku.gaya("samar", "kecil"))
        row += 1
    return row + 1


def _tenggat(jabatan: Jabatan) -> Iterator[Tenggat]:
    day = ("tanggal", "kiri")
    if jabatan.punya(BatasPenetapan):
        given, other = (_PERIODE, _CAPAI), (f"{_PERIODE}_jenjang", f"{_CAPAI}_jenjang")
        limits, real = (tuple(formula.format(*each) for each in (given, other)) for formula in (_BATAS, _NYATA))
        yield Tenggat("Batas penetapan AK periode itu", limits[0], limits[1], day, "batas")
        yield Tenggat("Periode, bila ditetapkan sesudah tercapai", real[0], real[1], day, "nyata")
    yield Tenggat("Syarat unsur tercapai semua", _semua_unsur(), "", day, "unsur")
    yield Tenggat("Bebas sementara bila belum tercapai", _bebas(jabatan), "", day, "bebas")
    yield Tenggat("Tercapai menurut laju", _LEBIH_DULU, "", ("teks", "kiri", "bungkus"), "lebih_dulu")


def _semua_unsur() -> str:
    """Formula: the last of the days on which an unsur has what is required."""
    names = [f"proyeksi_tercapai_{nama}" for nama in ("kumulatif", "utama", "profesi")]
    words = "tidak, dengan laju ini"
    texts = ",".join(f'{nama}="{words}"' for nama in names)
    return f'IF(COUNT({",".join(names)})=0,"",IF(OR({texts}),"{words}",MAX({",".join(names)})))'


def _bebas(jabatan: Jabatan) -> str:
    """Formula: the day of the suspension, where the text has the rule for this golongan ruang."""
    if not jabatan.punya(BebasSementara):
        return '"tidak ada dalam naskah"'
    yearly = {row.golongan for row in jabatan.baris(Tahunan)} if jabatan.punya(Tahunan) else set()
    ruled = [
        each.kode
        for level in jabatan.jenjang
        for each in level.golongan
        if each.kode not in yearly
        and any(di_antara(each.kode, row.golongan_dari, row.golongan_sampai) for row in jabatan.baris(BebasSementara))
    ]
    both = "AND(ISNUMBER(tmt_golongan),ISNUMBER(tmt_jabatan))"
    day = f'IF({both},TANGGAL_BEBAS_SEMENTARA(MAX(tmt_golongan,tmt_jabatan),golongan,jabatan),"isi kedua TMT")'
    other = '"kewajiban setiap tahun"' if yearly else '"tidak disebut"'
    rest = f'IF(OR({salah_satu("golongan", sorted(yearly))}),{other},"tidak disebut naskah")' if yearly else other
    return f'IF(golongan="","",IF(OR({salah_satu("golongan", ruled)}),{day},{rest}))'
