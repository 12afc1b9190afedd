"""One workbook from its address to its result: what every process of a run does, here or on a cluster."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, partial
from time import perf_counter
from traceback import extract_tb
from typing import TypeVar

from .. import positions
from ..errors import Refused
from ..recalc.run import Outcome, recalculate
from ..recalc.slow_lane import SlowLane
from ..regulations.sources import sha256
from . import lines, storage
from .crossed import crossed, largest_total
from .result import DIHITUNG, DILEWATI, DITINJAU, DITOLAK, TETAP, Result
from .snapshot import identity, key
from .task import Job, Task

Answer = TypeVar("Answer")
_CELL = re.compile(r"sel (.+?![A-Z]{1,3}[0-9]+)\b")


def work(task: Task, job: Job) -> Result:
    """The file done, or the reason why not; it never raises for a file's sake."""
    return begin(task, job)()


def begin(task: Task, job: Job) -> Callable[[], Result]:
    """Computes the file; what it returns writes the result and tells. Neither raises for a file's sake.

    In two, so that a process may compute the next file while this one waits for the disk."""
    start = perf_counter()
    answer = _safely(task, partial(_computed, task, job))
    result, write = (answer, _nothing) if isinstance(answer, Result) else answer

    def finish() -> Result:
        done = _safely(task, write) or result
        done.seconds = round(perf_counter() - start, 4)
        return done

    return finish


def _safely(task: Task, step: Callable[[], Answer]) -> Answer | Result:
    """What the step answers, or why the file is refused."""
    try:
        return step()
    except Refused as refused:
        words = str(refused).rstrip(".")
        cell = _CELL.match(words)
        return Result(task.name, DITOLAK, words, cell[1] if cell else "")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # an engine's panic is no Exception; its words may hold a cell's content
        last = extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {last.filename.rpartition('/')[2]}:{last.lineno}"
        return Result(task.name, DITOLAK, f"program ini gagal padanya ({where}); mohon laporkan")


@cache
def identity_key(vote: bool) -> str:
    """The identity of this process, by the data as they stand when it first asks: they are loaded then."""
    positions.all_jabatan()
    return key(identity(vote))


@cache
def slow_lane() -> SlowLane:
    """LibreOffice for this process, started when a file needs it; to be closed at the end."""
    return SlowLane()


def _computed(task: Task, job: Job) -> tuple[Result, Callable[[], None]]:
    """The result, and what writes it."""
    if identity_key(job.vote) != job.key:
        raise Refused("program, mesin, atau data peraturan di proses ini lain dari yang memulai perhitungan; ulangi")
    storage.check_closed(task.source)
    data = storage.read(task.source)
    source = sha256(data)
    if _is_done(task, job, data, source):
        result, status = job.done[source]
        words = f"sudah selesai sebelumnya ({status})"
        return Result(task.name, DILEWATI, words, source=source, result=result), _nothing
    for original in _originals(task, job):
        with suppress(Refused):
            outcome = _recalculate(original, job)
            if outcome.data == data:  # it was written, and could not be reported
                return _result(task, outcome, source), _nothing
    outcome = _recalculate(data, job)
    return _result(task, outcome, source), partial(_write, task, job, data, outcome.data)


def _nothing() -> None: ...


def _recalculate(data: bytes, job: Job) -> Outcome:
    return recalculate(data, vote=job.vote, slow_lane=slow_lane())


def _is_done(task: Task, job: Job, data: bytes, source: str) -> bool:
    if source not in job.done:
        return False
    there = data if task.in_place else storage.read_if_there(task.target)
    return there is not None and sha256(there) == job.done[source][0]


def _originals(task: Task, job: Job) -> Iterator[bytes]:
    """What stood in the file's place before a run that was cut off, or before a process of this one that died.

    None for results elsewhere: there it still stands."""
    for stamp in (*job.unfinished, job.stamp) if task.in_place else ():
        if original := storage.read_if_there(task.backup(stamp)):
            yield original


def _write(task: Task, job: Job, data: bytes, result: bytes) -> None:
    storage.check_closed(task.target)
    if task.in_place and storage.read(task.source) != data:
        raise Refused("berkas berubah selagi dihitung; ulangi setelah selesai disimpan")
    storage.write(task.target, result, task.backup(job.stamp))


def _result(task: Task, outcome: Outcome, source: str) -> Result:
    changes = outcome.changed
    return Result(
        task.name,
        DITINJAU if outcome.reviewed else DIHITUNG if changes else TETAP,
        words=outcome.reason,
        formulas=outcome.formulas,
        cells=len(changes),
        changed=lines.encode([(f"{sheet}!{ref}", old, new) for (sheet, ref), old, new, _ in changes]),
        crossed=crossed(changes, outcome.jabatan),
        total=largest_total(changes),
        notes=[(str(place), words) for place, words in outcome.notes],
        stale=outcome.stale,
        voted=outcome.voted,
        source=source,
        result=sha256(outcome.data),
    )
