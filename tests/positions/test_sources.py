"""Where data are found, and that a process reads them once. (The core's tests run under Python 3.10 too.)"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from angka_kredit.errors import DataError
from angka_kredit.regulations import sources


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(sources.ENVIRONMENT)
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def test_tests_see_no_imported_data() -> None:
    folder = sources.data_folder()
    assert (
        folder
        and folder == Path(os.environ[sources.ENVIRONMENT])
        and {path.name for path in folder.iterdir()} <= {"log"}
    )


def test_the_environment_comes_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sources.ENVIRONMENT, str(home / "x"))
    assert sources.data_folder() == home / "x"


@pytest.mark.skipif(sys.platform == "win32", reason="the folder of other systems")
def test_else_the_users_data_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sources.data_folder() == home / ".local" / "share" / "angka-kredit"
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    assert sources.data_folder() == home / "data" / "angka-kredit"
    monkeypatch.setenv("XDG_DATA_HOME", "tidak/mutlak")  # the standard: a relative one counts as not given
    assert sources.data_folder() == home / ".local" / "share" / "angka-kredit"


def test_the_users_data_folder_on_windows(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert sources.data_folder() == home / "AppData" / "Local" / "AngkaKredit"
    monkeypatch.setenv("LOCALAPPDATA", str(home / "Lokal"))
    assert sources.data_folder() == home / "Lokal" / "AngkaKredit"


def test_without_a_home_the_package_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", no_home)
    assert sources.data_folder() is None
    assert sources.positions() and sources.kept("contoh") == [] and sources.active("contoh") is None


def test_a_file_is_read_once_in_a_process(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"satu")
    assert sources.read(path) == b"satu"
    path.write_bytes(b"dua")
    assert sources.read(path) == b"satu"
    with pytest.raises(DataError, match=r"lain\.csv: tidak terbaca"):
        sources.read(tmp_path / "lain.csv")


def listed(folder: Path, active: str, **content: bytes) -> None:
    """The list of imports as one of contoh would write it: these files with this content."""
    files = {name: hashlib.sha256(data).hexdigest() for name, data in content.items()}
    (folder / "impor.json").write_text(json.dumps({"contoh": {"active": active, "files": files}}))


def test_the_listed_import_is_active_and_what_the_list_does_not_tell_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "lampiran" / "contoh"
    folder.mkdir(parents=True)
    good = hashlib.sha256(b"isi").hexdigest()[:12]
    older, newer = (f"{stamp}-000000-{good}.csv" for stamp in ("20250101", "20260101"))
    for name in (newer, older, "catatan.csv", "a.txt"):
        (folder / name).write_bytes(b"isi")

    def ask() -> tuple[object, ...]:
        """In a fresh process: the Lampiran, the active one or why there is none."""
        code = (
            "import json\nfrom angka_kredit.regulations import sources as s\n"
            "try: found = s.active('contoh').name\nexcept Exception as error: found = str(error)\n"
            "print(json.dumps([[path.name for path in s.kept('contoh')], found]))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, sources.ENVIRONMENT: str(tmp_path)},
            capture_output=True,
            check=True,
        )
        return tuple(json.loads(done.stdout))

    assert ask() == ([older, newer], "; ".join(f"lampiran/contoh/{n} tidak berasal dari impor" for n in (older, newer)))
    whole = {f"lampiran/contoh/{name}": b"isi" for name in (older, newer)}
    listed(tmp_path, f"lampiran/contoh/{older}", **whole)
    assert ask() == ([older, newer], older)
    listed(tmp_path, f"lampiran/contoh/{older}", **{**whole, "positions/contoh.toml": b"x"})
    assert ask()[1] == "positions/contoh.toml hilang sejak diimpor"
    listed(tmp_path, f"lampiran/contoh/{older}", **{**whole, f"lampiran/contoh/{newer}": b"lain"})
    assert ask()[1] == f"lampiran/contoh/{newer} berubah sejak diimpor"
    for broken in (b"", b"[]", b'{"contoh": 1}', b"\xff", b'{"contoh": {"active": "x", "files": {}}}', b"[" * 100_000):
        (tmp_path / "impor.json").write_bytes(broken)
        assert "daftar berkas impor (impor.json)" in str(ask()[1])


def test_a_snapshot_tells_every_file_in_use_by_its_checksum(tmp_path: Path) -> None:
    folder = tmp_path / "lampiran" / "contoh"
    folder.mkdir(parents=True)
    for stamp in ("20260101", "20260202"):
        (folder / f"{stamp}-000000-{hashlib.sha256(b'isi').hexdigest()[:12]}.csv").write_bytes(b"isi")
    (tmp_path / "positions").mkdir()
    (tmp_path / "positions" / "contoh.toml").write_bytes(b"x")
    (tmp_path / "impor.json").write_bytes(b"{}")
    code = "import json; from angka_kredit.regulations.sources import snapshot; print(json.dumps(snapshot()))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, sources.ENVIRONMENT: str(tmp_path)},
        capture_output=True,
        check=True,
    )
    found = json.loads(done.stdout)
    own = {name: check for name, check in found.items() if name.startswith("impor/")}
    assert [name[:28] for name in own] == [
        "impor/impor.json",
        "impor/lampiran/contoh/202601",
        "impor/lampiran/contoh/202602",
        "impor/positions/contoh.toml",
    ]
    assert own["impor/positions/contoh.toml"] == hashlib.sha256(b"x").hexdigest()
    files = [path for path in sources.PACKAGE.rglob("*") if path.suffix in (".toml", ".csv")]
    mine = {path.relative_to(sources.PACKAGE).as_posix(): path for path in files if path.parts[-2] != "templates"}
    packaged = {name: path for name, path in mine.items() if name.startswith(("positions/", "regulations/"))}
    assert {name: check for name, check in found.items() if name in packaged} == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in packaged.items()
    }
    assert set(found) == set(packaged) | set(own)
