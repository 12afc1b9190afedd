"""What holds for every jabatan (folder umum/): pangkat with their golongan ruang, and the credit of a diploma.

Both in any usual spelling."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from ..errors import unknown
from ..words import fold, match_golongan
from . import load
from .schema import Golongan, Ijazah
from .tabel import Dasar

_NUMBERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "satu": "1", "dua": "2", "tiga": "3", "empat": "4"}
_FILLER = {"ijazah", "pendidikan", "sekolah", "lulusan"}
_EITHER = re.compile(r"[/()]")  # between two names of one diploma: 'S1 (Sarjana)', 'S-1/Sarjana'


@cache
def pangkat() -> dict[str, Golongan]:
    """golongan -> its pangkat, lowest first."""
    rows = load.read_rows(load.FOLDER / "umum" / "pangkat.csv")
    found = [Golongan(row["golongan"], row["pangkat"], *load.sourced(row, "umum/pangkat.csv")) for row in rows]
    return {row.kode: row for row in found}


def di_antara(golongan: str, dari: str, sampai: str) -> bool:
    """Whether this golongan lies from `dari` through `sampai`, by the order of all golongan."""
    order = list(pangkat())
    return order.index(dari) <= order.index(golongan) <= order.index(sampai)


@cache
def ijazah() -> dict[str, Ijazah]:
    """name -> diploma, lowest first."""
    found = []
    for row in load.read_rows(load.FOLDER / "umum" / "ijazah.csv"):
        source = load.sourced(row, f"umum/ijazah.csv {row['ijazah']}")
        names = tuple(row["nama_lain"].split(";"))
        found.append(Ijazah(row["ijazah"], int(row["urutan"]), Decimal(row["ak"]), names, *source))
    return {row.nama: row for row in found}


@cache
def dasar(pokok: str) -> Dasar:
    """The source of what no jabatan's text rules: the make-up of a NIP, ages, leap years, numbers in words."""
    rows = {row.pop("pokok"): row for row in load.read_rows(load.FOLDER / "umum" / "dasar.csv")}
    return load.tabel(Dasar, rows[pokok], f"umum/dasar.csv {pokok}")  # type: ignore[no-any-return]


@lru_cache(maxsize=4096)
def find_pangkat(text: str) -> Golongan:
    """The pangkat and golongan ruang of any jabatan, from 'III c', 'IIIc', 'Penata', 'Penata Tk. I (III/d)'."""
    found = match_golongan(text, {row.kode: row.pangkat for row in pangkat().values()})
    if found is None:
        raise unknown("Golongan ruang", text, pangkat(), "daftar pangkat dan golongan ruang umum")
    return pangkat()[found]


@lru_cache(maxsize=4096)
def find_ijazah(text: str) -> Ijazah:
    """The diploma from 'S-1', 'Sarjana (S1)', 'D.IV', 'Diploma III', 'SLTA'; with a field of study: #N/A.

    Two of one level and one credit ('S1/D.IV'): the first of them in the list, so that it is never taken for the one
    that more rules name."""
    names = _ijazah_spellings()
    whole = _spelling(text)
    parts = [whole] if whole in names else [_spelling(part) for part in _EITHER.split(text)]
    found = {names.get(part) for part in parts if part}
    rows = [row for row in ijazah().values() if row.nama in found]
    if None in found or len({(row.urutan, row.ak) for row in rows}) != 1:
        raise unknown("Ijazah", text, ijazah(), "daftar ijazah umum; tulis jenjang ijazahnya saja, tanpa jurusan")
    return rows[0]


@cache
def _ijazah_spellings() -> dict[str, str]:
    return {_spelling(name): row.nama for row in ijazah().values() for name in (row.nama, *row.nama_lain)}


def _spelling(text: str) -> str:
    """'D.IV' -> 'd4', 'Strata Satu' -> 'strata1'."""
    return "".join(_NUMBERS.get(word, word) for word in fold(text).split() if word not in _FILLER)
