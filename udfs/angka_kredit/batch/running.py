"""A run over many workbooks: planned as a whole, done by many processes, kept in a journal, told in a report."""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from .. import files
from ..cores import cores
from ..regulations.sources import sha256
from . import storage
from .journal import Journal, check_around
from .plan import BadPlan, Plan, make_plan
from .pool import run_here
from .result import DILEWATI, Result
from .snapshot import identity, key
from .task import HIDDEN, Job, Task

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Options:
    """`output` is the folder of results, None for in place; `report` a file that is no workbook to do."""

    output: str | None = None
    vote: bool = True
    report: Path | None = None
    cluster: str | None = None


@dataclass
class Report:
    """What a run did. Small: the results stand on the disk and are read when asked for.

    A context manager: left without an error, the results count as delivered, and the next run forgets them."""

    options: Options
    identity: dict[str, Any]
    stamp: str
    aside: list[Result]
    journals: list[Journal] = field(default_factory=list)
    status: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    interrupted: bool = False

    def results(self, changed: bool = False) -> Iterator[Result]:
        """Every file's result; with `changed`, with its changed cells."""
        yield from self.aside
        for journal in self.journals:
            yield from journal.results(changed)

    def backups(self) -> list[Path]:
        """The folders with what stood in the place of this run's results."""
        return [folder for journal in self.journals if (folder := journal.folder / self.stamp).is_dir()]

    def __enter__(self) -> Report:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        for journal in self.journals:
            journal.close(delivered=kind is None)


def run(paths: Sequence[str], options: Options, progress: Progress = lambda done, total: None) -> Report:
    """Recalculates every workbook at and below `paths`; `progress` hears (files done, files in all).

    BadPlan or Refused where nothing can start. Ctrl-C ends the run early, with `interrupted` set."""
    start = time.monotonic()
    plan = _plan(paths, options)
    homes = list(dict.fromkeys(task.home for task in plan.tasks))
    report = Report(options, identity(options.vote), _stamp(homes), plan.aside)
    report.status.update(result.status for result in plan.aside)
    try:
        _run(plan, homes, report, progress)
    except BaseException as error:
        report.__exit__(type(error))
        raise
    report.seconds = time.monotonic() - start
    return report


def _plan(paths: Sequence[str], options: Options) -> Plan:
    output = options.output
    if options.cluster:  # its processes work in folders of their own
        paths, output = [storage.absolute(path) for path in paths], output and storage.absolute(output)
    elif any(storage.local(path) is None for path in (*paths, output or "")):
        raise BadPlan("Alamat yang bukan folder komputer ini hanya dapat dihitung pada klaster: pakai --dask.")
    return make_plan(paths, output, options.report)


def _run(plan: Plan, homes: Sequence[str], report: Report, progress: Progress) -> None:
    journals: dict[str, Journal] = {}
    for home in homes:
        journals[home] = Journal(_state(home), report.stamp, {"kunci": key(report.identity)})
        report.journals.append(journals[home])
    folders = {path for task in plan.tasks if (path := storage.local(storage.parent(task.target)))}
    check_around(filter(None, map(storage.local, homes)), folders)
    with (
        _no_temporary_files(folders),
        _interrupts() as stopped,
        closing(_results(plan.tasks, report, stopped)) as results,  # `progress` may raise: the workers end first
    ):
        progress(0, len(plan.tasks))
        for done, (task, result) in enumerate(results, start=1):
            journals[task.home].record(result)
            report.status[result.status] += 1
            progress(done, len(plan.tasks))
        report.interrupted = stopped()
    for journal in report.journals:
        report.status[DILEWATI] += journal.record_the_rest()


def _results(
    tasks: Sequence[Task], report: Report, stopped: Callable[[], bool]
) -> Generator[tuple[Task, Result], None, None]:
    done = {content: end for journal in report.journals for content, end in journal.done.items()}
    unfinished = tuple(dict.fromkeys(stamp for journal in report.journals for stamp in journal.unfinished))
    job = Job(key(report.identity), report.options.vote, report.stamp, done, unfinished)
    if report.options.cluster:
        from .cluster import run_on_cluster

        return run_on_cluster(tasks, job, stopped, report.options.cluster)
    return run_here(tasks, job, stopped, cores())


def _state(home: str) -> Path:
    """Where the journal of these results lies: beside them, or at home for a storage that cannot append to a file."""
    return storage.local(home) or Path.home() / ".angka-kredit" / sha256(home.encode())[:16]


def _stamp(homes: Sequence[str]) -> str:
    """The time of the run, once for all its backups; with a number where a run of the same second left something."""
    now = time.strftime("%Y-%m-%d_%H-%M-%S")
    for number in count(1):
        stamp = now if number == 1 else f"{now}_{number}"
        if not any(path for home in homes for path in (_state(home) / HIDDEN).glob(f"*{stamp}*")):
            return stamp
    raise AssertionError("count() never ends")


@contextmanager
def _no_temporary_files(folders: Collection[Path]) -> Iterator[None]:
    """Removes what killed writes leave, of an earlier run before, of this one after."""
    for folder in folders:
        files.remove_temporary(folder)
    try:
        yield
    finally:
        for folder in folders:
            files.remove_temporary(folder)


@contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Tells whether Ctrl-C was pressed, so that no line of the journal is cut; a second one interrupts at once."""
    pressed = threading.Event()

    def press(*_: object) -> None:
        if pressed.is_set():
            raise KeyboardInterrupt
        pressed.set()

    if threading.current_thread() is not threading.main_thread():
        yield pressed.is_set
        return
    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
