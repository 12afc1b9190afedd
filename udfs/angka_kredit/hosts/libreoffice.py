"""LibreOffice Calc: the names and the conversions of the add-in. No UNO here; the component module has it.

Calc hands over a float for a number, text, None for an omitted argument, 0.0 for an empty cell, and rows of
these for a range or an array ('' for an empty cell there)."""

from __future__ import annotations

import struct
from collections.abc import Callable

from ..functions import KATALOG, call
from ..functions.convert import ERRORS
from ..functions.registry import Result

MODULE = "id.angkakredit"  # of the interface, as UNO spells it
INTERFACE = "XAngkaKredit"
IMPLEMENTATION = f"{MODULE}.AddIn"
MENU, JOB = f"{MODULE}.Menu", f"{MODULE}.SaatBuka"  # components: the menu's commands, and what opening a document does
PROTOKOL = f"vnd.{MODULE}:"  # of the commands' addresses

Rows = tuple[tuple[float | str, ...], ...]
Method = Callable[..., float | str | Rows]

# Calc's own numbers of the errors. What Calc does not have (#SPILL! and later ones) becomes #VALUE!.
_CODES = {"#N/A": 32767, "#VALUE!": 519, "#NUM!": 503, "#REF!": 524, "#DIV/0!": 532, "#NAME?": 525, "#NULL!": 521}
_QUIET_NAN = 0x7FF8_0000_0000_0000


def uno_name(name: str) -> str:
    """The name as IDL takes it, without underscores: ANGKA_KREDIT -> angkaKredit."""
    first, *rest = name.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def methods() -> dict[str, Method]:
    """The add-in's methods by UNO name, one per function of the catalogue."""
    return {uno_name(fungsi.nama): _method(fungsi.nama) for fungsi in KATALOG}


def error_text(code: int) -> str:
    """Calc's number of an error as a cell shows it; '' for 0."""
    names = {number: error for error, number in _CODES.items()}
    return names.get(code, f"Err:{code}") if code else ""


def to_calc(result: Result) -> float | str | Rows:
    """What Calc takes back: errors as the NaN that Calc shows as that error."""
    if isinstance(result, list):
        # no generators, and no call for a number: it is faster
        return tuple([tuple([v if type(v) is float else _to_value(v) for v in row]) for row in result])
    return _to_value(result)


def error_nan(error: str) -> float:
    """The float that Calc shows as this error: a NaN with the error's number in its low bits."""
    bits = _QUIET_NAN | _CODES.get(error, _CODES["#VALUE!"])
    (value,) = struct.unpack("<d", struct.pack("<Q", bits))
    return float(value)


def _to_value(value: float | str) -> float | str:
    return error_nan(value) if isinstance(value, str) and value[:1] == "#" and value in ERRORS else value


def _method(nama: str) -> Method:
    return lambda *args: to_calc(call(nama, *args))
