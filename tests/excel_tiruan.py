"""Objects that do what xlwings' and COM's documents say of Excel, as far as the actions' host asks them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from openpyxl.utils.cell import coordinate_to_tuple

IZIN = (  # in Protect's order, without the two that our sheets allow
    *("AllowFormattingCells", "AllowFormattingColumns"),
    *("AllowInsertingColumns", "AllowInsertingRows", "AllowInsertingHyperlinks"),
    *("AllowDeletingColumns", "AllowDeletingRows", "AllowSorting", "AllowUsingPivotTables"),
)


class Rentang:
    """An xlwings Range over a sheet's cells: {(row, column): (value, formula)}."""

    def __init__(self, sheet: Lembar, first: tuple[int, int], last: tuple[int, int]) -> None:
        self.sheet, (self.row, self.column), self._last = sheet, first, last
        self.api = SimpleNamespace(HasArray=first in sheet.larik)
        self.font = SimpleNamespace(bold=False)

    def __getitem__(self, at: tuple[int, int]) -> Rentang:
        place = (self.row + at[0], self.column + at[1])
        return Rentang(self.sheet, place, place)

    def get_address(self, row_absolute: bool, column_absolute: bool) -> str:
        assert not row_absolute and not column_absolute
        return f"{chr(64 + self.column)}{self.row}"

    def options(self, *, ndim: int, err_to_str: bool) -> SimpleNamespace:
        assert (ndim, err_to_str) == (2, True)
        return SimpleNamespace(value=self._rows(0, None))

    @property
    def value(self) -> Any:
        raise AssertionError("errors would look like empty cells")

    @value.setter
    def value(self, rows: list[list[Any]]) -> None:
        self.sheet.ditulis = rows

    @property
    def formula2(self) -> Any:
        if self.sheet.lama:
            raise OSError("com_error: Excel 2016 has no Formula2")
        return self.formula

    @formula2.setter
    def formula2(self, text: str) -> None:
        if self.sheet.lama:
            raise OSError("com_error: Excel 2016 has no Formula2")
        self.formula = text

    @property
    def formula(self) -> Any:
        rows = self._rows(1, "")
        return rows[0][0] if len(rows) == len(rows[0]) == 1 else tuple(map(tuple, rows))

    @formula.setter
    def formula(self, text: str) -> None:
        self.sheet.cells[self.row, self.column] = (0.0, text)

    def _rows(self, which: int, empty: Any) -> list[list[Any]]:
        rows, columns = range(self.row, self._last[0] + 1), range(self.column, self._last[1] + 1)
        return [[self.sheet.cells.get((row, column), (empty, empty))[which] for column in columns] for row in rows]


class Perlindungan:
    """A COM Worksheet, its protection as documented: Unprotect fails on a wrong password, Protect sets it anew."""

    def __init__(self, locked: bool, password: str = "") -> None:
        self.ProtectContents = self.ProtectDrawingObjects = locked
        self.ProtectScenarios = self.ProtectionMode = False
        self.EnableSelection = 1  # xlUnlockedCells
        self.sandi = password
        self.Protection = SimpleNamespace(**dict.fromkeys(IZIN, False), AllowFormattingRows=True, AllowFiltering=True)

    def Evaluate(self, formula: str) -> str:
        return f"dari Excel: {formula}"

    def Unprotect(self, password: str) -> None:
        if password != self.sandi:
            raise OSError("com_error: 1004")
        self.ProtectContents = self.ProtectDrawingObjects = False
        self.EnableSelection = 0
        self.Protection = SimpleNamespace(**dict.fromkeys((*IZIN, "AllowFormattingRows", "AllowFiltering"), False))

    def Protect(self, password: str, drawings: bool, contents: bool, scenarios: bool, ui: bool, *izin: bool) -> None:
        self.sandi, self.ProtectDrawingObjects, self.ProtectContents = password, drawings, contents
        self.ProtectScenarios, self.ProtectionMode = scenarios, ui
        order = (*IZIN[:2], "AllowFormattingRows", *IZIN[2:8], "AllowFiltering", IZIN[8])
        self.Protection = SimpleNamespace(**dict(zip(order, izin, strict=True)))


class Lembar:
    def __init__(self, name: str, locked: bool = False, lama: bool = False) -> None:
        self.name, self.lama = name, lama
        self.cells: dict[tuple[int, int], tuple[Any, str]] = {}
        self.larik: set[tuple[int, int]] = set()
        self.ditulis: list[list[Any]] = []
        self.api = Perlindungan(locked)

    @property
    def used_range(self) -> Rentang:
        rows, columns = zip(*self.cells, strict=True) if self.cells else ((1,), (1,))
        return Rentang(self, (min(rows), min(columns)), (max(rows), max(columns)))

    def range(self, first: Any, last: Any = None) -> Rentang:
        place = coordinate_to_tuple(first) if isinstance(first, str) else first
        return Rentang(self, place, last or place)

    def autofit(self, what: str) -> None:
        assert what == "columns"


class Lembaran(dict[str, Lembar]):
    """xlwings' Sheets: by name or number, iterated as sheets."""

    def __iter__(self) -> Any:
        return iter(self.values())

    def __getitem__(self, key: str | int) -> Lembar:
        return list(self.values())[key] if isinstance(key, int) else super().__getitem__(key)


class Buku:
    def __init__(self, *sheets: Lembar, name: str = "dupak.xlsx", data: bytes = b"") -> None:
        self.name, self.sheets = name, Lembaran((sheet.name, sheet) for sheet in sheets)
        self.api = SimpleNamespace(SaveCopyAs=lambda path: Path(path).write_bytes(data) and None)
        self.names: Any = []


class Aplikasi:
    """An xlwings App. `jawaban`: what the next dialogs answer."""

    def __init__(self, book: Buku | None = None, *jawaban: Any) -> None:
        self._jawaban, self.dikatakan, self.dihitung = list(jawaban), list[str](), 0
        self.selection: Rentang | None = None
        self.status_bar: Any = None
        self.baru = Buku(Lembar("Sheet1"), name="Book1")
        self.books = SimpleNamespace(active=book, add=lambda: self.baru)
        self.api = SimpleNamespace(
            ActiveWorkbook=book,
            InputBox=self._jawab,
            GetOpenFilename=self._jawab,
            GetSaveAsFilename=self._jawab,
            FileDialog=lambda kind: SimpleNamespace(Show=lambda: self._jawab(), SelectedItems=lambda n: "/folder"),
            CalculateFullRebuild=self._hitung,
        )

    def alert(self, words: str, title: str, buttons: str | None = None, mode: str | None = None) -> Any:
        self.dikatakan.append(words)
        return self._jawab() if buttons else "ok"

    def _jawab(self, *asked: Any) -> Any:
        self.ditanya = asked
        return self._jawaban.pop(0)

    def _hitung(self) -> None:
        self.dihitung += 1
