"""Judges what was computed: every error must have a cause, and no error may vanish in a sum.

A cause is a typed error, an error that the file's last program saw too, or a person's input to one of our functions.
What has none stops the file: it is the engine's own failure, or data absent from the texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from openpyxl.formula.tokenizer import Token

from ..errors import Refused
from . import doubts
from .cells import FormulaCell
from .formulas import Operand, Reference, calls, operands, reference, tokens
from .loaded import Loaded, Place, is_ours
from .values import CellErrorValue, Value

_FROM_INPUT = ("#VALUE!", "#NUM!")  # errors of ours that a person's input causes: written, and reported
_BY_FORMULA = "diberikan rumusnya sendiri: isi sel yang dibacanya tidak semestinya, misalnya teks di kolom angka"


class Errors:
    """Error cells by sheet and code."""

    def __init__(self, found: Mapping[Place, str]) -> None:
        self._cells: dict[tuple[str, str], set[str]] = {}
        for place, code in found.items():
            self.add(place, code)

    def add(self, place: Place, code: str) -> None:
        self._cells.setdefault((place.sheet.casefold(), code), set()).add(place.ref)

    def inside(self, sheet: str, area: Reference, code: str) -> list[str]:
        """The cells of the area that hold this error."""
        cells = self._cells.get((sheet.casefold(), code), set())
        if not area.many:
            return [area.area] if area.area in cells else []
        return [ref for ref in cells if area.holds(ref)]


def judge(book: Loaded, values: Mapping[Place, Value]) -> list[tuple[Place, str]]:
    """Errors that a person's input caused, in words; Refused where a value cannot be trusted."""
    errors = {place: str(value) for place, value in values.items() if isinstance(value, CellErrorValue)}
    typed = {Place(name, ref): code for name, found in book.cells.items() for ref, code in found.errors.items()}
    for place, cell in book.each():
        if place in errors:
            continue
        try:
            doubts.check(cell.formula, partial(book.evaluate, place))
            _check_sumif(book, place, cell, errors | typed)
        except Refused as reason:
            raise Refused(f"sel {place} {reason}") from None
    return _causes(book, errors, typed)


def _causes(book: Loaded, errors: dict[Place, str], typed: dict[Place, str]) -> list[tuple[Place, str]]:
    """Follows every error to its cause, from the causes on."""
    cells = {place: cell for place, cell in book.each() if place in errors}
    reads = {place: list(operands(tokens(cell.formula), book.info.names)) for place, cell in cells.items()}
    noted = [place for place, code in errors.items() if _asked_for(cells[place], code)]
    seen = {place: code for place, code in errors.items() if cells[place].value == code and not is_ours(cells[place])}
    seen |= {place: errors[place] for place in noted}
    caused, left = Errors(typed | seen), {place: code for place, code in errors.items() if place not in seen}
    while left:
        found = [place for place, code in left.items() if _read(place, reads[place], caused, code)]
        if not found:
            others = Errors(left)
            first = [p for p, code in left.items() if is_ours(cells[p]) and not _read(p, reads[p], others, code)]
            found = [place for place in first if left[place] in _FROM_INPUT]
            noted += found
        if not found:
            _refuse(book, (first or list(left))[0], left, cells)
        for place in found:
            caused.add(place, left.pop(place))
    return [(place, book.explain(place, cells[place]) or f"{errors[place]} {_BY_FORMULA}") for place in noted]


def _asked_for(cell: FormulaCell, code: str) -> bool:
    """Whether the formula itself writes this error, to mark an input as wrong (a #REF! in it is another matter)."""
    return code in _FROM_INPUT and any(
        item.subtype == Token.ERROR and item.value == code for item in tokens(cell.formula)
    )


def _refuse(book: Loaded, place: Place, errors: Mapping[Place, str], cells: dict[Place, FormulaCell]) -> None:
    words = book.explain(place, cells[place])
    raise Refused(f"sel {place}: {words or f'menjadi {errors[place]}, padahal semula bukan galat'}")


def _read(place: Place, read: Iterable[Operand], errors: Errors, code: str) -> bool:
    return any(
        ref != place.ref or (operand.reference.sheet or place.sheet).casefold() != place.sheet.casefold()
        for operand in read
        for ref in errors.inside(operand.reference.sheet or place.sheet, operand.reference, code)
    )


def _check_sumif(book: Loaded, place: Place, cell: FormulaCell, errors: Mapping[Place, str]) -> None:
    """Refused where SUMIF added up a match that holds an error: Excel shows that error, the engine skips it."""
    if not errors or "SUMIF" not in cell.formula.upper():
        return
    for call in calls(tokens(cell.formula)):
        if call.name != "SUMIF" or len(call.arguments) != 3:
            continue
        tested, criterion, added = call.arguments
        names = book.info.names
        area = reference(added, names)
        for other, code in errors.items():
            if other.sheet.casefold() == (area.sheet or place.sheet).casefold() and area.holds(other.ref):
                match = area.beside(other.ref, reference(tested, names))
                if book.evaluate(place, f"COUNTIF({match},{criterion})"):
                    raise Refused(f"menjumlahkan {other} yang berisi {code}")
