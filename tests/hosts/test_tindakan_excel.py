"""The actions' Excel host, over stand-ins: Excel cannot run here."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest

import pywin32_stub
from angka_kredit.errors import Refused
from angka_kredit.hosts import excel_dialog, excel_tombol
from angka_kredit.hosts.excel_host import ExcelHost
from angka_kredit.hosts.tindakan import TINDAKAN, Dihentikan, Rumus, jalankan
from angka_kredit.hosts.tindakan.bersama import CIRI
from berkas_host import AK, book
from excel_tiruan import Aplikasi, Buku, Lembar

LAMA = r"'C:\lama\angka_kredit.xlam'!"


def isi(lama: bool = False, locked: bool = False) -> Lembar:
    sheet = Lembar("Isi", locked, lama)
    sheet.cells = {(1, 1): (12.0, "12"), (1, 2): (0.5, f"={AK}"), (2, 2): ("#NAME?", f"={LAMA}{AK}")}
    return sheet


@pytest.mark.parametrize("lama", [False, True])
def test_formulas_are_read_and_entered(lama: bool) -> None:
    sheet = isi(lama)
    host = ExcelHost(Aplikasi(Buku(sheet)))
    assert host.semua_rumus() == [
        Rumus(("Isi", "B1"), f"={AK}", 0.5),
        Rumus(("Isi", "B2"), f"={LAMA}{AK}", "#NAME?"),
    ]
    sheet.larik.add((2, 2))
    assert host.tulis_rumus([(("Isi", "B1"), "=SUM(1)"), (("Isi", "B2"), "=SUM(2)")]) == [("Isi", "B2")]
    assert sheet.cells[1, 2][1] == "=SUM(1)" and sheet.cells[2, 2][1] == f"={LAMA}{AK}"


def test_perbaiki_rumus_in_excel_leaves_a_protected_sheet() -> None:
    open_, locked = isi(), isi(locked=True)
    locked.name = "Milik Orang"
    app = Aplikasi(Buku(open_, locked))
    jalankan("perbaiki_rumus", ExcelHost(app))
    assert open_.cells[2, 2][1] == f"={AK}" and locked.cells[2, 2][1] == f"={LAMA}{AK}"
    assert "Milik Orang: 1 rumus" in app.dikatakan[0]


def named(sheet: Lembar) -> dict[str, Any]:
    """The names that every form of ours has."""
    return {name: SimpleNamespace(refers_to_range=sheet.range("A1")) for name in CIRI}


def test_perbaiki_rumus_in_our_own_form_opens_what_has_no_password() -> None:
    locked, secret = isi(locked=True), isi(locked=True)
    secret.name, secret.api.sandi = "Bersandi", "rahasia"
    before = {**vars(locked.api), "Protection": vars(locked.api.Protection).copy()}
    book = Buku(locked, secret)
    book.names = named(locked)
    app = Aplikasi(book)
    jalankan("perbaiki_rumus", ExcelHost(app))
    assert locked.cells[2, 2][1] == f"={AK}" and "angka_kredit.xlam" in secret.cells[2, 2][1]
    assert {**vars(locked.api), "Protection": vars(locked.api.Protection)} == before
    assert secret.api.ProtectContents and secret.api.sandi == "rahasia"
    assert app.dikatakan[0].startswith("1 rumus") and "Bersandi: 1 rumus" in app.dikatakan[0]


def test_a_name_that_is_no_place_has_no_cells() -> None:
    book = Buku(isi())
    book.names = {"tetapan": SimpleNamespace()}  # xlwings raises for a constant, and for a name that is not there
    assert ExcelHost(Aplikasi(book)).nama_sel("tetapan") == ExcelHost(Aplikasi(book)).nama_sel("lain") == []


def test_the_selected_cell_is_explained() -> None:
    sheet = isi()
    app = Aplikasi(Buku(sheet, data=book(("B1", AK, 0.1344), A1=12)))
    app.selection = sheet.range("B1")
    jalankan("jelaskan_sel", ExcelHost(app))
    assert "0,014 x 12 x 80% = 0,1344" in app.dikatakan[0]
    app.selection = sheet.range("A1")
    assert ExcelHost(app).sel_terpilih() == Rumus(("Isi", "A1"), "", 12.0)


def test_excel_is_asked_where_a_copy_cannot_be_computed() -> None:
    host = ExcelHost(Aplikasi(Buku(isi(), data=book(("B1", 'INDIRECT("A1")', 1), A1=12))))
    assert host.hitung_rumus(("Isi", "B1"), ["=AK_SATUAN(1)"]) == ["dari Excel: =AK_SATUAN(1)"]
    with pytest.raises(Refused):
        host.hitung_rumus(("Isi", "B1"), ["=" + "1+" * 200 + "1"])  # Evaluate takes 255 characters


def test_hitung_ulang_compares_with_a_copy() -> None:
    sheet = isi()
    del sheet.cells[2, 2]
    app = Aplikasi(Buku(sheet, data=book(("B1", AK, 0.5), A1=12)))
    jalankan("hitung_ulang", ExcelHost(app))
    assert app.dihitung == 1 and "PERIKSA: 1 sel" in app.dikatakan[0]
    rows = app.baru.sheets[0].ditulis
    assert rows[1][:4] == ["'Isi!B1", 0.5, 0.1344, f"'={AK}"]  # the formula stays text


def test_a_workbook_of_another_kind_is_refused_in_words() -> None:
    app = Aplikasi(Buku(isi(), name="lama.xls"), "/tidak/dipakai.xlsx")
    jalankan("bekukan", ExcelHost(app))
    assert app.dikatakan == ["Buku kerja .xls belum didukung; simpan sebagai .xlsx atau .xlsm, lalu ulangi."]


def test_a_new_workbook_was_never_saved() -> None:
    data = book(("B1", AK, 1), A1=12)
    assert ExcelHost(Aplikasi(Buku(isi(), name="Book1", data=data))).salinan() == data
    assert ExcelHost(Aplikasi()).nama() == ""


def test_values_become_plain() -> None:
    sheet = Lembar("Isi")
    sheet.cells = {
        (1, 1): (datetime(2016, 2, 15), "=A9"),
        (1, 2): (-2146826243, "=SEQUENCE(9)"),
        (1, 3): (True, "=1=1"),
    }
    assert [each.nilai for each in ExcelHost(Aplikasi(Buku(sheet))).semua_rumus()] == [42415.0, "#VALUE!", True]


@pytest.mark.parametrize(
    ("answers", "chosen"), [(("2",), "Ahli Muda"), (("9", "x", "ahli muda"), "Ahli Muda"), ((1.0,), "Pemula")]
)
def test_a_choice_by_number_or_word(answers: tuple[Any, ...], chosen: str) -> None:
    app = Aplikasi(None, *answers)
    assert ExcelHost(app).pilih("Jenjang?", ["Pemula", "Ahli Muda"]) == chosen
    assert len(app.ditanya[0]) <= excel_dialog.PROMPT and "2. Ahli Muda" in app.ditanya[0]


def test_a_long_choice_is_shown_before() -> None:
    app = Aplikasi(None, "30")
    words = [f"baris {number}: CONTOH PEGAWAI" for number in range(40)]
    assert ExcelHost(app).pilih("Siapa?", words) == words[29]
    assert "40. " in app.dikatakan[0] and len(app.ditanya[0]) <= excel_dialog.PROMPT


def test_closed_dialogs() -> None:
    for ask in (
        lambda host: host.pilih("?", ["a"]),
        lambda host: host.minta_berkas("?", (".xlsx",)),
        lambda host: host.minta_folder("?"),
        lambda host: host.minta_simpan("?", "a.xlsx"),
    ):
        with pytest.raises(Dihentikan):
            ask(ExcelHost(Aplikasi(None, False)))


def test_answered_dialogs() -> None:
    assert ExcelHost(Aplikasi(None, "/x/a.csv")).minta_berkas("?", (".xlsx", ".csv")) == Path("/x/a.csv")
    assert ExcelHost(Aplikasi(None, -1)).minta_folder("?") == Path("/folder")
    app = Aplikasi(None, "/x/b.xlsx", "yes", "no")
    assert ExcelHost(app).minta_simpan("?", "a.xlsx") == Path("/x/b.xlsx")
    assert (ExcelHost(app).tanya("?"), ExcelHost(app).tanya("?")) == (True, False)


def test_esc_stops_once_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed = iter([True, False, True, True])  # one of before, none, then twice
    monkeypatch.setattr(excel_dialog, "_esc", lambda: next(pressed))
    app = Aplikasi(None, "no", "yes")
    with pytest.raises(Dihentikan), ExcelHost(app).kemajuan("Menghitung") as maju:
        maju(1, 9)
        assert app.status_bar == "Menghitung: 1 dari 9. Tekan Esc untuk berhenti."
        maju(2, 9)
        maju(3, 9)
    assert app.status_bar is False and len(app.dikatakan) == 2


def test_excel_finds_a_function_for_every_button() -> None:
    assert all(callable(getattr(excel_tombol, each.kunci)) for each in TINDAKAN)


def test_a_table_opens_as_a_new_workbook() -> None:
    app = Aplikasi()
    ExcelHost(app).tabel("Dasar hukum " + "x" * 40, ("A", "B"), [("=1+1", 2.0), ("", None)])
    assert app.baru.sheets[0].name == "Dasar hukum " + "x" * 19
    assert app.baru.sheets[0].ditulis == [["'A", "'B"], ["'=1+1", 2.0], ["", None]]


def test_a_sheet_is_named_as_excel_allows() -> None:
    app = Aplikasi()
    ExcelHost(app).tabel("'Dasar hukum: Analis [A/B]\\C?*", ("A",), [])
    assert app.baru.sheets[0].name == "Dasar hukum Analis A B C"


def test_a_button_through_xlwings_own_code() -> None:
    """From the COM application that VBA hands over, by xlwings' classes for Windows, to Windows' message box."""
    before = dict(sys.modules)
    pywin32_stub.install()
    try:
        windows: Any = sys.modules["xlwings._xlwindows"]
        windows.win32api.MessageBox.return_value = 1
        excel_tombol.bantuan(mock.MagicMock(ActiveWorkbook=None))  # type: ignore[attr-defined]
        owner, words, title, _ = windows.win32api.MessageBox.call_args.args
        assert title == excel_dialog.JUDUL and "Isi Otomatis: " in words and owner
    finally:
        for name in set(sys.modules) - set(before):
            if name.startswith(("xlwings", "win32", "pythoncom", "pywintypes")):
                del sys.modules[name]
