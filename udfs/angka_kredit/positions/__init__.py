"""The jabatan: which regulation each follows, since when, and how people spell its words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from ..errors import BadValue, DataError, unknown
from ..regulations import load
from ..regulations.schema import Jabatan, Jenjang
from ..regulations.tabel import Tangga
from ..words import fold, fold_pangkat, split_golongan

FOLDER = Path(__file__).parent
METODE = ("butir_kegiatan", "kinerja")  # what earns credit: each butir, or a year's performance
_TITLE = re.compile(r"^(?:(?:jabatan fungsional|jft|jf|jenjang|kategori|tingkat) )+")
_KATEGORI = {"ahli": "keahlian", "terampil": "keterampilan", "ketrampilan": "keterampilan"}
_KEYS = ("id", "nama", "nama_lain", "regulasi", "berlaku_sejak", "metode")


@cache
def all_jabatan() -> dict[str, Jabatan]:
    """id -> Jabatan, every one that has a file here."""
    found = [_load(path) for path in sorted(FOLDER.glob("*.toml"))]
    return {jabatan.id: jabatan for jabatan in found}


@lru_cache(maxsize=4096)
def find_jabatan(text: str) -> Jabatan:
    """The jabatan by id or name in any case; #N/A for another word."""
    spellings = {fold(name): jabatan for jabatan in all_jabatan().values() for name in _names(jabatan)}
    found = spellings.get(_without_title(fold(text)))
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
    pangkat = {g.kode: fold_pangkat(g.pangkat) for jenjang in jabatan.jenjang for g in jenjang.golongan}
    kode, rest = split_golongan(text)
    named = next((k for k, p in pangkat.items() if p == rest), None)
    if kode in pangkat and named not in (None, kode):
        raise BadValue(f"'{text}': pangkat dan golongan ruang tidak cocok; pangkat itu {named}, bukan {kode}.")
    found = kode if not rest else named  # words beside the golongan must be its pangkat
    if found is None or found not in pangkat:
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
    word = _KATEGORI.get(word, word)
    if word not in names:
        raise unknown(f"Kategori {jabatan.nama}", text, names, jabatan.tangga.rujukan)
    return word


@cache
def _jenjang_spellings(jabatan_id: str) -> dict[str, Jenjang]:
    jabatan = all_jabatan()[jabatan_id]
    spellings: dict[str, Jenjang] = {}
    for jenjang in jabatan.jenjang:
        word = fold(jenjang.nama)
        stems = [word]
        if jenjang.kategori == "keahlian":
            bare = word.removeprefix("ahli ")
            stems = [bare, f"ahli {bare}"]
        for stem in stems:
            for prefix in ("", *(f"{fold(name)} " for name in _names(jabatan))):
                if spellings.setdefault(prefix + stem, jenjang) is not jenjang:
                    raise DataError(f"{jabatan_id}: '{prefix + stem}' names two jenjang")
    return spellings


def _names(jabatan: Jabatan) -> tuple[str, ...]:
    return (jabatan.id, jabatan.nama, *jabatan.nama_lain)


def _without_title(word: str) -> str:
    return _TITLE.sub("", word)


def _load(path: Path) -> Jabatan:
    data = load.read_toml(path)
    if set(_KEYS) != set(data):
        raise DataError(f"{path.name}: needs just the keys {_KEYS}")
    if data["metode"] not in METODE:
        raise DataError(f"{path.name}: metode must be one of {METODE}")
    folder = load.FOLDER / data["regulasi"]
    regulasi, tables = load.regulasi(folder)
    if Tangga not in tables:
        raise DataError(f"{data['regulasi']}: lacks [tangga]")
    levels, groups = load.jenjang(folder), load.unsur(folder)
    own = {golongan.kode for level in levels for golongan in level.golongan}
    return Jabatan(
        id=data["id"],
        nama=data["nama"],
        nama_lain=tuple(data["nama_lain"]),
        metode=data["metode"],
        berlaku_sejak=data["berlaku_sejak"],
        regulasi=regulasi,
        jenjang=levels,
        tangga=tables[Tangga],
        tabel=tables,
        ambang={kode: nilai for kode, nilai in load.ambang(tables).items() if kode in own},
        unsur=groups,
        butir=load.butir(folder / "butir.csv", levels, groups),
    )
