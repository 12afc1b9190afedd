"""The offer to mend formulas when a workbook opens: made where it is needed, once, and never in the way."""

from __future__ import annotations

from typing import Any

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import Interpreter, method

from angka_kredit.hosts import excel_vba
from angka_kredit.hosts.tindakan.bersama import CIRI
from vba import Bridge
from vba_buku import Book, Excel, Workbooks
from vba_excel import ADDIN, AddIn

NO, YES = 7, 6  # vbNo, vbYes
CONSTANTS = {"xlerrname": 2029, "xlexcellinks": 1}
# Excel compares errors with =, this interpreter does not
COMPARISON = ("isi(baris, kolom) = CVErr(xlErrName)", 'CStr(isi(baris, kolom)) = "Error 2029"')
REST = """
Public Const JUDUL As String = "Angka Kredit"
Public bekerja As Boolean
Public Function SedangBekerja() As Boolean
    SedangBekerja = bekerja
End Function
Public Sub Bekerja_Mulai()
    bekerja = True
End Sub
Public Sub Bekerja_Selesai()
    bekerja = False
End Sub
Public Sub Jalankan(ByVal tombol As String)
    Debug.Print tombol
End Sub
Public Sub Catat(ByVal apa As String, ByVal nomorGalat As Long)
    Debug.Print "log " & apa
End Sub
"""


class Damaged(Book):
    @method(name="LinkSources")
    def LinkSources(self, kind: Any) -> Any:
        raise VBARuntimeError(1004, "")


def addin(excel: Excel, book: Book | None, our: AddIn, answer: int = NO) -> Interpreter:
    vba = Interpreter(Bridge({"thisworkbook": our, "application": excel, "workbooks": Workbooks(book)}, CONSTANTS))
    vba.answers = [answer]
    sources = excel_vba.modul_pengaya()
    vba.add_module(sources["AngkaKreditPerbaikan"].replace(*COMPARISON), name="AngkaKreditPerbaikan")
    for name in ("AngkaKreditBantuan", "AngkaKreditTombol"):
        vba.add_module(sources[name], name=name)
    vba.add_module(REST, name="AngkaKreditSambungan")
    return vba


def opened(book: Book, answer: int = NO, user: bool = True, alerts: bool = True) -> tuple[int, list[str]]:
    """How often it asked, and what was done then."""
    excel = Excel(user, alerts)
    vba = addin(excel, book, AddIn(), answer)
    vba.run("IngatYangDibuka", [book])
    assert vba.dialogs == []  # never while it opens
    for macro in excel.timed:
        vba.run(macro, [])
    return len(vba.dialogs), vba.console


UNKNOWN: list[tuple[str, Any]] = [("", 5.0), ("=ANGKA_KREDIT(A1,B1)", "#NAME?")]
NEEDED = {
    "a name that Excel does not know": Book([("", 5.0), ("=ANGKA_KREDIT(A1,B1)", "#NAME?")]),
    "in lower case": Book([("", 5.0), ("=usia(A1,B1)+1", "#NAME?")]),
    "an add-in elsewhere": Book([("", 5.0), ("", 1.0)], links=["D:\\lain\\Angka_Kredit.xlam"]),
    "an add-in in the cloud": Book([("", 5.0), ("", 1.0)], links=["https://x.id/lain/Angka_Kredit.xlam"]),
    "as Excel without us writes it": Book([("", 5.0), ("=1+_xldudf_ANGKA_KREDIT(A1)", "#NAME?")]),
    "another's name beside ours": Book([("", 5.0), ("=HITUNG_USIA(A1)+USIA(A1)", "#NAME?")]),
    "our own form, protected": Book(UNKNOWN, protected=True, names=CIRI),
}
NOT_NEEDED = {
    "all is well": Book([("=ANGKA_KREDIT(A1,B1)", 0.5), ("=NA()", "#N/A")]),
    "another's name": Book([("=FUNGSI_LAIN(A1)", "#NAME?"), ("", 1.0)]),
    "a longer name": Book([("=HITUNG_USIA(A1)", "#NAME?"), ("=HITUNG.USIA(A1)", "#NAME?")]),
    "another file's": Book([("=lain.xlam!USIA(A1)", "#NAME?"), ("=[1]!USIA(A1)", "#NAME?")], links=["D:\\lain.xlam"]),
    "an add-in called almost so": Book([("", 5.0), ("", 1.0)], links=["D:\\data_angka_kredit.xlam"]),
    "another's protected sheet": Book(
        UNKNOWN, ["D:\\x\\angka_kredit.xlam"], protected=True, names=("nama_pangkat", CIRI[1])
    ),
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


def test_nobody_is_asked_where_another_program_opens_it() -> None:
    assert opened(Book(UNKNOWN), YES, user=False) == (0, [])
    assert opened(Book(UNKNOWN), YES, alerts=False) == (0, [])


def test_a_workbook_that_is_closed_again_is_no_matter() -> None:
    vba = addin(Excel(), None, AddIn())
    vba.run("IngatYangDibuka", [Book(UNKNOWN)])
    vba.run("AngkaKredit_TawarkanPerbaikan", [])
    assert (vba.dialogs, vba.console) == ([], [])


def test_it_waits_for_the_button_that_opens_it() -> None:
    book, excel = Book(UNKNOWN), Excel()
    vba = addin(excel, book, AddIn())
    vba.run("IngatYangDibuka", [book])
    vba.run("Bekerja_Mulai", [])
    vba.run("AngkaKredit_TawarkanPerbaikan", [])
    assert (vba.dialogs, len(excel.timed)) == ([], 2)
    vba.run("Bekerja_Selesai", [])
    vba.run("AngkaKredit_TawarkanPerbaikan", [])
    assert len(vba.dialogs) == 1


def test_the_sheet_of_help_is_read_once() -> None:
    book, our = Book([("=FUNGSI_LAIN(A1)", "#NAME?")] * 20), AddIn()
    vba = addin(Excel(), book, our)
    vba.run("IngatYangDibuka", [book])
    vba.run("AngkaKredit_TawarkanPerbaikan", [])
    assert our.reads == 1
