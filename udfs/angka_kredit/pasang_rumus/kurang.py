"""What a sum lacks: cells that it reads and that stay without their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..recalc.compute import Formula
from ..recalc.workbook import Place
from .bentuk import DILEWATI, Sel

_MOST = 5  # cells that are named


def belum_termasuk(sel: Mapping[Place, Sel], formulas: Sequence[Formula]) -> dict[Place, Sel]:
    """The cells, each planned formula that rests on a cell without its number saying so, however far below."""
    lacking: dict[Place, tuple[Place, ...]] = {place: (place,) for place, each in sel.items() if _kosong(each)}
    planned = [each for each in formulas if each.place in sel and lacking]
    changed = True
    while changed:
        changed = False
        for each in planned:
            read = {place for place in lacking if place != each.place and membaca(each, {place})}
            roots = tuple(sorted({root for place in read for root in lacking[place]}))
            if roots and lacking.get(each.place) != roots:
                lacking[each.place], changed = roots, True
    found = {place: roots for place, roots in lacking.items() if not _kosong(sel[place])}
    return {place: _bercatatan(each, found.get(place, ())) for place, each in sel.items()}


def membaca(formula: Formula, places: set[Place]) -> bool:
    """Whether the formula reads one of these cells."""
    for each in formula.references():
        sheet = (each.sheet or formula.place.sheet).casefold()
        if any(sheet == other.sheet.casefold() and each.holds(other.ref) for other in places):
            return True
    return False


def _kosong(sel: Sel) -> bool:
    """It was to hold a number, and holds none."""
    held = isinstance(sel.nilai_lama, (int, float)) and not isinstance(sel.nilai_lama, bool)
    return sel.status == DILEWATI and bool(sel.rumus_baru) and not held


def _bercatatan(sel: Sel, roots: Sequence[Place]) -> Sel:
    if not roots:
        return sel
    names = [each.ref if each.sheet == sel.lembar else f"{each.ref} lembar {each.sheet}" for each in roots]
    more = f" dan {len(names) - _MOST} lagi" if len(names) > _MOST else ""
    words = f"belum termasuk {', '.join(names[:_MOST])}{more}"
    return replace(sel, catatan="; ".join(filter(None, (sel.catatan, words))))
