"""One workbook from its address to its result: what every process of a run does, here or on a cluster."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from time import perf_counter
from traceback import extract_tb

from .. import positions
from ..errors import Refused
from ..recalc.run import Outcome, recalculate
from ..recalc.slow_lane import SlowLane
from ..regulations.sources import sha256
from . import storage
from .crossed import crossed, largest_total
from .result import DIHITUNG, DILEWATI, DITINJAU, DITOLAK, TETAP, Result
from .snapshot import identity, key
from .task import Job, Task

_CELL = re.compile(r"sel (.+?![A-Z]{1,3}[0-9]+)\b")


def work(task: Task, job: Job) -> Result:
    """The file done, or the reason why not; it never raises for a file's sake."""
    start = perf_counter()
    try:
        result = _work(task, job)
    except Refused as refused:
        words = str(refused).rstrip(".")
        cell = _CELL.match(words)
        result = Result(task.name, DITOLAK, words, cell[1] if cell else "")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # an engine's panic is no Exception; its words may hold a cell's content
        last = extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {last.filename.rpartition('/')[2]}:{last.lineno}"
        result = Result(task.name, DITOLAK, f"program ini gagal padanya ({where}); mohon laporkan")
    result.seconds = round(perf_counter() - start, 4)
    return result


@cache
def identity_key(vote: bool) -> str:
    """The identity of this process, by the data as they stand when it first asks: they are loaded then."""
    positions.all_jabatan()
    return key(identity(vote))


@cache
def slow_lane() -> SlowLane:
    """LibreOffice for this process, started when a file needs it; to be closed at the end."""
    return SlowLane()


def _work(task: Task, job: Job) -> Result:
    if identity_key(job.vote) != job.key:
        raise Refused("program, mesin, atau data peraturan di proses ini lain dari yang memulai perhitungan; ulangi")
    storage.check_closed(task.source)
    data = storage.read(task.source)
    source = sha256(data)
    if _is_done(task, job, data, source):
        result, status = job.done[source]
        return Result(task.name, DILEWATI, f"sudah selesai sebelumnya ({status})", source=source, result=result)
    for original in _originals(task, job):
        with suppress(Refused):
            outcome = _recalculate(original, job)
            if outcome.data == data:  # it was written, and could not be reported
                return _result(task, outcome, source)
    outcome = _recalculate(data, job)
    _write(task, job, data, outcome.data)
    return _result(task, outcome, source)


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
        changed=[(str(change.place), change.old, change.new) for change in changes],
        crossed=crossed(changes, outcome.jabatan),
        total=largest_total(changes),
        notes=[(str(place), words) for place, words in outcome.notes],
        stale=outcome.stale,
        voted=outcome.voted,
        source=source,
        result=sha256(outcome.data),
    )
