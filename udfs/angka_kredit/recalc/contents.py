"""Every value of a workbook: typed cells as the file holds them, formula cells as they were computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from itertools import product
from operator import itemgetter
from typing import Literal

from ..errors import Undecided
from .doubt_lookups import Facts
from .package import Package
from .places import Area, area, coordinate
from .relations import parse, relations
from .sheet_cells import Columns, SheetCells
from .strings import parsed_strings, plain_strings
from .values import Grid, Value
from .workbook import Place, WorkbookInfo

Vector = Literal["all", "column", "row"]  # of an area: which of its cells a lookup compares
MOST_AT_ONCE = 100_000  # cells of an area that a formula takes cell by cell: each is looked at here
_SMALL = 10_000


class Contents:
    """Values by sheet (any case) and cell. Formula cells are there once `computed` is told of them."""

    def __init__(self, package: Package, info: WorkbookInfo, cells: Mapping[str, SheetCells]) -> None:
        self._cells = cells
        self._ask: Callable[[str, str], Value] | None = None
        strings = _Strings(package, info)  # nothing here leads back here: a large workbook goes when it is done with
        own = {name: _Sheet(name, found, strings) for name, found in cells.items()}
        self._sheets = {name.casefold(): sheet for name, sheet in own.items()} | own
        self._facts: dict[tuple[str, str, Vector], Facts] = {}

    def __contains__(self, sheet: str) -> bool:
        return sheet.casefold() in self._sheets

    def _sheet(self, name: str) -> _Sheet:
        found = self._sheets.get(name)
        return self._sheets[name.casefold()] if found is None else found

    def computed(self, values: Mapping[Place, Value], ask: Callable[[str, str], Value] | None = None) -> None:
        """Takes the values of formula cells; what was read of them before is forgotten.

        `ask` answers for single typed cells, where asking is cheaper than reading the sheet."""
        self._ask = ask
        for sheet in self._sheets.values():
            sheet.forget()
        self._facts.clear()
        for place, value in values.items():
            self._sheets[place.sheet].formulas[place.ref] = value

    def narrow(self, reached: Mapping[str, Columns]) -> None:
        """From now on `typed` has the cells of these columns only, by sheet in lower case: no others are read."""
        for sheet in self._sheets.values():
            sheet.narrow(reached.get(sheet.name.casefold(), frozenset()))

    def as_saved(self) -> None:
        """Takes the values that the file has cached."""
        for name, cells in self._cells.items():
            self._sheets[name].formulas = {cell.ref: cell.value for cell in cells.formulas}

    def value(self, sheet: str, ref: str) -> Value:
        """A cell's value ('B3'); None for an empty one."""
        there = self._sheet(sheet)
        if ref in there.formulas:
            return there.formulas[ref]
        found = there.typed.get(ref)
        return self._ask(there.name, ref) if found is None and self._ask else found

    def typed(self, sheet: str) -> dict[str, Value]:
        """The cells without formula."""
        return self._sheet(sheet).typed

    def inside(self, sheet: str, written: str) -> Iterator[Value]:
        """The values of an area, empty cells left out."""
        return self._sheet(sheet).inside(area(written))

    def rows(self, sheet: str, written: str) -> Grid:
        """An area's values by rows, as far down and right as the sheet is used."""
        there = self._sheet(sheet)
        place = there.clip(area(written))
        if self.size(sheet, written) > MOST_AT_ONCE:
            raise Undecided(f"menghitung sel demi sel rentang {written}, lebih dari {MOST_AT_ONCE} sel")
        return [
            [there.by_place.get((row, column)) for column in range(place.left, place.right + 1)]
            for row in range(place.top, place.bottom + 1)
        ]

    def size(self, sheet: str, written: str) -> int:
        """How many cells of the area are in the used part of the sheet; a small area is not cut off."""
        rows, columns = area(written).size
        if rows * columns <= _SMALL:
            return rows * columns
        rows, columns = self._sheet(sheet).clip(area(written)).size
        return max(rows, 0) * max(columns, 0)

    def facts(self, sheet: str, written: str, vector: Vector) -> Facts:
        """What a lookup in the area hangs on."""
        key = sheet.casefold(), written, vector
        if key not in self._facts:
            place = area(written)
            if vector == "column":
                looked_at = place._replace(right=place.left)
            else:
                looked_at = place._replace(bottom=place.top) if vector == "row" else place
            self._facts[key] = Facts(place.size, partial(self._sheet(sheet).inside, looked_at))
        return self._facts[key]


class _Strings:
    """The workbook's shared strings, read when first asked for."""

    def __init__(self, package: Package, info: WorkbookInfo) -> None:
        self._package, self._info = package, info

    @cached_property
    def all(self) -> list[str]:
        targets = relations(self._package, self._info.part).values()
        part = next((found.target for found in targets if found.kind == "sharedStrings"), None)
        if not part:
            return []
        plain = plain_strings(self._package.read(part))
        return parsed_strings(parse(self._package, part)) if plain is None else plain


class _Sheet:
    def __init__(self, name: str, cells: SheetCells, strings: _Strings) -> None:
        self.name = name
        self.formulas: dict[str, Value] = {}
        self._cells, self._strings = cells, strings
        self._columns: Columns = None

    @cached_property
    def typed(self) -> dict[str, Value]:
        try:
            typed, strings = self._cells.typed_in(self._columns), self._strings.all
            found = {ref: strings[value] if type(value) is int else value for ref, value in typed.items()}
        except (IndexError, ValueError):  # the latter for more digits than Python takes
            raise Undecided(f"lembar '{self.name}' memakai teks bersama yang tidak ada") from None
        for cell in self._cells.spilled:
            found.pop(cell.ref, None)
        return found

    @cached_property
    def by_place(self) -> dict[tuple[int, int], Value]:
        return {coordinate(ref): value for cells in (self.typed, self.formulas) for ref, value in cells.items()}

    @cached_property
    def used(self) -> Area:
        refs = [*self._cells.typed_in(self._columns), *(cell.ref for cell in self._cells.formulas)]
        places = [coordinate(ref) for ref in refs] or [(1, 1)]
        return Area(1, 1, max(row for row, _ in places), max(column for _, column in places))

    def clip(self, place: Area) -> Area:
        used = self.used
        return place._replace(bottom=min(place.bottom, used.bottom), right=min(place.right, used.right))

    def inside(self, place: Area) -> Iterator[Value]:
        """The cells of the area that hold something, by columns."""
        place, there = self.clip(place), self.by_place
        rows, columns = place.size
        if rows * columns > len(there):
            held = [at for at in there if place.holds(*at)]
        else:
            every = product(range(place.top, place.bottom + 1), range(place.left, place.right + 1))
            held = [at for at in every if at in there]
        for at in sorted(held, key=itemgetter(1, 0)):
            yield there[at]

    def narrow(self, columns: Columns) -> None:
        self._columns = columns
        self._drop("typed", "by_place", "used")

    def forget(self) -> None:
        self.formulas = {}
        self._drop("by_place", "used")

    def _drop(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)
