"""Dasar hukum: every article that the rules of a jabatan rest on, as its data name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..regulations.schema import Jabatan
from ..regulations.tabel import BARIS, PER_KUNCI, TABEL, Dasar, Skala, Tabel
from .hasil import Berdasar


class Pasal(NamedTuple):
    """One article of one rule (`judul`: what the rule is about)."""

    rujukan: str
    judul: str
    status: str


def pasal(jabatan: Jabatan, kind: type[Tabel]) -> list[Pasal]:
    """The articles of one rule, each once; #N/A where the text has no such rule."""
    found = [Pasal(dasar.rujukan, kind.judul, dasar.status) for dasar in _sources(jabatan, kind)]
    return list(dict.fromkeys(found))


def semua_pasal(jabatan: Jabatan) -> list[Pasal]:
    return [row for kind in TABEL.values() if jabatan.punya(kind) for row in pasal(jabatan, kind)]


def _sources(jabatan: Jabatan, kind: type[Tabel]) -> Iterator[Berdasar]:
    if kind.bentuk == PER_KUNCI:
        rows: Iterable[Dasar] = jabatan.per_kunci(kind).values()
    else:
        rows = jabatan.baris(kind) if kind.bentuk == BARIS else (jabatan.aturan(kind),)
    yield from rows
    if kind is Skala:
        yield from jabatan.ambang.values()
