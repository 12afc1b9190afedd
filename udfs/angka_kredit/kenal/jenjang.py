"""How deep a row stands: from the style of its number, its place in the sequence, and the column it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .nomor import Nomor

TEKS = "teks"  # the style of a row without a number


@dataclass
class Anak:
    """A step of the ladder: the last row seen at this depth."""

    gaya: str
    kolom: int
    urut: int
    teks: str = ""


@dataclass
class Tangga:
    """The rows above a row, from the outermost to the last one read."""

    anak: list[Anak] = field(default_factory=list)

    def letakkan(self, bacaan: Sequence[Nomor], kolom: int) -> int:
        """Puts a number read in one or more ways in its place; its depth, from 0."""
        at, nomor = self._tempat(bacaan, kolom)
        del self.anak[at:]
        self.anak.append(Anak(nomor.gaya, kolom, nomor.urut, nomor.teks))
        return at

    def teks(self, kolom: int, anak: bool) -> int:
        """Puts a row without a number: beside the last such one in its column, else below or beside the last row."""
        same = [at for at, each in enumerate(self.anak) if each.gaya == TEKS and each.kolom == kolom]
        outer = [at for at, each in enumerate(self.anak) if each.kolom > kolom and each.gaya == TEKS]
        below = len(self.anak) if anak or not self.anak else len(self.anak) - 1
        at = same[-1] if same else outer[0] if outer else below
        del self.anak[at:]
        self.anak.append(Anak(TEKS, kolom, 0))
        return at

    def akar(self, kolom: int, nomor: str) -> int:
        """Puts a row that begins all anew."""
        self.anak[:] = [Anak("unsur", kolom, 0, nomor)]
        return 0

    def _tempat(self, bacaan: Sequence[Nomor], kolom: int) -> tuple[int, Nomor]:
        deepest = list(reversed(list(enumerate(self.anak))))
        for same_column in (True, False):
            for nomor in bacaan:
                for at, each in deepest:
                    if (not same_column or each.kolom == kolom) and _berikut(each, nomor, strict=True):
                        return at, nomor
        for nomor in bacaan:
            for at, each in deepest:
                if each.kolom == kolom and _berikut(each, nomor, strict=False):
                    return at, nomor
        nomor = next((each for each in bacaan if each.urut == 1), bacaan[-1])
        return self._baru(nomor, kolom), nomor

    def _baru(self, nomor: Nomor, kolom: int) -> int:
        """The depth of a number that follows none: below the last row, unless it stands further left."""
        same = [at for at, each in enumerate(self.anak) if each.gaya == nomor.gaya and each.kolom == kolom]
        if same and (nomor.urut != 1 or same[-1] == len(self.anak) - 1):
            return same[-1]
        depth = len(self.anak)
        while depth and self.anak[depth - 1].kolom > kolom:
            depth -= 1
        return depth


def _berikut(before: Anak, nomor: Nomor, *, strict: bool) -> bool:
    """The number is the next of its sequence; a bracket more or less matters where strict."""
    same = before.gaya == nomor.gaya if strict else before.gaya.rstrip(")") == nomor.gaya.rstrip(")")
    return same and nomor.urut == before.urut + 1
