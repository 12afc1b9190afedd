"""The rules of doubt: what Excel does, and why the engines cannot be trusted to do the same with these values.

Where LibreOffice follows Excel the refusal is Undecided, so that it may compute the file for review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Protocol, TypeGuard

from ..errors import Refused, Undecided
from .values import CellErrorValue, Grid, Value

NOISE = 1e-12  # credits have few decimals: what differs by less is one number, computed in two ways
LONGEST = 32_767  # characters that a cell of Excel holds
FIRST_SURE_DAY = 61  # 1 March 1900: Excel counts a 29 February 1900 that never was
_PLAIN_NUMBER = re.compile(r"[0-9]{1,15}")
_ORDERED_ALIKE = re.compile(r"[A-Za-z0-9 ]*")
_DEPENDS = "pecahan dan angka panjang tampil menurut bahasa komputer. Ketik ulang isinya sebagai teks"


class Look(Protocol):
    """What a rule may ask besides values."""

    extra: Any

    def say(self, part: int = 0) -> str:
        """This part as the formula writes it."""

    def explain(self) -> str:
        """The words of the first of our functions in the cell."""


def is_near(a: float, b: float) -> bool:
    """Two numbers that differ, but not in the 15 digits that Excel compares, or by less than a subtraction leaves."""
    return a != b and abs(a - b) <= max(1e-14 * max(abs(a), abs(b)), NOISE)


def compared(look: Look, left: Value | Grid, right: Value | Grid) -> None:
    """Excel compares numbers by 15 digits, makes 0 of what is left of a subtraction of nearly equal numbers, compares
    texts without regard to case, and orders them by its own alphabet, which skips hyphens and apostrophes."""
    if type(left) is float and type(right) is float and not is_near(left, right):
        return  # nearly always
    for a, b in _pairs(left, right):
        if isinstance(a, float) and isinstance(b, float):
            if is_near(a, b):
                raise Undecided(
                    f"membandingkan {look.say(0)} dengan {look.say(1)}, yang sama menurut Excel (15 angka) tetapi "
                    "berbeda pada angka terakhir; pakai ROUND sebelum membandingkan"
                )
        elif isinstance(a, str) and isinstance(b, str) and not isinstance(a, CellErrorValue) and a != b:
            if a.casefold() == b.casefold() and not (a.isascii() and b.isascii()):
                raise Undecided(
                    f"membandingkan {look.say(0)} dengan {look.say(1)}, yang hanya berbeda huruf besar dan kecil"
                )
            if look.extra and not (_ORDERED_ALIKE.fullmatch(a) and _ORDERED_ALIKE.fullmatch(b)):
                raise Refused(f"mengurutkan teks {look.say(0)} dan {look.say(1)}; urutan abjad Excel lain")


def as_text(look: Look, value: Value | Grid) -> None:
    """How a fraction, a number of 16 digits or TRUE becomes text hangs on the language of the reader's computer."""
    for item in _each(value):
        if isinstance(item, bool) or (isinstance(item, float) and (item != int(item) or abs(item) >= 1e15)):
            raise Refused(f"{look.extra.format(look.say())}; {_DEPENDS}")


def as_number(look: Look, value: Value | Grid) -> None:
    """Text becomes a number by the reader's language: '1.500' is 1500 or 1,5. Digits alone are the same everywhere."""
    if type(value) is float:
        return
    for item in _each(value):
        if _is_text(item) and any(char.isdigit() for char in item) and not _PLAIN_NUMBER.fullmatch(item):
            raise Refused(
                f"menghitung dengan teks di {look.say()}; hasilnya bergantung bahasa komputer. Ketik ulang angkanya"
            )


def value(look: Look, given: Value | Grid) -> None:
    """VALUE reads any text by the reader's language."""
    for item in _each(given):
        if _is_text(item) and not _PLAIN_NUMBER.fullmatch(item):
            raise Refused(f"membaca teks {look.say()} sebagai angka; hasilnya bergantung bahasa komputer")


def characters(look: Look, value: Value | Grid) -> None:
    """Excel counts characters beyond the first 65 536 (emoji) as two, both engines as one."""
    for item in _each(value):
        if _is_text(item) and any(ord(char) > 0xFFFF for char in item):
            raise Refused(f"menghitung huruf {look.say()}, yang berisi huruf yang dihitung Excel sebagai dua")


def char(look: Look, value: Value | Grid) -> None:
    """CHAR beyond 127 hangs on the computer's alphabet."""
    for item in _each(value):
        if isinstance(item, float) and item >= 128:
            raise Refused(f"memakai CHAR({look.say()}), yang bergantung abjad komputer")


def to_a_step(look: Look, number: Value | Grid, digits: Value | Grid = 0.0) -> None:
    """A number that is whole but for its last digit (4,35*100 is 434,99999999999994): whether Excel cuts it off or
    takes it for whole is not documented, and both engines may differ from it."""
    if isinstance(number, float) and number == int(number) and digits == 0.0:
        return
    for item in _each(number):
        places = digits if isinstance(digits, float) and abs(digits) < 20 else 0.0
        if isinstance(item, float) and _is_nearly_whole(Decimal(repr(item)).scaleb(int(places))):
            raise Refused(f"membulatkan {look.say()}, yang hampir bulat; pakai ROUND dahulu")


def of_a_step(look: Look, number: Value | Grid, step: Value | Grid) -> None:
    """The same for multiples of a fraction: 57,8 is 289 x 0,2, but in binary 0,2 remains."""
    for a, b in _pairs(number, step):
        if not (isinstance(a, float) and isinstance(b, float) and b) or (a == int(a) and b == int(b)):
            continue
        quotient = Decimal(repr(a)) / Decimal(repr(b))
        if quotient == quotient.to_integral_value() or _is_nearly_whole(quotient):
            raise Refused(f"membulatkan {look.say(0)} menurut {look.say(1)}, (hampir) kelipatannya; pakai ROUND dahulu")


def condition(look: Look, value: Value | Grid) -> None:
    """What is left of a subtraction of nearly equal numbers is 0 in Excel, so FALSE; it is not 0 in the engines."""
    for item in _each(value):
        if isinstance(item, float) and 0 < abs(item) < NOISE:
            raise Undecided(f"memakai {look.say()} sebagai syarat, yang hampir 0; pakai ROUND dahulu")


def date(look: Look, value: Value | Grid) -> None:
    """Text is read as a date by the reader's language; before March 1900 Excel's calendar has a day too many.

    `look.extra` is the first day that is sure: 29 February 1900 comes out of DATE as the 1 March of the engines."""
    for item in _each(value):
        if _is_text(item) and any(char.isdigit() for char in item):
            raise Refused(f"membaca teks {look.say()} sebagai tanggal; hasilnya bergantung bahasa komputer")
        if isinstance(item, float) and item < (look.extra or FIRST_SURE_DAY):
            raise Refused(f"memakai {look.say()} sebagai tanggal sebelum Maret 1900 (atau sel kosong)")


def index_zero(look: Look, place: Value | Grid = None) -> None:
    """INDEX with 0 or nothing gives a whole row or column, of which Excel shows one cell."""
    if any(item in (0.0, "", None) for item in _each(place)):
        raise Undecided("memakai INDEX dengan baris atau kolom 0, yaitu seluruh baris atau kolom")


def swallowed(look: Look, value: Value | Grid) -> None:
    """Data absent from the texts (#N/A of ours) must not vanish in IFERROR."""
    if any(item == CellErrorValue("#N/A") and isinstance(item, CellErrorValue) for item in _each(value)):
        raise Refused(f"menutupi galat dengan {look.extra}: {look.explain()}")


def _is_text(value: Value) -> TypeGuard[str]:
    return isinstance(value, str) and not isinstance(value, CellErrorValue)


def _is_nearly_whole(number: Decimal) -> bool:
    nearest = number.to_integral_value()
    return number != nearest and abs(number - nearest) <= max(Decimal("1e-9"), abs(number) * Decimal("1e-14"))


def _each(value: Value | Grid) -> Iterator[Value]:
    if isinstance(value, list):
        for row in value:
            yield from row
    else:
        yield value


def _pairs(left: Value | Grid, right: Value | Grid) -> Iterator[tuple[Value, Value]]:
    """Cell by cell, as Excel does in an array: a single row, column or value goes with every one of the other."""
    if not isinstance(left, list) and not isinstance(right, list):
        yield left, right
        return
    a = left if isinstance(left, list) else [[left]]
    b = right if isinstance(right, list) else [[right]]
    for row in range(max(len(a), len(b))):
        one, other = a[row] if len(a) > 1 else a[0], b[row] if len(b) > 1 else b[0]
        for column in range(max(len(one), len(other))):
            yield one[column] if len(one) > 1 else one[0], other[column] if len(other) > 1 else other[0]
