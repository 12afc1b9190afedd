"""What a filled-in form says of itself, in the words of its own checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from openpyxl.utils.cell import coordinate_to_tuple

from ...recalc.cells import scan
from ...recalc.package import Package
from ...recalc.workbook import read_workbook
from ..data_ringkasan import LAMA_OK
from ..kegiatan_periksa import BERES
from .bentuk import SURAT, Formulir, Sel
from .nilai import galat

if TYPE_CHECKING:
    from ...recalc.run import Outcome

_SEMUA = "kegiatan_peringatan"  # that some row is wrong, which every form repeats
# name of the checks -> what they say where all is well
_BAIK: Mapping[str, str] = {
    "kegiatan_periksa": BERES,
    "penilaian_periksa": BERES,
    "riwayat_periksa": "sesuai",
    "pemeriksaan_nip": "SESUAI",
    "periksa_jabatan": "SESUAI",
    "pemeriksaan_lama": LAMA_OK,
    _SEMUA: "",
    **{f"sp_{surat}_peringatan": "" for surat in SURAT},
}


def periksa(outcome: Outcome, formulir: Formulir) -> list[str]:
    """The words of every check that is not content, then every error that an input caused and no check speaks of."""
    baik = {sel: words for name, words in _BAIK.items() for sel in formulir.nama.get(name, ())}
    shown = {sel: words.split("\n")[0] for sel, words in _nilai(outcome.data, baik).items()}
    said = {sel: words for sel, words in shown.items() if words not in ("", baik[sel]) and not galat(words)}
    rows = {(sel.lembar, _row(sel.ref)) for sel in said}
    others = [(place, words) for place, words in outcome.notes if (place.sheet, _row(place.ref)) not in rows]
    said = _sekali(said, formulir)
    return [*(f"{sel}: {words}" for sel, words in said.items()), *(f"{place}: {words}" for place, words in others)]


def _sekali(said: Mapping[Sel, str], formulir: Formulir) -> dict[Sel, str]:
    """Without what the forms repeat: that some row is wrong, once, and not where the rows themselves are told."""
    told = any(sel in said for sel in formulir.nama.get("kegiatan_periksa", ()))
    semua = next(iter(formulir.nama.get(_SEMUA, ())), None)
    again = said.get(semua) if semua else None
    return {sel: words for sel, words in said.items() if words != again or (sel == semua and not told)}


def _nilai(data: bytes, wanted: Mapping[Sel, str]) -> dict[Sel, str]:
    """What these formula cells show, in the order of `wanted`."""
    package, found = Package(data), dict[Sel, str]()
    sheets = {sel.lembar for sel in wanted}
    for sheet in read_workbook(package).sheets:
        if sheet.name in sheets:
            for cell in scan(sheet.part, package.read(sheet.part)).formulas:
                found[Sel(sheet.name, cell.ref)] = "" if cell.value is None else str(cell.value)
    return {sel: found[sel] for sel in wanted if sel in found}


def _row(ref: str) -> int:
    return int(coordinate_to_tuple(ref)[0])
