"""From what a cell holds to what a rule takes, and back. One function per kind of argument.

A spreadsheet spells 'not given' as None, '' or 0; each kind below says which of them it takes so."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from ..errors import BadValue, OutOfRule
from ..rounding import without_noise

Cell = bool | int | float | Decimal | str | date | None

ERRORS = ("#N/A", "#VALUE!", "#NUM!", "#REF!", "#DIV/0!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA")
LARGEST = Decimal("1e15")  # beyond this a spreadsheet's 15 digits no longer hold a unit
_DAY_ZERO = datetime(1899, 12, 30)  # serial 0 of the 1900 date system, from 1 March 1900 on
_PLAIN = re.compile(r"[+-]?[0-9]+(?:,[0-9]+)?")
_DOT = re.compile(r"[+-]?[0-9]+\.[0-9]+")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+")
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_LOOKS_NUMERIC = re.compile(r"[+-]?[0-9.,]+")


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


def mentah(value: Cell) -> Cell:
    """As the cell holds it: for functions that hand their arguments on."""
    return value


def looks_numeric(text: str) -> bool:
    """True for text made of digits and separators only: '0,014', '1.234'."""
    return _LOOKS_NUMERIC.fullmatch(text.strip()) is not None


def to_cell(value: Decimal | str) -> float | str:
    """What a cell gets: a float (#NUM! beyond what one holds) or text."""
    if isinstance(value, str):
        return value
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
