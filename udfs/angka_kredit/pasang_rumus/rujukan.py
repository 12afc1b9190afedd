"""Cells as formulas name them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from openpyxl.utils.cell import coordinate_to_tuple, rows_from_range
from openpyxl.utils.cell import get_column_letter as huruf

_MOST = 250  # arguments of one SUM; Excel takes 255
_CELLS = re.compile(r"[A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?")
_SUM = re.compile(r"SUM\(([A-Z0-9:,]*)\)")
_PRODUCT = re.compile(r"PRODUCT\(([A-Z0-9:,]*)\)")


def alamat(baris: int, kolom: int, lembar: str = "", *, tetap: bool = False) -> str:
    """'C5', or 'Lembar 2'!$C$5: the sheet always in quotes."""
    mark = "$" if tetap else ""
    sheet = "'" + lembar.replace("'", "''") + "'!" if lembar else ""
    return f"{sheet}{mark}{huruf(kolom)}{mark}{baris}"


def menjumlah(refs: Sequence[str]) -> str:
    """The sum of these cells, runs of them as areas."""
    parts = list(_deret(refs))
    sums = [f"SUM({','.join(parts[at : at + _MOST])})" for at in range(0, len(parts), _MOST)]
    return f"=SUM({','.join(sums)})" if len(sums) > 1 else f"={sums[0]}"


def teks(isi: str) -> str:
    """A text as a formula holds it."""
    return '"' + isi.replace('"', '""') + '"'


def sama_artinya(satu: str, lain: str) -> bool:
    """The formulas add, or multiply, the same cells, once each, in whatever order and spelling."""
    one = _isi(satu)
    return one is not None and one == _isi(lain)


def _isi(rumus: str) -> tuple[str, frozenset[str]] | None:
    """('+' or '*', the cells) of a plain sum or product on one sheet; None of anything else."""
    text = rumus.upper().replace("$", "").replace(" ", "").removeprefix("=")
    text = _SUM.sub(lambda found: found[1].replace(",", "+"), text)
    if found := _PRODUCT.fullmatch(text):
        text = found[1].replace(",", "*")
    sign = "*" if "*" in text else "+"
    if not all(_CELLS.fullmatch(each) for each in text.split(sign)):
        return None
    cells = [ref for each in text.split(sign) for row in rows_from_range(each) for ref in row]
    return (sign, frozenset(cells)) if len(set(cells)) == len(cells) else None


def _deret(refs: Sequence[str]) -> list[str]:
    """Cells below each other, or two beside each other, as one area."""
    found: list[list[str]] = []
    for ref in refs:
        if found and _berikut(found[-1], ref):
            found[-1].append(ref)
        else:
            found.append([ref])
    return [run[0] if len(run) == 1 else f"{run[0]}:{run[-1].rsplit('!', 1)[-1]}" for run in found]


def _berikut(run: list[str], ref: str) -> bool:
    sheet, _, cell = ref.rpartition("!")
    before, _, last = run[-1].rpartition("!")
    if sheet != before or "$" in ref:
        return False
    (row, column), (above, left) = coordinate_to_tuple(cell), coordinate_to_tuple(last)
    if len(run) > 1:
        same = coordinate_to_tuple(re.sub(r"^.*!", "", run[0]))[1] == left
        return same and (row, column) == (above + 1, left)
    return (row, column) in ((above + 1, left), (above, left + 1))
