"""The first engine reads the file itself, the second is given what our own reader found: both must have read the same.

What native formulas read is compared through their results; what our functions are given is compared here."""

from __future__ import annotations

from ..errors import Undecided
from .loaded import Loaded
from .parts import CELL
from .values import Value, shown


def check_readers(book: Loaded) -> None:
    """Refused where they see different values in a cell that one of our functions is given."""
    given = {(id(formula.plan), formula.place.sheet): formula for formula in book.formulas if formula.plan.read}
    sheets = {_named(book, part.sheet or sheet) for (_, sheet), formula in given.items() for part in formula.plan.read}
    differing = {sheet: found for sheet in sheets if (found := _differing(book, sheet))}
    for formula in book.formulas if differing else ():
        for part in formula.plan.read:
            sheet, written = _named(book, part.sheet or formula.place.sheet), part.place(formula.cells)
            for ref in [written] if part.kind == CELL else book.contents.refs(sheet, written):
                if ref in differing.get(sheet, ()):
                    both = " dan ".join(map(shown, differing[sheet][ref]))
                    raise Undecided(f"sel {sheet}!{ref} dibaca berbeda oleh dua pembaca: {both}")


def _differing(book: Loaded, sheet: str) -> dict[str, tuple[Value, Value]]:
    """The typed cells that they see differently."""
    typed = book.contents.typed(sheet)
    others = zip(typed.items(), book.engine.values(sheet, typed), strict=True)
    return {ref: (value, other) for (ref, value), other in others if other != value}


def _named(book: Loaded, sheet: str) -> str:
    """The sheet's name as the workbook has it."""
    if sheet in book.cells:
        return sheet
    return next(name for name in book.cells if name.casefold() == sheet.casefold())
