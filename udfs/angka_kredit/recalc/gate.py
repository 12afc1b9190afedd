"""The gate: what the engines may be trusted with. Everything else is refused, with the reason.

One engine alone computes plain formulas of a few well-known functions; where a second one checks every cell, more
functions pass. In both a range may stand only where the function takes a range, because elsewhere Excel would pick one
cell of it silently, and both engines would not. What depends on the values at hand is in doubts.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from openpyxl.formula.tokenizer import Token

from ..errors import Refused, Undecided
from ..functions import KATALOG
from .cells import FormulaCell
from .formulas import calls, functions, tokens
from .references import Operand, operands
from .spelling import without_names, without_prefixes

_ALL = frozenset(range(255))
_EVEN, _ODD_AND_FIRST = frozenset(range(0, 255, 2)), frozenset({0, *range(1, 255, 2)})
_NONE: frozenset[int] = frozenset()
# function -> the arguments (from 0) where a range of several cells is expected
ALLOWED: dict[str, frozenset[int]] = {
    **dict.fromkeys(("SUM", "MIN", "MAX", "AVERAGE", "COUNT", "COUNTA", "PRODUCT", "AND", "OR"), _ALL),
    "SUMIF": frozenset({0, 2}),  # formualizer skips errors in it: judge.py refuses those
    **dict.fromkeys(("COUNTIF", "INDEX"), frozenset({0})),
    **dict.fromkeys(("VLOOKUP", "HLOOKUP", "MATCH"), frozenset({1})),
    **dict.fromkeys(("IF", "IFERROR", "NOT", "TRUE", "FALSE"), _NONE),
    **dict.fromkeys(("ROUND", "ROUNDUP", "ROUNDDOWN", "ABS"), _NONE),
    **dict.fromkeys(("ISBLANK", "ISNUMBER", "ISTEXT", "ISERROR", "ISNA"), _NONE),
    **dict.fromkeys(("LEFT", "LEN", "UPPER"), _NONE),
}
# the same, where a second engine checks the first
VOTED = ALLOWED | {
    **dict.fromkeys(("SUMSQ", "MEDIAN", "XOR", "CONCAT"), _ALL),
    **dict.fromkeys(("SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS"), _ODD_AND_FIRST),
    "COUNTIFS": _EVEN,
    "AVERAGEIF": frozenset({0, 2}),
    **dict.fromkeys(("COUNTBLANK", "LARGE", "SMALL", "ROWS", "COLUMNS"), frozenset({0})),
    **dict.fromkeys(("RANK", "RANK.EQ"), frozenset({1})),
    **dict.fromkeys(("LOOKUP", "XLOOKUP"), frozenset({1, 2})),
    "TEXTJOIN": _ALL - {0, 1},
    "SUMPRODUCT": _ALL,
    **dict.fromkeys(("IFS", "SWITCH", "IFNA", "CHOOSE", "NA", "ROW", "COLUMN"), _NONE),
    **dict.fromkeys(("ISERR", "ISLOGICAL", "ISNONTEXT", "ISEVEN", "ISODD", "N", "T"), _NONE),
    **dict.fromkeys(("INT", "TRUNC", "MOD", "QUOTIENT", "CEILING", "FLOOR", "EVEN", "ODD"), _NONE),
    **dict.fromkeys(("SIGN", "SQRT", "POWER", "EXP", "LN", "LOG", "LOG10", "PI"), _NONE),
    **dict.fromkeys(("RIGHT", "MID", "TRIM", "LOWER", "PROPER", "EXACT", "REPT", "CHAR"), _NONE),
    **dict.fromkeys(("CONCATENATE", "SUBSTITUTE", "REPLACE", "FIND", "SEARCH", "VALUE", "TEXT", "HYPERLINK"), _NONE),
    **dict.fromkeys(("DATE", "YEAR", "MONTH", "DAY", "WEEKDAY", "EDATE", "EOMONTH", "DATEDIF", "DAYS"), _NONE),
}
# in an array formula these take a range cell by cell wherever it stands, in Excel and in both engines
_CELL_BY_CELL = {
    *("SUM", "MIN", "MAX", "AVERAGE", "COUNT", "COUNTA", "PRODUCT", "SUMPRODUCT", "LARGE", "SMALL"),
    *("IF", "IFERROR", "NOT", "ROUND", "ROUNDUP", "ROUNDDOWN", "ABS", "INT", "LEN", "LEFT", "RIGHT", "MID"),
    *("ISNUMBER", "ISTEXT", "ISBLANK", "ISERROR", "ISNA"),
}
_OPERATORS = frozenset(["+", "-", "*", "/", "^", "&", "=", "<>", "<", ">", "<=", ">=", "%"])
_DATEDIF = frozenset(('"y"', '"m"', '"d"', '"ym"'))  # 'md' and 'yd' are wrong in Excel itself, by its own help
_DIGITS = re.compile(r'"0+%?"')  # a format that every language reads alike
# and one that Indonesian and English Excel read alike: no names of months or days, no separator of the computer's
_DATES = re.compile(r'"(?:d{1,2}|m{1,2}|y{4})(?:[- ](?:d{1,2}|m{1,2}|y{4}))*"', re.IGNORECASE)


def check(cell: FormulaCell, names: dict[str, str], *, voted: bool = False) -> None:
    """Refused, in words, where this formula is not one that the engines may compute."""
    array = cell.formula_kind == "array"
    if cell.formula_kind == "dataTable":
        raise Refused("berisi rumus larik (array) atau tabel data")
    if not (array and voted) and (cell.spill or cell.formula_kind not in ("normal", "shared")):
        raise Undecided("berisi rumus larik (array) atau tabel data")
    formula = without_names(without_prefixes(cell.formula), names)
    check_tokens(tokens(formula), names, voted=voted, array=array)


def check_tokens(items: Sequence[Token], names: dict[str, str], *, voted: bool, array: bool) -> None:
    """The same for a formula's tokens, defined names and prefixes already resolved as far as they can be."""
    allowed = VOTED if voted else ALLOWED
    for name in functions(items):
        if name not in allowed and KATALOG.get(name) is None:
            where = "oleh kedua mesin hitung" if voted else "tanpa mesin pembanding"
            raise Undecided(f"memakai fungsi {name}, yang belum boleh dihitung {where}")
    for item in items:
        operator = item.type in (Token.OP_IN, Token.OP_PRE, Token.OP_POST) and item.value.strip() not in _OPERATORS
        if operator or item.type == Token.ARRAY or item.value == "{":
            raise Undecided(f"memakai operator atau larik '{item.value}' yang belum didukung")
    for operand in operands(items, names):
        if operand.reference.many and not _takes_range(operand, allowed, voted=voted, array=array):
            area = operand.reference.area
            raise Undecided(f"memakai rentang {area} di tempat satu sel; Excel memilih salah satu selnya diam-diam")
    if voted:
        check_calls(items)


def ours_whole(name: str) -> frozenset[int]:
    """The arguments that one of our functions takes as a whole range."""
    fungsi = KATALOG.get(name)
    if fungsi is None:
        return _NONE
    if getattr(fungsi, "utuh", None):  # it varies with the function that it explains
        return _ALL
    return frozenset(place for place, argumen in enumerate(fungsi.argumen) if getattr(argumen, "rentang", False))


def _takes_range(operand: Operand, allowed: dict[str, frozenset[int]], *, voted: bool, array: bool) -> bool:
    places = allowed.get(operand.function) or ours_whole(operand.function)
    if operand.alone and operand.argument in places:
        return True
    inner = operand.around[-1] if operand.around else ""
    if voted and inner == "SUMPRODUCT":
        return operand.reference.area.count(":") == 1 and not operand.reference.is_whole
    ours = frozenset(name for name in operand.around if KATALOG.get(name))
    return array and not operand.reference.is_whole and set(operand.around) <= _CELL_BY_CELL | ours


def check_calls(items: Sequence[Token]) -> None:
    """What a literal argument decides: how a date difference is counted, and which text a number becomes."""
    for call in calls(items):
        if call.name == "DATEDIF" and "".join(islice(call.arguments, 2, 3)).lower() not in _DATEDIF:
            raise Refused("memakai DATEDIF dengan satuan selain y, m, d, atau ym, yang di Excel sendiri tidak pasti")
        if call.name == "TEXT" and len(call.arguments) == 2:
            form = call.arguments[1]
            if form.startswith('"[$-'):
                raise Undecided(f"memakai TEXT dengan bahasa tertentu ({form})")
            if not (_DIGITS.fullmatch(form) or _DATES.fullmatch(form)):
                raise Refused(f"memakai TEXT dengan bentuk {form}, yang hasilnya bergantung bahasa komputer")
