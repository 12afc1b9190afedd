"""The second engine: every native formula is computed by ironcalc too, and a difference stops the file.

It is given what our own reader found in the file (the first engine reads the file itself, so the two readings are
compared as well), names, tables and prefixes resolved, and the results of our functions as constants. A native formula
inside or around one of our functions is compared too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..errors import Refused, Undecided
from .compute import Formula, links
from .loaded import Loaded
from .parts import Part
from .places import coordinate
from .plans import Voted
from .readers import check_readers
from .second import At, Ironcalc
from .values import CellErrorValue, Value, agree, shown


class _Asked(NamedTuple):
    """A cell of the second engine whose value must be this."""

    at: At
    value: Value
    formula: Formula
    part: Part | None = None  # of the formula; None for its own cell


def check_vote(book: Loaded) -> None:
    """Refused, the cell named with both values, where the second engine computes something else."""
    try:
        check_readers(book)
        _Vote(book).run()
    except Refused:
        raise
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise Undecided(f"mesin pembanding tidak dapat menghitungnya ({type(error).__name__})") from None
        raise


class _Vote:
    def __init__(self, book: Loaded) -> None:
        self._book, self._engine = book, Ironcalc(list(book.cells))
        self._sheets = {name: number for number, name in enumerate(book.cells)}
        self._asked: list[_Asked] = []

    def run(self) -> None:
        self._fill()
        formulas = self._book.formulas
        self._book.prepare((formula, part) for formula in formulas for part in formula.plan.compared)
        for formula in formulas:
            takes, place = formula.plan.second, formula.place
            if takes == "plain" and not formula.named:
                self._native(formula, formula.respelled or formula.cell.formula)
            elif takes == "result":
                self._engine.put(self._at(*place), self._book.values[place])
            else:
                self._put(formula)
        self._engine.evaluate()
        self._compare()

    def _fill(self) -> None:
        """Gives the engine the typed cells of every sheet that a formula reads."""
        kinds = {(id(formula.plan), formula.place.sheet): formula.plan for formula in self._book.formulas}
        read = {
            (operand.reference.sheet or sheet).casefold()
            for (_, sheet), plan in kinds.items()
            for operand in plan.operands
        }
        for name, number in self._sheets.items():
            if name.casefold() in read:
                self._engine.fill(number, self._book.contents.typed(name))

    def _put(self, formula: Formula) -> None:
        """Puts a formula in, with the results of our functions in it, and what they are given."""
        plan = formula.plan
        given = [
            self._engine.give(self._book.value(formula, part), as_range=number in plan.as_ranges)
            for number, part in enumerate(plan.ours)
        ]
        if plan.is_ours:
            for place in formula.places:
                self._engine.put(self._at(place.sheet, place.ref), self._book.values[place])
        for voted in plan.voted:
            text = self._text(formula, voted, given)
            if voted.whole is not None:
                self._ask(formula, voted.whole, text)
            elif plan.array:
                self._array(formula, text)
            else:
                self._native(formula, text)

    def _at(self, sheet: str, ref: str) -> At:
        return self._sheets[sheet], *coordinate(ref)

    def _native(self, formula: Formula, text: str) -> None:
        place = formula.place
        at = self._at(*place)
        if formula.plan.names and formula.plan.names & self._book.engine.tables:
            self._engine.first_of(at, text)
        else:
            self._engine.formula(at, text)
        self._asked.append(_Asked(at, self._book.values[place], formula))

    def _array(self, formula: Formula, text: str) -> None:
        """An array formula on the sheet of questions, its cells linked there, as the first engine has it."""
        size = self._book.sizes[formula.place]
        sheet, top, left = self._engine.ask(text, *size, array=True)
        for place, (_, there) in zip(formula.places, links(formula.filled, size), strict=True):
            at = self._at(place.sheet, place.ref)
            if there:
                down, right = coordinate(there)
                self._engine.link(at, (sheet, top + down - 1, left + right - 1))
            else:
                self._engine.put(at, CellErrorValue("#N/A"))
            self._asked.append(_Asked(at, self._book.values[place], formula))

    def _ask(self, formula: Formula, part: Part, text: str) -> None:
        value = self._book.value(formula, part)
        grid = value if isinstance(value, list) else [[value]]
        sheet, top, left = self._engine.ask(text, len(grid), len(grid[0]), array=part.rows)
        for down, row in enumerate(grid):
            for right, cell in enumerate(row):
                self._asked.append(_Asked((sheet, top + down, left + right), cell, formula, part))

    def _text(self, formula: Formula, voted: Voted, given: Sequence[str]) -> str:
        """The formula or argument with the results of our functions in it; on its own sheet it names no sheet."""
        here = voted.whole is None and not formula.plan.array
        cells, place = formula.cells, formula.place
        return "".join(
            given[piece] if isinstance(piece, int) else piece.written(cells) if here else piece.on(*place, cells)
            for piece in voted.pieces
        )

    def _compare(self) -> None:
        for asked in self._asked:
            other = self._engine.value(asked.at)
            if not agree(0.0 if asked.value is None else asked.value, other):
                where = f"sel {asked.formula.place}"
                if asked.part is not None:
                    where += f", bagian {asked.part.written(asked.formula.cells)},"
                raise Undecided(f"{where} berbeda menurut dua mesin hitung: {shown(asked.value)} dan {shown(other)}")
