"""Files are written whole or not at all: full disks, kills, programs that have them open, backups."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from angka_kredit.errors import Refused
from angka_kredit.files import check_closed, read, remove_temporary, write


def names(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_stood_there_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    assert write(target, b"satu") is None
    assert write(target, b"satu") is None
    assert write(target, b"dua") == tmp_path / "a.cadangan-1.xlsx"
    assert write(target, b"tiga") == tmp_path / "a.cadangan-2.xlsx"
    assert names(tmp_path) == {"a.xlsx": b"tiga", "a.cadangan-1.xlsx": b"satu", "a.cadangan-2.xlsx": b"dua"}


@pytest.mark.parametrize("links", [True, False], ids=["second name", "copy"])
def test_a_backup_is_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    if not links:  # a disk that knows no second names, such as FAT
        monkeypatch.setattr("os.link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "")))
    target, backup = tmp_path / "a.xlsx", tmp_path / "cadangan/2026/a.xlsx"
    write(target, b"satu", backup)
    assert write(target, b"dua", backup) == backup
    with pytest.raises(Refused, match="cadangan"):
        write(target, b"tiga", backup)
    assert (target.read_bytes(), backup.read_bytes()) == (b"dua", b"satu")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["2026", "a.xlsx", "a.xlsx", "cadangan"]


def test_permissions_stay(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write(target, b"satu")
    target.chmod(0o640)
    backup = write(target, b"dua")
    assert backup and [path.stat().st_mode & 0o777 for path in (target, backup)] == [0o640, 0o640]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"lama")
    monkeypatch.setattr("os.fsync", lambda handle: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(Refused, match="cakram penuh"):
        write(target, b"baru")
    assert names(tmp_path) == {"a.xlsx": b"lama"}


@pytest.mark.parametrize("lock", ["~$a.xlsx", ".~lock.a.xlsx#"])
def test_a_file_that_is_open_elsewhere_is_refused(tmp_path: Path, lock: str) -> None:
    check_closed(tmp_path / "a.xlsx")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(Refused, match="sedang dibuka"):
        check_closed(tmp_path / "a.xlsx")


def test_a_folder_or_an_absent_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="ini folder"):
        read(tmp_path)
    with pytest.raises(Refused, match="berkas tidak ada"):
        read(tmp_path / "a.xlsx")


def test_a_kill_at_any_instant_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    """A process that writes again and again, killed 60 times; each content is its own number, 64 KB of it."""
    target, backups = tmp_path / "a.xlsx", tmp_path / "cadangan"
    write(target, _content(0))
    for kill in range(60):
        last = _number(target.read_bytes())
        child = os.fork()
        if child == 0:
            number = _number(target.read_bytes())
            while True:
                number += 1
                write(target, _content(number), backups / f"{number}")
        while _number(target.read_bytes()) == last:
            pass
        time.sleep(kill % 20 * 0.0007)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        last = _number(target.read_bytes())
        assert [_number((backups / f"{n}").read_bytes()) for n in range(1, last + 1)] == list(range(last))
        (backups / f"{last + 1}").unlink(missing_ok=True)  # that write got as far as its backup
    assert _number(target.read_bytes()) >= 60
    for folder in (tmp_path, backups):
        remove_temporary(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "cadangan"]
    assert all(path.name.isdigit() for path in backups.iterdir())


def _content(number: int) -> bytes:
    return f"{number:08}".encode() * 8192


def _number(data: bytes) -> int:
    assert data == data[:8] * 8192
    return int(data[:8])
