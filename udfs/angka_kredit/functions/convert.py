"""From what a cell holds to what a rule takes, and back. One function per kind of argument.

A spreadsheet spells 'not given' as None, '' or 0; each kind below says which of them it takes so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import isinf

from ..errors import BadValue, OutOfRule
from ..rounding import without_noise
from ..rules.kalender import TERAKHIR, TERAWAL
from ..words import baca_tanggal
from ..words import tanggal as in_words

Cell = bool | int | float | Decimal | str | date | None

Grid = Sequence[Sequence[Cell]]

ERRORS = frozenset(
    ("#N/A", "#VALUE!", "#NUM!", "#REF!", "#DIV/0!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA")
)
LARGEST = Decimal("1e15")  # beyond this a spreadsheet's 15 digits no longer hold a unit
_USUAL = 1e14  # well below LARGEST, however it is rounded
_DAY_ZERO = datetime(1899, 12, 30)  # serial 0 of the 1900 date system, from 1 March 1900 on
_PLAIN = re.compile(r"[+-]?[0-9]+(?:,[0-9]+)?")
_DOT = re.compile(r"[+-]?[0-9]+\.[0-9]+")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+")
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_LOOKS_NUMERIC = re.compile(r"[+-]?[0-9.,]+")
_YEARS = range(1900, 2101)  # as serials, days of 1905: whoever types one means a year


def stored(value: Cell | Grid) -> Cell | Grid:
    """As any host could hand it over: TRUE and FALSE are 1 and 0, a date is its serial, in ranges too.

    Calc and Excel's raw values know nothing else, so that nothing else can be told apart further on."""
    if isinstance(value, (list, tuple)):
        return [stored(each) for each in value]  # type: ignore[misc]  # rows of a range, then their cells
    if isinstance(value, bool):
        return float(value)
    return serial(value) if isinstance(value, date) else value


def angka(value: Cell) -> Decimal:
    """A number; blank is 0. #VALUE! for text that is no number or could be two."""
    if isinstance(value, str):
        return _from_text(value) if value.strip() else Decimal(0)
    return Decimal(0) if value is None else _from_number(value)


def jumlah_ak(value: Cell) -> Decimal:
    """A sum of credits, without the noise of cells that add in binary; blank is 0."""
    return without_noise(angka(value))


def angka_bukan_nol(value: Cell) -> Decimal | None:
    """A number where 0 is not legal: None, '' and 0 all mean not given."""
    return angka(value) or None


def teks(value: Cell) -> str | None:
    """A word; None, '' and 0 mean not given. #VALUE! for a number."""
    if isinstance(value, str):
        return value.strip() or None
    if _not_given(value):
        return None
    raise BadValue(f"{_show(value)} bukan teks; isi dengan kata.")


def pilihan(value: Cell) -> str | None:
    """A word that may look like a number ('3'): a number is taken as its digits."""
    if isinstance(value, str):
        return value.strip() or None
    return None if _not_given(value) else f"{_from_number(value):f}"


def butir(value: Cell) -> str | Decimal | None:
    """A kode (text) or a unit credit (number); None, '' and 0 mean a blank row."""
    return teks(value) if isinstance(value, str) else angka_bukan_nol(value)


def nomor(value: Cell) -> str | Decimal | None:
    """A number that is a name, such as a NIP: text as it stands, or what a sheet made a number of; None, '' and 0 mean
    not given. Errors do not repeat it."""
    if isinstance(value, str):
        return value.strip() or None
    if not isinstance(value, (int, float, Decimal)) or value == 0:
        return None
    number = Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise OutOfRule("Isinya angka di luar jangkauan; ketik nomornya sebagai teks.")
    return number


def tanggal(value: Cell) -> date | None:
    """A date: a serial, a datetime, or text (day first, or ISO); None, '' and 0 mean not given.

    #VALUE! for another text and for a bare year, #NUM! for a day that no calendar, or no spreadsheet's, has."""
    if isinstance(value, bool):
        raise BadValue(f"{'TRUE' if value else 'FALSE'} bukan tanggal.")
    if isinstance(value, str):
        day = baca_tanggal(value) if value.strip() else None
    elif isinstance(value, datetime):
        day = value.date()
    elif isinstance(value, date):
        day = value
    else:
        day = None if _not_given(value) else _date_from_serial(value)
    if day is not None and day < TERAWAL:
        raise _no_date(value)
    return day


def rentang(value: Cell | Grid) -> Grid | None:
    """Rows as they are; one cell is one row; None where every cell is empty. One empty cell alone may arrive as 0."""
    rows = as_grid(value) or [[value or None]]  # type: ignore[list-item]
    return rows if any(cell not in (None, "") for row in rows for cell in row) else None


def as_grid(value: Cell | Grid) -> Grid | None:
    """Rows of a range; None for a single value. A flat list is one row."""
    if not isinstance(value, (list, tuple)):
        return None
    if not value or not isinstance(value[0], (list, tuple)):
        value = [value]
    return value if value[0] else [[None]]


def mentah(value: Cell) -> Cell:
    """As the cell holds it: for functions that hand their arguments on."""
    return value


def looks_numeric(text: str) -> bool:
    """True for text made of digits and separators only: '0,014', '1.234'."""
    return _LOOKS_NUMERIC.fullmatch(text.strip()) is not None


def to_cell(value: Decimal | int | str | date) -> float | str:
    """What a cell gets: a float (#NUM! beyond what one holds), the serial of a date, or text."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return float((value - _DAY_ZERO.date()).days)
    result = float(value)
    if isinf(result):
        raise OutOfRule("Hasilnya terlalu besar untuk sebuah sel.")
    return result


def _not_given(value: Cell) -> bool:
    return value is None or (not isinstance(value, (bool, date)) and value == 0)


def _from_number(value: Cell) -> Decimal:
    if isinstance(value, float):  # Excel's 15 digits: 0.1+0.2 is the 0.3 that the user sees
        if -_USUAL < value < _USUAL:  # nearly all: no checks needed
            return Decimal(int(value)) if value.is_integer() else Decimal(f"{value:.15g}")
        number = Decimal(f"{value:.15g}")
    elif isinstance(value, (bool, int)):
        number = Decimal(int(value))
    elif isinstance(value, Decimal):
        number = value
    elif isinstance(value, date):
        return _from_number(serial(value))
    else:
        raise BadValue(f"{_show(value)} bukan angka.")
    if not number.is_finite() or abs(number) >= LARGEST:
        raise OutOfRule(f"Angka {_show(value)} di luar jangkauan; paling besar 15 angka di depan koma.")
    return number + 0  # no negative zero


def serial(value: date) -> float:
    """The number that a sheet holds for it; the time of day is the part behind the point."""
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    gap = moment.replace(tzinfo=None) - _DAY_ZERO
    return gap.days + gap.seconds / 86400


def _date_from_serial(value: Cell) -> date:
    serial = int(_from_number(value))
    if not 0 <= serial <= (TERAKHIR - _DAY_ZERO.date()).days:
        raise _no_date(value)
    day = (_DAY_ZERO + timedelta(days=serial)).date()
    if serial in _YEARS:
        raise BadValue(f"{serial} adalah tahun, atau nomor seri {in_words(day)}; tulis tanggal lengkapnya.")
    return day


def _no_date(value: Cell) -> OutOfRule:
    return OutOfRule(f"{_show(value)} bukan tanggal antara {in_words(TERAWAL)} dan {in_words(TERAKHIR)}.")


def _from_text(text: str) -> Decimal:
    plain = text.strip()
    if _AMBIGUOUS.fullmatch(plain):
        raise BadValue(
            f"'{text}' bisa berarti ribuan atau desimal; tulis '{plain.replace('.', ',')}' untuk desimal, "
            f"'{plain.replace('.', '')}' untuk ribuan."
        )
    if _PLAIN.fullmatch(plain) or _THOUSANDS.fullmatch(plain):
        return _from_number(Decimal(plain.replace(".", "").replace(",", ".")))
    if _DOT.fullmatch(plain):
        return _from_number(Decimal(plain))
    raise BadValue(f"'{text}' bukan angka; tulis dengan angka dan koma desimal, misalnya 3,5.")


def _show(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return format(value, ".15g")
    return f"'{value}'" if isinstance(value, str) else str(value)
