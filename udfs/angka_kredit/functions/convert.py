"""From what a cell holds to what a rule takes, and back. One function per kind of argument.

A spreadsheet spells 'not given' as None, '' or 0; each kind below says which of them it takes so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from ..errors import BadValue, OutOfRule
from ..rounding import without_noise
from ..words import BULAN

Cell = bool | int | float | Decimal | str | date | None

Grid = Sequence[Sequence[Cell]]

ERRORS = frozenset(
    ("#N/A", "#VALUE!", "#NUM!", "#REF!", "#DIV/0!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA")
)
LARGEST = Decimal("1e15")  # beyond this a spreadsheet's 15 digits no longer hold a unit
_DAY_ZERO = datetime(1899, 12, 30)  # serial 0 of the 1900 date system, from 1 March 1900 on
_PLAIN = re.compile(r"[+-]?[0-9]+(?:,[0-9]+)?")
_DOT = re.compile(r"[+-]?[0-9]+\.[0-9]+")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+")
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_LOOKS_NUMERIC = re.compile(r"[+-]?[0-9.,]+")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2}|[A-Za-z]+)\s*[-/. ]\s*([0-9]{4})")
_FIRST_SERIAL, _LAST_SERIAL = 61, 2_958_465  # 1 March 1900 (before it a spreadsheet's calendar is wrong), end of 9999
_MONTHS = {name.casefold(): number for number, name in enumerate(BULAN, 1)}
_MONTHS |= {name[:3].casefold(): number for number, name in enumerate(BULAN, 1)}
_MONTHS |= {"agt": 8, "ags": 8, "nopember": 11, "nop": 11, "pebruari": 2, "peb": 2, "sept": 9}


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


def tanggal(value: Cell) -> date | None:
    """A date: a serial, a datetime, or text (day first, or ISO); None, '' and 0 mean not given.

    #VALUE! for another text, #NUM! for a day that no calendar has."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return _date_from_text(value) if value.strip() else None
    if _not_given(value):
        return None
    if isinstance(value, bool):
        raise BadValue(f"{value} bukan tanggal.")
    serial = int(_from_number(value))
    if not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        raise OutOfRule(f"{_show(value)} bukan tanggal antara 1 Maret 1900 dan 31 Desember 9999.")
    return (_DAY_ZERO + timedelta(days=serial)).date()


def rentang(value: Cell | Grid) -> Grid | None:
    """Rows as they are; one cell is one row; None where every cell is empty."""
    rows = as_grid(value) or [[value]]  # type: ignore[list-item]
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
    if abs(result) == float("inf"):
        raise OutOfRule("Hasilnya terlalu besar untuk sebuah sel.")
    return result


def _not_given(value: Cell) -> bool:
    return value is None or (not isinstance(value, (bool, date)) and value == 0)


def _from_number(value: Cell) -> Decimal:
    if isinstance(value, (bool, int)):
        number = Decimal(int(value))
    elif isinstance(value, float):
        # Excel's 15 digits: 0.1+0.2 is the 0.3 that the user sees
        number = Decimal(format(value, ".15g"))
    elif isinstance(value, Decimal):
        number = value
    elif isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        gap = moment.replace(tzinfo=None) - _DAY_ZERO
        number = gap.days + Decimal(gap.seconds) / 86400
    else:
        raise BadValue(f"{_show(value)} bukan angka.")
    if not number.is_finite() or abs(number) >= LARGEST:
        raise OutOfRule(f"Angka {_show(value)} di luar jangkauan; paling besar 15 angka di depan koma.")
    return number + 0  # no negative zero


def _date_from_text(text: str) -> date:
    plain = text.strip()
    if found := _ISO.fullmatch(plain):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif (found := _DAY_FIRST.fullmatch(plain)) and (found[2].isdigit() or found[2].casefold() in _MONTHS):
        month = int(found[2]) if found[2].isdigit() else _MONTHS[found[2].casefold()]
        year, day = int(found[3]), int(found[1])
    else:
        raise BadValue(f"'{text}' bukan tanggal; tulis sebagai tanggal, misalnya 31/03/2012 atau 31 Maret 2012.")
    try:
        return date(year, month, day)
    except ValueError:
        raise OutOfRule(f"'{text}' bukan tanggal yang ada di kalender (hari, bulan, tahun).") from None


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
    return f"'{value}'" if isinstance(value, str) else str(value)
