"""What a form can be filled in with, and the headings under which people keep it in their tables."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from ...resources import folder
from ...words import fold

if sys.version_info >= (3, 11):
    import tomllib
else:  # inside LibreOffice
    import tomli as tomllib

BARIS = ("kegiatan", "riwayat", "penilaian")  # sheets of a table beside that of the people, as in the forms


@dataclass(frozen=True)
class Kolom:
    """One fact: `sel` is the name of its cell or cells in the form, '' for what only chooses the form."""

    kunci: str
    label: str
    jenis: str  # teks, nip, tanggal, angka, pilihan
    sel: str = ""
    pilihan: str = ""  # the name of its list in the form


@dataclass(frozen=True)
class Daftar:
    """The facts of one table by kunci, and the kunci of every heading, folded.

    `kenal`: what two rows share that speak of the same thing."""

    kolom: Mapping[str, Kolom]
    judul: Mapping[str, str]
    kenal: tuple[str, ...] = ()

    def dari(self, judul: str) -> str:
        """The kunci of a heading, however its letters are spaced ('N I P'); '' where nobody knows it."""
        folded = fold(judul.replace("&", " dan "))
        return self.judul.get(folded) or self._rapat.get(folded.replace(" ", ""), "")

    @cached_property
    def _rapat(self) -> dict[str, str]:
        return {word.replace(" ", ""): kunci for word, kunci in self.judul.items()}


@cache
def pegawai() -> Daftar:
    """The sheet of people: what chooses the form, then every input of every form's sheet Data."""
    words = _toml()
    kolom = {kunci: Kolom(kunci, kunci.capitalize(), "teks") for kunci in words["formulir"]}
    isian = list(_isian())
    for row in isian:
        kunci = row["kunci"]
        kolom[kunci] = Kolom(kunci, _label(row), row["jenis"], kunci, row.get("pilihan", ""))
    judul: dict[str, str] = {}
    labels = Counter(fold(row["label"]) for row in isian)
    for row in isian:
        own = [f"{row['kelompok']} {row['label']}", f"{row['label']} {row['kelompok']}", row["kunci"]]
        for word in own + [row["label"]] * (labels[fold(row["label"])] == 1):
            judul.setdefault(fold(word), row["kunci"])
    for kunci, synonyms in {**words["pegawai"], **words["formulir"]}.items():
        judul |= {fold(word): kunci for word in synonyms if kunci in kolom}
    return Daftar(kolom, judul)


@cache
def baris(nama: str) -> Daftar:
    """One of the sheets BARIS, several rows a person; the NIP says whose they are."""
    words = _toml()
    kolom = {"nip": Kolom("nip", "NIP", "nip")}
    judul = {fold(word): "nip" for word in words["pegawai"]["nip"]}
    for kunci, row in words[nama].items():
        label = kunci.replace("_", " ").capitalize()
        kolom[kunci] = Kolom(kunci, label, row["jenis"], row["sel"], row.get("pilihan", ""))
        judul |= {fold(word): kunci for word in row["judul"]}
    return Daftar(kolom, judul, tuple(words["kenal"][nama]))


def _label(row: Mapping[str, Any]) -> str:
    """'Nama' of the superior is 'Atasan langsung: Nama'."""
    return str(row["label"]) if row["kelompok"] in ("Pegawai", "Usul") else f"{row['kelompok']}: {row['label']}"


def _isian() -> Iterator[dict[str, Any]]:
    """Every input of every form once, as the forms' data have them."""
    seen = set()
    for path in sorted(folder("templates").glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("isian", []):
            if row["kunci"] not in seen:
                seen.add(row["kunci"])
                yield row


def wajib(kunci: str) -> bool:
    """Whether a form that asks for this fact is of no use without it."""
    return kunci in _toml()["wajib"]


def diabaikan(judul: str) -> bool:
    """Whether a heading stands in many tables and means nothing to a form."""
    return fold(judul) in _toml()["abaikan"]


@cache
def _toml() -> dict[str, Any]:
    return tomllib.loads((folder("templates") / "isi" / "kolom.toml").read_text(encoding="utf-8"))
