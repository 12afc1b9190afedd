"""What is kept of a sheet's cells, and what both readers ask of a formula."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from openpyxl.formula.translate import TranslatorError
from openpyxl.utils.cell import get_column_letter, range_boundaries

from ..errors import Refused
from .limits import DEEPEST_FORMULA, MOST_POWERS
from .shapes import moved
from .values import Value

_TEXTS = re.compile(r'"[^"]*"')


@dataclass(slots=True)
class FormulaCell:
    """A formula cell, or a cell that an array formula fills. `formula` has no '='; spans are byte offsets."""

    ref: str
    kind: str  # the t attribute, 'n' where absent
    value: Value  # the cached one; None where there is none, or none that a cell of this type may hold
    formula: str  # '' in a spilled cell
    formula_kind: str  # normal, shared, array, dataTable; spilled
    spill: bool  # dynamic array (cm attribute)
    start: int
    value_span: tuple[int, int]  # of <v>...</v>, or the empty span where one belongs
    area: str = ""  # the cells it is said to cover (ref attribute), of an array, shared formula or data table


Typed = dict[str, Value | int]  # an int is the number of a shared string
Columns = frozenset[str] | None  # letters; None for all columns


def _nothing(_: Columns) -> Typed:
    return {}


@dataclass
class SheetCells:
    formulas: list[FormulaCell] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)  # typed errors: ref -> '#N/A'
    unsound: list[tuple[str, str]] = field(default_factory=list)  # (ref, what the cell holds)
    spilled: list[FormulaCell] = field(default_factory=list)  # the cells of array formulas' areas but their first
    rich: bool = False  # whether a cell has a vm attribute
    typed_in: Callable[[Columns], Typed] = field(default=_nothing, repr=False, compare=False)  # as `typed`, of these

    @cached_property
    def typed(self) -> Typed:
        """Every cell with a value and no formula, in their order, by ref."""
        return self.typed_in(None)


class SharedFormulas:
    """The shared formulas of a sheet: a child holds no text, its formula is its master's, moved."""

    def __init__(self) -> None:
        self._masters: dict[str, tuple[str, str]] = {}  # group -> (formula, ref) of the master

    def whole(self, ref: str, group: str, text: str) -> str:
        """The formula of the cell, which holds `text`."""
        if text:
            self._masters[group] = (text, ref)
            return text
        if group not in self._masters:
            raise Refused(f"rumus bersama di {ref} kehilangan induknya")
        try:
            return moved(*self._masters[group], ref)
        except (ValueError, TranslatorError):
            raise Refused(f"rumus bersama di {ref} menunjuk ke luar lembar") from None


def area_refs(area: str) -> Iterator[str]:
    """'A1:B2' as its cells, row by row."""
    left, top, right, bottom = range_boundaries(area)
    for row in range(top or 1, (bottom or 0) + 1):
        for column in range(left or 1, (right or 0) + 1):
            yield f"{get_column_letter(column)}{row}"


def check_formula(ref: str, formula: str) -> None:
    """Refused where an engine could die of it; no spreadsheet lets a person type such a formula."""
    if formula.count("^") > MOST_POWERS or (formula.count("(") > DEEPEST_FORMULA and _depth(formula) > DEEPEST_FORMULA):
        raise Refused(f"rumus sel {ref} bertingkat lebih dari {DEEPEST_FORMULA}")


def _depth(formula: str) -> int:
    deepest = depth = 0
    for char in _TEXTS.sub("", formula):
        depth += (char == "(") - (char == ")")
        deepest = max(deepest, depth)
    return deepest
