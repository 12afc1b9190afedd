"""Doubts about looking things up in an area and about criteria: what Excel compares there, and how.

Excel's exact lookups compare numbers by all their digits, criteria by 15; texts longer than 255 characters are #VALUE!;
a criterion that looks like a number or a date is read by the language of the reader's computer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from ..errors import Refused
from .doubt_rules import NOISE, Look, is_near
from .parts import AREA, CELL, FORMULA, LOGICAL, NUMBER, Part
from .values import CellErrorValue, Value

LONGEST_LOOKED_UP = 255
# which cells of its area a lookup compares
_COMPARED = dict.fromkeys(("MATCH", "LOOKUP", "XLOOKUP", "RANK", "RANK.EQ"), "all") | {
    "VLOOKUP": "column",
    "HLOOKUP": "row",
}
_MONTH = "jan|feb|mar|apr|may|mei|jun|jul|aug|agu|ags|sep|oct|okt|nov|dec|des"
_LOCAL = re.compile(
    r"(?=.*[0-9])\s*(?:[-+(]?\s*(?:rp|idr|\$|€|£)?\.?\s*[0-9.,]*[.,%][0-9.,%]*\)?"  # 1.500  0,5  60%  Rp5.000
    r"|(?:rp|idr|\$|€|£)\.?\s*[0-9]+|\([0-9]+\)"
    r"|[0-9]{1,4}(?:[-/. ][0-9]{1,4}){1,2}|[0-9]{1,2}:[0-9:., apm]*"  # dates and times
    rf"|(?:[0-9]{{1,4}}[-/. ]*)?(?:{_MONTH})[a-z]*[-/., ]*[0-9]{{1,4}}(?:[-/., ]+[0-9]{{1,4}})?"
    rf"|[0-9]{{1,2}}[-/. ]*(?:{_MONTH})[a-z]*"
    r"|[0-9]+(?:\.[0-9]*)?e[-+]?[0-9]+|[-+]?[0-9]{16,})\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}")
_CRITERION = re.compile(r"(<>|<=|>=|=|<|>)?(.*)", re.DOTALL)
_ORDER = ("<", "<=", ">", ">=")


class Facts:
    """What is in an area, as far as a lookup hangs on it. Its cells are read when first asked for."""

    def __init__(self, size: tuple[int, int], read: Callable[[], Iterable[Value]]) -> None:
        self.size = size  # rows, columns
        self._read = read

    @cached_property
    def numbers(self) -> list[float]:
        """In ascending order."""
        return sorted(self._numbers)

    @cached_property
    def ascending(self) -> bool:
        """Whether its numbers stand in that order."""
        return self._numbers == self.numbers

    @cached_property
    def local(self) -> str:
        """A text that some language reads as a number or a date; '' for none."""
        return next((value for value in self._cells if isinstance(value, str) and is_local(value)), "")

    def near(self, number: float) -> bool:
        """Whether a number of the area is this one but for its last digits."""
        reach = max(abs(number) * 1e-14, NOISE)
        at = bisect_left(self.numbers, number - reach)
        while at < len(self.numbers) and self.numbers[at] <= number + reach:
            if is_near(self.numbers[at], number):
                return True
            at += 1
        return False

    @cached_property
    def _cells(self) -> list[Value]:
        return list(self._read())

    @cached_property
    def _numbers(self) -> list[float]:
        return [value for value in self._cells if isinstance(value, float)]


def is_local(text: str) -> bool:
    """Whether the text is a number or a date in some language but not in all."""
    return bool(text) and not isinstance(text, CellErrorValue) and _LOCAL.fullmatch(text) is not None


def checks(name: str, given: list[Part | None], make: Callable[..., Any]) -> Iterator[Any]:
    """The checks of a call's lookups; `make` makes a doubts.Check."""

    def at(place: int) -> Part | None:
        return given[place] if place < len(given) else None

    key, table = at(0), at(1)
    if name in _COMPARED and key and table:
        yield make(looked_up, (key, table), _is_exact(name, given), _COMPARED[name])
    criteria: list[tuple[int, int]] = []  # (area, criterion)
    if name in ("COUNTIF", "SUMIF", "AVERAGEIF"):
        criteria = [(0, 1)]
    elif name == "COUNTIFS":
        criteria = [(place, place + 1) for place in range(0, len(given) - 1, 2)]
    elif name in ("SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS"):
        criteria = [(place, place + 1) for place in range(1, len(given) - 1, 2)]
    for area, criterion in criteria:
        tested, wanted = at(area), at(criterion)
        if tested and wanted:
            yield make(counted, (wanted, tested), name, "all")
    together = [area for area, _ in criteria] + ([2] if name in ("SUMIF", "AVERAGEIF") and at(2) else [])
    together += [0] if name in ("SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS") else []
    parts = [part for place in together if (part := at(place)) is not None]
    if len(parts) > 1:
        yield make(one_size, tuple(parts), name, "all")


def looked_up(look: Look, key: Value, table: Facts | Value) -> None:
    """Excel's exact lookup compares all digits, one engine 15; an approximate one needs an ascending column."""
    if isinstance(key, str) and not isinstance(key, CellErrorValue):
        if len(key) > LONGEST_LOOKED_UP:
            raise Refused(f"mencari {look.say(0)}, yang lebih dari {LONGEST_LOOKED_UP} huruf; Excel memberi #VALUE!")
        if look.extra is not True:
            raise Refused(f"mencari teks {look.say(0)} menurut urutan abjad; urutan abjad Excel lain")
    if isinstance(key, float) and isinstance(table, Facts):
        if table.near(key):
            raise Refused(f"mencari {look.say(0)} di {look.say(1)}, yang memuat angka yang hampir sama; pakai ROUND")
        if look.extra is not True and not table.ascending:
            raise Refused(f"mencari {look.say(0)} menurut urutan di {look.say(1)}, yang tidak berurutan naik")


def counted(look: Look, criterion: Value, tested: Facts | Value) -> None:
    """A criterion is a number, a text with wildcards, or an order, and Excel reads which by the reader's language."""
    number = criterion if isinstance(criterion, float) else None
    if isinstance(criterion, str) and not isinstance(criterion, CellErrorValue):
        found = _CRITERION.fullmatch(criterion)
        assert found is not None
        operator, text = found[1], found[2]
        if is_local(text):
            raise Refused(f"kriteria {look.extra} '{criterion}' bergantung bahasa komputer")
        if len(criterion) > LONGEST_LOOKED_UP:
            raise Refused(f"kriteria {look.extra} lebih dari {LONGEST_LOOKED_UP} huruf; Excel memberi #VALUE!")
        if _NUMBER.fullmatch(text):
            number = float(text)
        elif operator in _ORDER:
            raise Refused(f"kriteria {look.extra} '{criterion}' mengurutkan teks; urutan abjad Excel lain")
    if number is None or not isinstance(tested, Facts):
        return
    if tested.near(number):
        raise Refused(f"kriteria {look.extra} {look.say(0)} hampir sama dengan angka di {look.say(1)}; pakai ROUND")
    if tested.local:
        raise Refused(f"{look.extra} membaca teks '{tested.local}' di {look.say(1)} menurut bahasa komputer")


def one_size(look: Look, *areas: Facts | Value) -> None:
    """Areas of another size: SUMIF moves its last one, SUMIFS is #VALUE! in Excel; the engines do as they like."""
    if len({area.size if isinstance(area, Facts) else (1, 1) for area in areas}) > 1:
        raise Refused(f"memakai {look.extra} dengan rentang yang ukurannya tidak sama")


def _is_exact(name: str, given: list[Part | None]) -> bool | None:
    """Whether it looks for the very value; None where that hangs on a cell."""
    if name in ("XLOOKUP", "RANK", "RANK.EQ"):
        return len(given) <= 4
    if name == "LOOKUP":
        return False
    place = 2 if name == "MATCH" else 3
    part = given[place] if place < len(given) else None
    if len(given) <= place:
        return False
    if part is None:  # given, but empty: 0
        return True
    if part.kind in (NUMBER, LOGICAL):
        return not part.literal
    return None if part.kind in (CELL, FORMULA, AREA) else False
