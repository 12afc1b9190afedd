"""Put into Excel's folders and taken out again: only our own files come and go."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from angka_kredit.cli import main
from angka_kredit.errors import Refused
from angka_kredit.hosts import pasang_excel
from angka_kredit.hosts.excel_vba import PASANG
from angka_kredit.hosts.pasang_excel import NAMA, PUSTAKA, PYTHON, Tempat, lepas, pasang, status


@pytest.fixture
def di(tmp_path: Path) -> Tempat:
    """A computer with another add-in, and xlwings installed as pip does it."""
    place = Tempat(tmp_path / "XLSTART", tmp_path / "AngkaKredit", tmp_path / "Python" / "python.exe")
    place.xlstart.mkdir()
    (place.xlstart / "lain.xlam").write_bytes(b"another add-in")
    place.python.parent.mkdir()
    place.python.touch()
    (place.python.parent / PUSTAKA[0]).touch()
    return place


@pytest.fixture
def xlam(tmp_path: Path) -> Path:
    path = tmp_path / "paket" / NAMA
    path.parent.mkdir()
    path.write_bytes(b"version one")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_put_in_and_taken_out(di: Tempat, xlam: Path) -> None:
    before = files(di.xlstart)
    assert "Terpasang" in pasang(di, xlam)[0]
    assert files(di.xlstart) == before | {NAMA: b"version one"}
    assert files(di.data) == {PYTHON: f"{di.python}\r\n".encode()} and (di.data / "log").is_dir()
    (di.data / "log" / "excel.log").write_text("kept")
    assert len(lepas(di)) == 3
    assert files(di.xlstart) == before and files(di.data) == {"log/excel.log": b"kept"}
    assert lepas(di) == ["Angka Kredit tidak terpasang di Excel."]


def test_again_changes_nothing_and_a_new_version_replaces_the_old(di: Tempat, xlam: Path) -> None:
    pasang(di, xlam)
    first = (di.xlstart / NAMA).stat()
    assert pasang(di, xlam) == ["Sudah terpasang; tidak ada yang berubah."]
    assert (di.xlstart / NAMA).stat().st_ino == first.st_ino
    xlam.write_bytes(b"version two")
    assert [todo for _, todo in status(di, xlam) if todo] == [PASANG]
    pasang(di, xlam)
    assert (di.xlstart / NAMA).read_bytes() == b"version two" and len(files(di.xlstart)) == 2  # no backup there


def test_excel_would_open_whatever_a_killed_run_left(di: Tempat, xlam: Path) -> None:
    (di.xlstart / ".angka-kredit-x1.sementara").write_bytes(b"half")
    pasang(di, xlam)
    assert set(files(di.xlstart)) == {"lain.xlam", NAMA}


def test_status_says_what_is_missing(di: Tempat, xlam: Path) -> None:
    assert [todo for _, todo in status(di, xlam)] == [PASANG]
    pasang(di, xlam)
    assert not any(todo for _, todo in status(di, xlam))
    (di.python.parent / PUSTAKA[0]).unlink()
    assert any("pip install xlwings==" in todo for _, todo in status(di, xlam))
    di.python.unlink()
    assert any(words.startswith("Python untuk Excel") and todo for words, todo in status(di, xlam))


@pytest.mark.parametrize("held", [b"", b"\xff\xfe\x81", b"\0\0"])
def test_status_of_a_broken_note(di: Tempat, xlam: Path, held: bytes) -> None:
    pasang(di, xlam)
    (di.data / PYTHON).write_bytes(held)
    assert ("Python untuk Excel: belum dicatat", PASANG) in status(di, xlam)


def test_a_python_of_the_store_is_refused(di: Tempat, xlam: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = di.python.parent / "WindowsApps" / "PythonSoftwareFoundation.Python.3.12_x" / "python.exe"
    with pytest.raises(Refused, match="Microsoft Store"):
        pasang(Tempat(di.xlstart, di.data, store), xlam)
    monkeypatch.setattr("sys.base_prefix", r"C:\Program Files\WindowsApps\PythonSoftwareFoundation")  # from a venv
    with pytest.raises(Refused, match="Microsoft Store"):
        pasang(di, xlam)
    assert set(files(di.xlstart)) == {"lain.xlam"}


def test_refused_before_anything_is_written(di: Tempat, xlam: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (di.xlstart / f"~${NAMA}").touch()
    with pytest.raises(Refused, match="sedang dibuka"):
        pasang(di, xlam)
    (di.xlstart / f"~${NAMA}").unlink()
    with pytest.raises(Refused, match="berkas tidak ada"):
        pasang(di, xlam.with_name("lain"))
    (di.python.parent / PUSTAKA[0]).unlink()
    with pytest.raises(Refused, match="pip install xlwings"):
        pasang(di, xlam)
    monkeypatch.setattr(pasang_excel, "ANSI", "ascii")
    with pytest.raises(Refused, match="tidak dapat dibaca Excel"):
        pasang(Tempat(di.xlstart, di.data, di.python.parent / "É" / "python.exe"), xlam)
    di.python.unlink()
    with pytest.raises(Refused, match=r"python\.exe tidak ada"):
        pasang(di, xlam)
    assert set(files(di.xlstart)) == {"lain.xlam"} and not files(di.data)


def test_the_library_is_brought_beside_python(
    di: Tempat, xlam: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (di.python.parent / PUSTAKA[0]).unlink()
    elsewhere = tmp_path / "pip" / PUSTAKA[0]
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(b"dll")
    found = SimpleNamespace(files=[SimpleNamespace(name=PUSTAKA[0], locate=lambda: elsewhere)])
    monkeypatch.setattr(pasang_excel, "distribution", lambda name: found)
    pasang(di, xlam)
    assert (di.python.parent / PUSTAKA[0]).read_bytes() == b"dll"


def test_without_xlwings(di: Tempat, xlam: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> None:
        raise PackageNotFoundError(name)

    (di.python.parent / PUSTAKA[0]).unlink()
    monkeypatch.setattr(pasang_excel, "distribution", none)
    with pytest.raises(Refused, match="pip install xlwings"):
        pasang(di, xlam)


def test_the_dll_is_that_of_the_xlwings_that_is_pinned() -> None:
    from importlib.metadata import requires

    pinned = [line for line in requires("angka-kredit") or () if line.startswith("xlwings")]
    assert pinned and pinned[0].startswith(f"xlwings=={pasang_excel.XLWINGS}")


def test_the_built_add_in_travels_with_the_package() -> None:
    assert pasang_excel.addin().read_bytes()[:2] == b"PK"


def test_elsewhere_than_on_windows_it_says_so() -> None:
    for command in ("pasang", "lepas"):
        done = CliRunner().invoke(main, [command, "excel"])
        assert done.exit_code == 1 and "pasang libreoffice" in done.output
    done = CliRunner().invoke(main, ["status"])
    assert done.exit_code == 0 and "Python 3." in done.output and "LibreOffice" in done.output
