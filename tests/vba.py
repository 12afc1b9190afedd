"""The add-in's own VBA, run here by pyOpenVBA's interpreter of the language.

With xlwings' own server class behind stubbed COM a value passes through our wrapper's text, xlwings' conversion code,
our function and back."""

from __future__ import annotations

import re
from typing import Any

from pyopenvba.interpreter import HostBridge, Interpreter, VBAObject

from angka_kredit.hosts import excel_vba
from vba_excel import Server
from vba_nilai import from_vba, to_vba

_PROCEDURE_ATTRIBUTE = re.compile(r"^Attribute \w+\.VB_.*\r\n", flags=re.MULTILINE)  # the interpreter knows none

# Stands in for the one module that needs Windows.
_WINDOWS = """
Public Function MulaiServer() As Object
    Set MulaiServer = Peladen.Mulai
End Function
Public Sub Catat(ByVal apa As String, ByVal nomorGalat As Long)
    Peladen.Catat apa, nomorGalat
End Sub
Public Function FolderCatatan() As String
    FolderCatatan = "C:\\log"
End Function
"""


class Bridge(HostBridge):
    def __init__(self, names: dict[str, VBAObject], constants: dict[str, int]) -> None:
        self.names, self.constants = names, constants

    def global_object(self, name: str) -> object:
        return self.names.get(name.lower()) or super().global_object(name)

    def constant(self, name: str) -> object:
        return self.constants.get(name.lower(), super().constant(name))


# Excel's own, of the type library: XlCVError, XlEnableCancelKey
_CONSTANTS = {"xlerrnull": 2000, "xlerrdiv0": 2007, "xlerrvalue": 2015, "xlerrref": 2023, "xlerrname": 2029} | {
    "xlerrnum": 2036,
    "xlerrna": 2042,
    "xldisabled": 0,
    "xlinterrupt": 1,
}


def interpreter(server: Server, **names: VBAObject) -> Interpreter:
    """Our wrappers, ready to be called by `cell`; `names` are further objects of Excel."""
    vba = Interpreter(Bridge({"peladen": server, **names}, _CONSTANTS))
    sources = excel_vba.modul_pengaya()
    for name in ("AngkaKreditSambungan", "AngkaKreditNilai", excel_vba.MODUL_FUNGSI):
        vba.add_module(_PROCEDURE_ATTRIBUTE.sub("", sources[name]), name=name)
    vba.add_module(_WINDOWS, name="AngkaKreditWindows")
    return vba


def cell(vba: Interpreter, nama: str, *args: Any) -> Any:
    """What the cell shows: a value, rows of them, an error as its text. None is a blank cell, MISSING left out."""
    return from_vba(vba.run(nama, [to_vba(arg) for arg in args]))
