"""The folder for an office PC: what is in it and where. Python and the wheels are stand-ins; Windows is not here."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import requires
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from angka_kredit import __version__
from angka_kredit.hosts.pasang_excel import PUSTAKA
from angka_kredit.hosts.tindakan import TINDAKAN
from angka_kredit.resources import folder

FOLDER = folder("addin") / "windows"
PTH = "python312.zip\r\n.\r\n\r\n#import site\r\n"


@pytest.fixture(scope="module")
def bundle() -> Iterator[ModuleType]:
    """addin/windows/bundle.py: a script, in no package, with its neighbour roda.py."""
    sys.path.insert(0, str(FOLDER))
    import bundle

    yield bundle
    sys.path.remove(str(FOLDER))


def program(machine: bytes = b"\x64\x86") -> bytes:
    """As much of a Windows program as says what machine it is for."""
    return b"MZ".ljust(0x3C, b"\0") + (0x80).to_bytes(4, "little") + b"\0" * 64 + b"PE\0\0" + machine


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return output.getvalue()


def python(**other: bytes | str) -> bytes:
    return zipped({"python.exe": program(), "python312._pth": PTH, "python312.zip": b"library"} | other)


def wheel(tmp_path: Path, name: str, *needs: str, **files: bytes) -> Path:
    """A wheel with these files besides its metadata; '/' in their names as '__'."""
    metadata = "".join([f"Name: {name}\n", "Version: 1.0\n", *(f"Requires-Dist: {each}\n" for each in needs)])
    path = tmp_path / f"{name}-1.0-py3-none-any.whl"
    stem = f"{name}-1.0"
    inside = {each.replace("__", "/").replace("DATA", f"{stem}.data"): data for each, data in files.items()}
    path.write_bytes(zipped({f"{stem}.dist-info/METADATA": metadata, **inside}))
    return path


def checked(bundle: Any, data: bytes) -> Any:
    return bundle.embed(data, hashlib.sha256(data).hexdigest())


def test_everything_stands_where_windows_looks_for_it(bundle: Any, tmp_path: Path) -> None:
    wheels = [
        wheel(tmp_path, "satu", **{"satu__inti.py": b"code", "DATA__purelib__lagi.py": b"-", "DATA__scripts__s": b""}),
        wheel(tmp_path, "xlwings", **{f"DATA__data__{PUSTAKA[0]}": b"dll"}),
        wheel(tmp_path, "pywin32", **{"pywin32_system32__pywintypes312.dll": b"types"}),
    ]
    files = bundle.contents(checked(bundle, python()), wheels, {"angka_kredit.oxt": b"oxt"})
    site = "python/Lib/site-packages"
    assert files[f"{site}/satu/inti.py"] == b"code" and files[f"{site}/lagi.py"] == b"-"
    assert files[f"python/{PUSTAKA[0]}"] == b"dll" and files["python/pywintypes312.dll"] == b"types"
    assert not any(name.endswith("/s") for name in files)
    lines = files["python/python312._pth"].decode().split("\r\n")
    assert lines[0] == "python312.zip" and r"Lib\site-packages" in lines and "import site" not in lines
    assert {"pasang.cmd", "lepas.cmd", "angka-kredit.cmd", "BACA-SAYA.txt", "SHA256SUMS"} <= set(files)
    assert b"pasang excel\r\n" in files["pasang.cmd"] and files["angka_kredit.oxt"] == b"oxt"


@pytest.mark.parametrize("name", ["pasang.cmd", "lepas.cmd", "angka-kredit.cmd"])
def test_a_command_looks_for_python_and_keeps_its_answer(name: str) -> None:
    """A double click inside the .zip finds no python.exe beside it."""
    lines = (FOLDER / "isi" / name).read_text(encoding="ascii").splitlines()
    assert lines[0] == "@echo off" and lines[2] == r'if not exist "%~dp0python\python.exe" ('
    assert any("Ekstrak dahulu" in line for line in lines) and "  exit /b 1" in lines
    run = next(at for at, line in enumerate(lines) if 'python.exe" -m angka_kredit' in line)
    assert lines[run + 1 :] in ([], ["set HASIL=%ERRORLEVEL%", 'if /i not "%~1"=="/q" pause', "exit /b %HASIL%"])
    assert (name == "angka-kredit.cmd") == (lines[run + 1 :] == [])  # the last program's answer is the file's


def test_the_forms_with_buttons_and_the_oxt(bundle: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANGKA_KREDIT_DATA", str(tmp_path))
    given = {"pmb_mahir.xlsm": b"form", "pmb_mahir_contoh.xlsm": b"example"}
    monkeypatch.setattr("angka_kredit.forms.build_all", lambda tombol: given if tombol else {})
    made = bundle.made(Path(f"angka_kredit-{__version__}-py3-none-any.whl"))
    assert made.pop("angka_kredit.oxt")[:2] == b"PK"
    assert made == {"python/Lib/site-packages/angka_kredit/bundled/tombol/pmb_mahir.xlsm": b"form"}
    with pytest.raises(bundle.Salah, match="yang terpasang versi"):
        bundle.made(Path("angka_kredit-9.9-py3-none-any.whl"))


def test_without_packaging_it_says_so() -> None:
    code = "import sys, runpy; sys.modules['packaging'] = None; runpy.run_path(sys.argv.pop(1), run_name='__main__')"
    command = [sys.executable, "-c", code, str(FOLDER / "bundle.py"), "--periksa", "--paket", "x.whl"]
    environment = {"PYTHONPATH": str(FOLDER), "PATH": ""}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1 and done.stderr.strip().splitlines() == [
        "Gagal: perlu pustaka packaging; jalankan: pip install packaging, lalu ulangi."
    ]


@pytest.mark.parametrize(
    ("zipfile", "paket", "told"), [("tidak-ada.zip", "x.whl", "tidak ada"), ("rusak.zip", "x.whl", "bukan .zip")]
)
def test_a_wrong_file_is_told_in_words(bundle: Any, tmp_path: Path, zipfile: str, paket: str, told: str) -> None:
    broken = tmp_path / "rusak.zip"
    broken.write_bytes(b"no zip")
    given = [
        str(tmp_path / zipfile),
        "--sha256",
        hashlib.sha256(b"no zip").hexdigest(),
        "--paket",
        str(tmp_path / paket),
    ]
    command = [sys.executable, str(FOLDER / "bundle.py"), *given, "--keluar", str(tmp_path / "hasil")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and told in done.stderr and "Errno" not in done.stderr
    assert "not a zip" not in done.stderr and "Traceback" not in done.stderr


def test_the_checksums_and_the_zip(bundle: Any, tmp_path: Path) -> None:
    files = bundle.contents(checked(bundle, python()), [wheel(tmp_path, "satu", satu__inti=b"code")], {})
    made, archive = bundle.write(files, tmp_path / "a")
    sums = dict(line.split("  ")[::-1] for line in (made / "SHA256SUMS").read_text().splitlines())
    stood = {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}
    assert set(sums) == set(stood) - {"SHA256SUMS"}
    assert all(hashlib.sha256(stood[name]).hexdigest() == check for name, check in sums.items())
    with zipfile.ZipFile(archive) as opened:
        assert {name.removeprefix("AngkaKredit/"): opened.read(name) for name in opened.namelist()} == stood
    assert bundle.write(files, tmp_path / "b")[1].read_bytes() == archive.read_bytes()
    with pytest.raises(bundle.Salah, match="sudah berisi"):
        bundle.write(files, tmp_path / "a")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped({"setup.exe": b""}), "bukan 'embeddable package'"),
        (python(**{"python.exe": program(b"\x4c\x01")}), "bukan Python 64-bit"),
        (zipped({"python.exe": program(), "python39._pth": PTH}), "3.9 belum didukung"),
    ],
)
def test_another_python_is_refused(bundle: Any, data: bytes, words: str) -> None:
    with pytest.raises(bundle.Salah, match=words.replace(".", r"\.")):
        checked(bundle, data)


def test_a_python_with_another_checksum_is_refused(bundle: Any) -> None:
    with pytest.raises(bundle.Salah, match="jangan dipakai"):
        bundle.embed(python(), "0" * 64)


def test_what_windows_needs_besides_is_missed(bundle: Any, tmp_path: Path) -> None:
    ours = wheel(tmp_path, "angka_kredit", "satu>=1", "dua; extra == 'excel'", "tiga; extra == 'cluster'")
    one = wheel(tmp_path, "satu", "hanya_windows; sys_platform == 'win32'", "hanya_lain; sys_platform == 'linux'")
    assert sorted(bundle.roda.missing([ours, one], "3.12")) == [
        'angka-kredit memerlukan dua; extra == "excel"',
        'satu memerlukan hanya_windows; sys_platform == "win32"',
    ]
    others = [wheel(tmp_path, "dua"), wheel(tmp_path, "hanya_windows")]
    assert bundle.roda.missing([ours, one, *others], "3.12") == []
    old = wheel(tmp_path, "angka_kredit", "satu>=2")
    assert bundle.roda.missing([old, one, *others], "3.12") == ["angka-kredit memerlukan satu>=2"]


@pytest.mark.parametrize("version", ["3.11", "3.12"])
def test_the_pins_are_those_of_the_project(bundle: Any, version: str) -> None:
    lines = (FOLDER / f"paket-{version}.txt").read_text(encoding="utf-8").splitlines()[1:]
    pinned = dict(line.partition(" ")[0].split("==") for line in lines)
    assert all(" --hash=sha256:" in line for line in lines) and set(bundle.roda.WINDOWS) <= set(pinned)
    for needed in map(Requirement, requires("angka-kredit") or ()):
        if needed.marker is None or needed.marker.evaluate({"extra": "excel"}):
            assert needed.specifier.contains(pinned[canonicalize_name(needed.name)]), needed


def test_the_program_runs_on_nothing_but_the_pinned_packages() -> None:
    """Everything that the commands and Excel's buttons import; xlwings stands for what only Windows has."""
    code = """
import sys
from importlib import import_module
from importlib.metadata import packages_distributions
pinned, *modules = sys.argv[1:]
wanted = {"angka-kredit", *pinned.split()}
named = {top: {name.lower().replace("_", "-") for name in names} for top, names in packages_distributions().items()}
absent = {top for top, names in named.items() if not names & wanted}

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in absent:
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, Absent())
for module in modules:
    import_module(f"angka_kredit.{module}")
"""
    lines = (FOLDER / "paket-3.12.txt").read_text(encoding="utf-8").splitlines()
    pinned = " ".join(line.partition("==")[0] for line in lines)
    modules = ["cli", "batch.running", "batch.excel", "forms.bekukan", "recalc.run", "hosts.excel", "hosts.excel_host"]
    modules += [f"hosts.tindakan.{each.kunci}" for each in TINDAKAN]
    done = subprocess.run([sys.executable, "-c", code, pinned, *modules], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
