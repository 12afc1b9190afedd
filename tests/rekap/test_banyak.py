"""Hundreds of workbooks: in several processes, with a bar that tells speed; a process that dies, a person who stops."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kantor import TANGGAL, diketik, kantor, pegawai

BANYAK = 160
COMMAND = [sys.executable, "-c", "if __name__ == '__main__': from angka_kredit.cli import main; main()", "rekap"]


@pytest.fixture(scope="module")
def ratusan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ratusan")
    for number in range(BANYAK):
        who = {"nama": f"CONTOH {number}", "nip": f"199003032015{number:06}", "unit_kerja": f"Balai {number % 7}"}
        kantor(folder, {f"{number:03}.xlsx": diketik("konversi_2023_contoh", who)})
    return folder


def start(folder: Path, **options: object) -> subprocess.Popen[bytes]:
    command = [*COMMAND, folder, "--keluar", folder / "rekap.xlsx", "--tanggal", TANGGAL]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, env=environment, start_new_session=True, **options)  # type: ignore[call-overload,no-any-return]


def workers(pid: int) -> list[int]:
    """The processes that it started, as Linux tells them, when they are at work."""
    for _ in range(600):
        found = [
            int(child)
            for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
        ]
        if len(found) >= 2:
            return found
        time.sleep(0.02)
    pytest.skip("one core: no other process")


def test_the_bar_tells_speed_and_everybody_is_there(ratusan: Path) -> None:
    ours, theirs = pty.openpty()
    process = start(ratusan, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b""
    with suppress(OSError):
        while chunk := os.read(ours, 4096):
            seen += chunk
    assert process.wait(60) == 0 and b"%d/%d" % (BANYAK, BANYAK) in seen
    assert re.search(rb"[0-9]+,[0-9] berkas/detik", seen) or b"100%" in seen
    assert len(pegawai(ratusan)) == BANYAK


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes as Linux tells them")
def test_a_process_that_dies_takes_nobody_with_it(ratusan: Path) -> None:
    process = start(ratusan, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.kill(workers(process.pid)[0], signal.SIGKILL)
    assert process.wait(120) == 0
    assert len(pegawai(ratusan)) == BANYAK


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes as Linux tells them")
def test_who_stops_it_gets_no_half_report(ratusan: Path) -> None:
    (ratusan / "rekap.xlsx").unlink(missing_ok=True)
    process = start(ratusan, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    children = workers(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130 and b"Dihentikan." in said and b"Traceback" not in said
    assert not (ratusan / "rekap.xlsx").exists()
    assert not any(Path(f"/proc/{child}").exists() for child in children)
