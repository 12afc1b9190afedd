"""Which rows every row that adds should add: by its words, by what stands above it, and by the formulas it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..kenal.bentuk import BUTIR, JUMLAH, TOTAL, Baris
from ..kenal.kata import lipat
from ..kenal.nomor import pisah
from .bentuk import Bagian

_KATA_JUMLAH = ("sub", "jumlah", "subtotal", "total", "unsur")  # of a sum, beside the name of what it adds


@dataclass(frozen=True)
class Butir:
    """A row whose credit counts: a butir, or a row that adds others."""

    bagian: Bagian
    baris: Baris
    unsur: str
    sub_unsur: str
    adalah_jumlah: bool

    @property
    def tempat(self) -> tuple[str, int]:
        return self.bagian.lembar, self.baris.nomor


@dataclass
class Penjumlah:
    """Walks down a form, over sheets too, and keeps what no row has added yet."""

    terbuka: list[Butir] = field(default_factory=list)
    isi: dict[tuple[str, int], Counter[tuple[str, int]]] = field(default_factory=dict)  # sum row -> butir, how often
    terakhir: Baris | None = None  # the last row that does not add
    sejak: int = 0  # how many of `terbuka` stand before the last sum

    def baca(self, bagian: Bagian) -> Iterator[tuple[Baris, list[Butir]]]:
        """Every row that adds, with what it should add; empty where the form itself says it by its formulas only."""
        hidden: set[int] = set()  # rows that a heading above them adds already
        for row in bagian.formulir.baris:
            if row.jenis in (JUMLAH, TOTAL):
                added = self._dijumlah(row)
                yield row, added
                self._tutup(bagian, row, added)
            elif row.menjumlah:  # a heading that adds the rows below it
                hidden.update(row.menjumlah)
                self.terakhir = row
                yield row, []
                self._kepala(bagian, row)
            else:
                self.terakhir = row
                if row.jenis == BUTIR and row.nomor not in hidden:
                    self.terbuka.append(Butir(bagian, row, row.unsur, row.sub_unsur, False))
                    self.isi[bagian.lembar, row.nomor] = Counter([(bagian.lembar, row.nomor)])

    def butir(self, lembar: str, rows: Iterable[int]) -> Counter[tuple[str, int]]:
        """The butir that these rows amount to, each with how often it is counted."""
        found: Counter[tuple[str, int]] = Counter()
        for row in rows:
            found.update(self.isi.get((lembar, row), {}))
        return found

    def _dijumlah(self, row: Baris) -> list[Butir]:
        if row.jenis == TOTAL:
            return list(self.terbuka)
        words, last = lipat(row.uraian), self.terakhir
        if named := self._bernama(words):
            return named
        new = [each for each in self.terbuka[self.sejak :] if not each.adalah_jumlah]
        if "sub unsur" in words and last and last.sub_unsur:
            return [each for each in self.terbuka if (each.unsur, each.sub_unsur) == (last.unsur, last.sub_unsur)]
        if "utama" in words.split() and "penunjang" not in words.split():
            return [each for each in self.terbuka if "penunjang" not in lipat(each.unsur).split()]
        if ("unsur" in words.split() or not new) and last:
            return [each for each in self.terbuka if each.unsur == (last.unsur or each.unsur)]
        return new

    def _bernama(self, words: str) -> list[Butir]:
        """The rows below the one heading that the sum repeats: 'Sub jumlah tugas' below '2 Tugas'."""
        rest = " ".join(each for each in words.split() if each not in _KATA_JUMLAH)
        for deep in (True, False):
            names = [(each.unsur, each.sub_unsur if deep else "") for each in self.terbuka]
            heads = {name for name in names if rest and _nama(name[deep]) == rest}
            if len(heads) == 1:
                return [each for each, name in zip(self.terbuka, names, strict=True) if name in heads]
        return []

    def _tutup(self, bagian: Bagian, row: Baris, added: Sequence[Butir]) -> None:
        """The row stands for what it adds: for what its formulas add, where it has any."""
        place = bagian.lembar, row.nomor
        if row.menjumlah:
            self.isi[place] = self.butir(bagian.lembar, row.menjumlah)
        else:
            self.isi[place] = sum((self.isi[each.tempat] for each in added), Counter[tuple[str, int]]())
        self.terbuka = [each for each in self.terbuka if not self.isi[each.tempat].keys() <= self.isi[place].keys()]
        last = self.terakhir
        unsur, sub = (last.unsur, last.sub_unsur) if last else ("", "")
        if len({(each.unsur, each.sub_unsur) for each in added}) > 1:
            sub = ""
        self.terbuka.append(Butir(bagian, row, unsur, sub, True))
        self.sejak = len(self.terbuka)

    def _kepala(self, bagian: Bagian, row: Baris) -> None:
        rows = set(row.menjumlah)
        butir = [each for each in bagian.formulir.baris if each.nomor in rows and each.jenis == BUTIR]
        self.isi |= {
            (bagian.lembar, each.nomor): Counter([(bagian.lembar, each.nomor)]) for each in butir if not each.menjumlah
        }
        self.isi[bagian.lembar, row.nomor] = self.butir(bagian.lembar, row.menjumlah)
        self.terbuka.append(Butir(bagian, row, row.unsur, row.sub_unsur, True))


def ragu_judul(row: Baris, added: Sequence[Butir]) -> str:
    """What is doubtful about a sum of rows below several headings that its words do not name."""
    words = lipat(row.uraian).split()
    heads = {(each.unsur, each.sub_unsur) for each in added}
    whole = "unsur" in words and "sub" not in words and len({unsur for unsur, _ in heads}) == 1
    if row.jenis == TOTAL or len(heads) < 2 or "utama" in words or whole:
        return ""
    if all(any(_disebut(name, words) for name in head if name) for head in heads):
        return ""
    return "menjumlah baris di bawah beberapa judul yang tidak disebut namanya"


def _disebut(judul: str, words: Sequence[str]) -> bool:
    """The words hold the heading's own, or its number."""
    number = lipat(judul).split()[:1] if pisah(judul)[0] else []
    return f" {_nama(judul) or '?'} " in f" {' '.join(words)} " or (bool(number) and number[0] in words)


def _nama(judul: str) -> str:
    """A heading's words without its number."""
    return " ".join(each for each in lipat(pisah(judul)[1]).split() if each not in _KATA_JUMLAH)
