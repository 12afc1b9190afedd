"""Where the engine is known to differ from Excel without a word. Each such place of a formula is looked at with the
values at hand, and the file is stopped where they would differ:

- Excel compares numbers by 15 digits, the engine by all;
- how a fraction becomes text, and text a number, hangs on the reader's language, which the file does not record;
- SUMIF skips errors, INDEX with 0 gives a whole row, letters beyond ASCII keep their case;
- data absent from the texts must not vanish in IFERROR."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from openpyxl.formula.tokenizer import Token

from ..errors import Refused
from .formulas import Call, calls, explanation, groups, split, text, tokens
from .values import CellErrorValue, Value

Evaluate = Callable[[str], Value]

_COMPARE = frozenset(("=", "<>", "<", "<=", ">", ">="))
_ARITHMETIC = frozenset(("+", "-", "*", "/", "^"))
_OPERATORS = (Token.OP_IN, Token.OP_PRE, Token.OP_POST)
_AS_NUMBER = ("ROUND", "ROUNDUP", "ROUNDDOWN", "ABS")
_AS_TEXT = ("LEFT", "LEN")
_CRITERIA = ("SUMIF", "COUNTIF")
_SWALLOW = ("IFERROR", "ISERROR", "ISNA")
_DEPENDS = "pecahan dan angka panjang tampil menurut bahasa komputer. Ketik ulang isinya sebagai teks"
_LOCAL_NUMBER = re.compile(r"[<>=]*\s*[-+]?[0-9.,]*[.,%][0-9.,%]*")


def check(formula: str, evaluate: Evaluate) -> None:
    """Refused, in words, where this formula's value cannot be trusted; `evaluate` computes a part of it."""
    items = tokens(formula)
    for group in groups(items):
        if not any(item.type in _OPERATORS for item in group):
            continue
        compared = split(group, _COMPARE)
        for left, right in pairwise(compared):
            _check_comparison(left, right, evaluate)
        for side in compared:
            joined = split(side, frozenset("&"))
            if len(joined) > 1:
                _check_joined(joined, evaluate)
            for part in joined:
                for term in _arithmetic(part):
                    _check_number(term, evaluate)
    for call in calls(items):
        _check_call(call, evaluate)


def _check_comparison(left: Sequence[Token], right: Sequence[Token], evaluate: Evaluate) -> None:
    if _is_plain_text(left) or _is_plain_text(right):
        return
    a, b = evaluate(text(left)), evaluate(text(right))
    if isinstance(a, float) and isinstance(b, float) and a != b and f"{a:.15g}" == f"{b:.15g}":
        raise Refused(
            f"membandingkan {text(left)} dengan {text(right)}, yang sama menurut Excel (15 angka) tetapi berbeda "
            "pada angka terakhir; pakai ROUND sebelum membandingkan"
        )
    if isinstance(a, str) and isinstance(b, str) and a != b and a.casefold() == b.casefold() and not a.isascii():
        raise Refused(f"membandingkan {text(left)} dengan {text(right)}, yang hanya berbeda huruf besar dan kecil")


def _check_joined(parts: Sequence[Sequence[Token]], evaluate: Evaluate) -> None:
    for part in parts:
        if _is_fraction(evaluate(text(part))):
            raise Refused(f"menyambung angka {text(part)} menjadi teks; {_DEPENDS}")


def _check_number(term: str, evaluate: Evaluate) -> None:
    value = evaluate(term)
    if isinstance(value, str) and not isinstance(value, CellErrorValue) and any(char.isdigit() for char in value):
        raise Refused(f"menghitung dengan teks di {term}; hasilnya bergantung bahasa komputer. Ketik ulang angkanya")


def _check_call(call: Call, evaluate: Evaluate) -> None:
    if call.name in _AS_NUMBER:
        for argument in filter(None, call.arguments):
            _check_number(argument, evaluate)
    elif call.name in _AS_TEXT and call.arguments and _is_fraction(evaluate(call.arguments[0])):
        raise Refused(f"memakai angka {call.arguments[0]} sebagai teks; {_DEPENDS}")
    elif call.name in _CRITERIA and len(call.arguments) > 1:
        criterion = evaluate(call.arguments[1])
        if isinstance(criterion, str) and _LOCAL_NUMBER.fullmatch(criterion):
            raise Refused(f"kriteria {call.name} '{criterion}' bergantung bahasa komputer")
    elif call.name == "INDEX":
        places = [part for part in call.arguments[1:] if not part.upper().startswith("MATCH(")]  # never 0
        if any(not part or evaluate(part) in (0.0, "", None) for part in places):
            raise Refused("memakai INDEX dengan baris atau kolom 0, yaitu seluruh baris atau kolom")
    elif call.name in _SWALLOW and call.arguments:
        explained = explanation(call.arguments[0])
        if explained and evaluate(call.arguments[0]) == CellErrorValue("#N/A"):
            raise Refused(f"menutupi galat dengan {call.name}: {evaluate(explained)}")


def _arithmetic(part: Sequence[Token]) -> Iterator[str]:
    """The terms that are added, multiplied, negated and so on; none where nothing is."""
    terms = split(part, _ARITHMETIC)
    plain = [[item for item in term if item.type not in (Token.OP_PRE, Token.OP_POST)] for term in terms]
    if len(terms) > 1 or plain != terms:
        for term in plain:
            if not (len(term) == 1 and term[0].subtype in (Token.NUMBER, Token.TEXT)):
                yield text(term)


def _is_plain_text(part: Sequence[Token]) -> bool:
    """A literal whose comparison cannot go wrong: ASCII text, TRUE or FALSE."""
    return len(part) == 1 and part[0].subtype in (Token.TEXT, Token.LOGICAL) and part[0].value.isascii()


def _is_fraction(value: Value) -> bool:
    return isinstance(value, float) and (value != int(value) or abs(value) >= 1e15)
