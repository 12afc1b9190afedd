"""The jabatan that are installed: the package's, and those that the user imported or whose Lampiran he imported."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ..errors import AngkaKreditError, DataError
from ..regulations import load, sources
from ..regulations.schema import Jabatan
from ..regulations.tabel import Tangga
from ..words import fold

METODE = ("butir_kegiatan", "kinerja")  # what earns credit: each butir, or a year's performance
_KEYS = {"id", "nama", "nama_lain", "regulasi", "berlaku_sejak", "metode"}
# What a data file that somebody changed by hand can make of our reading it.
DAMAGE = (AngkaKreditError, OSError, ValueError, KeyError, TypeError, ArithmeticError, csv.Error)


def all_jabatan() -> dict[str, Jabatan]:
    """id -> Jabatan: the package's and the imported ones, without those whose imported data are damaged."""
    return _installed()[0]


def damaged() -> dict[str, str]:
    """A jabatan's name (folded) -> what is wrong with its imported data, in words."""
    return _installed()[1]


@cache
def _installed() -> tuple[dict[str, Jabatan], dict[str, str]]:
    """What all_jabatan and damaged tell. A fault in the package's own data is an error of the program."""
    good: dict[str, Jabatan] = {}
    paths = sources.positions()
    bad = {fold(name): _damage(name, sources.faults(name)) for name in lost(paths)}
    for path in paths:
        if faults := sources.faults(path.stem):
            bad |= dict.fromkeys(_names_in(path), _damage(path.stem, faults))
            continue
        lampiran = sources.active(path.stem)
        try:
            good[path.stem] = load_jabatan(path, lampiran)
        except DAMAGE:
            if path.is_relative_to(sources.PACKAGE) and not lampiran:
                raise
            bad |= dict.fromkeys(_names_in(path), _damage(path.stem, ["isinya tidak cocok dengan versi program ini"]))
    return good, bad


def lost(paths: Iterable[Path]) -> list[str]:
    """The id of the imported jabatan whose own file is gone."""
    try:
        return sorted(set(sources.imports()) - {path.stem for path in paths})
    except DataError:
        return []


def _names_in(path: Path) -> list[str]:
    try:
        data = load.read_toml(path)
        return [fold(name) for name in (path.stem, data["nama"], *data["nama_lain"])]
    except DAMAGE:
        return [fold(path.stem)]


def _damage(jabatan_id: str, faults: Iterable[str]) -> str:
    return (
        f"Data impor jabatan {jabatan_id} tidak dapat dipakai: {'; '.join(faults)}. Impor ulang dengan perintah "
        f"'angka-kredit impor-lampiran BERKAS --jabatan {jabatan_id}' (jabatan buatan sendiri yang ditolak: dengan "
        "--nama dan --jenjang); 'angka-kredit lampiran' menunjukkan tempatnya."
    )


def load_jabatan(path: Path, lampiran: Path | None = None) -> Jabatan:
    """The jabatan of one file; the rows of an imported Lampiran lie over its own."""
    data = load.read_toml(path)
    if set(data) != _KEYS and set(data) != _KEYS - {"berlaku_sejak"}:  # an import does not know since when
        raise DataError(f"{path.name}: needs just the keys {sorted(_KEYS)}")
    if data["id"] != path.stem or data["metode"] not in METODE:
        raise DataError(f"{path.name}: id must be the file's name, metode one of {METODE}")
    folder = sources.regulation(data["regulasi"])
    regulasi, tables = load.regulasi(folder)
    if Tangga not in tables:
        raise DataError(f"{data['regulasi']}: lacks [tangga]")
    levels, groups = load.jenjang(folder), load.unsur(folder)
    own = {golongan.kode for level in levels for golongan in level.golongan}
    butir = load.butir(folder / "butir.csv", levels, groups)
    return Jabatan(
        id=data["id"],
        nama=data["nama"],
        nama_lain=tuple(data["nama_lain"]),
        metode=data["metode"],
        berlaku_sejak=data.get("berlaku_sejak"),
        regulasi=regulasi,
        jenjang=levels,
        tangga=tables[Tangga],
        tabel=tables,
        ambang={kode: nilai for kode, nilai in load.ambang(tables).items() if kode in own},
        unsur=groups,
        butir=butir | (load.butir(lampiran, levels, groups) if lampiran else {}),
    )
