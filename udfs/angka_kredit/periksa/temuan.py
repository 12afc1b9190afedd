"""A finding, and what is known of every kind of finding (jenis.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tomllib

BERAT, SEDANG, RINGAN = URUTAN = ("berat", "sedang", "ringan")  # gravest first


@dataclass(frozen=True)
class Temuan:
    """`salah`: what is wrong, with the figures; `lakukan`: what to do. `sel` is 'B5', '' for the sheet as a whole."""

    jenis: str  # a key of jenis.toml
    lembar: str
    sel: str
    salah: str
    lakukan: str
    ragu: str = ""  # '' for what is certain, else why it is only a suspicion
    rujukan: str = ""  # the article, where the kind's own does not do

    @property
    def tempat(self) -> str:
        return f"{self.lembar}!{self.sel}" if self.sel else self.lembar


@dataclass(frozen=True)
class Jenis:
    """A kind of finding: how grave, its title, its rule in a sentence, the article ('' for a sheet's own fault)."""

    kunci: str
    berat: str
    judul: str
    aturan: str
    rujukan: str


@cache
def semua_jenis() -> Mapping[str, Jenis]:
    """Every kind by its key, as jenis.toml has them."""
    texts = tomllib.loads((Path(__file__).parent / "jenis.toml").read_text("utf-8"))
    return {kunci: Jenis(kunci, **isi) for kunci, isi in texts.items()}


def jenis(temuan: Temuan) -> Jenis:
    """The finding's kind; KeyError for one that jenis.toml does not have, a fault of ours."""
    return semua_jenis()[temuan.jenis]


def rujukan(temuan: Temuan) -> str:
    return temuan.rujukan or jenis(temuan).rujukan
