"""Dasar hukum: every article that the rules of a jabatan rest on, as its data name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..regulations.schema import Jabatan
from ..regulations.tabel import BARIS, PER_KUNCI, TABEL, Dasar, Skala, Tabel
from ..words import kata_status
from .hasil import Berdasar


class Pasal(NamedTuple):
    """One article of one rule (`judul`: what the rule is about)."""

    rujukan: str
    judul: str
    status: str


def pasal(jabatan: Jabatan, kind: type[Tabel], pokok: Sequence[str] = ()) -> list[Pasal]:
    """The articles of one rule, or of its rows for these `pokok`, each once; #N/A where the text has none."""
    own = [row for row in _sources(jabatan, kind) if not pokok or getattr(row, kind.pembeda) in pokok]
    if not own:
        raise jabatan.tanpa(kind)
    of = [judul(kind, getattr(row, kind.pembeda, "") if kind.pembeda else "") for row in own]
    found = [Pasal(row.rujukan, name, kata_status(row.status)) for row, name in zip(own, of, strict=True)]
    return list(dict.fromkeys(found))


def semua_pasal(jabatan: Jabatan) -> list[Pasal]:
    return [row for kind in TABEL.values() if jabatan.punya(kind) for row in pasal(jabatan, kind)]


def judul(kind: type[Tabel], pokok: str) -> str:
    """What the rule, or its part `pokok`, is about: 'syarat: naik pangkat'."""
    return f"{kind.judul}: {pokok.replace('_', ' ')}" if pokok else kind.judul


def _sources(jabatan: Jabatan, kind: type[Tabel]) -> Iterator[Berdasar]:
    if kind.bentuk == PER_KUNCI:
        rows: Iterable[Dasar] = jabatan.per_kunci(kind).values()
    else:
        rows = jabatan.baris(kind) if kind.bentuk == BARIS else (jabatan.aturan(kind),)
    yield from rows
    if kind is Skala:
        yield from jabatan.ambang.values()
