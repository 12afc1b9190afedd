"""The gate: what one engine alone may be trusted with. Everything else is refused, with the reason.

Until a second engine checks the first, only plain formulas of well-known functions pass; a range may stand
only where the function takes a range, because elsewhere Excel would pick one cell of it silently. What depends on
the values at hand is in doubts.py."""

from __future__ import annotations

from openpyxl.formula.tokenizer import Token

from ..errors import Refused
from ..functions import KATALOG
from .cells import FormulaCell
from .formulas import Operand, functions, operands, tokens

_ALL = frozenset(range(255))
_NONE: frozenset[int] = frozenset()
# function -> the arguments (from 0) where a range of several cells is expected
ALLOWED: dict[str, frozenset[int]] = {
    **dict.fromkeys(("SUM", "MIN", "MAX", "AVERAGE", "COUNT", "COUNTA", "PRODUCT", "AND", "OR"), _ALL),
    "SUMIF": frozenset({0, 2}),  # the engine skips errors in it: judge.py refuses those
    **dict.fromkeys(("COUNTIF", "INDEX"), frozenset({0})),
    **dict.fromkeys(("VLOOKUP", "HLOOKUP", "MATCH"), frozenset({1})),
    **dict.fromkeys(("IF", "IFERROR", "NOT", "TRUE", "FALSE"), _NONE),
    **dict.fromkeys(("ROUND", "ROUNDUP", "ROUNDDOWN", "ABS"), _NONE),
    **dict.fromkeys(("ISBLANK", "ISNUMBER", "ISTEXT", "ISERROR", "ISNA"), _NONE),
    **dict.fromkeys(("LEFT", "LEN"), _NONE),
}
_OPERATORS = frozenset(["+", "-", "*", "/", "^", "&", "=", "<>", "<", ">", "<=", ">=", "%"])


def check(cell: FormulaCell, names: dict[str, str]) -> None:
    """Refused, in words, where this formula is not one that the engine alone may compute."""
    try:
        _check(cell, names)
    except Refused as reason:
        raise Refused(f"{cell.ref} {reason}") from None


def _check(cell: FormulaCell, names: dict[str, str]) -> None:
    if cell.formula_kind not in ("normal", "shared") or cell.spill:
        raise Refused("berisi rumus larik (array) atau tabel data")
    items = tokens(cell.formula)
    for name in functions(items):
        if name not in ALLOWED and KATALOG.get(name) is None:
            raise Refused(f"memakai fungsi {name}, yang belum boleh dihitung tanpa mesin pembanding")
    for item in items:
        operator = item.type in (Token.OP_IN, Token.OP_PRE, Token.OP_POST) and item.value.strip() not in _OPERATORS
        if operator or item.type == Token.ARRAY or item.value == "{":
            raise Refused(f"memakai operator atau larik '{item.value}' yang belum didukung")
    for operand in operands(items, names):
        _check_range(operand)


def _check_range(operand: Operand) -> None:
    if not operand.reference.many:
        return
    if not operand.alone or operand.argument not in _takes_ranges(operand.function):
        raise Refused(
            f"memakai rentang {operand.reference.area} di tempat satu sel; Excel memilih salah satu selnya diam-diam"
        )


def _takes_ranges(name: str) -> frozenset[int]:
    fungsi = KATALOG.get(name)
    if fungsi is None:
        return ALLOWED.get(name, _NONE)
    return frozenset(number for number, argumen in enumerate(fungsi.argumen) if argumen.rentang)
