"""The Excel add-in as a file: the VBA in it, its functions, ribbon and texts, and that Excel would open it."""

from __future__ import annotations

import importlib.util
import io
import re
import zipfile
from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import openpyxl
import pytest
from oletools.olevba import VBA_Parser
from pyopenvba.interpreter import parse_module

from angka_kredit.functions import KATALOG
from angka_kredit.functions.registry import Fungsi
from angka_kredit.hosts import excel_vba
from angka_kredit.hosts.tindakan import KELOMPOK, TINDAKAN
from angka_kredit.resources import folder
from sheets import validator_errors

HERE = folder("addin") / "excel"
UI = "{http://schemas.microsoft.com/office/2009/07/customui}"
DNA = "{http://schemas.excel-dna.net/intellisense/1.0}"
MOST = 255  # characters that the function wizard shows of a text; Excel refuses longer ones
LONGEST_LINE = 1023  # of VBA
# Reserved identifiers of VBA, [MS-VBAL] 3.3.5.2, and the functions that our wrappers' bodies use.
_RESERVED = """
abs access addressof alias and any append array as attribute base begin binary boolean byref byte byval call case
cbool cbyte ccur cdate cdbl cdec cint circle class clng clnglng clngptr close compare const csng cstr currency cvar
cverr date debug decimal declare defbool defbyte defcur defdate defdbl defdec defint deflng defobj defsng defstr
defvar dim do doevents double each else elseif empty end endif enum eqv erase error event exit explicit false fix
for friend function get global go gosub goto if imp implements in input inputb int integer is lbound len lenb let
lib like line linput local lock long longlong longptr loop lset me mid midb mod module name new next not nothing
null object on open option optional or output paramarray preserve print private property pset ptrsafe public put
raiseevent random read redim rem reset resume return rset scale seek select set sgn shared single spc static step
stop string sub tab text then to true type typeof ubound unlock until variant wend while width with withevents write
xor nilaiargumen panggilfungsi
"""
RESERVED = frozenset(_RESERVED.split())


@cache
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("excel_build", HERE / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def built() -> bytes:
    made: bytes = builder().xlam()
    return made


@cache
def modules() -> dict[str, str]:
    """Every module as olevba reads it back out of the file."""
    parser = VBA_Parser("angka_kredit.xlam", data=built())
    found = {Path(name).stem: source for _file, _stream, name, source in parser.extract_macros()}
    parser.close()
    return found


def as_workbook(addin: bytes) -> bytes:
    """The same file under the type of a macro workbook: openpyxl knows no add-ins."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(addin)) as given, zipfile.ZipFile(output, "w") as made:
        for name in given.namelist():
            made.writestr(name, given.read(name).replace(b"excel.addin.macro", b"excel.sheet.macro"))
    return output.getvalue()


@cache
def wrappers() -> dict[str, tuple[str, str]]:
    """function -> its arguments and its body, as they stand in the file."""
    pattern = r"Public Function (\w+)\((.*?)\) As Variant\r\n(.*?)End Function"
    found = re.findall(pattern, modules()[excel_vba.MODUL_FUNGSI], flags=re.DOTALL)
    return {name: (arguments, body) for name, arguments, body in found}


def test_what_stands_in_the_repository_is_fresh() -> None:
    assert (HERE / "angka_kredit.xlam").read_bytes() == built(), "run: make addin"
    text = (HERE / "angka_kredit.intellisense.xml").read_text(encoding="utf-8")
    assert text == excel_vba.intellisense(), "run: make addin"


def test_builds_the_same_bytes_twice() -> None:
    assert builder().xlam() == built()


def test_excel_would_open_it_without_repair(tmp_path: Path) -> None:
    path = tmp_path / "angka_kredit.xlam"
    path.write_bytes(built())
    assert validator_errors(path) == []


def test_olevba_reads_every_module_back_as_it_was() -> None:
    sources = excel_vba.modul_pengaya()
    assert set(modules()) == {*sources, "Sheet1"}
    for name, source in sources.items():
        # a document's module has its attributes before our text
        read = modules()[name] if name != "ThisWorkbook" else modules()[name][-len(source) :]
        assert read == source, name


def test_our_sources_are_whole() -> None:
    for name, source in excel_vba.modul_pengaya().items():
        assert "@" not in source, name
        assert "On Error Resume Next" not in source, name
        assert max(map(len, source.split("\r\n"))) <= LONGEST_LINE, name
        source.encode("ascii")


@pytest.mark.parametrize("name", sorted(excel_vba.modul_pengaya()))
def test_our_sources_are_vba(name: str) -> None:
    """Read by a parser of the language that is not ours; it does not know events."""
    parse_module(modules()[name].replace("WithEvents ", ""), name=name)


def test_one_wrapper_for_every_function() -> None:
    assert list(wrappers()) == KATALOG.names()


@pytest.mark.parametrize("fungsi", list(KATALOG), ids=lambda fungsi: fungsi.nama)
def test_a_wrapper_has_the_arguments_of_the_declaration(fungsi: Fungsi) -> None:
    arguments, body = wrappers()[fungsi.nama]
    declared = [
        ("" if each.wajib else "Optional ") + excel_vba.nama_vba(each) + " As Variant" for each in fungsi.argumen
    ]
    assert (arguments.split(", ") if arguments else []) == declared
    passed = re.findall(r"NilaiArgumen\((\w+)", body)
    assert passed == [excel_vba.nama_vba(each) for each in fungsi.argumen]
    assert f'{fungsi.nama} = PanggilFungsi("{fungsi.nama}", Array(' in body
    assert f'Attribute {fungsi.nama}.VB_Description = "' in body


@pytest.mark.parametrize("fungsi", list(KATALOG), ids=lambda fungsi: fungsi.nama)
def test_a_wrapper_has_names_that_vba_takes(fungsi: Fungsi) -> None:
    names = [excel_vba.nama_vba(each) for each in fungsi.argumen]
    assert not {name.casefold() for name in (*names, fungsi.nama)} & RESERVED
    assert fungsi.nama.casefold() not in {name.casefold() for name in names}
    assert all(re.fullmatch(r"[a-z]\w{0,254}", name, flags=re.ASCII) for name in names)
    optional = [not each.wajib for each in fungsi.argumen]
    assert optional == sorted(optional)  # VBA: after an Optional all are
    assert len(names) <= 60  # of a VBA procedure


def test_a_function_has_one_spelling() -> None:
    """VBA keeps one of a word for the whole project: a variable `usia` would make Excel show =usia(...)."""
    functions = {nama.casefold(): nama for nama in KATALOG.names()}
    for name, source in modules().items():
        code = re.sub(r'"[^"\r\n]*"|\'[^\r\n]*', "", source)
        words = set(re.findall(r"\w+", code))
        assert [word for word in words if functions.get(word.casefold(), word) != word] == [], name


def test_no_helper_is_in_the_list_of_functions() -> None:
    for name, source in modules().items():
        if name != excel_vba.MODUL_FUNGSI and "Function" in source:
            assert "Option Private Module" in source, name


def test_the_sheet_of_help_has_every_text() -> None:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(as_workbook(built()))).worksheets
    assert sheet.title == "_IntelliSense_"
    head, *rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert head[0] == "FunctionInfo"
    for fungsi, row in zip(KATALOG, rows, strict=True):
        assert (row[0], row[1], row[2]) == (fungsi.nama, fungsi.ringkas, "")
        pairs = [(name, text) for name, text in zip(row[3::2], row[4::2], strict=True) if name]
        assert [name for name, _text in pairs] == [each.nama for each in fungsi.argumen]
        for (_name, text), each in zip(pairs, fungsi.argumen, strict=True):
            assert each.keterangan in text and ("boleh kosong" in text) != each.wajib
        assert all(0 < len(text) <= MOST for text in (row[1], *(text for _name, text in pairs)))


def test_the_autocomplete_file_has_every_text() -> None:
    root = ElementTree.fromstring((HERE / "angka_kredit.intellisense.xml").read_text(encoding="utf-8"))
    found = {
        (each.get("Name"), each.get("Description")): [argument.get("Name") for argument in each]
        for each in root.iter(f"{DNA}Function")
    }
    assert found == {(each.nama, each.ringkas): [argumen.nama for argumen in each.argumen] for each in KATALOG}


def test_the_ribbon_has_every_button_and_its_macro() -> None:
    with zipfile.ZipFile(io.BytesIO(built())) as archive:
        root = ElementTree.fromstring(archive.read("customUI/customUI14.xml"))
        assert b'Target="customUI/customUI14.xml"' in archive.read("_rels/.rels")
    assert [group.get("label") for group in root.iter(f"{UI}group")] == list(KELOMPOK)
    buttons = {button.get("tag"): button for button in root.iter(f"{UI}button")}
    assert set(buttons) == {each.kunci for each in TINDAKAN}
    for each in TINDAKAN:
        button = buttons[each.kunci]
        assert (button.get("label"), button.get("imageMso"), button.get("supertip")) == (
            each.label,
            each.ikon,
            each.tip,
        )
        assert button.get("onAction") == "AngkaKredit_Pita"
    assert "Public Sub AngkaKredit_Pita(kendali As Object)" in modules()["AngkaKreditTombol"]


@pytest.mark.parametrize("kunci", [each.kunci for each in TINDAKAN])
def test_every_button_has_a_macro_of_its_own(kunci: str) -> None:
    assert f'Public Sub AngkaKredit_{kunci}()\r\n    Jalankan "{kunci}"\r\nEnd Sub' in modules()["AngkaKreditTombol"]


def test_it_is_an_add_in_for_this_xlwings() -> None:
    with zipfile.ZipFile(io.BytesIO(built())) as archive:
        types = archive.read("[Content_Types].xml").decode()
    assert "application/vnd.ms-excel.addin.macroEnabled.main+xml" in types and "sheet.macroEnabled.main" not in types
    source = modules()["AngkaKreditWindows"]
    pyproject = Path(__file__).parents[2] / "pyproject.toml"
    (version,) = re.findall(r'"xlwings==([\d.]+)"', pyproject.read_text(encoding="utf-8"))
    assert f'Lib "xlwings64-{version}.dll"' in source and f'Lib "xlwings32-{version}.dll"' in source
