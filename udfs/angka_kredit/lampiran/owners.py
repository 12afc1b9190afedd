"""The words of the column pelaksana: one jenjang, several, a range of them, or all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import Refused
from ..positions import jenjang_spellings, kategori_word
from ..regulations.load import SEMUA
from ..regulations.schema import Jenjang
from ..words import fold

DASHES = ("-", "–", "—")  # the table names no pelaksana: open to every jenjang
_ALL = re.compile(r"(?:semua|seluruh)(?: (?:jenjang|jabatan|tingkat|kategori))*(?: (\w+))?")
_RANGE = re.compile(r"\b(?:s\s*/\s*d|s\.\s*d|sd|sampai\s+dengan|sampai|hingga)\b\.?")
_LIST = re.compile(r"[,;/&+\n]|\b(?:dan|atau|serta)\b")
_FROM_TO, _BESIDE = "~", "|"


class Owned(NamedTuple):
    """Whose a butir is: its jenjang in the ladders' order; `whole`: the words say every one of them."""

    levels: tuple[Jenjang, ...]
    whole: bool = False


class Owners:
    """Reads the pelaksana of one jabatan's table. `names`: what the jabatan is called."""

    def __init__(self, levels: Sequence[Jenjang], names: Sequence[str]) -> None:
        self.levels = tuple(levels)
        self.kategori = tuple(dict.fromkeys(level.kategori for level in levels))
        self._spellings = jenjang_spellings(levels, names)
        words = sorted((fold(name).split() for name in names), key=len, reverse=True)
        self._names = re.compile("|".join(r"\b" + r"\W+".join(name) + r"\b" for name in words))
        # what may stand before a jenjang: 'A. Madya', 'J.C. Muda', 'jenjang Muda'
        self._before = {"", "jenjang", *("".join(word[0] for word in name) for name in words)}

    def read(self, text: str, kategori: str = "") -> Owned:
        """The jenjang that `text` names; `kategori` where the row says it.

        Refused, in words, for what names none, or could mean two things."""
        plain = self._names.sub(" ", text.casefold())
        every = _ALL.fullmatch(fold(plain))
        if every or text.strip() in DASHES:
            return Owned(self._every((every and every[1]) or "", kategori), whole=True)
        marked = _LIST.sub(_BESIDE, _RANGE.sub(_FROM_TO, plain))
        found = {level for part in marked.split(_BESIDE) if fold(part) for level in self._part(part, text)}
        if not found:
            raise Refused(f"pelaksana '{text}' tidak menyebut jenjang")
        if strange := [level.nama for level in found if kategori not in ("", level.kategori)]:
            raise Refused(f"{strange[0]} bukan jenjang kategori {kategori}")
        return Owned(tuple(level for level in self.levels if level in found))

    def written(self, owned: Owned) -> str:
        """As butir.csv has it: names with ';', 'semua', or 'semua <kategori>'."""
        if not owned.whole:
            return ";".join(level.nama for level in owned.levels)
        return SEMUA if len(owned.levels) == len(self.levels) else f"{SEMUA} {owned.levels[0].kategori}"

    def _every(self, word: str, kategori: str) -> tuple[Jenjang, ...]:
        own = kategori_word(word) or kategori or (self.kategori[0] if len(self.kategori) == 1 else "")
        known = " atau ".join(self.kategori)
        if not own:
            raise Refused(f"semua jenjang dari kategori mana ({known})? isi kolom kategori")
        if own not in self.kategori or kategori not in ("", own):
            raise Refused(f"'semua {word}' tidak cocok dengan kategori {kategori or known}")
        return tuple(level for level in self.levels if level.kategori == own)

    def _part(self, part: str, text: str) -> Sequence[Jenjang]:
        ends = [self._one(end, text) for end in part.split(_FROM_TO)]
        if len(ends) == 1:
            return ends
        first, last = ends[0], ends[-1]
        if len(ends) > 2 or first.kategori != last.kategori or first.urutan >= last.urutan:
            raise Refused(f"pelaksana '{text}': tulis dari jenjang rendah sampai jenjang tinggi dalam satu kategori")
        ladder = [level for level in self.levels if level.kategori == first.kategori]
        return [level for level in ladder if first.urutan <= level.urutan <= last.urutan]

    def _one(self, words: str, text: str) -> Jenjang:
        pieces = fold(words).split()
        for start in range(len(pieces)):
            if "".join(pieces[:start]) in self._before and (found := self._spellings.get(" ".join(pieces[start:]))):
                return found
        allowed = ", ".join(level.nama for level in self.levels)
        raise Refused(f"pelaksana '{text}': '{words.strip()}' bukan jenjang jabatan ini; yang ada: {allowed}")
