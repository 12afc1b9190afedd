"""The offer to mend formulas when a workbook opens: made where it is needed, once, and never in the way."""

from __future__ import annotations

from typing import Any

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import Interpreter, VBACollection, VBAObject, member, method

from angka_kredit.hosts import excel_vba
from vba import Bridge
from vba_excel import ADDIN, AddIn
from vba_nilai import to_vba

NO, YES = 7, 6  # vbNo, vbYes
CONSTANTS = {"xlerrname": 2029, "xlexcellinks": 1}
# Excel compares errors with =, this interpreter does not
COMPARISON = ("isi(baris, kolom) = CVErr(xlErrName)", 'CStr(isi(baris, kolom)) = "Error 2029"')
REST = """
Public Const JUDUL As String = "Angka Kredit"
Public Sub Jalankan(ByVal tombol As String)
    Debug.Print tombol
End Sub
Public Sub Catat(ByVal apa As String, ByVal nomorGalat As Long)
    Debug.Print "log " & apa
End Sub
"""


class Cell(VBAObject):
    def __init__(self, formula: str) -> None:
        self.formula = formula

    @member(name="Formula")
    def Formula(self) -> str:
        return self.formula


class Sheet(VBAObject):
    """A sheet of one column; its used range is itself."""

    def __init__(self, cells: list[tuple[str, Any]]) -> None:
        self.cells = cells

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


class Book(VBAObject):
    def __init__(self, cells: list[tuple[str, Any]], links: list[str] | None = None, addin: bool = False) -> None:
        self.sheet, self.links, self.addin = Sheet(cells), links, addin

    @member(name="IsAddin")
    def IsAddin(self) -> bool:
        return self.addin

    @method(name="LinkSources")
    def LinkSources(self, kind: Any) -> Any:
        return to_vba(self.links)

    @member(name="Worksheets")
    def Worksheets(self) -> Sheets:
        return Sheets([Sheet([("", 1.0), ("", "x")]), self.sheet])

    @method(name="Activate")
    def Activate(self) -> None: ...


class Damaged(Book):
    @method(name="LinkSources")
    def LinkSources(self, kind: Any) -> Any:
        raise VBARuntimeError(1004, "")


def opened(book: Book, answer: int = NO) -> tuple[int, list[str]]:
    """How often it asked, and what was done then."""
    vba = Interpreter(Bridge({"thisworkbook": AddIn()}, CONSTANTS))
    vba.answers = [answer]
    sources = excel_vba.modul_pengaya()
    vba.add_module(sources["AngkaKreditPerbaikan"].replace(*COMPARISON), name="AngkaKreditPerbaikan")
    vba.add_module(sources["AngkaKreditBantuan"], name="AngkaKreditBantuan")
    vba.add_module(REST, name="AngkaKreditSambungan")
    vba.run("TawarkanPerbaikan", [book])
    return len(vba.dialogs), vba.console


NEEDED = {
    "a name that Excel does not know": Book([("", 5.0), ("=ANGKA_KREDIT(A1,B1)", "#NAME?")]),
    "in lower case": Book([("", 5.0), ("=usia(A1,B1)+1", "#NAME?")]),
    "an add-in elsewhere": Book([("", 5.0), ("", 1.0)], links=["D:\\lain\\Angka_Kredit.xlam"]),
}
NOT_NEEDED = {
    "all is well": Book([("=ANGKA_KREDIT(A1,B1)", 0.5), ("=NA()", "#N/A")]),
    "another's name": Book([("=FUNGSI_LAIN(A1)", "#NAME?"), ("", 1.0)]),
    "our own add-in": Book([("", 1.0), ("", 1.0)], links=[ADDIN.upper(), "D:\\x\\data.xlsx"]),
    "an add-in opens": Book([("=ANGKA_KREDIT(A1,B1)", "#NAME?"), ("", 1.0)], addin=True),
}


@pytest.mark.parametrize("why", NEEDED)
def test_it_asks_and_does_what_is_answered(why: str) -> None:
    assert opened(NEEDED[why], NO) == (1, [])
    assert opened(NEEDED[why], YES) == (1, ["perbaiki_rumus"])


@pytest.mark.parametrize("why", NOT_NEEDED)
def test_it_asks_nothing_where_nothing_is_wrong(why: str) -> None:
    assert opened(NOT_NEEDED[why], YES) == (0, [])


def test_opening_is_never_stopped_by_us() -> None:
    assert opened(Damaged([("", 1.0)])) == (0, ["log tawarkan_perbaikan"])
