"""The forms with buttons: macro workbooks (.xlsm) that call the add-in."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest
from oletools.olevba import VBA_Parser
from pyopenvba.apps.excel import ExcelApplication

from angka_kredit.errors import Refused
from angka_kredit.forms.build import build
from angka_kredit.forms.kinerja.keluarga import build_konversi
from angka_kredit.forms.tombol import bertombol
from angka_kredit.hosts import excel_vba
from angka_kredit.hosts.tindakan import TINDAKAN
from angka_kredit.hosts.vba_project import proyek
from sheets import validator_errors

# One form of each family; their values are computed later, and are no matter of buttons.
MAKERS = {"pmb_pemula.xlsx": lambda kertas: build("pmb", "Pemula", None, kertas), "konversi.xlsx": build_konversi}
ON_SHEET = [each for each in TINDAKAN if each.di_lembar]


@cache
def made() -> dict[str, bytes]:
    return {name: make("A4") for name, make in bertombol(MAKERS).items()}


@pytest.fixture(params=["pmb_pemula", "konversi"])
def form(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if not name.endswith(".bin")]
        return {name: archive.read(name).decode() for name in names}


def test_three_actions_are_buttons_on_a_sheet() -> None:
    assert [each.kunci for each in ON_SHEET] == ["isi_otomatis", "hitung_ulang", "periksa"]


def test_excel_would_open_it_without_repair(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"{form}.xlsm"
    path.write_bytes(made()[path.name])
    assert validator_errors(path) == []


def test_built_twice_it_is_the_same(form: str) -> None:
    again = bertombol({f"{form}.xlsx": MAKERS[f"{form}.xlsx"]})[f"{form}.xlsm"]("A4")
    assert again == made()[f"{form}.xlsm"]


def test_its_cells_are_those_of_the_form_without_buttons(form: str) -> None:
    plain, buttons = parts(MAKERS[f"{form}.xlsx"]("A4")), parts(made()[f"{form}.xlsm"])
    sheets = [name for name in plain if name.startswith("xl/worksheets/sheet")]
    assert sheets
    for name in [*sheets, "xl/sharedStrings.xml", "xl/styles.xml"]:
        without = re.sub(r'<legacyDrawing [^>]*/>| codeName="\w+"|<sheetPr/>', "", buttons[name])
        assert without == re.sub(r"<sheetPr/>", "", plain[name]), name


def test_the_buttons_stand_on_the_sheet_data_with_their_macros(form: str) -> None:
    buttons = parts(made()[f"{form}.xlsm"])
    (drawing,) = [text for name, text in buttons.items() if name.endswith(".vml")]
    assert re.findall(r"<x:FmlaMacro>(.*?)</x:FmlaMacro>", drawing) == [f"[0]!Tombol_{x.kunci}" for x in ON_SHEET]
    assert [x.label for x in ON_SHEET] == re.findall(r"<font [^>]*>(.*?)</font>", drawing)
    sheet = re.search(r'<sheet name="Data" sheetId="(\d+)"', buttons["xl/workbook.xml"])
    assert sheet and "legacyDrawing" in buttons[f"xl/worksheets/sheet{sheet[1]}.xml"]


def test_olevba_reads_its_module_back_as_it_was(form: str) -> None:
    parser = VBA_Parser(f"{form}.xlsm", data=made()[f"{form}.xlsm"])
    found = {Path(name).stem: source for _file, _stream, name, source in parser.extract_macros()}
    parser.close()
    names = re.findall(r'codeName="(\w+)"', "".join(parts(made()[f"{form}.xlsm"]).values()))
    assert set(found) == {*names, "TombolFormulir"}  # a module for every sheet, under the sheet's code name
    assert found["TombolFormulir"] == excel_vba.modul_formulir()["TombolFormulir"]


def test_without_the_add_in_the_buttons_say_what_to_do() -> None:
    excel = ExcelApplication()
    excel.add_workbook()
    excel.add_module(excel_vba.modul_formulir()["TombolFormulir"], name="TombolFormulir")
    for each in ON_SHEET:
        excel.run(f"Tombol_{each.kunci}")
    assert len(excel.dialogs) == len(ON_SHEET)
    assert all("angka-kredit pasang excel" in words for _kind, words, _title, _look in excel.dialogs)


def test_without_pyopenvba_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyopenvba", None)
    with pytest.raises(Refused, match="pip install") as said:
        proyek({}, 1)
    pyproject = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    command = str(said.value).partition("pip install ")[2]
    assert f'tombol = ["{command}"]' in pyproject  # never our own name, which an index would be asked for
