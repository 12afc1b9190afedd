"""Excel's open workbooks as the offer to mend formulas sees them."""

from __future__ import annotations

from typing import Any

from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import VBACollection, VBAObject, member, method

from vba_nilai import to_vba

FILE = "dupak.xlsx"


class Cell(VBAObject):
    def __init__(self, formula: str) -> None:
        self.formula = formula

    @member(name="Formula")
    def Formula(self) -> str:
        return self.formula


class Sheet(VBAObject):
    """A sheet of one column; its used range is itself."""

    def __init__(self, cells: list[tuple[str, Any]], protected: bool = False) -> None:
        self.cells, self.protected = cells, protected

    @member(name="ProtectContents")
    def ProtectContents(self) -> bool:
        return self.protected

    @member(name="UsedRange")
    def UsedRange(self) -> Sheet:
        return self

    @member(name="CountLarge")
    def CountLarge(self) -> int:
        return len(self.cells)

    @member(name="Value2")
    def Value2(self) -> Any:
        return to_vba([[value] for _formula, value in self.cells])

    @method(name="Cells")
    def Cells(self, row: Any, column: Any) -> Cell:
        return Cell(self.cells[int(row) - 1][0])


class Sheets(VBACollection):
    def __init__(self, sheets: list[object]) -> None:
        self.sheets = sheets

    def vba_items(self) -> list[object]:
        return self.sheets


class Name(VBAObject):
    def __init__(self, name: str) -> None:
        self.name = name

    @member(name="Name")
    def Name(self) -> str:
        return self.name


class Book(VBAObject):
    """`protected`: all its sheets; `names`: those it defines."""

    def __init__(
        self,
        cells: list[tuple[str, Any]],
        links: list[str] | None = None,
        addin: bool = False,
        protected: bool = False,
        names: tuple[str, ...] = (),
    ) -> None:
        self.sheets = [Sheet([("", 1.0), ("", "x")], protected), Sheet(cells, protected)]
        self.links, self.addin, self.names = links, addin, names

    @member(name="Name")
    def Name(self) -> str:
        return FILE

    @method(name="Names")
    def Names(self, name: Any) -> Name:
        if name not in self.names:
            raise VBARuntimeError(1004, "")
        return Name(name)

    @member(name="IsAddin")
    def IsAddin(self) -> bool:
        return self.addin

    @method(name="LinkSources")
    def LinkSources(self, kind: Any) -> Any:
        return to_vba(self.links)

    @member(name="Worksheets")
    def Worksheets(self) -> Sheets:
        return Sheets(list(self.sheets))

    @method(name="Activate")
    def Activate(self) -> None: ...


class Workbooks(VBACollection):
    """The open workbook, by its name."""

    def __init__(self, book: Book | None) -> None:
        self.book = book

    def vba_lookup(self, index: object, items: list[object]) -> object:
        if self.book is None or index != FILE:
            raise VBARuntimeError(9, "")
        return self.book

    def vba_items(self) -> list[object]:
        return [self.book]


class Excel(VBAObject):
    """`timed` is what it will run when it is idle."""

    def __init__(self, user: bool = True, alerts: bool = True) -> None:
        self.user, self.alerts = user, alerts
        self.timed: list[str] = []

    @member(name="UserControl")
    def UserControl(self) -> bool:
        return self.user

    @member(name="DisplayAlerts")
    def DisplayAlerts(self) -> bool:
        return self.alerts

    @method(name="OnTime")
    def OnTime(self, when: Any, macro: Any) -> None:
        self.timed.append(str(macro).rpartition("!")[2])
