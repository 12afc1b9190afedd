"""Whose butir an activity is: by the form's own word, by its kode, or by its words where they have one owner."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...errors import CellError
from ...positions import all_jabatan, find_jenjang
from ...regulations.schema import Butir, Jabatan, Jenjang
from ...rules.angka_kredit import find_butir
from ...rules.faktor_jenjang import faktor_butir
from ...words import fold
from ..isian.bentuk import PENUNJANG, PROFESI, SEKOLAH, Fakta, Kegiatan

_LUAR = (SEKOLAH, "pendidikan", PROFESI, PENUNJANG)  # open to every jenjang: only tugas pokok has owners
_DARI_GOLONGAN = "jenjang pegawai disimpulkan dari golongan ruangnya"


class Pemilik(NamedTuple):
    """`ragu`: why it may be another's ('' where it is certain)."""

    jenjang: Jenjang
    ragu: str


def pemilik(fakta: Fakta, act: Kegiatan) -> Pemilik | None:
    """None where nothing tells: then only the own jenjang could be meant, or any."""
    if fakta.jabatan is None or fakta.jenjang is None:
        return None
    doubt = _DARI_GOLONGAN if fakta.jenjang_dari_golongan else ""
    if act["jenis"].teks in _LUAR and not fakta.milik_kita:
        return Pemilik(fakta.jenjang, doubt)
    if word := act["jenjang_butir"].teks:
        try:
            return Pemilik(find_jenjang(fakta.jabatan.id, word), doubt)
        except CellError:
            return None
    butir = find_butir(fakta.jabatan, act["kode"].teks) if act["kode"].teks else None
    if butir is not None:
        return Pemilik(_milik(fakta.jabatan, fakta.jenjang, butir), doubt)
    known = _menurut_uraian(fakta.jabatan.id).get(fold(act["uraian"].teks))
    if known is not None:
        words = f"jenjang butirnya dibaca dari uraiannya (butir {known.kode})"
        return Pemilik(_milik(fakta.jabatan, fakta.jenjang, known), "; ".join(filter(None, (doubt, words))))
    return Pemilik(fakta.jenjang, doubt) if fakta.milik_kita else None


def _milik(jabatan: Jabatan, held: Jenjang, butir: Butir) -> Jenjang:
    try:
        return faktor_butir(jabatan, held, butir)[0]
    except CellError:  # too far off, or of another ladder: the rule itself says it again
        return butir.jenjang[0]


@cache
def _menurut_uraian(jabatan_id: str) -> dict[str, Butir]:
    """The butir whose words no butir of another jenjang has."""
    by_words: dict[str, list[Butir]] = {}
    for butir in all_jabatan()[jabatan_id].butir.values():
        by_words.setdefault(fold(butir.uraian), []).append(butir)
    return {words: same[0] for words, same in by_words.items() if len({each.jenjang for each in same}) == 1}
