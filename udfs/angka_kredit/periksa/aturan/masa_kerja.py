"""Years in the rank, and in the jabatan, before a rise that the form gives a TMT."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ...regulations.schema import Jabatan
from ...regulations.tabel import Syarat
from ...rules.kalender import tambah_tahun
from ...rules.kasus import Kasus
from ...rules.uji_syarat import uji
from ...words import tanggal
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import Fakta
from ..temuan import Temuan
from . import bersama

_PANGKAT, _JABATAN = ("naik_pangkat", "tmt_golongan", "pangkat"), ("naik_jabatan", "tmt_jabatan", "jabatan")
_MASA = "masa kerja dalam"  # how the conditions call it


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    found, rise, tmt = bersama.jabatan(fakta), bersama.naik(fakta), fakta["pak_tmt"].hari
    found.baris(Syarat)
    if rise is None or tmt is None:
        return
    yield from _kurang(fakta, found, tmt, *_PANGKAT)
    higher = bersama.jenjang_golongan(fakta, rise.tujuan)
    if fakta.jenjang and higher != fakta.jenjang.nama == bersama.jenjang_golongan(fakta, rise.dari):
        yield from _kurang(fakta, found, tmt, *_JABATAN)


def _kurang(fakta: Fakta, jabatan: Jabatan, tmt: date, pokok: str, nama: str, kata: str) -> Iterator[Temuan]:
    begun = fakta[nama].hari
    rows = [row for row in jabatan.baris(Syarat) if row.pokok == pokok and _MASA in row.label]
    if begun is None or not rows:
        return
    row = rows[0]
    tested = uji(Kasus(jabatan, (row,), {row.label: Decimal(_tahun(begun, tmt))}), row)
    if tested.terpenuhi is False:
        yield bersama.temuan(
            "masa_kerja",
            fakta[nama],
            f"TMT {kata} {tanggal(begun)}, TMT kenaikan {tanggal(tmt)}: {_tahun(begun, tmt)} tahun penuh dalam {kata}; "
            f"yang disyaratkan {tested.diminta}",
            f"Periksa kedua TMT; bila benar, kenaikannya menunggu sampai {tanggal(_genap(begun, Decimal(row.nilai)))}.",
            row,
        )


def _tahun(begun: date, until: date) -> int:
    years = max(0, until.year - begun.year)
    return years if tambah_tahun(begun, years) <= until else max(0, years - 1)


def _genap(begun: date, years: Decimal) -> date:
    return tambah_tahun(begun, int(years))
