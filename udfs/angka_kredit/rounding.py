"""The one module that rounds: the credit of one row, once and only by name; and the binary noise of a sum of cells.

No regulation read states a rounding rule; the policies stand in regulations/umum/pembulatan.csv with their reasons."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Context, Decimal

_QUANTUM: dict[str, tuple[Decimal, str] | None] = {
    "tepat": None,
    "3_ke_atas": (Decimal("0.001"), ROUND_CEILING),
    "3": (Decimal("0.001"), ROUND_HALF_UP),
    "2": (Decimal("0.01"), ROUND_HALF_UP),
}
POLICIES = tuple(_QUANTUM)
DEFAULT = "tepat"
_WIDE = Context(prec=60)  # room for any product of a row's numbers
_NOISE = Decimal("1e-9")  # of a point: unit credits have five decimals, a long binary sum of them errs far below this


def round_credit(credit: Decimal, policy: str) -> Decimal:
    """`credit` (credit points, 0 or more) by the named policy; KeyError for a name outside POLICIES."""
    rule = _QUANTUM[policy]
    return credit if rule is None else credit.quantize(rule[0], rounding=rule[1], context=_WIDE)


def without_noise(total: Decimal) -> Decimal:
    """A sum of credits (credit points) that cells added in binary, without what is below _NOISE."""
    return total.quantize(_NOISE, context=_WIDE)
