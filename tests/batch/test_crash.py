"""The real command, killed, interrupted, without room on the disk: every file is the old one or the new one, whole."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from angka_kredit.batch.task import HIDDEN
from folders import UNKNOWN, contents, credit, credit_file, fill, recalculate, start
from sheets import workbook

KILLS = 12  # a way of killing; the first quarter before any file is touched
FILES = {f"bagian {number % 3}/Pegawai {number}.xlsx": credit_file(number) for number in range(1, 31)}
LIMIT = 12 * 1024  # bytes of a file; what the run notes for itself is smaller
BIG = 80 * 1024  # bytes of a small disk
SMALL = 7 * 1024  # bytes of a file; a result fits, notes on 30 of them do not


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The right result of every file."""
    folder = tmp_path_factory.mktemp("utuh")
    assert recalculate(fill(folder / "in", FILES), "--keluar", folder / "out").exit_code == 0
    found = contents(folder / "out")
    assert {name: credit(folder / "out" / name) for name in found} == {
        name: pytest.approx(0.0112 * number, abs=1e-12) for number, name in enumerate(FILES, start=1)
    }
    return found


def kill_at(process: subprocess.Popen[str], folder: Path, kill: int, whole_group: bool) -> None:
    """Kills once so many originals are put aside: from none, while it starts, to nearly all."""
    before = _backups(folder)
    wanted = len(FILES) * (kill - KILLS // 4) // KILLS
    if wanted < 0:
        time.sleep(0.12 * kill)
    while wanted >= 0 and _backups(folder) <= before + wanted and process.poll() is None:
        pass
    os.killpg(process.pid, signal.SIGKILL) if whole_group else process.kill()
    process.wait()


@pytest.mark.parametrize("whole_group", [False, True], ids=["the command alone", "all its processes"])
def test_killed_anywhere_in_place(tmp_path: Path, results: dict[str, bytes], whole_group: bool) -> None:
    folder, mixed = tmp_path / "in", 0
    for kill in range(KILLS):
        if kill % 2 == 0:
            fill(folder, FILES)  # old again
        process = start(folder, "--di-tempat")
        kill_at(process, folder, kill, whole_group)
        found = {name: (folder / name).read_bytes() for name in FILES}  # a process left may still be writing another
        old = {name for name, data in FILES.items() if found[name] == data}
        assert all(name in old or found[name] == results[name] for name in FILES)
        mixed += 0 < len(old) < len(FILES)
        _check_backups(folder)
    _wait_for_orphans(process.pid)
    assert start(folder, "--di-tempat").wait() == 0
    assert contents(folder) == results
    assert mixed > KILLS // 4  # kills did come in the midst of it


def test_what_a_killed_run_did_stands_in_the_next_report(tmp_path: Path, results: dict[str, bytes]) -> None:
    """Wherever the kill came: no change is lost, and none is told twice."""
    for kill in range(KILLS // 4, KILLS, 2):
        folder = fill(tmp_path / f"in {kill}", FILES)
        process = start(folder, "--di-tempat")
        kill_at(process, folder, kill, whole_group=False)
        _wait_for_orphans(process.pid)
        answer = recalculate(folder, "--di-tempat", "--json")
        told = json.loads(answer.stdout)["berkas"]
        assert sorted(file["nama"] for file in told) == sorted(FILES)
        assert {file["sel_berubah"] for file in told} == {2}
        assert contents(folder) == results


def _backups(folder: Path) -> int:
    return len(list((folder / HIDDEN).glob("*/*/*.xlsx")))


def _check_backups(folder: Path) -> None:
    """A backup is what stood in the file's place, whole."""
    for path in (folder / HIDDEN).glob("*/*/*.xlsx"):
        assert path.read_bytes() == FILES[path.relative_to(path.parents[1]).as_posix()]


def _wait_for_orphans(group: int) -> None:
    """Processes whose command was killed end by themselves, with the file in work."""
    for _ in range(200):
        if not _alive(group):
            return
        time.sleep(0.05)
    pytest.fail("processes are left")


def _alive(group: int) -> bool:
    """Whether a process of the group still runs (one that ended and was not waited for does not)."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout.split("\n")
    return any(line.split()[0] == str(group) and "Z" not in line.split()[1] for line in listed if line.strip())


def test_ctrl_c_leaves_a_clean_state(tmp_path: Path) -> None:
    many = {f"{number}.xlsx": credit_file(number) for number in range(1, 400)}
    folder, out = fill(tmp_path / "in", many), tmp_path / "out"
    process = start(folder, "--keluar", out, "--laporan", tmp_path / "laporan.xlsx")
    while len(contents(out)) < 5:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    words, _ = process.communicate(timeout=60)
    assert process.returncode == 130 and "Dihentikan" in words and "Traceback" not in words
    _wait_for_orphans(process.pid)  # Python's own resource tracker ends just after the command
    done = contents(out)
    assert 5 <= len(done) < len(many) and (tmp_path / "laporan.xlsx").exists()
    assert sorted(path.name for path in (out / HIDDEN).iterdir()) == ["kunci", "selesai.jsonl"]
    again = json.loads(recalculate(folder, "--keluar", out, "--json").stdout)
    assert again["ringkasan"]["status"] == {"dilewati": len(done), "dihitung": len(many) - len(done)}


def test_a_full_disk_is_named_and_nothing_is_half_written(tmp_path: Path) -> None:
    """A limit on the size of a file, for every process of the command; as on a disk without room, a write fails."""
    noise = random.Random(1)
    big = {f"{n}.xlsx": workbook({"B1": "=A1*2"}, {"A1": n, "C1": noise.randbytes(15_000).hex()}) for n in range(3)}
    assert all(len(data) > LIMIT for data in big.values())
    folder, out = fill(tmp_path / "in", big), tmp_path / "out"
    limits = (LIMIT, LIMIT)
    process = start(folder, "--keluar", out, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits))
    words, _ = process.communicate()
    assert process.returncode == 1 and words.count("cakram penuh") == 3
    assert contents(out) == {} and contents(folder) == big


@pytest.mark.parametrize("way", ["a small disk", "a limit on files that grow"])
def test_a_disk_that_fills_up(tmp_path: Path, way: str) -> None:
    """In the midst of the run: results that were written are whole and stay; what a limit stops is the run's notes."""
    disk, many = tmp_path / "cakram", {f"{number:02}.xlsx": credit_file(number) for number in range(1, 31)}
    folder = fill(tmp_path / "in", many)
    with _small_disk(disk, way) as options:
        process = start(folder, "--keluar", disk / "hasil", **options)
        words, _ = process.communicate(timeout=60)
        assert process.returncode == 1 and "cakram penuh" in words
        done = contents(disk)
        assert 0 < len(done) < len(many)
        assert {f"hasil/{name}" for name in many} >= set(done)
        assert all(credit(disk / name) for name in done)


@contextmanager
def _small_disk(disk: Path, way: str) -> Iterator[dict[str, object]]:
    """Where a machine does not allow a disk of our own (a container), the limit does for both."""
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={BIG}", "none", disk]
    if way != "a small disk" or subprocess.run(mount, capture_output=True).returncode:
        limits = (SMALL, SMALL)
        yield {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits)}
        return
    try:
        yield {}
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_file_open_in_excel_is_refused(tmp_path: Path) -> None:
    old = credit_file(1)
    folder = fill(tmp_path, {"a.xlsx": old, "b.xlsx": credit_file(2), "~$a.xlsx": b"pemilik"})
    answer = recalculate(folder, "--di-tempat")
    assert answer.exit_code == 1 and "TIDAK DIHITUNG a.xlsx: berkas sedang dibuka" in answer.output
    assert (folder / "a.xlsx").read_bytes() == old
    assert credit(folder / "b.xlsx") == pytest.approx(0.0224)


def test_a_result_in_place_keeps_its_original(tmp_path: Path) -> None:
    old = {"a.xlsx": credit_file(1), "sub/b.xlsx": credit_file(2), "sub/c.xlsx": UNKNOWN}
    folder = fill(tmp_path / "in", old)
    assert recalculate(folder, "--di-tempat").exit_code == 1
    (kept,) = (path for path in (folder / HIDDEN).iterdir() if path.is_dir())
    assert contents(folder) == {**contents(folder), "sub/c.xlsx": UNKNOWN}
    assert {path.relative_to(kept).as_posix(): path.read_bytes() for path in kept.rglob("*.xlsx")} == {
        name: data for name, data in old.items() if data is not UNKNOWN
    }
    assert credit(folder / "sub/b.xlsx") == pytest.approx(0.0224)
