"""Many workbooks in several processes: one that dies takes nobody with it; who stops it gets nothing half."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from buku_periksa import BEDA, baris, dupak

BANYAK = 120
COMMAND = [sys.executable, "-c", "if __name__ == '__main__': from angka_kredit.cli import main; main()", "periksa"]
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes as Linux tells them")


@pytest.fixture(scope="module")
def banyak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("banyak")
    for number in range(BANYAK):
        (folder / f"{number:03}.xlsx").write_bytes(dupak(BEDA))
    return folder


def start(folder: Path, laporan: Path, tanda: Path) -> subprocess.Popen[bytes]:
    command = [*COMMAND, folder, "--keluar", laporan, "--tandai", tanda]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, env=environment, start_new_session=True, **pipes)  # type: ignore[call-overload,no-any-return]


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that it started, when they are at work."""
    while process.poll() is None:
        found = [
            int(child)
            for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
        ]
        if len(found) >= 2:
            return found
        time.sleep(0.02)
    pytest.skip("one core: no other process")


def test_a_process_that_dies_takes_nobody_with_it(banyak: Path, tmp_path: Path) -> None:
    process = start(banyak, tmp_path / "laporan.xlsx", tmp_path / "tanda")
    os.kill(workers(process)[0], signal.SIGKILL)
    said, _ = process.communicate()
    assert process.returncode == 1 and f"{BANYAK} berkas diperiksa" in said.decode()
    assert len(baris(tmp_path / "laporan.xlsx", "Berkas")) == BANYAK == len(list((tmp_path / "tanda").iterdir()))


def test_who_stops_it_gets_nothing_half(banyak: Path, tmp_path: Path) -> None:
    tanda = tmp_path / "tanda"
    process = start(banyak, tmp_path / "laporan.xlsx", tanda)
    children = workers(process)
    while process.poll() is None and not any(tanda.glob("*.xlsx")):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate()
    if process.returncode == 1:
        pytest.skip("it was done before it could be stopped")
    assert process.returncode == 130 and b"Dihentikan." in said and b"Traceback" not in said
    assert not (tmp_path / "laporan.xlsx").exists()
    assert not any(Path(f"/proc/{child}").exists() for child in children)
    assert all(path.suffix == ".xlsx" and zipfile.ZipFile(path).testzip() is None for path in tanda.iterdir())
