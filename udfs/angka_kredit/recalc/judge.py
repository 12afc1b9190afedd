"""Judges what was computed: every error must have a cause, and no error may vanish in a sum.

A cause is a typed error, an error that the file's last program saw too, or a person's input to one of our functions.
What has none stops the file: it is the engine's own failure, or data absent from the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..errors import Refused, Undecided
from .causes import causes
from .compute import Formula
from .doubt_lookups import Facts
from .doubts import Check
from .formulas import calls, tokens
from .loaded import Book, Loaded, Place
from .parts import AREA, FORMULA, Part
from .references import reference
from .values import CellErrorValue, Grid, Value

LONGEST_TEXT = 32_767  # characters that a cell of Excel holds


def judge(book: Loaded) -> list[tuple[Place, str]]:
    """Errors that a person's input caused, in words; Refused where a value cannot be trusted."""
    errors, typed = errors_of(book)
    sound = [formula for formula in book.formulas if formula.place not in errors] if errors else book.formulas
    book.prepare((formula, part) for formula in sound if formula.plan.looked_at for part in formula.plan.looked_at)
    looking, problems = Looking(book), errors | typed
    perhaps: list[tuple[Formula, Check, Refused]] = []
    for formula in sound:
        value = book.values[formula.place]
        if not (formula.plan.checks or problems or type(value) is str):
            continue  # nothing can be wrong with it
        try:
            for check, reason in looking.doubts(formula):
                if not check.when:
                    raise reason
                perhaps.append((formula, check, reason))
            if problems:
                _check_sumif(book, formula, problems)
            check_length(value)
        except Refused as reason:
            raise type(reason)(f"sel {formula.place} {reason}") from None
    _check_taken(book, perhaps)
    return causes(book, errors, typed)


def _check_taken(book: Loaded, perhaps: Sequence[tuple[Formula, Check, Refused]]) -> None:
    """Refused for a doubt in a branch of IF that is taken. The conditions' own doubts were looked at before."""
    book.prepare((formula, part) for formula, check, _ in perhaps for part, _ in check.when if part.kind == FORMULA)
    for formula, check, reason in perhaps:
        if all(_may_be(book.value(formula, condition), taken) for condition, taken in check.when):
            raise type(reason)(f"sel {formula.place} {reason}")


def _may_be(condition: Value | Grid, taken: bool) -> bool:
    """Whether the branch may be taken: for sure it is not where one plain value says so."""
    plain = condition is None or isinstance(condition, (bool, float))
    return not plain or bool(condition) == taken


def errors_of(book: Book) -> tuple[dict[Place, str], dict[Place, str]]:
    """The errors that were computed, and those that were typed."""
    computed = {place: str(value) for place, value in book.values.items() if isinstance(value, CellErrorValue)}
    typed = {Place(name, ref): code for name, found in book.cells.items() for ref, code in found.errors.items()}
    return computed, typed


class Looking:
    """What a rule of doubt may ask about the formula that it looks at."""

    formula: Formula
    check: Check

    def __init__(self, book: Book) -> None:
        self.book = book

    @property
    def extra(self) -> Any:
        return self.check.extra

    def doubts(self, formula: Formula) -> Iterator[tuple[Check, Refused]]:
        """The checks that find the formula doubtful, and why."""
        self.formula = formula
        for check in formula.plan.checks:
            try:
                self.at(check)
            except Refused as reason:
                yield check, reason

    def at(self, check: Check) -> None:
        """Refused, in words, where this check finds the formula doubtful."""
        self.check = check
        if check.facts:
            check.rule(self, *[self._facts(part) for part in check.parts])
        else:
            check.rule(self, *[self.book.value(self.formula, part) for part in check.parts])

    def say(self, part: int = 0) -> str:
        return self.check.parts[part].written(self.formula.cells)

    def explain(self) -> str:
        return self.book.explain(self.formula)

    def _facts(self, part: Part) -> Facts | Value | Grid:
        if part.kind != AREA:
            return self.book.value(self.formula, part)
        sheet = part.sheet or self.formula.place.sheet
        return self.book.contents.facts(sheet, part.place(self.formula.cells), self.check.facts or "all")


def check_length(value: Value) -> None:
    """Refused for a text that no cell holds."""
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise Refused(f"menjadi teks {len(value)} huruf; sel Excel memuat paling banyak {LONGEST_TEXT}")


def _check_sumif(book: Loaded, formula: Formula, errors: Mapping[Place, str]) -> None:
    """Refused where SUMIF added up a match that holds an error: Excel shows that error, the engine skips it."""
    if "SUMIF" not in formula.plan.functions:
        return
    text = formula.respelled or formula.cell.formula
    names, place = book.info.names, formula.place
    for call in calls(tokens(text)):
        if call.name != "SUMIF" or len(call.arguments) != 3:
            continue
        tested, criterion, added = call.arguments
        area = reference(added, names)
        for other, code in errors.items():
            if other.sheet.casefold() == (area.sheet or place.sheet).casefold() and area.holds(other.ref):
                match = area.beside(other.ref, reference(tested, names))
                if book.evaluate(place, f"COUNTIF({match},{criterion})"):
                    raise Undecided(f"menjumlahkan {other} yang berisi {code}")
