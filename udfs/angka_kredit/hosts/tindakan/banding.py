"""The open workbook beside our own recalculation of a copy: what differs, and what a person should look at."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...errors import Refused
from .host import Baris, Host, Nilai, Rumus, Sel

TANPA = "program ini tidak punya mesin hitung pembanding"


@dataclass(frozen=True)
class Banding:
    """`tanpa`: why there was no comparison, in words; '' where there was."""

    beda: list[Baris] = field(default_factory=list)  # cell, what it shows, what is right, formula
    catatan: list[Baris] = field(default_factory=list)  # cell, words: errors that an input caused
    tanpa: str = ""


def banding(host: Host) -> Banding:
    """Computes a copy of the workbook with the engines of hitung-ulang; nothing in the workbook changes."""
    try:
        from ...recalc.run import recalculate
    except ImportError:  # in LibreOffice UNO raises its own in place of ModuleNotFoundError
        return Banding(tanpa=TANPA)
    try:
        found = recalculate(host.salinan())
    except Refused as reason:
        return Banding(tanpa=str(reason))
    beda: list[Baris] = [(str(each.place), each.old, each.new, f"={each.formula}") for each in found.changed]
    return Banding(beda, [(str(place), words) for place, words in found.notes])


def segar(host: Host, rumus: dict[Sel, Rumus]) -> tuple[list[Rumus], str]:
    """Without our engines: the formulas with what they show in a copy that the program itself computed anew; as they
    are, and why in words, where it cannot."""
    try:
        nilai = host.nilai_segar()
    except Refused as reason:
        return list(rumus.values()), str(reason)
    return [each._replace(nilai=nilai.get(each.sel, each.nilai)) for each in rumus.values()], ""


def sama(satu: Nilai, dua: Nilai) -> bool:
    """Whether a cell shows the same; numbers as far as a spreadsheet keeps them."""
    if isinstance(satu, float) and isinstance(dua, float):
        return format(satu, ".15g") == format(dua, ".15g")
    return ("" if satu is None else satu) == ("" if dua is None else dua)
