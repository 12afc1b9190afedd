"""Where a butir stands: the numbers printed before its text and before the headings above it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

ROMAN, UPPER, DIGITS, WORDS = "I", "A", "1", ""  # kinds of numbers; lower case: 'i', 'a'
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LABEL = r"[0-9]{1,3}|[A-Za-z]|[IVX]{2,5}|[ivx]{2,5}"
_MARK = re.compile(rf"[(]?({_LABEL})([.)]+)\s*(?=\S)|({_LABEL})\s+(?=\S)")
_SEPARATOR = " > "
MOST_LETTERS, _CHECKED = 48, 8  # of a kode below its kategori; of the checksum in it


class Part(NamedTuple):
    """One step of the way to a butir: its number ('' where it has none), what kind that is, and the words."""

    label: str
    kind: str
    closing: str  # what follows the number: '.', ')'
    text: str  # as printed, number and all
    bare: str  # without the number


def parse_part(text: str, siblings: Collection[str] = ()) -> Part:
    """The number at the beginning of a text: '1.', 'a)', '(2)', 'II.', 'B '. `siblings`: labels of the lists that
    this may continue; they decide whether 'i' is a letter or a Roman number."""
    text = " ".join(text.split())
    found = _MARK.match(text)
    if found is None:
        return Part("", WORDS, "", text, text.lstrip("-–•* "))
    label = found[1] or found[3]
    return Part(label, _kind(label, siblings), found[2] or "", text, text[found.end() :])


def split_path(text: str) -> list[Part]:
    """The parts of a text that tells its whole way: '1. Persiapan > a) Mengumpulkan data'."""
    return [parse_part(part) for part in text.split(_SEPARATOR) if part.strip()]


def joined(parts: Sequence[Part]) -> str:
    return _SEPARATOR.join(part.text for part in parts)


def slug(text: str) -> str:
    """The words as a piece of a kode: 'Citra Bergerak' -> 'citra-bergerak'."""
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))


def bounded(path: str) -> str:
    """The pieces of a kode; where words make them long, their beginning and a checksum of all: one path, one kode."""
    if len(path) <= MOST_LETTERS:
        return path
    check = hashlib.sha256(path.casefold().encode()).hexdigest()[:_CHECKED]
    return f"{path[: MOST_LETTERS - _CHECKED - 1].rstrip('-.')}-{check}"


def labels(code: str) -> list[str]:
    """The pieces of a printed code: '1.a.2)' -> 1, a, 2."""
    return re.findall(r"[0-9A-Za-z]+", code)


class Outline:
    """Follows a table that numbers its rows: each row is told the headings above it.

    A number of a kind and closing that is open already goes on there; so does one that follows an open number of its
    kind ('1)', then '2'); any other begins a deeper list. A heading without number stands above what follows it."""

    def __init__(self) -> None:
        self._open: list[tuple[Part, bool]] = []  # with: is it a heading
        self._run = False  # the row before was a heading without number

    def add(self, text: str, heading: bool, number: str = "") -> list[Part]:
        """The way to this row, itself included. `number`: of a column beside, where the text has none."""
        part = parse_part(text, [above.label for above, _ in self._open])
        if number and not part.label:
            part = part._replace(label=number, kind=DIGITS, closing="kolom")
        if part.label:
            del self._open[self._level(part) :]
        elif heading and not self._run:
            del self._open[self._first_words() :]
        elif not heading:
            while self._open and not self._open[-1][1]:
                self._open.pop()
        self._run = heading and not part.label
        way = [*(above for above, _ in self._open), part]
        if part.label or heading:
            self._open.append((part, heading))
        return way

    def _level(self, part: Part) -> int:
        for level, (above, _) in enumerate(self._open):
            if (above.kind, above.closing) == (part.kind, part.closing):
                return level
        for level in reversed(range(len(self._open))):
            above = self._open[level][0]
            if above.kind == part.kind and _next(above) == part.label:
                return level
        return len(self._open)

    def _first_words(self) -> int:
        return next((level for level, (above, _) in enumerate(self._open) if not above.label), len(self._open))


def _kind(label: str, siblings: Collection[str]) -> str:
    if label.isdigit():
        return DIGITS
    follows = len(label) == 1 and chr(ord(label) - 1) in siblings  # 'i' after 'h'
    kind = ROMAN if label.upper() in _ROMANS and not follows else UPPER
    return kind if label.isupper() else kind.lower()


def _next(part: Part) -> str:
    if part.kind == DIGITS:
        return str(int(part.label) + 1) if part.label.isdigit() else ""
    if part.kind.upper() == ROMAN:
        follower = _ROMANS[(_ROMANS.index(part.label.upper()) + 1) % len(_ROMANS)]
        return follower if part.kind == ROMAN else follower.lower()
    return chr(ord(part.label[0]) + 1)
