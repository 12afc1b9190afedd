"""What there is to do for a formula, worked out once for its shape: may it be computed, what must be looked at with the
values at hand, what the second engine computes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from openpyxl.formula.tokenizer import Token

from ..errors import Refused
from ..functions import KATALOG
from . import doubts, gate
from .doubts import Check
from .formulas import Call, calls, functions, tokens
from .parts import FORMULA, Part, Parts
from .references import Operand, operands


@dataclass(frozen=True, slots=True)
class Voted:
    """What the second engine computes: the formula, or an argument of one of our functions, with the results of our
    functions (numbers into Plan.ours) in place of their calls."""

    pieces: tuple[Part | int, ...]
    whole: Part | None = None  # the argument as the first engine computes it; None for the formula itself


@dataclass(frozen=True, slots=True)
class Plan:
    shape: str  # with defined names resolved
    allowed: bool
    array: bool = False
    operands: tuple[Operand, ...] = ()
    ranges: tuple[Operand, ...] = ()  # those of several cells
    checks: tuple[Check, ...] = ()
    formula: Part | None = None  # the whole
    ours: tuple[Part, ...] = ()  # calls of our functions that stand inside other formulas
    as_ranges: frozenset[int] = frozenset()  # those of them, by number, that stand where a range is expected
    functions: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()  # those of them that are ours
    is_ours: bool = False  # it is one call of ours and nothing else
    voted: tuple[Voted, ...] = ()
    read: tuple[Part, ...] = ()  # cells that our functions are given as they are
    looked_at: tuple[Part, ...] = ()  # parts of checks that must be computed
    compared: tuple[Part, ...] = ()  # parts whose values the second engine is given, or must find
    second: Literal["plain", "result", "parts"] = "parts"  # what it is given: the formula, our result for it, or more


@lru_cache(maxsize=5120)  # our own forms have 4 100 shapes together; a plan takes some 5 kB
def plan(shape: str, *, voted: bool, array: bool) -> Plan:
    """The plan of a shape whose names, prefixes and tables are resolved."""
    try:
        items = tokens(shape)
        gate.check_tokens(items, {}, voted=voted, array=array)
    except Refused:
        return Plan(shape, allowed=False, array=array)
    return _plan(shape, items, array)


def _plan(shape: str, items: tuple[Token, ...], array: bool) -> Plan:
    parts = Parts(items, array=array)
    checks = tuple(doubts.checks(items, parts))
    ours = [call for call in calls(items) if KATALOG.get(call.name)]
    is_ours = bool(ours) and (ours[0].start, ours[0].end) == (0, len(items) - 1)
    inside = ours[1:] if is_ours else ours
    read = tuple(operands(items, {}))
    voted = tuple(_voted(items, parts, ours, inside, is_ours=is_ours))
    results = tuple(parts(items[call.start : call.end + 1]) for call in inside)
    return Plan(
        shape=shape,
        allowed=True,
        array=array,
        operands=read,
        ranges=tuple(operand for operand in read if operand.reference.many),
        checks=checks,
        formula=parts(items),
        ours=results,
        as_ranges=frozenset(_as_ranges(items, inside)),
        functions=frozenset(functions(items)),
        names=frozenset(name for name in functions(items) if KATALOG.get(name)),
        is_ours=is_ours,
        voted=voted,
        read=tuple(part for call in ours for part in _arguments(call, parts) if part.kind != FORMULA and part.area),
        looked_at=tuple({part: None for check in checks for part in check.parts if part.kind == FORMULA}),
        compared=(*results, *(part.whole for part in voted if part.whole)),
        second="parts" if array or inside or (ours and voted) else "result" if ours else "plain",
    )


@lru_cache(maxsize=512)
def unchecked(shape: str, *, array: bool) -> Plan:
    """The plan of a formula that the gate stopped, as far as it can be read: for the slow lane."""
    try:
        return _plan(shape, tokens(shape), array)
    except Refused:
        return Plan(shape, allowed=False, array=array)


def _as_ranges(items: Sequence[Token], inside: list[Call]) -> Iterator[int]:
    """INDEX(OURS(...),1,1): the second engine takes a range there, and no single cell."""
    spans = {(call.start, call.end): number for number, call in enumerate(inside)}
    for outer in calls(items):
        start = outer.start + 1
        for place, part in enumerate(outer.parts):
            span = start, start + len(part) - 1
            if span in spans and place in gate.VOTED.get(outer.name, ()):
                yield spans[span]
            start += len(part) + 1


def _voted(
    items: tuple[Token, ...], parts: Parts, ours: list[Call], inside: list[Call], *, is_ours: bool
) -> list[Voted]:
    found = [] if is_ours else [Voted(_pieces(items, 0, parts, inside))]
    for call in ours:
        start = call.start + 1
        for argument in call.parts:
            if argument and (part := parts(argument)).kind == FORMULA and not _is_a_call(argument, start, ours):
                found.append(Voted(_pieces(argument, start, parts, inside), part))
            start += len(argument) + 1
    return found


def _pieces(items: Sequence[Token], start: int, parts: Parts, inside: list[Call]) -> tuple[Part | int, ...]:
    """These tokens, the formula's from `start` on, with the outermost of our calls among them as numbers."""
    pieces, at, end = list[Part | int](), start, start + len(items)
    for number, call in enumerate(inside):
        if at <= call.start and call.end < end:
            pieces += [parts.piece(items[at - start : call.start - start]), number]
            at = call.end + 1
    return (*pieces, parts.piece(items[at - start :]))


def _is_a_call(argument: list[Token], start: int, ours: list[Call]) -> bool:
    return any((call.start, call.end) == (start, start + len(argument) - 1) for call in ours)


def _arguments(call: Call, parts: Parts) -> list[Part]:
    return [parts(argument) for argument in call.parts if argument]
