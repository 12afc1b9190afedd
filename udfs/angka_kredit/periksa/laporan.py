"""What was found, as text for a person and as plain values for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from .bentuk import Berkas, Ditemukan, status
from .temuan import URUTAN, jenis, rujukan

_MOST_FILES = 20  # that the screen names; the report has all
_MOST_KINDS = 3  # of one file, among many
_MOST_ALIKE, _MOST_CELLS = 5, 20  # findings of one kind in full, and the cells of the rest


def baris_teks(berkas: Sequence[Berkas]) -> Iterator[str]:
    """One file with every finding; of many, a line or two each."""
    if len(berkas) == 1:
        yield from _lengkap(berkas[0])
    else:
        named = sorted((each for each in berkas if each.ditemukan or each.galat), key=_beratnya)
        for each in named[:_MOST_FILES]:
            yield f"{each.nama}: {f'TIDAK TERBACA, {each.galat}' if each.galat else _singkat(each)}."
        if len(named) > _MOST_FILES:
            yield f"... dan {len(named) - _MOST_FILES} berkas lain."
    yield ringkas(berkas)


def ringkas(berkas: Sequence[Berkas]) -> str:
    """'3 berkas diperiksa: 2 temuan berat, ...'"""
    read = [each for each in berkas if not each.galat]
    found = [each for file in read for each in file.ditemukan]
    silenced = sum(len(each.diabaikan) for each in read)
    parts = [f"{len(read)} berkas diperiksa", hitungan(found)]
    parts += [f"{silenced} diabaikan dengan alasan"] if silenced else []
    parts += [f"{len(berkas) - len(read)} berkas tidak terbaca"] if len(read) < len(berkas) else []
    return f"{'; '.join(parts)}."


def hitungan(found: Sequence[Ditemukan]) -> str:
    """'2 temuan berat, 1 sedang (1 di antaranya dugaan)'"""
    counts = Counter(jenis(each.temuan).berat for each in found)
    parts = [f"{counts[grave]} {grave}" for grave in URUTAN if counts[grave]]
    doubts = sum(bool(each.temuan.ragu) for each in found)
    return f"temuan: {', '.join(parts)}" + (f" ({doubts} dugaan)" if doubts else "") if parts else "tidak ada temuan"


def nilai(berkas: Sequence[Berkas]) -> dict[str, Any]:
    """The same as JSON values, and the exit status."""
    return {"status": status(berkas), "berkas": [_berkas(each) for each in berkas]}


def _berkas(berkas: Berkas) -> dict[str, Any]:
    return {
        "nama": berkas.nama,
        "galat": berkas.galat,
        "temuan": [_temuan(each) for each in berkas.ditemukan],
        "diabaikan": [_temuan(each) | {"alasan": each.alasan} for each in berkas.diabaikan],
        "catatan": list(berkas.catatan),
    }


def _temuan(each: Ditemukan) -> dict[str, Any]:
    kind = jenis(each.temuan)
    known = {"berat": kind.berat, "judul": kind.judul, "aturan": kind.aturan, "rujukan": rujukan(each.temuan)}
    return asdict(each.temuan) | known | {"sidik": each.sidik, "alasan_dahulu": each.dahulu}


def _lengkap(berkas: Berkas) -> Iterator[str]:
    if berkas.galat:
        yield f"{berkas.nama}: TIDAK TERBACA, {berkas.galat}."
        return
    for alike in _serupa(berkas.ditemukan):
        for each in alike[:_MOST_ALIKE]:
            yield from _satu(each)
        if rest := alike[_MOST_ALIKE:]:
            cells = ", ".join(each.temuan.tempat for each in rest[:_MOST_CELLS])
            more = " ..." if len(rest) > _MOST_CELLS else ""
            yield f"        {len(rest)} temuan sejenis lagi: {cells}{more}"
    for note in berkas.catatan:
        yield f"CATATAN {note[:300].rstrip('.')}."


def _serupa(found: Sequence[Ditemukan]) -> list[list[Ditemukan]]:
    """Findings of one kind together, in the order of the first of each."""
    kinds: dict[tuple[str, bool], list[Ditemukan]] = {}
    for each in found:
        kinds.setdefault((each.temuan.jenis, bool(each.temuan.ragu)), []).append(each)
    return sorted(kinds.values(), key=lambda alike: URUTAN.index(jenis(alike[0].temuan).berat))


def _satu(each: Ditemukan) -> Iterator[str]:
    kind, found = jenis(each.temuan), each.temuan
    yield f"{kind.berat.upper():7} {found.tempat}  {kind.judul}"
    yield f"        {found.salah}"
    if found.ragu:
        yield f"        Dugaan: {found.ragu}."
    yield f"        Lakukan: {found.lakukan}"
    article = rujukan(found)
    yield f"        Aturan: {kind.aturan}" + (f" ({article})" if article else "")
    if each.dahulu:
        yield f"        Dahulu diabaikan, tetapi isinya sudah berubah: {each.dahulu}"


def _singkat(berkas: Berkas) -> str:
    kinds = Counter(jenis(each.temuan).judul for each in berkas.ditemukan)  # the gravest come first
    told = [f"{title} ({count})" for title, count in list(kinds.items())[:_MOST_KINDS]]
    more = f"; {len(kinds) - _MOST_KINDS} jenis lain" if len(kinds) > _MOST_KINDS else ""
    return f"{hitungan(berkas.ditemukan)}: {'; '.join(told)}{more}"


def _beratnya(berkas: Berkas) -> tuple[int, ...]:
    """Unreadable ones first, then by their gravest findings."""
    counts = Counter(jenis(each.temuan).berat for each in berkas.ditemukan)
    return (not berkas.galat, *(-counts[grave] for grave in URUTAN))
