"""Where the engines are known to differ from Excel without a word, one of them or both together. Each such place of a
formula is found here, once for its shape; doubt_rules.py looks at the values there, and the file is stopped where they
would differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from openpyxl.formula.tokenizer import Token

from . import doubt_lookups as lookups
from . import doubt_rules as rules
from .formulas import Call, calls, explanation, groups, split
from .parts import CELL, FORMULA, LOGICAL, NUMBER, TEXT, Part, Parts

_COMPARE = frozenset(("=", "<>", "<", "<=", ">", ">="))
_ORDER = _COMPARE - {"=", "<>"}
_ARITHMETIC = frozenset(("+", "-", "*", "/", "^"))
_OPERATORS = (Token.OP_IN, Token.OP_PRE, Token.OP_POST)
_AS_NUMBER = ("ROUND", "ROUNDUP", "ROUNDDOWN", "ABS", "INT", "TRUNC", "MOD", "SQRT", "POWER", "SIGN", "EVEN", "ODD")
_AS_TEXT = ("LEFT", "LEN", "RIGHT", "MID", "TRIM", "UPPER", "LOWER", "PROPER", "FIND", "SEARCH", "REPT", "EXACT")
_ALSO_AS_TEXT = ("CONCATENATE", "CONCAT", "TEXTJOIN", "SUBSTITUTE", "REPLACE")
_CHARACTERS = ("LEFT", "LEN", "RIGHT", "MID", "FIND", "SEARCH", "REPLACE", "SUBSTITUTE", "PROPER", "UPPER", "LOWER")
_TO_A_STEP = {"INT": None, "TRUNC": 1, "ROUNDUP": 1, "ROUNDDOWN": 1}
_OF_A_STEP = ("MOD", "QUOTIENT", "CEILING", "FLOOR")
_DATES = ("YEAR", "MONTH", "DAY", "WEEKDAY", "EDATE", "EOMONTH", "DATEDIF", "DAYS", "TEXT")
_SWALLOW = ("IFERROR", "ISERROR", "ISNA", "IFNA")
_CONDITION = {"IF": (0,), "IFS": range(0, 254, 2), "AND": range(255), "OR": range(255), "NOT": (0,), "XOR": range(255)}
_WHOLE = {"LEFT": (1,), "RIGHT": (1,), "MID": (1, 2), "REPT": (1,), "CHOOSE": (0,), "INDEX": (1, 2), "LARGE": (1,)} | {
    "SMALL": (1,),
    "VLOOKUP": (2,),
    "HLOOKUP": (2,),
    "DATE": (0, 1, 2),
    "EDATE": (1,),
    "EOMONTH": (1,),
}

_USED_AS_TEXT = "memakai angka {} sebagai teks"

Rule = Callable[..., None]
Branch = tuple[Part, bool]  # a condition of IF, and what it is where the branch is taken


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with the parts whose values it looks at. It raises Refused where they make the formula doubtful.

    The rule is called with a Look and the values: rows for an area or a part that may answer rows."""

    rule: Rule
    parts: tuple[Part, ...]
    extra: Any = None
    facts: Literal["", "all", "column", "row"] = ""  # areas are given as Facts of these of their cells
    when: tuple[Branch, ...] = ()  # the branches of IF that it stands in: it counts where all of them are taken


def checks(items: Sequence[Token], parts: Parts) -> Iterator[Check]:
    """Every place of the formula that is to be looked at."""
    branches = _branches(items, parts)
    for group in groups(items):
        if any(item.type in _OPERATORS for item in group):
            yield from (replace(check, when=branches[id(group[0])]) for check in _operators(group, parts))
    for call in calls(items):
        given = [parts(part) if part else None for part in call.parts]
        when = branches[id(items[call.start])]
        yield from (replace(check, when=when) for check in _call(call, given, items, parts))


def _branches(items: Sequence[Token], parts: Parts) -> dict[int, tuple[Branch, ...]]:
    """The branches of IF that each token stands in, the outermost first; tokens by their id."""
    found: dict[int, tuple[Branch, ...]] = {id(item): () for item in items}
    for call in calls(items):
        if call.name == "IF" and call.parts and call.parts[0]:
            for taken, part in zip((True, False), call.parts[1:], strict=False):
                branch = parts(call.parts[0]), taken
                found |= {id(item): (*found[id(item)], branch) for item in part}
    return found


def _operators(group: Sequence[Token], parts: Parts) -> Iterator[Check]:
    compared = split(group, _COMPARE)
    ordered = any(item.type == Token.OP_IN and item.value.strip() in _ORDER for item in group)
    for left, right in pairwise(compared):
        if left and right and not (_cannot_go_wrong(left, ordered) or _cannot_go_wrong(right, ordered)):
            yield Check(rules.compared, (parts(left), parts(right)), ordered)
    for side in compared:
        joined = split(side, frozenset("&"))
        if len(joined) > 1:
            for part in filter(None, joined):
                yield Check(rules.as_text, (parts(part),), "menyambung angka {} menjadi teks")
        for part in joined:
            for term in _arithmetic(part):
                yield Check(rules.as_number, (parts(term),))


def _call(call: Call, given: list[Part | None], items: Sequence[Token], parts: Parts) -> Iterator[Check]:
    name = call.name
    there = [part for part in given if part is not None]
    first = given[0] if given else None
    if name in _AS_NUMBER:
        yield from (Check(rules.as_number, (part,)) for part in there if part.kind not in (NUMBER, LOGICAL))
    if name in _AS_TEXT and first and first.kind != TEXT:
        yield Check(rules.as_text, (first,), _USED_AS_TEXT)
    if name in _ALSO_AS_TEXT:
        yield from (Check(rules.as_text, (part,), _USED_AS_TEXT) for part in there if part.kind != TEXT)
    if name in _CHARACTERS:
        yield from (Check(rules.characters, (part,)) for part in there if part.kind not in (NUMBER, LOGICAL))
    if name in _TO_A_STEP and first:
        yield Check(rules.to_a_step, (first, *[part for part in given[1:2] if part]))
    if name in _OF_A_STEP and len(there) == 2:
        yield Check(rules.of_a_step, tuple(there))
    if name in _DATES and first and (name != "TEXT" or _is_date_format(call)):
        yield from (Check(rules.date, (part,)) for part in given[: 2 if name in ("DATEDIF", "DAYS") else 1] if part)
    if name == "DATE":
        yield Check(rules.date, (parts(items[call.start : call.end + 1]),), rules.FIRST_SURE_DAY + 1)
    if name in _SWALLOW and first and explanation(call.arguments[0]):
        yield Check(rules.swallowed, (first,), name)
    yield from _whole_numbers(call, given)
    yield from _conditions(call, given)
    yield from lookups.checks(name, given, Check)


def _whole_numbers(call: Call, given: list[Part | None]) -> Iterator[Check]:
    """Arguments that Excel cuts off to a whole number."""
    for place in _WHOLE.get(call.name, ()):
        part = given[place] if place < len(given) else None
        if part is not None and part.kind in (CELL, FORMULA):
            yield Check(rules.to_a_step, (part,))
    if call.name == "INDEX":
        for place in (1, 2):
            if place < len(given) and not "".join(call.arguments[place : place + 1]).upper().startswith("MATCH("):
                yield Check(rules.index_zero, tuple(filter(None, [given[place]])))
    if call.name in ("VALUE", "CHAR") and given and given[0]:
        yield Check(rules.value if call.name == "VALUE" else rules.char, (given[0],))


def _conditions(call: Call, given: list[Part | None]) -> Iterator[Check]:
    """Numbers taken as true or false: Excel makes 0 of what is left of a subtraction, the engines do not."""
    for place in _CONDITION.get(call.name, ()):
        if place >= len(given):
            return
        part = given[place]
        if part is not None and part.kind in (CELL, FORMULA) and not _is_logical(call.parts[place]):
            yield Check(rules.condition, (part,))


def _is_date_format(call: Call) -> bool:
    return any(letter in "".join(call.arguments[1:]).lower() for letter in "dmy")


def _is_logical(items: Sequence[Token]) -> bool:
    """Whether it is a comparison or a question, whose answer is TRUE or FALSE."""
    if len(split(items, _COMPARE)) > 1:
        return True
    outer = next(calls(items), None)
    if outer is None or (outer.start, outer.end) != (0, len(items) - 1):
        return False
    return outer.name in ("AND", "OR", "NOT", "XOR", "TRUE", "FALSE", "EXACT") or outer.name.startswith("IS")


def _arithmetic(part: Sequence[Token]) -> Iterator[list[Token]]:
    """The terms that are added, multiplied, negated and so on; none where nothing is."""
    terms = split(part, _ARITHMETIC)
    plain = [[item for item in term if item.type not in (Token.OP_PRE, Token.OP_POST)] for term in terms]
    if len(terms) > 1 or plain != terms:
        for term in plain:
            if term and not (len(term) == 1 and term[0].subtype in (Token.NUMBER, Token.TEXT, Token.LOGICAL)):
                yield term


def _cannot_go_wrong(part: Sequence[Token], ordered: bool) -> bool:
    """A literal whose comparison cannot: ASCII text where the order of texts is not asked, TRUE or FALSE."""
    if len(part) != 1 or not part[0].value.isascii():
        return False
    return part[0].subtype == Token.LOGICAL or (part[0].subtype == Token.TEXT and not ordered)
