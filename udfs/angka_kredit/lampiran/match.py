"""What becomes of each row: it fills in a butir that we know, is new, is a heading, or is refused. Nothing is guessed:
one row refused, and nothing is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from ..errors import Refused
from ..positions import kategori_word
from ..regulations.schema import Butir, Jenjang
from ..words import fold, indonesian
from .kode import with_kode, without_doubles
from .outcome import HEADING, MATCHED, NEW, REFUSED, Outcome, Target
from .owners import DASHES, Owned, Owners
from .table import Row

LIKE = 0.85  # how alike two texts must be for a hint


def match_rows(rows: Sequence[Row], target: Target) -> list[Outcome]:
    """The outcome of every row, in order."""
    matcher = _Matcher(target)
    found = [matcher.outcome(row) for row in rows]
    return without_doubles(with_kode(found, matcher.owners))


class _Matcher:
    def __init__(self, target: Target) -> None:
        self._target = target
        self.owners = Owners(target.levels, target.names)
        self._by_text: dict[frozenset[str], dict[str, list[Butir]]] = defaultdict(dict)
        for butir in target.butir.values():
            self._by_text[_who(butir.jenjang)].setdefault(fold(butir.uraian), []).append(butir)

    def outcome(self, row: Row) -> Outcome:
        if row.problems:
            return Outcome(row, REFUSED, note="; ".join(row.problems))
        if row.credit is None:
            whose = row.pelaksana and row.pelaksana not in DASHES
            return Outcome(row, HEADING, note="pelaksananya terisi, tetapi angka kreditnya kosong" if whose else "")
        try:
            return self._credited(row)
        except Refused as reason:
            return Outcome(row, REFUSED, note=str(reason))

    def _credited(self, row: Row) -> Outcome:
        named = self._target.butir.get(row.kode.casefold())
        owned = Owned(named.jenjang, named.semua_jenjang) if named and not row.pelaksana else self._owned(row)
        ours = self._by_text[_who(owned.levels)]
        alike = {butir.kode: butir for text in _texts(row) for butir in ours.get(text, ())}
        above = "" if named and not row.pelaksana else self._above(row, owned)
        if named:
            return self._by_kode(row, named, owned, alike)
        if len(alike) > 1:
            raise Refused(f"uraiannya cocok dengan {' dan '.join(alike)}; tulis kode yang benar di kolom kode")
        for butir in alike.values():
            return Outcome(row, MATCHED, butir.kode, owned, butir, _joined(_difference(row, butir), above))
        dash = "pelaksananya tidak disebut: terbuka untuk semua jenjang" if row.pelaksana in DASHES else ""
        return Outcome(row, NEW, owned=owned, note=_joined(_hint(row, ours) or dash, above))

    def _above(self, row: Row, owned: Owned) -> str:
        """Where a kategori of a row above decided whose the butir is; a jenjang that is named says its own."""
        if not (row.kategori_above and owned.whole and len(self.owners.kategori) > 1):
            return ""
        return f"kategorinya kosong: diambil {owned.levels[0].kategori} dari baris di atas; periksa"

    def _owned(self, row: Row) -> Owned:
        kategori = kategori_word(row.kategori) if row.kategori else ""
        if kategori not in ("", *self.owners.kategori):
            raise Refused(f"kategori '{row.kategori}' tidak ada; yang ada: {', '.join(self.owners.kategori)}")
        if not row.pelaksana:
            raise Refused("pelaksananya kosong; isi jenjangnya, atau 'semua jenjang'")
        owned = self._read(row, kategori)
        if len({level.kategori for level in owned.levels}) > 1:
            raise Refused(f"pelaksana '{row.pelaksana}' dari dua kategori; pisahkan menjadi dua baris")
        return owned

    def _read(self, row: Row, kategori: str) -> Owned:
        try:
            return self.owners.read(row.pelaksana, kategori)
        except Refused as reason:
            raise Refused(f"{reason} (kategori dari baris di atas)" if row.kategori_above else str(reason)) from None

    def _by_kode(self, row: Row, named: Butir, owned: Owned, alike: Mapping[str, Butir]) -> Outcome:
        if _who(owned.levels) != _who(named.jenjang):
            whose = " dan ".join(level.nama for level in named.jenjang)
            raise Refused(f"kode {named.kode} adalah butir {whose}, bukan {row.pelaksana}")
        if alike and named.kode not in alike:
            raise Refused(f"kode {named.kode}, tetapi uraiannya adalah butir {' atau '.join(alike)}")
        return Outcome(row, MATCHED, named.kode, owned, named, _difference(row, named))


def _hint(row: Row, ours: Mapping[str, Sequence[Butir]]) -> str:
    """A butir of ours, of the same jenjang, whose text is nearly this one."""
    near = [butir for text in _texts(row) for close in get_close_matches(text, ours, 1, LIKE) for butir in ours[close]]
    if not near:
        return ""
    return f"mirip {near[0].kode} ('{near[0].uraian}'); bila sama, tulis {near[0].kode} di kolom kode"


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))


def _who(levels: Iterable[Jenjang]) -> frozenset[str]:
    return frozenset(level.nama for level in levels)


def _texts(row: Row) -> list[str]:
    """The texts by which a butir may be known: its own words, with and without their number, and with the headings."""
    last = row.parts[-1]
    whole = " ".join(part.bare for part in row.parts)
    return list(dict.fromkeys(fold(text) for text in (last.bare, last.text, whole) if fold(text)))


def _difference(row: Row, butir: Butir) -> str:
    if butir.ak is None or butir.ak == row.credit:
        return ""
    return f"menggantikan {indonesian(butir.ak)} ({butir.rujukan})"
