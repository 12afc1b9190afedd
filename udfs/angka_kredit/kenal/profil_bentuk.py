"""A profile: the layout of an agency's form as it was recognised and corrected by hand, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .bentuk import BUTIR, JUMLAH, KELOMPOK, SUB_UNSUR, TOTAL, UNSUR, Formulir

VERSI = 1
BERTEKS = (UNSUR, SUB_UNSUR, JUMLAH, TOTAL)  # rows that a profile names with their words
JENIS_BARIS = (UNSUR, SUB_UNSUR, KELOMPOK, BUTIR, JUMLAH, TOTAL)


@dataclass(frozen=True)
class ProfilFormulir:
    """`kerangka`: all but the rows and the people's values. Rows by number where the form prints them; else they
    are recognised from `mulai` on, as in a surat pernyataan, which has as many as its person needs."""

    kerangka: Formulir
    mulai: int = 0
    baris: Mapping[int, str] = field(default_factory=dict)  # row -> kind
    teks: Mapping[int, str] = field(default_factory=dict)  # row -> its words, where the profile names them
    ragu: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ProfilLembar:
    nama: str
    formulir: tuple[ProfilFormulir, ...]
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Profil:
    lembar: tuple[ProfilLembar, ...]
