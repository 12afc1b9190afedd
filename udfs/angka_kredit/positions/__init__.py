"""The jabatan: which regulation each follows, since when, and how people spell its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from ..errors import BadValue, DataError, NotFound, unknown
from ..regulations.schema import Jabatan, Jenjang
from ..words import fold, match_golongan
from .installed import all_jabatan, damaged

__all__ = [
    "all_jabatan",
    "find_golongan",
    "find_jabatan",
    "find_jenjang",
    "find_kategori",
    "jenjang_spellings",
    "kategori_word",
]

_TITLE = re.compile(r"^(?:(?:jabatan fungsional|jft|jf|jenjang|kategori|tingkat) )+")
_KATEGORI = {"ahli": "keahlian", "terampil": "keterampilan", "ketrampilan": "keterampilan"}


@lru_cache(maxsize=4096)
def find_jabatan(text: str) -> Jabatan:
    """The jabatan by id or name in any case; #N/A for another word."""
    spellings = {fold(name): jabatan for jabatan in all_jabatan().values() for name in _names(jabatan)}
    word = _without_title(fold(text))
    if word in damaged():
        raise NotFound(damaged()[word])
    found = spellings.get(word)
    if found is None:
        names = [name for jabatan in all_jabatan().values() for name in (jabatan.id, jabatan.nama)]
        raise unknown("Jabatan", text, names, "daftar jabatan terpasang")
    return found


@lru_cache(maxsize=4096)
def find_jenjang(jabatan_id: str, text: str) -> Jenjang:
    """The jenjang of this jabatan in any usual spelling: 'Muda', 'ahli muda', 'Assessor Ahli Muda'."""
    jabatan = all_jabatan()[jabatan_id]
    found = _jenjang_spellings(jabatan_id).get(_without_title(fold(text)))
    if found is None:
        allowed = [jenjang.nama for jenjang in jabatan.jenjang]
        raise unknown(f"Jenjang {jabatan.nama}", text, allowed, jabatan.tangga.rujukan)
    return found


@lru_cache(maxsize=4096)
def find_golongan(jabatan_id: str, text: str) -> str:
    """The golongan ruang of this jabatan, 'III/c', from 'III c', 'IIIc', 'Penata', 'Penata, III/c'."""
    jabatan = all_jabatan()[jabatan_id]
    pangkat = {g.kode: g.pangkat for jenjang in jabatan.jenjang for g in jenjang.golongan}
    found = match_golongan(text, pangkat)
    if found is None:
        raise unknown(f"Golongan ruang {jabatan.nama}", text, pangkat, jabatan.tangga.rujukan)
    return found


@lru_cache(maxsize=4096)
def find_kategori(jabatan_id: str, text: str | None) -> str:
    """The kategori of this jabatan; not given is right only where there is just one."""
    jabatan = all_jabatan()[jabatan_id]
    names = jabatan.kategori
    if text is None:
        if len(names) == 1:
            return names[0]
        raise BadValue(
            f"Kategori belum diisi: {jabatan.nama} punya tangga {' dan '.join(names)} yang berbeda "
            f"({jabatan.tangga.rujukan}). Isi salah satunya."
        )
    word = _without_title(fold(text))
    for name in map(fold, _names(jabatan)):
        word = word.removeprefix(f"{name} ")
    word = kategori_word(word)
    if word not in names:
        raise unknown(f"Kategori {jabatan.nama}", text, names, jabatan.tangga.rujukan)
    return word


@cache
def _jenjang_spellings(jabatan_id: str) -> dict[str, Jenjang]:
    jabatan = all_jabatan()[jabatan_id]
    return jenjang_spellings(jabatan.jenjang, _names(jabatan))


def jenjang_spellings(levels: Iterable[Jenjang], names: Iterable[str]) -> dict[str, Jenjang]:
    """Every usual spelling (folded) of these jenjang, of a jabatan with these names."""
    spellings: dict[str, Jenjang] = {}
    prefixes = ("", *(f"{fold(name)} " for name in names))
    for jenjang in levels:
        word = fold(jenjang.nama)
        stems = [word]
        if jenjang.kategori == "keahlian":
            bare = word.removeprefix("ahli ")
            stems = [bare, f"ahli {bare}"]
        for key in (prefix + stem for stem in stems for prefix in prefixes):
            if spellings.setdefault(key, jenjang) is not jenjang:
                raise DataError(f"'{key}' menamai dua jenjang")
    return spellings


def kategori_word(text: str) -> str:
    """'ahli' and 'terampil' as the data write them: keahlian, keterampilan; another word as it is, folded."""
    word = _without_title(fold(text))
    return _KATEGORI.get(word, word)


def _names(jabatan: Jabatan) -> tuple[str, ...]:
    return (jabatan.id, jabatan.nama, *jabatan.nama_lain)


def _without_title(word: str) -> str:
    return _TITLE.sub("", word)
