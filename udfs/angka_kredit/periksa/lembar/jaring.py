"""What the sums down one column count: which rows each names, and how often each row comes into it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from .rumus import Jumlahan, Suku, jumlahan
from .tabel import Tabel

_TALLEST = 5_000  # rows of one term


@dataclass(frozen=True)
class Jaring:
    """The sums of one column of a table; every sum is known by its row."""

    tabel: Tabel
    kolom: int

    @cached_property
    def jumlahan(self) -> dict[int, Jumlahan]:
        """The formulas that add cells of the column itself."""
        found = {}
        for row in self.tabel.baris:
            sel = self.tabel.sel(row, self.kolom)
            sums = jumlahan(sel.rumus) if sel and sel.rumus else None
            if sums and any(self.rujukan(each) for each in sums.suku):
                found[row] = sums
        return found

    @cached_property
    def baris(self) -> dict[int, list[int]]:
        """The rows that each sum names, one that it names twice twice."""
        return {
            row: [
                each for term in sums.suku for each in self.rujukan(term) if each != row and not self._lewat(sums, each)
            ]
            for row, sums in self.jumlahan.items()
        }

    def _lewat(self, sums: Jumlahan, baris: int) -> bool:
        """SUBTOTAL passes over the SUBTOTALs in its range."""
        other = self.jumlahan.get(baris)
        return sums.subtotal and other is not None and other.subtotal

    @cached_property
    def semua(self) -> frozenset[int]:
        """Every row that some sum names."""
        return frozenset(row for rows in self.baris.values() for row in rows)

    def rujukan(self, suku: Suku) -> list[int]:
        """The rows of the column that the term names."""
        inside = suku.area.left <= self.kolom <= suku.area.right and not self.asing(suku)
        if not inside or suku.area.size[0] > _TALLEST:
            return []
        return list(range(suku.area.top, suku.area.bottom + 1))

    def asing(self, suku: Suku) -> bool:
        """The term is of another sheet."""
        return suku.lembar is not None and suku.lembar.casefold() != self.tabel.kisi.nama.casefold()

    def hitung(self, baris: int, di_atas: frozenset[int] = frozenset()) -> Counter[int]:
        """How often each row that is no sum comes into the sum of this row."""
        found: Counter[int] = Counter()
        for row in self.baris.get(baris, ()):
            if row in self.baris and row not in di_atas:
                found.update(self.hitung(row, di_atas | {baris}))
            elif row in self.tabel.baris:
                found[row] += 1
        return found


def jaring(tabel: Tabel) -> list[Jaring]:
    """Of every column of credits that has a sum."""
    found = [Jaring(tabel, column) for column in tabel.kredit]
    return [each for each in found if each.baris]
