"""The calculation engine behind a small interface: formualizer computes, our functions answer through the catalogue.

It reads the file itself. What it must see differently (spellings, arrays) is put into its copy in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import formualizer

from ..functions import KATALOG
from .answers import callback, from_engine
from .places import coordinate
from .values import CellErrorValue, Grid, Value

LONGEST = 60  # seconds for one evaluation
_SPARSE = 10  # an area with so many times more cells than wanted is not read as a whole
_KEEP = "ANGKA_KREDIT_SIMPAN"  # a function of the copy in memory: hands back its second argument, and keeps it


class EngineFailed(Exception):
    """The engine could not load or compute the workbook."""


class Formualizer:
    """One workbook in memory, computed when a value is first asked for. It never writes a file."""

    def __init__(self, data: bytes) -> None:
        self.tables: set[str] = set()  # our functions that answered rows, by name
        self.jabatan: dict[str, None] = {}  # what our functions were given as jabatan, in order
        self._kept: dict[int, Grid] = {}
        self._spread: dict[str, int] = {}  # sheet -> what _KEEP knows its formula by
        self._parts_used = 0
        self._computed = False
        config = formualizer.EvaluationConfig()
        config.enable_parallel = False  # faster with functions in Python, and workers fill the cores
        config.max_eval_time_ms = 1000 * LONGEST
        with _failing():
            self._book = formualizer.Workbook.from_bytes(data, config=formualizer.WorkbookConfig(eval_config=config))
            self._book.set_temporal_egress("serial")
            for fungsi in KATALOG:
                most = len(fungsi.argumen)
                function = callback(fungsi, self.jabatan, self.tables)
                self._book.register_function(fungsi.nama, function, min_args=0, max_args=most)
            self._book.register_function(_KEEP, _keeper(self._kept), min_args=2, max_args=2)
        self._taken = {name.casefold() for name in self._book.sheet_names}
        self._parts = self._new_sheet("~bagian")

    def put(self, sheet: str, ref: str, formula: str | None) -> None:
        """Puts another formula into a cell of the copy, or empties it."""
        row, column = coordinate(ref)
        with _failing():
            if formula is None:
                self._book.set_value(sheet, row, column, None)
            else:
                self._book.set_formula(sheet, row, column, f"={formula}")

    def spread(self, formula: str) -> str:
        """Computes a formula that may answer rows on a sheet of its own, from A1 on; returns that sheet's name."""
        number = len(self._spread)
        sheet = self._new_sheet(f"~larik{number}")
        self._spread[sheet] = number
        with _failing():
            self._book.set_formula(sheet, 1, 1, f"={_KEEP}({number},{formula})")
        return sheet

    def rows(self, sheet: str) -> Grid:
        """What the formula on that sheet answered."""
        return self._kept.get(self._spread[sheet], [[CellErrorValue("#CALC!")]])

    def evaluate(self) -> None:
        """Computes what was put in since."""
        self._computed = True
        with _failing():
            self._book.evaluate_all()

    def value(self, sheet: str, ref: str) -> Value:
        """The computed value of a cell; a reference to an empty cell is 0, as in Excel."""
        if not self._computed:
            self.evaluate()
        row, column = coordinate(ref)
        return from_engine(self._book.get_value(sheet, row, column))

    def values(self, sheet: str, refs: Collection[str]) -> list[Value]:
        """The same for many cells."""
        return [value if type(value) is str else from_engine(value) for value in self._values(sheet, refs)]

    def differing(self, sheet: str, cells: Mapping[str, Value]) -> dict[str, Value]:
        """Those of these cells that it has another value for, or another kind of value, with what it has."""
        held, own = self._values(sheet, cells), list(cells.values())
        if held == own and list(map(type, held)) == list(map(type, own)):
            return {}  # as nearly always
        others = zip(cells.items(), map(from_engine, held), strict=True)
        return {ref: other for (ref, value), other in others if type(other) is not type(value) or other != value}

    def _values(self, sheet: str, refs: Collection[str]) -> list[Any]:
        """What the engine says of these cells."""
        if not refs:
            return []
        if not self._computed:
            self.evaluate()
        places = [coordinate(ref) for ref in refs]
        rows, columns = zip(*places, strict=True)
        top, left = min(rows), min(columns)
        bottom, right = max(rows), max(columns)
        if (bottom - top + 1) * (right - left + 1) > _SPARSE * len(places):
            return [self._book.get_value(sheet, row, column) for row, column in places]
        grid = self._book.sheet(sheet).get_values(formualizer.RangeAddress(sheet, top, left, bottom, right))
        return [grid[row - top][column - left] for row, column in places]

    def compute(self, formulas: Sequence[str]) -> list[Value]:
        """The values that these formulas would have; every reference in them names its sheet."""
        first = self._parts_used + 1
        if not formulas:
            return []
        with _failing():
            self._book.set_formulas_batch(self._parts, first, 1, [[f"={formula}"] for formula in formulas])
            self._book.evaluate_all()
        self._parts_used += len(formulas)
        read = self._book.get_value
        return [from_engine(read(self._parts, row, 1)) for row in range(first, first + len(formulas))]

    def compute_rows(self, formulas: Sequence[str]) -> list[Grid]:
        """The same for formulas that may answer rows."""
        numbers = range(-1, -1 - len(formulas), -1)  # those of `spread` are not negative
        kept = [f"ROWS({_KEEP}({number},{formula}))" for number, formula in zip(numbers, formulas, strict=True)]
        found = []
        for number, value in zip(numbers, self.compute(kept), strict=True):
            found.append(self._kept.pop(number, [[value]]))
        return found

    def _new_sheet(self, name: str) -> str:
        while name.casefold() in self._taken:
            name += "~"
        self._taken.add(name.casefold())
        self._book.add_sheet(name)
        return name


# What the book calls must not lead back to it: the garbage collector cannot look inside it, and it would never go.
def _keeper(kept: dict[int, Grid]) -> Callable[..., Any]:
    def keep(number: float, value: Any) -> Any:
        rows = value if isinstance(value, list) else [[value]]
        kept[int(number)] = [[0.0 if cell is None else from_engine(cell) for cell in row] for row in rows]
        return [[0.0 if cell is None else cell for cell in row] for row in rows]

    return keep


class _failing:
    """What an engine raises, a panic of its native code too, as EngineFailed: all mean the same here."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if kind and (issubclass(kind, Exception) or kind.__name__ == "PanicException"):
            raise EngineFailed(kind.__name__) from error
