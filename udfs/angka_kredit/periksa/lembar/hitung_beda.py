"""A value that is not what its formula gives now: the file was changed where nothing recalculated it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from ...errors import Refused
from ...kenal.kisi import alamat
from ...recalc.package import Package
from ...recalc.places import coordinate
from ...recalc.run import Change
from ...recalc.spelling import without_names, without_prefixes
from ...recalc.values import CellErrorValue, Value, agree
from ...recalc.workbook import read_workbook
from ...words import shown
from ..bahan import Bahan
from ..temuan import Temuan
from .rumus import sel_dibaca

_VOLATILE = re.compile(r"\b(?:TODAY|NOW|RAND|RANDBETWEEN|OFFSET|INDIRECT)\(", re.IGNORECASE)
_MOST = 5  # findings of a sheet
_NAMED = 8  # cells that one finding names


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    if any(kisi.rusak for kisi in bahan.kisi):
        raise Refused("hasil hitung ulang: betulkan lebih dahulu sel yang isinya bukan angka")
    if never := _belum_dihitung(bahan):
        yield never
        return
    outcome = bahan.hitung
    if isinstance(outcome, Refused):
        raise outcome
    changed = [each for each in outcome.changed if _berubah(each)]
    places = {(each.place.sheet.casefold(), *coordinate(each.place.ref)) for each in changed}
    names = read_workbook(Package(bahan.data)).names if changed else {}
    first = [each for each in changed if not _akibat(each, places, names)]
    sheets: dict[str, list[Change]] = {}
    for each in first or changed:  # two that only read each other are both told
        sheets.setdefault(each.place.sheet, []).append(each)
    rest = len(changed) - len(first or changed)
    for found in sheets.values():
        yield from _lembar(found, f" {rest} sel lain ikut berubah karenanya." if rest else "")
        rest = 0


def _belum_dihitung(bahan: Bahan) -> Temuan | None:
    """As a program writes a file that no spreadsheet has opened yet: every formula, and no value."""
    cells = [(kisi, at, sel) for kisi in bahan.kisi for at, sel in kisi.sel.items() if sel.rumus]
    if not cells or any(sel.nilai is not None for _, _, sel in cells):
        return None
    kisi, at, _ = min(cells, key=lambda each: each[1] if each[0] is cells[0][0] else (sys.maxsize, 0))
    return Temuan(
        "hitung_beda",
        kisi.nama,
        alamat(*at),
        f"Rumus buku ini belum pernah dihitung ({len(cells)} rumus tanpa nilai), sehingga jumlah-jumlahnya tidak "
        "dapat diperiksa.",
        "Hitung ulang bukunya (angka-kredit hitung-ulang, atau buka di Excel), simpan, lalu periksa lagi.",
    )


def _lembar(found: list[Change], lain: str) -> Iterator[Temuan]:
    """The cells of one sheet, one by one where they are few."""
    few = len(found) <= _MOST
    for at, each in enumerate(found if few else found[:1]):
        also = "" if few else f" Begitu pula {len(found) - 1} sel lain pada lembar ini: {_sebut(found[1:])}."
        yield Temuan(
            "hitung_beda",
            each.place.sheet,
            each.place.ref,
            f"{_beda(each)}{also}{lain if at == 0 else ''}",
            "Hitung ulang bukunya (angka-kredit hitung-ulang, atau Ctrl+Alt+F9 di Excel), lalu simpan.",
        )


def _beda(change: Change) -> str:
    """Numbers and errors are told, texts are not: they may be a person's."""
    old, new = (_kata(each) for each in (change.old, change.new))
    same = " yang lain" if old == new else ""
    return f"Menunjukkan {old}, padahal rumusnya menghasilkan {new}{same}."


def _kata(value: Value) -> str:
    if isinstance(value, CellErrorValue):
        return str(value)
    return "teks" if isinstance(value, str) and value else shown(value)


def _sebut(found: list[Change]) -> str:
    return ", ".join(each.place.ref for each in found[:_NAMED]) + (", ..." if len(found) > _NAMED else "")


def _berubah(change: Change) -> bool:
    """There was a value, another one, and not one that changes by itself."""
    blank = change.old is None or change.old == ""
    same = agree(change.old, change.new) or (blank and change.new in (None, "", 0.0))
    return change.old is not None and not same and not _VOLATILE.search(change.formula)


def _akibat(change: Change, places: set[tuple[str, int, int]], names: dict[str, str]) -> bool:
    """The formula reads a cell that changed too."""
    own = change.place.sheet.casefold()
    for term in sel_dibaca(without_names(without_prefixes(change.formula), names)):
        sheet = (term.lembar or own).casefold()
        if any(name == sheet and term.area.holds(row, column) for name, row, column in places):
            return True
    return False
