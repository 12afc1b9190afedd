"""Settles the names that only the other columns decide: is 'ANGKA KREDIT' the unit's or the row's, 'JUMLAH' of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .bentuk import Kolom
from .kisi import Kisi

_PRODUCT = re.compile(r"\*|PRODUCT|ANGKA_KREDIT\(", re.IGNORECASE)
_URAIAN = ("kegiatan", "sub_unsur", "unsur", "bagian")  # which stands for the uraian where no column says so
_TIGA = ("lama", "baru", "jumlah")


def tafsirkan(kisi: Kisi, atas: int, akhir: int, columns: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """The columns with their final names; `atas` to `akhir` are the rows of the body."""
    columns = _uraian(_sepihak(list(columns)))
    for pihak in ("", "pengusul", "tim"):
        columns = [_nilai(kisi, atas, akhir, columns, each) if each.pihak == pihak else each for each in columns]
    return tuple(columns)


def _uraian(columns: list[Kolom]) -> list[Kolom]:
    """One column is the uraian: the most detailed where none is named so."""
    if not any(each.isi == "uraian" for each in columns):
        names = [each.isi for each in columns]
        isi = next((name for name in _URAIAN if name in names), "")
        columns = [replace(each, isi="uraian") if each.isi == isi else each for each in columns]
    return [each for each in columns if each.isi != "bagian"]


def _sepihak(columns: list[Kolom]) -> list[Kolom]:
    """LAMA, BARU, JUMLAH twice and nobody named: the first are taken as pengusul's, and that is said."""
    first = [each for each in columns if each.isi in _TIGA and not each.pihak]
    if [each.isi for each in first].count("lama") != 2:
        return columns
    half = [each.isi for each in first].index("lama", [each.isi for each in first].index("lama") + 1)
    reason = "tidak ada judul pengusul atau tim penilai; yang kiri dibaca pengusul"
    sides = {id(each): "pengusul" if at < half else "tim" for at, each in enumerate(first)}
    return [replace(each, pihak=sides[id(each)], ragu=reason) if id(each) in sides else each for each in columns]


def _nilai(kisi: Kisi, atas: int, akhir: int, columns: list[Kolom], kolom: Kolom) -> Kolom:
    """The column under the name that the others of its side leave for it."""
    near = {each.isi for each in columns if each.pihak == kolom.pihak}
    shared = near | {each.isi for each in columns if not each.pihak}
    if kolom.isi == "jumlah_ak" and {"lama", "baru"} <= near and not near & {"jumlah", "volume"}:
        return replace(kolom, isi="jumlah")  # 'JUMLAH AK' beside LAMA and BARU
    if kolom.isi == "jumlah" and not near & {"lama", "baru", "penilai_1"}:
        if "volume" in shared and shared & {"ak", "ak_satuan"}:
            return replace(kolom, isi="jumlah_ak")
        if "volume" not in shared and "jumlah_ak" in shared:
            return replace(kolom, isi="volume", ragu="judulnya hanya JUMLAH; di samping jumlah angka kredit: volume")
        if "ak_satuan" in shared:
            return replace(kolom, isi="jumlah_ak", ragu="judulnya hanya JUMLAH, dan tidak ada kolom volume")
        return replace(kolom, ragu="judulnya hanya JUMLAH, tanpa LAMA dan BARU: tidak jelas jumlah apa")
    if kolom.isi == "ak" and "volume" in shared | {each.isi for each in columns}:
        return _ak(kisi, atas, akhir, kolom, near, shared)
    return kolom


def _ak(kisi: Kisi, atas: int, akhir: int, kolom: Kolom, near: set[str], shared: set[str]) -> Kolom:
    """'ANGKA KREDIT' beside a volume: of the unit, or of the row."""
    if near & {"jumlah_ak", "jumlah"} and not near & {"lama", "baru"}:
        return replace(kolom, isi="ak_satuan")
    if "ak_satuan" in shared:
        return replace(kolom, isi="jumlah_ak")
    formulas = [kisi.rumus(row, kolom.kolom[0]) for row in range(atas, akhir + 1)]
    if any(_PRODUCT.search(each) for each in formulas):
        return replace(kolom, isi="jumlah_ak", ragu="judulnya hanya ANGKA KREDIT; rumusnya mengalikan")
    return replace(kolom, isi="ak_satuan", ragu="judulnya hanya ANGKA KREDIT: yang satuan, atau jumlahnya?")
