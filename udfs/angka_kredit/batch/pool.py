"""Processes of this machine at work on tasks, each warm for many files.

Not concurrent.futures: when one of its workers dies it cannot say on which file, and it cannot stop one that hangs."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from time import monotonic
from types import ModuleType

from ..errors import Refused
from .result import DITOLAK, Result
from .task import Job, Task

LIMIT = 600.0  # seconds for one file; one that takes longer will not end
FILES_PER_PROCESS = 1000  # then a fresh process takes over: what an engine does not give back ends with the old one
_LOOK = 0.2  # seconds between two looks at the clock
_GRACE = 3.0  # seconds for the files in work once the run is stopped
_DIED = "mesin hitung berhenti mendadak pada berkas ini; berkas lain diteruskan"
_HANGS = "belum selesai setelah {:g} detik, lalu dihentikan"
_FOREVER = float("inf")
_context = multiprocessing.get_context("spawn")  # the same everywhere, and no lock or thread of ours is copied


def run_here(
    tasks: Iterable[Task], job: Job, stopped: Callable[[], bool], processes: int, limit: float = LIMIT
) -> Iterator[tuple[Task, Result]]:
    """Every task with its result, as they end; `limit` is in seconds a file. Once `stopped()`, no other file begins.

    Leaves no process behind, however it is left."""
    waiting, end = deque(tasks), _FOREVER
    workers = [_Worker(job) for _ in range(min(processes, len(waiting)))]
    try:
        while waiting or any(worker.task for worker in workers):
            if stopped() and end == _FOREVER:
                waiting.clear()
                end = monotonic() + _GRACE
            workers = [_busy(worker, waiting, job) for worker in workers]
            for worker in _heard(workers):
                yield from worker.answers()
            if monotonic() > end:
                return
            for worker in workers:
                yield from worker.stopped_after(limit)
    finally:
        _end(workers)


class _Worker:
    """One process, and the file that it is at."""

    def __init__(self, job: Job) -> None:
        self.pipe, theirs = _context.Pipe()
        self._process = _context.Process(target=_serve, args=(theirs, job), daemon=True)
        with _without_main(), _interrupts_kept_from_it():
            self._process.start()
        theirs.close()
        self.task: Task | None = None
        self.ready = self.dead = False
        self.count, self._since = 0, 0.0

    def give(self, task: Task) -> None:
        self.task, self._since = task, monotonic()
        with suppress(OSError):  # it has died: its pipe will say so
            self.pipe.send(task)

    def answers(self) -> Iterator[tuple[Task, Result]]:
        """What came through the pipe: that it is ready, a result, or its end."""
        try:
            result = self.pipe.recv()
        except (EOFError, OSError):
            if not self.ready:
                raise Refused("proses hitung tidak dapat dimulai di komputer ini") from None
            yield from self._lost(_DIED)
            return
        self.ready = True
        if self.task and result:
            yield self.task, result
            self.task, self.count = None, self.count + 1

    def stopped_after(self, limit: float) -> Iterator[tuple[Task, Result]]:
        if self.task and monotonic() - self._since > limit:
            self._process.kill()
            yield from self._lost(_HANGS.format(limit))

    def end(self, grace: float) -> None:
        """Waits for the process, whose pipe is closed, and kills it where it does not end."""
        self._process.join(0 if self.task else grace)
        self._process.kill()
        self._process.join()

    def _lost(self, words: str) -> Iterator[tuple[Task, Result]]:
        self.dead = True
        if self.task:
            yield self.task, Result(self.task.name, DITOLAK, words, seconds=round(monotonic() - self._since, 4))
            self.task = None


def _serve(pipe: Connection, job: Job) -> None:
    """The life of a process: warm, then file after file until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one decides
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl loads it where it can: 12 MB for nothing
    from .work import identity_key, slow_lane, work

    identity_key(job.vote)
    gc.freeze()  # what is loaded now stays
    gc.disable()  # going through it at odd times costs 2 ms a file
    with suppress(EOFError, OSError), slow_lane():
        pipe.send(None)
        while True:
            pipe.send(work(pipe.recv(), job))
            gc.collect()  # a workbook in an engine is large, and few objects: Python would wait for more


def _busy(worker: _Worker, waiting: deque[Task], job: Job) -> _Worker:
    """The worker, or a fresh one in its place, with a file to do where it can take one."""
    if waiting and not worker.task and (worker.dead or worker.count >= FILES_PER_PROCESS):
        _end([worker])
        worker = _Worker(job)
    if waiting and worker.ready and not worker.task:
        worker.give(waiting.popleft())
    return worker


def _heard(workers: list[_Worker]) -> list[_Worker]:
    alive = [worker for worker in workers if not worker.dead]
    heard = wait([worker.pipe for worker in alive], _LOOK)
    return [worker for worker in alive if worker.pipe in heard]


def _end(workers: list[_Worker]) -> None:
    for worker in workers:
        worker.pipe.close()
    for worker in workers:
        worker.end(1.0)


@contextmanager
def _without_main() -> Iterator[None]:
    """A spawned process first runs the script that started it all, once more; here that is of no use, and large."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _interrupts_kept_from_it() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal; one that is just starting would end with a traceback."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
