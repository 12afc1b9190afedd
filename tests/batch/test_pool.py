"""Worker processes that die, hang and grow old: the file is named, and the run goes on."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from pathlib import Path

import pytest

from angka_kredit.batch import pool
from angka_kredit.batch.result import DIHITUNG, DITOLAK, Result
from angka_kredit.batch.snapshot import identity, key
from angka_kredit.batch.task import Job, Task
from folders import credit, credit_file, fill, kill_readers

NEVER = "macet.xlsx"  # a pipe that nobody writes to: whoever reads it waits


@pytest.fixture
def job() -> Job:
    return Job(key(identity(vote=False)), vote=False, stamp="T")


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    fill(tmp_path / "in", {f"{number}.xlsx": credit_file(number) for number in range(1, 7)})
    os.mkfifo(tmp_path / "in" / NEVER)
    names = ["1.xlsx", NEVER, *(f"{number}.xlsx" for number in range(2, 7))]
    return [Task(name, str(tmp_path / "in" / name), str(tmp_path / name), str(tmp_path)) for name in names]


def run(tasks: list[Task], job: Job, limit: float = 60, processes: int = 2) -> dict[str, Result]:
    return {task.name: result for task, result in pool.run_here(tasks, job, lambda: False, processes, limit)}


def check_others(results: dict[str, Result], folder: Path) -> None:
    good = {name: result for name, result in results.items() if name != NEVER}
    assert {result.status for result in good.values()} == {DIHITUNG}
    assert [credit(folder / f"{number}.xlsx") for number in range(1, 7)] == [
        pytest.approx(0.0112 * number) for number in range(1, 7)
    ]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_process_that_dies_names_its_file(tasks: list[Task], job: Job, tmp_path: Path, processes: int) -> None:
    over = threading.Event()
    killer = threading.Thread(target=kill_readers, args=(tmp_path / "in" / NEVER, over))
    killer.start()
    try:
        results = run(tasks, job, processes=processes)
    finally:
        over.set()
        killer.join()
    assert results[NEVER].status == DITOLAK and "berhenti mendadak" in results[NEVER].words
    check_others(results, tmp_path)
    assert multiprocessing.active_children() == []


def test_a_file_that_was_on_its_way_to_the_disk_is_done_again(tasks: list[Task], job: Job, tmp_path: Path) -> None:
    """The process dies at the second file while the first waits for the disk: a pipe stands where its result goes."""
    os.mkfifo(tmp_path / "1.xlsx")
    over, results = threading.Event(), {}
    killer = threading.Thread(target=kill_readers, args=(tmp_path / "in" / NEVER, over))
    killer.start()
    try:
        for task, result in pool.run_here(tasks, job, lambda: False, 1, 60):
            results[task.name] = result
            if task.name == NEVER:
                (tmp_path / "1.xlsx").unlink()
    finally:
        over.set()
        killer.join()
    assert next(iter(results)) == NEVER and "berhenti mendadak" in results[NEVER].words
    check_others(results, tmp_path)


def test_a_write_that_never_ends_is_blamed_alone(tasks: list[Task], job: Job, tmp_path: Path) -> None:
    """A pipe stands where the first result goes, while the other files are computed behind it."""
    os.mkfifo(tmp_path / "1.xlsx")
    results = run([task for task in tasks if task.name != NEVER], job, limit=1.5, processes=1)
    check_only_the_first_is_refused(results, "1.5 detik")


def test_a_write_that_kills_its_process_is_blamed_alone(
    tasks: list[Task], job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process dies as it writes the first result, and only once it has the second file as well."""
    os.mkfifo(tmp_path / "1.xlsx")
    over, second, give = threading.Event(), threading.Event(), pool._Worker.give

    def tell(worker: pool._Worker, task: Task) -> None:
        give(worker, task)
        if len(worker.tasks) == 2:
            second.set()

    def kill() -> None:
        second.wait()
        kill_readers(tmp_path / "1.xlsx", over)

    monkeypatch.setattr(pool._Worker, "give", tell)
    killer = threading.Thread(target=kill)
    killer.start()
    try:
        results = run([task for task in tasks if task.name != NEVER], job, processes=1)
    finally:
        second.set()
        over.set()
        killer.join()
    check_only_the_first_is_refused(results, "berhenti mendadak")


def check_only_the_first_is_refused(results: dict[str, Result], words: str) -> None:
    first = results.pop("1.xlsx")
    assert first.status == DITOLAK and words in first.words
    assert {name: result.status for name, result in results.items()} == {f"{n}.xlsx": DIHITUNG for n in range(2, 7)}
    assert multiprocessing.active_children() == []


def test_a_file_that_never_ends_is_stopped(tasks: list[Task], job: Job, tmp_path: Path) -> None:
    results = run(tasks, job, limit=1.5)
    assert results[NEVER].status == DITOLAK and "1.5 detik" in results[NEVER].words
    check_others(results, tmp_path)


def test_old_processes_make_room_for_fresh_ones(
    tasks: list[Task], job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "FILES_PER_PROCESS", 2)
    seen = set()
    for _ in pool.run_here([task for task in tasks if task.name != NEVER], job, lambda: False, 1):
        seen |= {child.pid for child in multiprocessing.active_children()}
    assert len(seen) == 3


def test_once_stopped_nothing_else_begins(tasks: list[Task], job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_GRACE", 1.0)
    results: list[str] = []
    begin = time.monotonic()
    for task, _ in pool.run_here(tasks, job, lambda: bool(results), 2):
        results.append(task.name)
    assert len(results) < len(tasks) and time.monotonic() - begin < 30
    assert multiprocessing.active_children() == []


def test_a_process_with_other_data_does_nothing(tasks: list[Task], tmp_path: Path) -> None:
    results = run(tasks[:1], Job("lain", vote=False, stamp="T"))
    assert results["1.xlsx"].status == DITOLAK and "data peraturan" in results["1.xlsx"].words
    assert not (tmp_path / "1.xlsx").exists()
