"""The LibreOffice add-in as a file: what is in it, and that it needs nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

import office
from angka_kredit import __version__
from angka_kredit.functions import KATALOG
from angka_kredit.functions.registry import Fungsi
from angka_kredit.hosts.libreoffice import uno_name
from angka_kredit.hosts.tindakan import TINDAKAN
from angka_kredit.recalc.office_program import builder
from angka_kredit.resources import folder
from isi_contoh import ATAS, BAWAH, orang, tabel

NAME = "{http://openoffice.org/2001/registry}name"
# Asks for one value in a Python that sees the standard library and the add-in's own folder, nothing else.
ASK = """
import sys
sys.path.insert(0, sys.argv[1])
import tomli
from angka_kredit.hosts.libreoffice import methods
print(methods()["angkaKredit"](0.014, 1.0, "Ahli Muda", "pmb", "Ahli Madya", None, None), tomli.__file__)
"""
# Loads every module that travels, but for those that need UNO; prints what failed.
LOAD = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
import angka_kredit, openpyxl
for module in pkgutil.walk_packages(angka_kredit.__path__, "angka_kredit."):
    if module.name not in sys.argv[2:]:
        try:
            importlib.import_module(module.name)
        except Exception as error:
            print(module.name, repr(error))
"""
PACKAGE = "pythonpath/angka_kredit"
NEED_UNO = [f"angka_kredit.hosts.libreoffice_{name}" for name in ("buku", "layar", "menu")]
# Reads a table, plans a form and explains a formula, as the buttons do.
WORK = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from angka_kredit.forms.isi import rencana
from angka_kredit.forms.isi.berkas import baca_formulir
from angka_kredit.forms.isi.tabel import baca_tabel
from angka_kredit.hosts.tindakan.buat_formulir import formulir
from angka_kredit.hosts.tindakan.jelaskan_sel import pertanyaan
blank = formulir()["Penguji Mutu Barang"]["Ahli Muda"].read_bytes()
person = baca_tabel(Path(sys.argv[2]).read_bytes()).baris[0].orang
plan = rencana(person, baca_formulir(blank))
print(len(plan.tulis) > 10, list(pertanyaan("=IF(A1>0,AK_SATUAN(A1),0)"))[0][0])
"""


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    return office.build_addin(tmp_path) / "angka_kredit.oxt"


def python310() -> str | None:
    """A Python 3.10 that runs; pyenv's stand-in of that name may not."""
    places = [shutil.which("python3.10"), *map(str, Path.home().glob(".pyenv/versions/3.10.*/bin/python3.10"))]
    running = (path for path in places if path and not subprocess.run([path, "-c", ""], capture_output=True).returncode)
    return next(running, None)


def ask(python: str, folder: Path) -> list[str]:
    command = [python, "-I", "-S", "-c", ASK, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.fixture(params=["3.10", "this"])
def python(request: pytest.FixtureRequest) -> str:
    """LibreOffice 25.2 brings its own 3.10; Debian's uses the system's."""
    found = sys.executable if request.param == "this" else python310()
    if found is None:
        pytest.skip("python3.10 is not installed")
    return found


def run(python: str, code: str, *arguments: object) -> str:
    command = [python, "-I", "-S", "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_every_module_loads_without_anything_installed(unpacked: Path, python: str) -> None:
    assert run(python, LOAD, unpacked / "pythonpath", *NEED_UNO) == ""


def test_buttons_work_without_anything_installed(unpacked: Path, python: str, tmp_path: Path) -> None:
    (tmp_path / "pegawai.xlsx").write_bytes(tabel(orang(), kegiatan=[ATAS, BAWAH]))
    told = run(python, WORK, unpacked / "pythonpath", tmp_path / "pegawai.xlsx")
    assert told == "True =AK_SATUAN(A1)\n"


def test_runs_with_the_standard_library_only(unpacked: Path) -> None:
    folder = unpacked / "pythonpath"
    assert ask(sys.executable, folder) == ["0.0112", str(folder / "tomli" / "__init__.py")]


def test_runs_in_python_310(unpacked: Path) -> None:
    python = python310()
    if python is None:
        pytest.skip("python3.10 is not installed")
    folder = unpacked / "pythonpath"
    assert ask(python, folder) == ["0.0112", str(folder / "tomli" / "__init__.py")]


def test_builds_the_same_bytes_twice(tmp_path: Path) -> None:
    first, second = tmp_path / "a.oxt", tmp_path / "b.oxt"
    builder().write_oxt(first)
    builder().write_oxt(second)
    assert first.read_bytes() == second.read_bytes()


def test_packed_and_unpacked_hold_the_same(tmp_path: Path, unpacked: Path) -> None:
    builder().write_oxt(tmp_path / "a.oxt")
    with zipfile.ZipFile(tmp_path / "a.oxt") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    files = [path for path in unpacked.rglob("*") if path.is_file()]
    assert packed == {path.relative_to(unpacked).as_posix(): path.read_bytes() for path in files}
    assert list(packed) == sorted(packed)


def test_unpacking_again_leaves_no_old_file(unpacked: Path) -> None:
    old = unpacked / "pythonpath" / "angka_kredit" / "old.py"
    old.touch()
    builder().write_unpacked(unpacked.parent)
    assert not old.exists()


def test_holds_no_compiled_file_and_no_other_program(unpacked: Path) -> None:
    files = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    licences = {name for name in files if Path(name).name.startswith(("LICEN", "AUTHORS"))}
    assert {name.split("/")[1] for name in licences} == {"tomli", "openpyxl", "et_xmlfile"}
    assert {Path(name).suffix for name in files - licences} == {".py", ".toml", ".csv", ".xml", ".xcu", ".idl", ".xlsx"}
    ours = [name for name in files if name.startswith(f"{PACKAGE}/")]
    assert not [
        name for name in ours if "hosts/excel" in name or "cli" in name or "engines" in name or "hosts/pasang" in name
    ]


def test_is_small_enough_to_send_by_mail(tmp_path: Path) -> None:
    builder().write_oxt(tmp_path / "a.oxt")
    assert (tmp_path / "a.oxt").stat().st_size < 5_000_000


def test_every_built_form_travels(unpacked: Path) -> None:
    inside = unpacked / "pythonpath" / "angka_kredit" / "bundled" / "templates"
    forms = {path.name: path.read_bytes() for path in folder("templates").glob("*.xlsx")}
    assert {path.name: path.read_bytes() for path in inside.glob("*.xlsx")} == forms


def test_names_of_menu_entries_sort_as_the_buttons_stand(unpacked: Path) -> None:
    """LibreOffice sorts by length, then by letters: names of one length, in the buttons' order."""
    root = ElementTree.parse(unpacked / "Addons.xcu").getroot()
    for where in (".//node[@{0}='Submenu']/node", ".//node[@{0}='OfficeToolBar']/node/node"):
        nodes = root.findall(where.format(NAME))
        names = [str(node.get(NAME)) for node in nodes]
        assert names == sorted(names) and len(set(map(len, names))) == 1
        addresses = [str(node.findtext(f"prop[@{NAME}='URL']/value")) for node in nodes]
        buttons = [address.rpartition(":")[2] for address in addresses if address != "private:separator"]
        assert buttons == [tindakan.kunci for tindakan in TINDAKAN]


def test_every_entry_of_the_manifest_is_there(unpacked: Path) -> None:
    entries = ElementTree.parse(unpacked / "META-INF" / "manifest.xml").getroot()
    paths = [entry.get("{http://openoffice.org/2001/manifest}full-path") for entry in entries]
    assert len(paths) == 8
    assert all((unpacked / str(path)).is_file() for path in paths)


def test_description_names_this_version(unpacked: Path) -> None:
    assert f'<version value="{__version__}"/>' in (unpacked / "description.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("fungsi", list(KATALOG), ids=lambda fungsi: fungsi.nama)
def test_help_of_every_function_and_argument(unpacked: Path, fungsi: Fungsi) -> None:
    root = ElementTree.parse(unpacked / "CalcAddIns.xcu").getroot()
    functions = root.findall(f".//node[@{NAME}='AddInFunctions']/node")  # an argument may have a function's name
    (node,) = [node for node in functions if node.get(NAME) == uno_name(fungsi.nama)]
    assert texts(node) == {
        "DisplayName": fungsi.nama,
        "CompatibilityName": fungsi.nama,
        "Description": fungsi.ringkas,
        "Category": "Add-In",
    }
    assert [texts(parameter) for parameter in node.findall("node/node")] == [
        {"DisplayName": argumen.nama, "Description": ("(wajib) " if argumen.wajib else "") + argumen.keterangan}
        for argumen in fungsi.argumen
    ]


def texts(node: ElementTree.Element) -> dict[str | None, str | None]:
    return {prop.get(NAME): prop.findtext("value") for prop in node.findall("prop")}
