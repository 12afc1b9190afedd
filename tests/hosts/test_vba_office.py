"""The add-in's own VBA in a real LibreOffice: what it hands to Python and what it makes of the answer.

Only Python's side is a stand-in here (COM exists on Windows only): it tells the kinds of what it was given, hands
arguments back, or fails. LibreOffice shows the error that VBA's CVErr(xlErrNA) makes as the text 'Error 2042'."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import xlsxwriter

import angka_kredit
import office
from angka_kredit.hosts import excel_vba
from angka_kredit.hosts.vba_project import sisipkan
from office import SEED

HERE = Path(__file__).parent
NA, VALUE, NUM, DIV0, REF, NAME, NULL = (f"Error {n}" for n in (2042, 2015, 2036, 2007, 2023, 2029, 2000))

# Stands in for the one module that needs Windows. A server that broke answers again after a new start.
WINDOWS = """Attribute VB_Name = "AngkaKreditWindows"
Option Explicit
Public mulai As Long
Public Function MulaiServer() As Object
    mulai = mulai + 1
    Set MulaiServer = ThisWorkbook
End Function
Public Sub Catat(ByVal apa As String, ByVal nomorGalat As Long)
End Sub
Public Function FolderCatatan() As String
End Function
"""
PELADEN = """Option Explicit
Private putus As Boolean
Public Function Bool(ByVal isi As Variant) As Variant
    If putus Then
        putus = False
        Err.Raise 462
    End If
    Bool = isi
End Function
Public Function CallUDF(ByVal modul As String, ByVal nama As String, ByVal argumen As Variant) As Variant
    Select Case nama
    Case "ANGKA_KREDIT"
        CallUDF = Jenis(argumen)
    Case "AK_KUMULATIF"
        CallUDF = argumen(0)
    Case "TERBILANG"
        CallUDF = Array("a", "#NUM!", 3)
    Case "USIA"
        If mulai = 1 Then putus = True
        If putus Then Err.Raise 462
        CallUDF = mulai
    Case "PANGKAT"
        Err.Raise 462
    Case Else
        CallUDF = modul & " " & nama & " " & (UBound(argumen) + 1)
    End Select
End Function
Private Function Jenis(ByVal argumen As Variant) As String
    Dim tempat As Long
    For tempat = LBound(argumen) To UBound(argumen)
        If IsArray(argumen(tempat)) Then
            Jenis = Jenis & UBound(argumen(tempat), 1) & "x" & UBound(argumen(tempat), 2) & " "
        Else
            Jenis = Jenis & TypeName(argumen(tempat)) & " "
        End If
    Next tempat
End Function
"""
DATA = {"B1": 1.5, "B2": "x", "C1": "#N/A", "C2": 2, "C3": "#DIV/0!", "C4": "#VALUE!", "C5": "#NUM!", "C6": "#REF!"} | {
    "C7": "#NAME?",
    "C8": "#NULL!",
    "C9": "#SPILL!",
    "C10": "# bukan galat",
}
LAIN = '"x","pmb"'  # further arguments of ANGKA_KREDIT that are needed
FORMULAS: dict[str, str] = {
    # what goes in: a number, text, a blank cell, left out
    f"ANGKA_KREDIT(B1,B2,{LAIN})": "Double String String String Empty Empty Empty",
    f"ANGKA_KREDIT(B4,B2,{LAIN},B4,B1)": "Empty String String String Empty Double Empty",
    # a column, a row, a block: as they lie; whole columns and rows never travel
    f"ANGKA_KREDIT(B1:B3,B1:D1,{LAIN},B1:C2)": "3x1 1x3 String String 2x2 Empty Empty",
    f"ANGKA_KREDIT(D:D,2:2,{LAIN})": "Error Error String String Empty Empty Empty",
    # what comes out: a value, and each error as a real one; other text stays text
    'AK_KUMULATIF(C2,"pmb")': "2",
    'AK_KUMULATIF(B2,"pmb")': "x",
    'AK_KUMULATIF(C1,"pmb")': NA,
    'AK_KUMULATIF(C3,"pmb")': DIV0,
    'AK_KUMULATIF(C4,"pmb")': VALUE,
    'AK_KUMULATIF(C5,"pmb")': NUM,
    'AK_KUMULATIF(C6,"pmb")': REF,
    'AK_KUMULATIF(C7,"pmb")': NAME,
    'AK_KUMULATIF(C8,"pmb")': NULL,
    'AK_KUMULATIF(C9,"pmb")': VALUE,  # an error that Excel 2016 does not have
    'AK_KUMULATIF(C10,"pmb")': "# bukan galat",
    'SUM(AK_KUMULATIF(C2:C2,"pmb"))': "2",
    # a server that broke is started once more; one that stays broken is #N/A
    "USIA(1,2)": "2",  # how often it was started
    'PANGKAT("III/a")': NA,
    "VERSI_ANGKA_KREDIT()": "angka_kredit.hosts.excel VERSI_ANGKA_KREDIT 0",
}
ARRAYS: dict[str, tuple[str, list[str]]] = {
    "E1:E3": ('AK_KUMULATIF(C1:C3,"pmb")', [NA, "2", DIV0]),
    "E5:G5": ("TERBILANG(1)", ["a", NUM, "3"]),  # one row comes as a list
    "E7:F8": ('AK_KUMULATIF(B1:C2,"pmb")', ["1.5", NA, "x", "2"]),
}


def workbook() -> bytes:
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for cell, value in DATA.items():
            sheet.write(cell, value)
        for row, formula in enumerate(FORMULAS):
            sheet.write_formula(row, 0, f"={formula}", None, SEED)
        for cells, (formula, _shown) in ARRAYS.items():
            sheet.write_array_formula(cells, f"{{={formula}}}", None, SEED)
        ours = excel_vba.modul_pengaya()
        modul = {name: ours[name] for name in ("AngkaKreditSambungan", "AngkaKreditNilai", "AngkaKreditFungsi")}
        sisipkan(book, modul | {"AngkaKreditWindows": crlf(WINDOWS), "ThisWorkbook": crlf(PELADEN)})
    return output.getvalue()


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


@cache
def shown(work: Path, python: str) -> list[list[str]]:
    """The cells, row by row, as LibreOffice shows them with the workbook's macros running."""
    path, pipe, nothing = work / "uji.xlsm", f"angka_kredit_{work.name}", work / "addin"
    path.write_bytes(workbook())
    nothing.mkdir()  # our functions come from VBA here, not from LibreOffice's add-in
    arguments = ["--headless", f"--accept=pipe,name={pipe};urp"]
    process = office.start(arguments, work, nothing, office.RECALCULATE_ALWAYS, office.clean_environment())
    try:
        words = [python, str(HERE.parent / "uno_vba.py"), pipe, str(path)]
        paths = [str(Path(angka_kredit.__file__).parents[1]), *filter(None, sys.path)]
        environment = {**office.clean_environment(), "PYTHONPATH": ":".join(paths)}
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120, check=False)
    finally:
        office.kill_group(process)
    assert done.returncode == 0, done.stderr
    cells: list[list[str]] = json.loads(done.stdout)
    return cells


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("vba")


@pytest.fixture
def cells(need_program: Callable[[str], str], work: Path) -> list[list[str]]:
    need_program("soffice")
    python = office.uno_python() or need_program("python3-uno")
    return shown(work, python)


@pytest.mark.parametrize(("row", "formula"), list(enumerate(FORMULAS)), ids=str)
def test_a_value(cells: list[list[str]], row: int, formula: str) -> None:
    assert cells[row][0].strip() == FORMULAS[formula]


@pytest.mark.parametrize("place", ARRAYS)
def test_rows(cells: list[list[str]], place: str) -> None:
    (left, top), (right, bottom) = ((ord(cell[0]) - ord("A"), int(cell[1:]) - 1) for cell in place.split(":"))
    found = [cells[row][column] for row in range(top, bottom + 1) for column in range(left, right + 1)]
    assert found == ARRAYS[place][1]
