"""Which totals a recalculation moved across a threshold: what an officer must know first. ATURAN is the rule."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from math import inf
from operator import itemgetter
from typing import TypeGuard

from ..errors import CellError, Refused
from ..functions import KATALOG
from ..positions import find_jabatan
from ..recalc.formulas import calls, tokens
from ..recalc.run import Change
from ..regulations.schema import Jabatan
from ..rounding import without_noise
from ..words import indonesian
from .result import Cell

ATURAN = (
    "Yang disebut di sini: (1) sel berangka yang berubah, yang rumusnya bukan semata-mata satu fungsi Angka Kredit "
    "(misalnya sebuah SUM), bila nilai lama dan nilai barunya berada di sisi yang berlainan dari sebuah ambang angka "
    "kredit kumulatif milik jabatan yang disebut rumus Angka Kredit di buku kerja itu; (2) sel JENJANG_DARI_AK yang "
    "hasilnya berubah. Nilai lama yang kosong atau 0 berarti belum pernah dihitung, jadi tidak dibandingkan. Jumlah "
    "yang bukan jumlah angka kredit (misalnya cacah baris) dapat ikut tersebut: periksa selnya."
)
_LEVEL = re.compile(r"JENJANG_DARI_AK\(", re.IGNORECASE)
_SUM = re.compile(r"\bSUM\(", re.IGNORECASE)
_PREFIX = re.compile(r"(?:.*!|_XLDUDF_|_XLL\.)")
_MARGIN = 1e-6  # wider than the noise that exact comparison takes away: what is nearer is compared exactly

Crossing = tuple[str, Cell, Cell, str]
Threshold = tuple[float, Decimal, str]  # for the search, exactly, of which golongan
Scale = tuple[str, list[Threshold]]  # of which jabatan, in ascending order
_NEAR: Callable[[Threshold], float] = itemgetter(0)


def crossed(changes: Iterable[Change], names: Iterable[str]) -> list[Crossing]:
    """(cell, old, new, over which threshold) by the rule ATURAN; `names` are the jabatan as the workbook names them."""
    scales = [_scale(jabatan) for jabatan in _known(names)]
    return [
        (str(change.place), change.old, change.new, words)
        for change in changes
        if change.old and (words := _level(change) or _thresholds(change, scales))
    ]


def largest_total(changes: Iterable[Change]) -> tuple[str, Cell, Cell] | None:
    """The changed SUM with the largest new value: on a form, the total of totals."""
    largest, most = None, -inf
    for change in changes:
        new = change.new
        if _is_number(new) and new > most and "SUM(" in change.formula.upper() and _SUM.search(change.formula):
            largest, most = change, new
    return (str(largest.place), largest.old, largest.new) if largest else None


def _scale(jabatan: Jabatan) -> Scale:
    rows = [(float(ambang.nilai), ambang.nilai, golongan) for golongan, ambang in jabatan.ambang.items()]
    return jabatan.nama, sorted(rows)


def _known(names: Iterable[str]) -> Iterator[Jabatan]:
    found = {}
    for name in names:
        try:
            jabatan = find_jabatan(name)
        except CellError:  # the cell shows it
            continue
        found[jabatan.id] = jabatan
    yield from found.values()


def _level(change: Change) -> str:
    told = isinstance(change.old, str) and _LEVEL.search(change.formula)
    return "jenjang yang tercapai berubah" if told else ""


def _thresholds(change: Change, scales: Sequence[Scale]) -> str:
    old, new = change.old, change.new
    if not (_is_number(old) and _is_number(new)):
        return ""
    passed = [(whose, rows) for whose, scale in scales if (rows := _passed(old, new, scale))]
    if not passed or _is_one_call_of_ours(change.formula):
        return ""
    there = "; ".join(
        f"{', '.join(f'{indonesian(ambang)} ({golongan})' for _, ambang, golongan in rows)} {whose}"
        for whose, rows in passed
    )
    return f"{'naik melewati' if new > old else 'turun di bawah'} ambang {there}"


def _passed(old: float, new: float, scale: list[Threshold]) -> list[Threshold]:
    low, high = min(old, new) - _MARGIN, max(old, new) + _MARGIN
    near = scale[bisect_left(scale, low, key=_NEAR) : bisect_right(scale, high, key=_NEAR)]
    return [row for row in near if _reaches(old, row[1]) != _reaches(new, row[1])]


def _reaches(value: float, ambang: Decimal) -> bool:
    return without_noise(Decimal(value)) >= ambang


def _is_one_call_of_ours(formula: str) -> bool:
    try:
        items = tokens(formula)
        outer = next(calls(items), None)
    except Refused:
        return False
    if outer is None or KATALOG.get(_PREFIX.sub("", outer.name)) is None:
        return False
    written = f"({','.join(outer.arguments)})"
    return "".join(item.value for item in items).upper() == f"{outer.name}{written}".upper()


def _is_number(value: Cell) -> TypeGuard[float]:
    return type(value) in (float, int)  # not TRUE
