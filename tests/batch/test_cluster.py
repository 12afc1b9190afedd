"""The same work on a real Dask cluster of this machine: two processes that read and write the files themselves."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from distributed import LocalCluster

from angka_kredit.batch import Options, cluster, run
from angka_kredit.batch.snapshot import identity, key
from angka_kredit.batch.task import Job, Task
from folders import UNKNOWN, contents, credit_file, fill, kill_readers, recalculate

FILES = {f"sub {number % 2}/{number}.xlsx": credit_file(number) for number in range(1, 20)}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0", silence_logs=50
    ) as two:
        yield two.scheduler_address


def test_a_cluster_does_what_this_machine_does(tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "FILES_A_TASK", 4)
    monkeypatch.chdir(fill(tmp_path, {f"in/{name}": data for name, data in (FILES | {"x.xlsx": UNKNOWN}).items()}))
    here = recalculate("in", "--keluar", "sini")
    there = recalculate("in", "--keluar", "sana", "--dask", address)
    assert here.exit_code == there.exit_code == 1
    assert contents(tmp_path / "sana") == contents(tmp_path / "sini") != {}
    again = recalculate(f"file://{tmp_path}/in", "--keluar", f"file://{tmp_path}/sana", "--dask", address, "--json")
    assert json.loads(again.stdout)["ringkasan"]["status"] == {"ditolak": 1, "dilewati": len(FILES)}


def test_in_place_on_a_cluster(tmp_path: Path, address: str) -> None:
    folder = fill(tmp_path / "in", FILES)
    right = fill(tmp_path / "lain", FILES)
    assert recalculate(folder, "--di-tempat", "--dask", address).exit_code == 0
    assert recalculate(right, "--di-tempat").exit_code == 0
    assert contents(folder) == contents(right) != FILES


def test_a_process_of_the_cluster_that_dies_names_its_file(tmp_path: Path, address: str) -> None:
    """A pipe that nobody writes to holds up the process that reads it, until it is killed: again each time."""
    fill(tmp_path / "in", FILES)
    os.mkfifo(tmp_path / "in/macet.xlsx")
    names = [*list(FILES)[:3], "macet.xlsx"]
    tasks = [Task(name, str(tmp_path / "in" / name), str(tmp_path / name), str(tmp_path)) for name in names]
    job, over = Job(key(identity(vote=False)), vote=False, stamp="T"), threading.Event()
    killer = threading.Thread(target=kill_readers, args=(tmp_path / "in/macet.xlsx", over))
    killer.start()
    try:
        ended = list(cluster.run_on_cluster(tasks, job, lambda: False, address))
    finally:
        over.set()
        killer.join()
    told = {task.name: (result.status, result.words) for task, result in ended}
    assert told.pop("macet.xlsx") == ("ditolak", cluster._DIED)
    assert {status for status, _ in told.values()} == {"dihitung"} and len(told) == len(ended) - 1 == 3


def test_addresses_that_are_no_folder_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A storage in memory, which only a cluster inside this process can see."""
    monkeypatch.setenv("HOME", str(tmp_path))
    memory = fsspec.filesystem("memory")
    for name, data in {**FILES, "~$1.xlsx": b""}.items():
        memory.pipe_file(f"/ministry/in/{name}", data)
    memory.pipe_file("/ministry/in/hasil/sub 1/1.xlsx", b"dulu")
    with LocalCluster(processes=False, n_workers=1, threads_per_worker=2, dashboard_address=":0") as inside:
        options = Options("memory://ministry/in/hasil", cluster=inside.scheduler_address)
        with run(["memory://ministry/in"], options) as first:
            assert +first.status == {"dihitung": len(FILES)}
        with run(["memory://ministry/in"], options) as second:
            assert +second.status == {"dilewati": len(FILES)}
    fill(tmp_path / "in", FILES)
    recalculate(tmp_path / "in", "--keluar", tmp_path / "out")
    found = {name: memory.cat_file(f"/ministry/in/hasil/{name}") for name in FILES}
    assert found == contents(tmp_path / "out")
    assert memory.cat_file(f"/ministry/in/hasil/.cadangan-angka-kredit/{first.stamp}/sub 1/1.xlsx") == b"dulu"
    assert not memory.glob("/ministry/**/*.sementara")


def test_without_a_cluster_they_are_refused(tmp_path: Path) -> None:
    answer = recalculate("memory://x/in", "--keluar", tmp_path)
    assert answer.exit_code == 2 and "--dask" in answer.output


def test_no_cluster_at_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT", "1s")
    folder = fill(tmp_path / "in", {"a.xlsx": credit_file(1)})
    answer = recalculate(folder, "--di-tempat", "--dask", "tcp://127.0.0.1:9")
    assert answer.exit_code == 1 and "tidak dapat dihubungi" in answer.output
    assert contents(folder) == {"a.xlsx": (folder / "a.xlsx").read_bytes()}
