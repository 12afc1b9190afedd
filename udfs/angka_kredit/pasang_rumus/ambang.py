"""Thresholds and what is short of them, where a form has cells for them below its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import tomllib

from ..errors import CellError
from ..kenal.bentuk import TOTAL
from ..kenal.kata import lipat
from ..positions import find_golongan
from ..regulations.schema import Jabatan
from ..words import split_golongan
from .bentuk import Bagian, Usul
from .pegawai import Pegawai
from .rujukan import alamat, teks

_JUMLAH = ("jumlah", "jumlah_ak")
_FUNGSI = {"kurang": "KEKURANGAN_AK", "lebih": "KELEBIHAN_AK"}
_DASAR = {"minimal": "ambang", "kurang": "kekurangan terhadap ambang", "lebih": "kelebihan dari ambang"}
_BELOW = 40  # rows below the table in which they may stand


def usul_ambang(rantai: Sequence[Sequence[Bagian]], siapa: Pegawai) -> Iterator[Usul]:
    """Of every form that has a row which adds all, and whose person's golongan ruang is known."""
    for chain in rantai:
        last = chain[-1]
        total = [row.nomor for row in last.formulir.baris if row.jenis == TOTAL]
        if siapa.jabatan and total and last.formulir.jenis in ("dupak", "pak") and not any(map(_kinerja, chain)):
            yield from _di_bawah(last, total[-1], siapa, siapa.jabatan)


def _kinerja(bagian: Bagian) -> bool:
    """A form of yearly appraisals: the cumulative scale is not its threshold."""
    rows = [f" {lipat(row.uraian)} " for row in bagian.formulir.baris]
    return any(f" {lipat(words)} " in row for words in _data()["kinerja"]["kata"] for row in rows)


def _di_bawah(bagian: Bagian, total: int, siapa: Pegawai, jabatan: Jabatan) -> Iterator[Usul]:
    columns = [column for each in bagian.formulir.kolom for column in each.kolom]
    for row in range(total + 1, total + _BELOW):
        for column in bagian.kisi.isi_baris(row):
            text = bagian.kisi.teks(row, column)
            if min(columns) <= column <= max(columns) and not bagian.kisi.rumus(row, column) and (what := apa(text)):
                yield from _sel(bagian, total, (row, column), what, _tujuan(bagian, text, siapa, jabatan), jabatan)


def apa(text: str) -> str:
    """'minimal', 'kurang' or 'lebih': what a label asks for; '' for another text."""
    words = lipat(_tanpa_golongan(text))
    return next((name for name in _DASAR if words in _kata(name)), "")


def _tanpa_golongan(text: str) -> str:
    plain = " ".join(re.sub(r"[:.]", " ", text).split())
    if (kode := split_golongan(plain)[0]) and (found := re.search(r"\(?(?:I{1,3}|IV)\s*[/.]?\s*[a-e]\)?", plain)):
        plain = plain[: found.start()] if kode else plain
    folded = f"{plain.strip()} ".casefold()
    for words in _kata_tujuan():
        folded = f"{folded.strip()} ".removesuffix(f" {words} ")
    return folded


def _tujuan(bagian: Bagian, text: str, siapa: Pegawai, jabatan: Jabatan) -> tuple[str, str]:
    """(the golongan ruang aimed at, as an argument; in words): the one that is named, else the next above the rank."""
    if named := split_golongan(text)[0]:
        try:
            kode = find_golongan(jabatan.id, named)
        except CellError:
            return "", ""
        return teks(kode), kode
    if not siapa.golongan:
        return "", ""
    return f"GOLONGAN_BERIKUT({siapa.golongan.dalam(bagian.lembar)})", f"golongan di atas {siapa.golongan.nilai}"


def _sel(
    bagian: Bagian, total: int, label: tuple[int, int], what: str, goal: tuple[str, str], jabatan: Jabatan
) -> Iterator[Usul]:
    """The cells for the value: right of a colon, or below every JUMLAH."""
    row, column = label
    sums = [each for each in bagian.formulir.kolom if each.isi in _JUMLAH]
    after = bagian.kisi.area(row, column)[3] + 1
    colon = next((c for c in bagian.kisi.isi_baris(row) if c >= after and bagian.kisi.teks(row, c) == ":"), 0)
    places = [(colon + 1, sums[0])] if colon and sums else [(each.kolom[0], each) for each in sums]
    several = "dua kolom JUMLAH, dan tidak disebut yang mana" if colon and len(sums) > 1 and what != "minimal" else ""
    for place, adds in places:
        if place < after:
            continue
        reasons = [
            bagian.formulir.ragu,
            adds.ragu,
            several,
            "" if goal[0] else "golongan ruang tujuannya tidak diketahui",
        ]
        rumus = f"=AK_KUMULATIF({goal[0]},{teks(jabatan.id)})"
        if what != "minimal":
            rumus = f"={_FUNGSI[what]}({alamat(total, adds.kolom[0])},{goal[0]},{teks(jabatan.id)})"
        words = f"{_DASAR[what]} {goal[1]}, {jabatan.nama}"
        yield Usul(
            bagian.lembar,
            row,
            place,
            rumus if goal[0] else "",
            words,
            "; ".join(filter(None, reasons)),
            perlu_sel=not colon,
        )


@cache
def _kata(name: str) -> frozenset[str]:
    return frozenset(map(lipat, _data()[name]["kata"]))


def _kata_tujuan() -> list[str]:
    return _data()["tujuan"]["kata"]


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "kata.toml").read_text("utf-8"))
