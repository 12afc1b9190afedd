"""Follows every error of a recalculated workbook to its cause, from the causes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from openpyxl.formula.tokenizer import Token

from ..errors import Refused, Undecided
from .compute import Formula, links
from .formulas import tokens
from .loaded import Book, Place, is_ours
from .references import Reference

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


def causes(book: Book, errors: dict[Place, str], typed: dict[Place, str]) -> list[tuple[Place, str]]:
    """The places where a person's input caused an error, in words; Refused where an error has no cause."""
    if not errors:
        return []
    cells = {place: formula for formula in book.formulas for place in formula.places if place in errors}
    reads = {place: formula.references() for place, formula in cells.items()}
    whole = Errors(errors)
    noted = [p for p, code in errors.items() if _asked_for(cells[p], code) and not _read(p, reads[p], whole, code)]
    seen = {place: code for place, code in errors.items() if _was_there(book, cells[place], place, code)}
    seen |= {place: errors[place] for place in [*noted, *_beyond(book, cells)]}
    caused, left = Errors(typed | seen), {place: code for place, code in errors.items() if place not in seen}
    while left:
        found = [place for place, code in left.items() if _read(place, reads[place], caused, code)]
        first = []
        if not found:
            others = Errors(left)
            first = [p for p, code in left.items() if is_ours(cells[p]) and not _read(p, reads[p], others, code)]
            found = [place for place in first if left[place] in _FROM_INPUT]
            noted += found
        if not found:
            _refuse(book, (first or list(left))[0], left, cells)
        for place in found:
            caused.add(place, left.pop(place))
    words = book.explain_many([cells[place] for place in noted])
    return [(place, said or f"{errors[place]} {_BY_FORMULA}") for place, said in zip(noted, words, strict=True)]


def _beyond(book: Book, cells: Mapping[Place, Formula]) -> Iterator[Place]:
    """The cells of an array formula beyond its result: #N/A there is Excel's rule, and nobody's mistake."""
    for place, formula in cells.items():
        if formula.place in book.sizes:
            shown = dict(links(formula.filled, book.sizes[formula.place]))
            if not shown[place.ref]:
                yield place


def _was_there(book: Book, formula: Formula, place: Place, code: str) -> bool:
    """Whether the file's last program showed this error too; ours must have a cause all the same."""
    return not is_ours(formula) and book.cached(place) == code


def _asked_for(formula: Formula, code: str) -> bool:
    """Whether the formula itself writes this error, to mark an input as wrong (a #REF! in it is another matter)."""
    return code in _FROM_INPUT and any(
        item.subtype == Token.ERROR and item.value == code for item in tokens(formula.plan.shape)
    )


def _refuse(book: Book, place: Place, errors: Mapping[Place, str], cells: dict[Place, Formula]) -> None:
    words = book.explain(cells[place])
    if words:
        raise Refused(f"sel {place}: {words}")
    if errors[place] == "#CIRC!":
        raise Refused(f"sel {place} melingkar: rumusnya membaca hasilnya sendiri, padahal semula bukan galat")
    raise Undecided(f"sel {place}: menjadi {errors[place]}, padahal semula bukan galat")


def _read(place: Place, read: Iterable[Reference], errors: Errors, code: str) -> bool:
    return any(
        ref != place.ref or (found.sheet or place.sheet).casefold() != place.sheet.casefold()
        for found in read
        for ref in errors.inside(found.sheet or place.sheet, found, code)
    )
