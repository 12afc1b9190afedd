"""Processes of this machine at work on tasks, each warm for many files.

Not concurrent.futures: when one of its workers dies it cannot say on which file, and it cannot stop one that hangs."""

from __future__ import annotations

import multiprocessing
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from time import monotonic
from types import ModuleType

from ..errors import Refused
from ..workers import no_interrupts
from .process import serve
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
) -> Generator[tuple[Task, Result], None, None]:
    """Every task with its result, as they end; `limit` is in seconds a file. Once `stopped()`, no other file begins.

    Leaves no process behind, however it is left."""
    waiting, end = deque(tasks), _FOREVER
    suspects = set[Task]()  # of two files one ended their process: each is done again alone, then it is known which
    workers = [_Worker(job) for _ in range(min(processes, len(waiting)))]
    ended: list[tuple[Task, Result]] = []
    try:
        while True:
            for worker in workers:
                left = worker.left()
                suspects.update(left)
                waiting.extendleft(left)
            if stopped():
                waiting.clear()
                end = min(end, monotonic() + _GRACE)
            workers = [_busy(worker, waiting, suspects, job) for worker in workers]
            yield from ended  # their processes are at the next file by now
            if monotonic() > end or not (waiting or any(worker.tasks for worker in workers)):
                return
            ended = [answer for worker in _heard(workers) for answer in worker.answers()]
            ended += [answer for worker in workers for answer in worker.stopped_after(limit)]
    finally:
        _end(workers)


class _Worker:
    """One process, the file that it is at, and the one before, which may still be on its way to the disk."""

    def __init__(self, job: Job) -> None:
        self.pipe, theirs = _context.Pipe()
        self._process = _context.Process(target=serve, args=(theirs, job), daemon=True)
        with _without_main(), no_interrupts():
            self._process.start()
        theirs.close()
        self.tasks = deque[Task]()
        self.ready = self.dead = self._started = False
        self.given, self._since = 0, 0.0

    def give(self, task: Task) -> None:
        self.tasks.append(task)
        self.ready, self.given, self._since = False, self.given + 1, monotonic()
        with suppress(OSError):  # it has died: its pipe will say so
            self.pipe.send(task)

    def answers(self) -> Iterator[tuple[Task, Result]]:
        """What came through the pipe: that it can take a file, a result, or its end."""
        try:
            result = self.pipe.recv()
        except (EOFError, OSError):
            if not self._started:
                raise Refused("proses hitung tidak dapat dimulai di komputer ini") from None
            yield from self._lost(_DIED)
            return
        if result:
            yield self.tasks.popleft(), result
        else:
            self.ready = self._started = True
            self._since = monotonic()

    def stopped_after(self, limit: float) -> Iterator[tuple[Task, Result]]:
        if self.tasks and monotonic() - self._since > limit:
            self._process.kill()
            yield from self._lost(_HANGS.format(limit))

    def end(self, grace: float) -> None:
        """Waits for the process, whose pipe is closed, and kills it where it does not end."""
        self._process.join(0 if self.tasks else grace)
        self._process.kill()
        self._process.join()

    def left(self) -> list[Task]:
        """What a dead process left undone: two files of which either may have ended it."""
        left = list(self.tasks) if self.dead else []
        self.tasks = deque() if self.dead else self.tasks
        return left

    def _lost(self, words: str) -> Iterator[tuple[Task, Result]]:
        """Its file ends so; of two, one computed and one on its way to the disk, nobody knows which: both are left."""
        self.dead, self.ready = True, False
        if len(self.tasks) == 1:
            task = self.tasks.pop()
            yield task, Result(task.name, DITOLAK, words, seconds=round(monotonic() - self._since, 4))


def _busy(worker: _Worker, waiting: deque[Task], suspects: set[Task], job: Job) -> _Worker:
    """The worker, or a fresh one in its place, with a file to do where it can take one; a suspect is its only one."""
    old = worker.given >= FILES_PER_PROCESS
    if waiting and not worker.tasks and (worker.dead or old):
        _end([worker])
        return _Worker(job)
    alone = worker.tasks and waiting and not suspects.isdisjoint([*worker.tasks, waiting[0]])
    if waiting and worker.ready and not old and not alone:
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
