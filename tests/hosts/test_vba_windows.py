"""Why Python did not start: what the add-in makes of the words of xlwings' DLL."""

from __future__ import annotations

import re

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import HostBridge, Interpreter

from angka_kredit.hosts import excel_vba
from vba_excel import START_FAILED

# What xlwings 0.37.8's DLL puts where the server would be, as src/xlwingsdll/config.cpp writes it.
PLACE = "\nCommand: C:\\Users\\Siti\\python.exe -c ...\nWorking Dir: <unspecified>"
ENDED = f"Python process exited before it was possible to create the interface object.{PLACE}"
NOT_RUN = f"Could not create Python process.\nError message: Access is denied.{PLACE}"
REFUSED = "Could not activate Python COM server, hr = -2147023170"
OTHER = "CreateJobObject failed: x"
_DLL = """
Private Function XLPyDLLActivateAuto(ByRef server As Variant, ByVal perintah As String, ByVal cara As Long) As Long
    server = "{}"
    XLPyDLLActivateAuto = -2147467259
End Function
"""


def started(answer: str) -> tuple[str, list[str]]:
    """What the user is told and what the log has where the DLL answers so; files and DLL are left out."""
    source = excel_vba.modul_pengaya()["AngkaKreditWindows"]
    source = re.sub(r"^(Private Declare|#).*\r\n", "", source, flags=re.MULTILINE)
    source = re.sub(r"^Private Const PUSTAKA.*\r\n", "", source, count=1, flags=re.MULTILINE)
    place = ("LokasiPython()\r\n    MuatPustaka lokasi", '"C:\\python.exe"')
    for own, stand_in in (place, ("Catat ", "Debug.Print "), ("Ada(tanpaJendela)", "True")):
        assert own in source
        source = source.replace(own, stand_in, 1)
    vba = Interpreter(HostBridge())
    words = answer.replace("\n", '" & vbLf & "')
    vba.add_module(source + _DLL.format(words), name="AngkaKreditWindows")
    vba.add_module(excel_vba.modul_pengaya()["AngkaKreditSambungan"], name="AngkaKreditSambungan")
    with pytest.raises(VBARuntimeError) as raised:
        vba.run("MulaiServer", [])
    assert raised.value.number == START_FAILED
    return str(raised.value.description), vba.console


@pytest.mark.parametrize(
    ("answer", "number", "says"),
    [
        (ENDED, 1, "Python berhenti sebelum siap"),
        (NOT_RUN, 2, "Windows tidak mau menjalankan python.exe"),
        (REFUSED, -2147023170, "(COM -2147023170)"),
        (OTHER, 0, "Python tidak dapat dijalankan"),
    ],
)
def test_the_reason_is_said_and_noted_as_a_number(answer: str, number: int, says: str) -> None:
    said, log = started(answer)
    assert says in said and excel_vba.PASANG in said
    (line,) = log
    assert line.split() == ["mulai_python", str(number)]
    assert "Siti" not in said


@pytest.mark.parametrize(("there", "runs"), [("True", "pythonw.exe"), ("False", "python.exe")])
def test_no_black_window_where_there_is_a_pythonw(there: str, runs: str) -> None:
    """xlwings' DLL creates the process without CREATE_NO_WINDOW; so does multiprocessing in it."""
    source = excel_vba.modul_pengaya()["AngkaKreditWindows"]
    functions = [
        source[source.index(f"Private Function {name}(") :].partition("End Function")[0] + "End Function\r\n"
        for name in ("PerintahServer", "FolderDari")
    ]
    vba = Interpreter(HostBridge())
    exists = f"Private Function Ada(ByVal berkas As String) As Boolean\r\n    Ada = {there}\r\nEnd Function\r\n"
    vba.add_module("".join([*functions, exists]), name="AngkaKreditWindows")
    given = "C:\\Angka Kredit\\python\\python.exe"
    command = str(vba.run("PerintahServer", [given]))
    assert command.startswith(f'"C:\\Angka Kredit\\python\\{runs}" -E -P -B -c ')
