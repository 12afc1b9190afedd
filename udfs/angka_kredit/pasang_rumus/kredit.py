"""The formulas of a row: its unit credit, its credit, and LAMA + BARU."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from ..errors import CellError
from ..kenal.bentuk import BUTIR, Baris
from ..kenal.kata import lipat
from ..positions import find_jenjang
from ..rules.angka_kredit import find_butir
from ..words import indonesian
from .bentuk import Bagian, Usul
from .pegawai import Pegawai
from .rujukan import alamat, menjumlah, teks
from .usul_jumlah import LAMA_BARU, lama_baru

PIHAK = ("", "pengusul", "tim")
_SEMUA = "100%"
_SEMUA_JENJANG = ("semua", "semua jenjang")
_PERSEN = 100


def usul_baris(bagian: Bagian, siapa: Pegawai) -> Iterator[Usul]:
    """Every row's formulas."""
    for row in bagian.formulir.baris:
        if row.jenis == BUTIR:
            for pihak in PIHAK:
                yield from _satuan(bagian, row, pihak, siapa)
                yield from _kredit(bagian, row, pihak, siapa)
                yield from _jumlah(bagian, row, pihak)
    yield from _tanpa_aturan(bagian)


def kolom_kredit(bagian: Bagian, pihak: str) -> int:
    """The column in which volume x unit credit belongs; 0 where the form has no such columns."""
    if not _masukan(bagian, "volume", pihak):
        return 0
    names = ("jumlah_ak", "baru", "ak")
    return next((at for isi in names if (at := bagian.kolom(isi, pihak))), 0)


def _masukan(bagian: Bagian, isi: str, pihak: str) -> int:
    """The column of this side, else the one for all: whose volume is not said is the pengusul's."""
    shared = 0 if (isi, pihak) == ("volume", "tim") else bagian.kolom(isi, "")
    return bagian.kolom(isi, pihak) or shared


def _usul(bagian: Bagian, row: Baris, kolom: int, rumus: str, dasar: str, dari: Sequence[int]) -> Usul:
    doubts = [bagian.formulir.ragu, row.ragu, *bagian.ragu_kolom(kolom, *dari)]
    return Usul(bagian.lembar, row.nomor, kolom, rumus, dasar, "; ".join(dict.fromkeys(filter(None, doubts))))


def _halangan(bagian: Bagian, row: Baris, columns: Sequence[int]) -> str:
    return next((words for column in columns if (words := bagian.bukan_angka(row.nomor, column))), "")


def _bukan_bagian(bagian: Bagian, row: Baris, columns: Sequence[int]) -> str:
    """Why a factor or a share cannot be one: 80 that was meant as 80%."""
    for column in columns:
        sel = bagian.kisi.sel.get((row.nomor, column))
        if sel and isinstance(sel.nilai, (int, float)) and not 0 <= sel.nilai <= 1:
            whole = sel.nilai if 1 < sel.nilai <= _PERSEN else 80
            read = indonesian(Decimal(str(sel.nilai)) * _PERSEN)
            meant = f"ketik {indonesian(Decimal(str(whole)))}% atau {indonesian(Decimal(str(whole)) / _PERSEN)}"
            return f"{alamat(row.nomor, column)} berisi {sel.teks}, dibaca {read}%; {meant}"
    return ""


def _ragu_satuan(bagian: Bagian, row: Baris, unit: int, volume: int) -> str:
    """A volume of work whose unit credit nobody typed would count nothing."""
    texts = [bagian.kisi.teks(row.nomor, each) or bagian.kisi.rumus(row.nomor, each) for each in (unit, volume)]
    return f"angka kredit satuan di {alamat(row.nomor, unit)} kosong" if texts[1] and not texts[0] else ""


def _ragu_pelaksana(bagian: Bagian, row: Baris) -> str:
    """The row names a jenjang, and nothing says what it makes of the credit."""
    kolom = bagian.kolom("pelaksana", "")
    text = bagian.kisi.teks(row.nomor, kolom) if kolom else ""
    if not text or lipat(text) in _SEMUA_JENJANG:
        return ""
    return f"{alamat(row.nomor, kolom)} menyebut '{text[:40]}'; faktor jenjangnya tidak diketahui, dihitung {_SEMUA}"


def _satuan(bagian: Bagian, row: Baris, pihak: str, siapa: Pegawai) -> Iterator[Usul]:
    """The unit credit from the kode, where it is printed in data that are installed."""
    kolom, kode = bagian.kolom("ak_satuan", pihak), _kode(bagian, row, siapa)
    if kolom and kode:
        assert siapa.jabatan
        rumus = f"=AK_SATUAN({alamat(row.nomor, kode)},{teks(siapa.jabatan.id)})"
        yield _usul(bagian, row, kolom, rumus, f"kode {alamat(row.nomor, kode)}, {siapa.jabatan.nama}", [kode])


def _kredit(bagian: Bagian, row: Baris, pihak: str, siapa: Pegawai) -> Iterator[Usul]:
    target, volume = kolom_kredit(bagian, pihak), _masukan(bagian, "volume", pihak)
    if not target or target == volume:
        return
    unit, kode = _masukan(bagian, "ak_satuan", pihak), _kode(bagian, row, siapa)
    factor, share = (_masukan(bagian, isi, pihak) for isi in ("faktor", "porsi"))
    at = partial(alamat, row.nomor)
    if kode and siapa.jenjang and not factor:
        assert siapa.jabatan
        args = [at(kode), at(volume), siapa.jenjang.dalam(bagian.lembar), teks(siapa.jabatan.id)]
        words = f"kode {at(kode)} x volume {at(volume)} x faktor jenjang {siapa.jenjang.nilai}"
        found = _usul(bagian, row, target, _fungsi(args, "", share, row), words, [kode, volume, share])
        yield replace(found, satuan=(row.nomor, unit) if unit else None)
    elif unit and (owner := _pelaksana(bagian, row, siapa)) and siapa.jenjang and not factor:
        assert siapa.jabatan
        args = [at(unit), at(volume), siapa.jenjang.dalam(bagian.lembar), teks(siapa.jabatan.id)]
        words = f"satuan {at(unit)} x volume {at(volume)} x faktor jenjang menurut {at(owner)}"
        yield _usul(bagian, row, target, _fungsi(args, at(owner), share, row), words, [unit, volume, owner, share])
    elif unit:
        more = [column for column in (factor, share) if column]
        parts = [at(unit), at(volume), *(f'IF({at(column)}="",1,{at(column)})' for column in more)]
        words = f"satuan {at(unit)} x volume {at(volume)}" + "".join(f" x {at(column)}" for column in more)
        words += "" if factor else f"; faktor jenjang {_SEMUA}, karena formulir tidak menyebut jenjang butirnya"
        found = _usul(bagian, row, target, f"={'*'.join(parts)}", words, [unit, volume, *more])
        doubt = found.ragu or ("" if factor else _ragu_pelaksana(bagian, row))
        doubt = doubt or ("" if kode else _ragu_satuan(bagian, row, unit, volume))
        stops = _halangan(bagian, row, [unit, volume, *more]) or _bukan_bagian(bagian, row, more)
        yield replace(found, ragu=doubt, anggapan=not factor, halangan=stops)


def _fungsi(args: list[str], owner: str, share: int, row: Baris) -> str:
    tail = [owner, alamat(row.nomor, share) if share else ""]
    while tail and not tail[-1]:
        tail.pop()
    return f"=ANGKA_KREDIT({','.join([*args, *tail])})"


def _jumlah(bagian: Bagian, row: Baris, pihak: str) -> Iterator[Usul]:
    sides, jumlah = lama_baru(bagian, pihak), bagian.kolom("jumlah", pihak)
    if sides and jumlah:
        rumus = menjumlah([alamat(row.nomor, each) for each in sides])
        found = _usul(bagian, row, jumlah, rumus, LAMA_BARU, sides)
        yield replace(found, halangan=_halangan(bagian, row, sides))


def _tanpa_aturan(bagian: Bagian) -> Iterator[Usul]:
    """JUMLAH beside the columns of two assessors: nothing says what it is."""
    heading = bagian.formulir.kepala[1]
    if heading and bagian.kolom("penilai_1", "tim") and (jumlah := bagian.kolom("jumlah", "tim")):
        reason = "kolom penilai I dan II, bukan LAMA dan BARU: formulir tidak menyebut JUMLAH-nya jumlah apa"
        yield Usul(bagian.lembar, heading, jumlah, "", "", reason)


def _kode(bagian: Bagian, row: Baris, siapa: Pegawai) -> int:
    """The column of the kode, where this row's is one whose unit credit is known."""
    kolom = bagian.kolom("kode", "")
    if not kolom or not siapa.jabatan:
        return 0
    butir = find_butir(siapa.jabatan, bagian.kisi.teks(row.nomor, kolom))
    return kolom if butir and butir.ak is not None else 0


def _pelaksana(bagian: Bagian, row: Baris, siapa: Pegawai) -> int:
    """The column that names the butir's jenjang, where it names one of this jabatan."""
    kolom = bagian.kolom("pelaksana", "")
    if not kolom or not siapa.jabatan:
        return 0
    try:
        find_jenjang(siapa.jabatan.id, bagian.kisi.teks(row.nomor, kolom))
    except CellError:
        return 0
    return kolom
