"""The lists of the workbook since 2023: words, and which golongan ruang a jenjang has."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import CellError
from ...regulations import regime
from ...regulations.schema import Jenjang
from ...rules.naik_kinerja import ak_kenaikan_jenjang, jenjang_berikut
from . import daftar
from .daftar import Kelompok


def kelompok() -> list[Kelompok]:
    jenjang = list(regime.jenjang().values())
    predikat = [(name, row.persen) for row in regime.predikat().values() for name in row.nama]
    golongan = {row.kode: row.pangkat for each in jenjang for row in each.golongan}
    words: Kelompok = {
        "daftar_jenjang": ("Jenjang", [each.nama for each in jenjang]),
        "daftar_kategori": ("Kategori", [each.kategori for each in jenjang]),
        "daftar_koefisien": ("Koefisien per tahun", [regime.koefisien()[each.nama].ak for each in jenjang]),
        "daftar_predikat": ("Predikat", [name for name, _ in predikat]),
        "daftar_persen": ("Persen", [persen for _, persen in predikat]),
        "daftar_jenis_kelamin": ("Kelamin", daftar.KELAMIN),
        "daftar_rezim": ("Rezim", [regime.KONVERSI, regime.INTEGRASI]),
        "daftar_pak": ("PAK", daftar.PAK),
    }
    ranks: Kelompok = {
        "daftar_golongan": ("Golongan ruang", list(golongan)),
        "daftar_pangkat": ("Pangkat", list(golongan.values())),
        "daftar_golongan_integrasi": ("Bernilai dasar integrasi", list(regime.nilai_dasar())),
        "daftar_dasar": ("Ber-AK dasar", [f"{row.jenjang} {row.golongan}" for row in regime.dalam_jenjang().values()]),
        "daftar_masuk": ("Golongan saat masuk", [kunci for each in jenjang for kunci in _masuk(each)]),
    }
    return [words, ranks, _tangga(jenjang)]


def _tangga(jenjang: list[Jenjang]) -> Kelompok:
    """A row a jenjang and golongan ruang: its place in the jenjang (1 the lowest), and what comes after."""
    rows = [(each, place) for each in jenjang for place in range(len(each.golongan))]
    return {
        "daftar_kunci": ("Jenjang dan golongan", [f"{each.nama} {each.golongan[place].kode}" for each, place in rows]),
        "daftar_urut": ("Urutan dalam jenjang", [place + 1 for _, place in rows]),
        "daftar_banyak": ("Banyaknya", [len(each.golongan) for each, _ in rows]),
        "daftar_golongan_berikut": ("Golongan berikut", [_golongan_berikut(each, place) for each, place in rows]),
        "daftar_jenjang_berikut": ("Jenjang berikut", [_nama_berikut(each) for each, _ in rows]),
    }


def _golongan_berikut(jenjang: Jenjang, place: int) -> str:
    """The next golongan ruang, in this jenjang or the next one; '-' where there is none."""
    if place + 1 < len(jenjang.golongan):
        return jenjang.golongan[place + 1].kode
    after = _berikut(jenjang)
    return after.golongan[0].kode if after else "-"


def _nama_berikut(jenjang: Jenjang) -> str:
    after = _berikut(jenjang)
    return after.nama if after else "-"


def _berikut(jenjang: Jenjang) -> Jenjang | None:
    try:
        return jenjang_berikut(jenjang)
    except CellError:
        return None


def _masuk(jenjang: Jenjang) -> Iterator[str]:
    """The golongan ruang at which the jenjang may be entered, as far as the sources say what its rise then asks."""
    for row in jenjang.golongan:
        try:
            if _berikut(jenjang):
                ak_kenaikan_jenjang(jenjang, row.kode)
        except CellError:
            continue
        yield f"{jenjang.nama} {row.kode}"
