"""A sheet as a neutral grid: texts, numbers, formulas, merged areas, what is hidden; rows and columns count from 1."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from openpyxl.utils.cell import get_column_letter

from ..recalc.limits import MOST_CELLS
from ..words import tanggal

Nilai = str | int | float | bool | date | None
Tempat = tuple[int, int]  # row, column


@dataclass(frozen=True)
class Sel:
    nilai: Nilai  # what a formula's cell showed last
    rumus: str = ""  # with its '='

    @property
    def teks(self) -> str:
        if isinstance(self.nilai, date):
            return tanggal(self.nilai)
        if isinstance(self.nilai, float) and self.nilai.is_integer():
            return str(int(self.nilai))
        return "" if self.nilai is None else str(self.nilai)


@dataclass(frozen=True)
class Kisi:
    """The cells that hold something, and the merged areas as (top, left, bottom, right)."""

    nama: str
    sel: dict[Tempat, Sel]
    gabungan: tuple[tuple[int, int, int, int], ...] = ()
    baris_sembunyi: frozenset[int] = frozenset()
    kolom_sembunyi: frozenset[int] = frozenset()
    tersembunyi: bool = False
    rusak: tuple[tuple[str, str], ...] = ()  # (ref, what stands there): cells whose value is not what their type says

    def teks(self, baris: int, kolom: int) -> str:
        """What the cell itself shows, without blanks around it; '' for an empty one."""
        sel = self.sel.get((baris, kolom))
        return sel.teks.strip() if sel else ""

    def rumus(self, baris: int, kolom: int) -> str:
        sel = self.sel.get((baris, kolom))
        return sel.rumus if sel else ""

    def induk(self, baris: int, kolom: int) -> Tempat:
        """The cell whose content shows here: the first of the merged area, else the cell itself."""
        return self._induk.get((baris, kolom), (baris, kolom))

    def area(self, baris: int, kolom: int) -> tuple[int, int, int, int]:
        """The merged area that begins here; the cell alone where there is none."""
        return self._area.get((baris, kolom), (baris, kolom, baris, kolom))

    def isi_baris(self, baris: int) -> list[int]:
        """The columns of the row that hold something."""
        return self._baris.get(baris, [])

    @property
    def terakhir(self) -> int:
        return max(self._baris, default=0)

    def jalur(self, kiri: int, kanan: int) -> Kisi:
        """The grid with these columns only."""
        cells = {place: sel for place, sel in self.sel.items() if kiri <= place[1] <= kanan}
        areas = tuple(area for area in self.gabungan if kiri <= area[1] <= kanan)
        return replace(self, sel=cells, gabungan=areas)

    @cached_property
    def _baris(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for row, column in sorted(self.sel):
            found.setdefault(row, []).append(column)
        return found

    @cached_property
    def _area(self) -> dict[Tempat, tuple[int, int, int, int]]:
        return {(area[0], area[1]): area for area in self.gabungan}

    @cached_property
    def _induk(self) -> dict[Tempat, Tempat]:
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.gabungan
            if (bottom - top + 1) * (right - left + 1) <= MOST_CELLS
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }


def alamat(baris: int, kolom: int) -> str:
    return f"{get_column_letter(kolom)}{baris}"
