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
    for own, stand_in in (("LokasiPython()\r\n    MuatPustaka lokasi", '"C:\\python.exe"'), ("Catat ", "Debug.Print ")):
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
