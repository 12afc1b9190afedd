"""The first engine reads the file itself, the second is given what our own reader found: both must have read the same.

What native formulas read is compared through their results; what our functions are given is compared here."""

from __future__ import annotations

from ..errors import Undecided
from .loaded import Loaded
from .places import Cells, area
from .trust import Changed
from .values import Value, shown
from .workbook import Place


def check_readers(book: Loaded) -> None:
    """Refused where they see different values in a cell that one of our functions is given."""
    given = {(id(formula.plan), formula.place.sheet): formula for formula in book.formulas if formula.plan.read}
    sheets = {_named(book, part.sheet or sheet) for (_, sheet), formula in given.items() for part in formula.plan.read}
    differing = {sheet: found for sheet in sheets if (found := _differing(book, sheet))}
    cells = {sheet: Cells(found) for sheet, found in differing.items()}
    for formula in book.formulas if differing else ():
        for part in formula.plan.read:
            sheet = _named(book, part.sheet or formula.place.sheet)
            if sheet in cells and (ref := cells[sheet].first_in(area(part.place(formula.cells)))):
                raise _undecided(Place(sheet, ref), differing[sheet][ref])


def check_all_read(book: Loaded) -> None:
    """The same for whatever cell a formula is given: where no second engine computes the native ones."""
    named = {
        _named(book, operand.reference.sheet or formula.place.sheet)
        for formula in {(id(formula.plan), formula.place.sheet): formula for formula in book.formulas}.values()
        for operand in formula.plan.operands
    }
    differing = {Place(sheet, ref): both for sheet in named for ref, both in _differing(book, sheet).items()}
    changed = Changed(differing)
    for formula in book.formulas if differing else ():
        if found := changed.first(formula):
            place = Place(_named(book, found.sheet), found.ref)
            raise _undecided(place, differing[place])


def _undecided(place: Place, both: tuple[Value, Value]) -> Undecided:
    return Undecided(f"sel {place} dibaca berbeda oleh dua pembaca: {' dan '.join(map(shown, both))}")


def _differing(book: Loaded, sheet: str) -> dict[str, tuple[Value, Value]]:
    """The typed cells that they see differently."""
    typed = book.contents.typed(sheet)
    return {ref: (typed[ref], other) for ref, other in book.engine.differing(sheet, typed).items()}


def _named(book: Loaded, sheet: str) -> str:
    """The sheet's name as the workbook has it."""
    if sheet in book.cells:
        return sheet
    return next(name for name in book.cells if name.casefold() == sheet.casefold())
