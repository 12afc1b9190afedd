"""The command as people run it: killed in the middle, interrupted, run again; as many processes as there are cores."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl

from angka_kredit.files import _PREFIX, _SUFFIX
from angka_kredit.forms.isi.massal import Lama, isi_semua
from angka_kredit.forms.isi.tabel import baca_tabel
from isi_contoh import orang, tabel

# small forms: what is tried here is the run, not the sums
MANY = [orang(nip=f"19850101201001{1000 + number}", jabatan="ammi", jenjang="Ahli Muda") for number in range(24)]
CODE = "from angka_kredit.cli import main; main()"


def start(folder: Path) -> subprocess.Popen[str]:
    (folder / "pegawai.xlsx").write_bytes(tabel(*MANY))
    words = [
        sys.executable,
        "-c",
        CODE,
        "isi",
        "--data",
        str(folder / "pegawai.xlsx"),
        "--keluar",
        str(folder / "hasil"),
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=_two_cores
    )


def _two_cores() -> None:
    """So that somebody is left when the first form is there: with many cores all are in work at once."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def forms(folder: Path) -> list[Path]:
    return sorted((folder / "hasil").glob("[0-9]*.xlsx"))


def children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(word) for word in found.stdout.split()]


def alive(pid: int) -> bool:
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(found.strip()) and not found.startswith("Z")


def test_killed_in_the_middle_and_run_again(tmp_path: Path) -> None:
    process = start(tmp_path)
    until(lambda: bool(forms(tmp_path)))
    workers = children(process.pid)
    process.kill()
    process.wait()
    until(lambda: not any(map(alive, workers)))  # nobody stays behind
    before = {path.name: path.read_bytes() for path in forms(tmp_path)}
    for data in before.values():
        openpyxl.load_workbook(io.BytesIO(data))  # whole, each of them
    (tmp_path / "hasil" / f"{_PREFIX}x{_SUFFIX}").write_bytes(b"half of a file")
    again = isi_semua(baca_tabel(tabel(*MANY)), tmp_path / "hasil", Lama({}, []), False, lambda done, total: None)
    assert {hasil.nomor for hasil in again if hasil.berkas} == set(range(1, len(MANY) + 1))
    assert {path.name: path.read_bytes() for path in forms(tmp_path)}.items() >= before.items()
    assert not [path for path in (tmp_path / "hasil").iterdir() if path.name.startswith(".") or "cadangan" in path.name]


def test_interrupted_it_tells_who_is_left(tmp_path: Path) -> None:
    process = start(tmp_path)
    until(lambda: bool(forms(tmp_path)))
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 1 and "belum dikerjakan" in output and "Traceback" not in output
    sheet = openpyxl.load_workbook(tmp_path / "hasil" / "laporan.xlsx")["Pegawai"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(MANY) and 0 < sum(row[4] == "tidak diisi" for row in rows) < len(MANY)
