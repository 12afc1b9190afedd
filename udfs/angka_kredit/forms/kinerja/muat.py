"""Loads the performance forms' data from `templates/`."""

from __future__ import annotations

from functools import cache

from ... import positions
from .. import skeleton
from ..schema import Isian
from .data import Berkas, BerkasJabatan, BerkasKonversi, Isi, Lembar

METODE = "kinerja"
KONVERSI = "konversi"


@cache
def konversi() -> BerkasKonversi:
    return skeleton.load(BerkasKonversi, KONVERSI)


@cache
def lembar(stem: str) -> Lembar:
    """A form of the regime since 2023 that has a file of its own."""
    return skeleton.load(Lembar, stem)


@cache
def jabatan() -> dict[str, BerkasJabatan]:
    """jabatan id -> its forms; every installed jabatan assessed by performance that has a file in templates/."""
    known = [each.id for each in positions.all_jabatan().values() if each.metode == METODE]
    stems = [stem for stem in known if (skeleton.templates() / f"{stem}.toml").exists()]
    return {stem: skeleton.load(BerkasJabatan, stem) for stem in sorted(stems)}


def isian(berkas: Berkas) -> tuple[Isian, ...]:
    """The inputs of the sheet Data in their order, those of one kelompok together."""
    known = {each.kunci: each for each in skeleton.isian("dupak")}
    found = [*(known[kunci] for kunci in berkas.pakai), *berkas.isian]
    groups = list(dict.fromkeys(each.kelompok for each in found))
    return tuple(sorted(found, key=lambda each: groups.index(each.kelompok)))


@cache
def contoh() -> dict[str, Isi]:
    """file stem -> the example that fills in a workbook."""
    paths = sorted((skeleton.templates() / "contoh" / METODE).glob("*.toml"))
    return {path.stem: skeleton.load(Isi, f"contoh/{METODE}/{path.stem}") for path in paths}
