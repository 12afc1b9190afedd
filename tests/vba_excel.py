"""Excel as the add-in's VBA sees it, as far as tests need it: a range, the add-in's own workbook, Python's server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import VBAObject, member, method, setter

from angka_kredit.hosts import excel_vba
from vba_nilai import to_com, to_vba

ADDIN = "C:\\Users\\a\\XLSTART\\angka_kredit.xlam"
ROWS, COLUMNS = 1_048_576, 16_384
START_FAILED, PAUSE, GONE = -2147220503, -2147220502, 462  # GALAT, GALAT_JEDA; "the remote server does not exist"


class Count(VBAObject):
    """What VBA asks of a collection: how many."""

    def __init__(self, count: int) -> None:
        self.count = count

    @member(name="Count")
    def Count(self) -> int:
        return self.count


class Sheet(VBAObject):
    @member(name="Rows")
    def Rows(self) -> Count:
        return Count(ROWS)

    @member(name="Columns")
    def Columns(self) -> Count:
        return Count(COLUMNS)


class Range(VBAObject):
    """Cells: a value, or rows of values. `whole` pretends to be whole columns; `areas` apart."""

    def __init__(self, value: Any, areas: int = 1, whole: bool = False) -> None:
        self.value, self.areas, self.whole = value, areas, whole

    @member(name="Areas")
    def Areas(self) -> Count:
        return Count(self.areas)

    @member(name="Rows")
    def Rows(self) -> Count:
        return Count(ROWS if self.whole else len(self.value) if isinstance(self.value, list) else 1)

    @member(name="Columns")
    def Columns(self) -> Count:
        return Count(len(self.value[0]) if isinstance(self.value, list) else 1)

    @member(name="Worksheet")
    def Worksheet(self) -> Sheet:
        return Sheet()

    @member(name="Value2")
    def Value2(self) -> Any:
        return to_vba(self.value)


class AddIn(VBAObject):
    """The add-in's workbook with its sheet of help."""

    def __init__(self) -> None:
        self.hidden, self.saved, self.reads = True, False, 0
        self.refusals = 0  # how often Excel will not hide it again

    @member(name="Name")
    def Name(self) -> str:
        return "angka_kredit.xlam"

    @member(name="FullName")
    def FullName(self) -> str:
        return ADDIN

    @setter("IsAddin")
    def is_addin(self, value: bool) -> None:
        if value and self.refusals:
            self.refusals -= 1
            raise VBARuntimeError(1004, "")
        self.hidden = value

    @setter("Saved")
    def set_saved(self, value: bool) -> None:
        self.saved = value

    @method(name="Worksheets")
    def Worksheets(self, name: str) -> AddIn:
        assert name == "_IntelliSense_"
        return self

    @member(name="UsedRange")
    def UsedRange(self) -> AddIn:
        return self

    @member(name="Value2")
    def Value2(self) -> object:
        self.reads += 1
        rows = excel_vba.baris_bantuan()
        width = max(map(len, rows))
        return to_vba([[word or None for word in row] + [None] * (width - len(row)) for row in rows])


Answer = Callable[[str, str, tuple[Any, ...]], Any]


class Server(VBAObject):
    """Python's side: `answer` takes module, function and arguments as COM hands them over.

    `starts` counts how often it was started; `alive` says whether it answers, and a start makes it so."""

    def __init__(self, answer: Answer, startable: bool = True) -> None:
        self.answer, self.startable, self.alive, self.starts = answer, startable, True, 0
        self.log: list[str] = []

    @member(name="Mulai")
    def Mulai(self) -> Server:
        self.starts += 1
        if not self.startable:
            raise VBARuntimeError(START_FAILED, "Jalankan perintah: angka-kredit status")
        self.alive = True
        return self

    @method(name="CallUDF")
    def CallUDF(self, modul: Any, nama: Any, argumen: Any) -> Any:
        if not self.alive:
            raise VBARuntimeError(GONE, "")
        return to_vba(self.answer(str(modul), str(nama), to_com(argumen)), errors=False)

    @method(name="Bool")
    def Bool(self, given: Any) -> Any:
        if not self.alive:
            raise VBARuntimeError(GONE, "")
        return given

    @method(name="Catat")
    def Catat(self, apa: Any, nomor: Any) -> None:
        if nomor != PAUSE:  # as the real one, lest every cell writes a line
            self.log.append(str(apa))
