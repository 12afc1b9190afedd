"""What LibreOffice hands to the installed command: found, run in a clean environment, stopped."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from angka_kredit.errors import Refused
from angka_kredit.hosts import libreoffice_perintah as perintah
from angka_kredit.hosts.tindakan import Dihentikan

SLOW = "import os, time; open('{0}', 'w').write(str(os.getpid())); time.sleep(60)"
WRITES = """import os, time
while not os.path.exists('{0}/../seen0'): time.sleep(0.05)
open('{0}/a.xlsx', 'w').write('baru')
while not os.path.exists('{0}/../seen1'): time.sleep(0.05)"""
TELLS = "import os, sys; print(sorted(os.environ)); print(sys.argv[1:]); sys.exit({0})"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANGKA_KREDIT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path / "data"


def program(folder: Path, code: str) -> Path:
    """An installed angka-kredit that does something else."""
    path = folder / "angka-kredit"
    path.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_without_the_command_it_says_what_to_do(data: Path) -> None:
    with pytest.raises(Refused, match="angka-kredit pasang libreoffice"):
        perintah.bekukan(Path("a.xlsx"), Path("b.xlsx"))


def test_the_noted_python_comes_first_and_is_forgotten(data: Path, tmp_path: Path) -> None:
    made = program(tmp_path, "")
    assert perintah.perintah() == [str(made)]
    perintah.catat_python()
    assert perintah.perintah()[0] == sys.executable
    perintah.lupakan_python()
    perintah.lupakan_python()
    assert perintah.perintah() == [str(made)]
    (data / "libreoffice-python.txt").write_text(str(tmp_path / "gone"), encoding="utf-8")
    assert perintah.perintah() == [str(made)]


def test_nothing_of_the_offices_own_python_is_handed_on(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "URE_BOOTSTRAP", "UNO_PATH", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, str(tmp_path))
    program(tmp_path, TELLS.format(0))
    names, arguments = perintah.bekukan(Path("a b.xlsx"), Path("c.xlsx")).splitlines()
    assert "ANGKA_KREDIT_DATA" in names and "PYTHONUTF8" in names
    assert not any(word in names for word in ("PYTHONHOME", "PYTHONPATH", "LD_", "URE_", "UNO_", "VIRTUAL_ENV"))
    assert arguments == "['bekukan', 'a b.xlsx', '--keluar', 'c.xlsx']"


def test_what_the_command_refuses_is_refused(data: Path, tmp_path: Path) -> None:
    program(tmp_path, "import sys; print('GALAT berkas rusak'); sys.exit(1)")
    with pytest.raises(Refused, match="berkas rusak"):
        perintah.bekukan(Path("a.xlsx"), Path("b.xlsx"))


def test_a_folder_with_refused_files_is_a_summary(data: Path, tmp_path: Path) -> None:
    program(tmp_path, "import sys; print('1 ditolak'); sys.exit(1)")
    assert perintah.hitung_folder(tmp_path, tmp_path / "hasil", tmp_path / "l.xlsx", lambda *_: None) == ["1 ditolak"]


def test_progress_counts_what_is_written_now(data: Path, tmp_path: Path) -> None:
    """The results of the run before stand there from the start."""
    asal, hasil = tmp_path / "asal", tmp_path / "hasil"
    for folder in (asal, hasil):
        folder.mkdir()
        for name in ("a.xlsx", "b.xlsx"):
            (folder / name).write_bytes(b"lama")
    program(tmp_path, WRITES.format(hasil))
    seen: list[int] = []

    def maju(done: int, total: int) -> None:
        assert total == 2
        seen.append(done)
        (tmp_path / f"seen{done}").touch()

    perintah.hitung_folder(asal, hasil, hasil / "l.xlsx", maju)
    assert seen[0] == 0 and seen[-1] == 1


def test_stopping_ends_the_command(data: Path, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    program(tmp_path, SLOW.format(note))

    def stop(_done: int, _total: int) -> None:
        if note.exists() and note.read_text():
            raise Dihentikan

    with pytest.raises(Dihentikan):
        perintah.hitung_folder(tmp_path, tmp_path / "hasil", tmp_path / "l.xlsx", stop)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(int(note.read_text()), 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.kill(int(note.read_text()), signal.SIGKILL)
    pytest.fail("the command is still running")
