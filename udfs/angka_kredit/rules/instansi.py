"""Instansi: the kinds of instansi that a text tells apart, as people write them."""

from __future__ import annotations

from ..errors import unknown
from ..regulations.schema import Jabatan
from ..regulations.tabel import Instansi
from ..words import fold


def jenis_instansi(jabatan: Jabatan, text: str) -> tuple[str, Instansi]:
    """The key of the data's [instansi], and its table; #N/A for a word that is none of them."""
    table = jabatan.per_kunci(Instansi)
    spellings = {fold(name): key for key, rule in table.items() for name in (key, *rule.nama)}
    key = spellings.get(fold(text))
    if key is None:
        names = [rule.nama[0] for rule in table.values()]
        raise unknown("Instansi", text, names, jabatan.regulasi.singkat)
    return key, table[key]
