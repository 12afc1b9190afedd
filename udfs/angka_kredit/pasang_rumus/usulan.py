"""The formulas that belong into a recognised workbook: pure, from what was recognised and the grid alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..kenal.bentuk import Buku
from ..kenal.kisi import Kisi
from .ambang import apa, usul_ambang
from .bentuk import Bagian, Usul
from .dari_surat import usul_baru
from .kredit import usul_baris
from .pegawai import baca_pegawai
from .usul_jumlah import usul_jumlah

_RUMUS = ("dupak", "surat_pernyataan", "pak")  # forms whose sums are known


def usulan(buku: Buku, kisi: Sequence[Kisi]) -> list[Usul]:
    """One for a cell, in the order of sheets and rows."""
    chains = _rantai(buku, {each.nama: each for each in kisi})
    parts = [part for chain in chains for part in chain]
    siapa = baca_pegawai(parts)
    found = list(usul_baru(chains))
    for chain in chains:
        found += usul_jumlah(chain)
    for part in parts:
        found += usul_baris(part, siapa)
    found += usul_ambang(chains, siapa)
    places: dict[tuple[str, int, int], list[Usul]] = {}
    for each in found:
        places.setdefault((each.lembar, each.baris, each.kolom), []).append(each)
    order = {each.nama: at for at, each in enumerate(kisi)}
    return sorted(map(_satu, places.values()), key=lambda each: (order[each.lembar], each.baris, each.kolom))


def _satu(usul: Sequence[Usul]) -> Usul:
    """The first formula proposed for a cell, with what those without one say of it."""
    first = next((each for each in usul if each.rumus), usul[0])
    rest = [each for each in usul if each is not first and not each.rumus]
    doubts = dict.fromkeys(filter(None, (first.ragu, *(each.ragu for each in rest))))
    notes = dict.fromkeys(filter(None, (first.catatan, *(each.catatan for each in rest))))
    return replace(first, ragu="; ".join(doubts), catatan="; ".join(notes))


def _rantai(buku: Buku, kisi: dict[str, Kisi]) -> list[list[Bagian]]:
    """Every form with the parts that go on from it on other sheets."""
    found: list[list[Bagian]] = []
    for sheet in buku.lembar:
        for form in sheet.formulir:
            if form.jenis not in _RUMUS:
                continue
            rows = tuple(row for row in form.baris if not apa(row.uraian))  # once filled in, a threshold looks like one
            part = Bagian(kisi[sheet.nama], replace(form, baris=rows))
            if form.lanjutan_dari and found and found[-1][-1].lembar == form.lanjutan_dari:
                found[-1].append(part)
            else:
                found.append([part])
    return found
