"""The same work on a Dask cluster: its processes read and write the addresses themselves, a few dozen files a task."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from importlib import import_module
from typing import Any

from ..errors import Refused
from .result import DITOLAK, Result
from .task import Job, Task
from .work import work

FILES_A_TASK = 64
_CONNECT = "10s"
_DIED = "proses klaster berhenti mendadak pada berkas ini; berkas lain diteruskan"


def work_all(tasks: Sequence[Task], job: Job) -> list[Result]:
    """What one task of the cluster does."""
    return [work(task, job) for task in tasks]


def run_on_cluster(
    tasks: Sequence[Task], job: Job, stopped: Callable[[], bool], address: str
) -> Generator[tuple[Task, Result], None, None]:
    """Every task with its result, as they end. Once `stopped()`, what has not begun does not begin.

    Refused where there is no cluster at the address."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise Refused("--dask memerlukan: pip install 'dask[distributed]>=2024.8' 'fsspec>=2024.6'") from None
    try:
        client = distributed.Client(address, timeout=_CONNECT)
    except (OSError, ValueError) as error:
        raise Refused(f"klaster {address} tidak dapat dihubungi ({type(error).__name__})") from None
    with client:
        shared = client.submit(_same, job, pure=False)  # scattered data would be lost with the process that holds it
        parts = {_submit(client, part, shared): part for part in _parts(tasks)}
        suspects: list[Task] = []
        for future in distributed.as_completed(list(parts)):
            if stopped():
                client.cancel(list(parts))
                return
            part = parts.pop(future)
            if future.status == "finished":
                yield from zip(part, future.result(), strict=True)
            else:
                suspects += part
        for task in suspects:  # one at a time: a process that dies fails all that it was to do
            if stopped():
                return
            yield task, _alone(client, task, shared)


def _alone(client: Any, task: Task, shared: Any) -> Result:
    future = _submit(client, [task], shared)
    error = future.exception()
    if error is None and future.status == "finished":
        result: Result = future.result()[0]
        return result
    words = _DIED if type(error).__name__ == "KilledWorker" else f"klaster gagal padanya ({type(error).__name__})"
    return Result(task.name, DITOLAK, words)


def _same(job: Job) -> Job:
    return job


def _submit(client: Any, part: Sequence[Task], job: Any) -> Any:
    return client.submit(work_all, part, job, pure=False)


def _parts(tasks: Sequence[Task]) -> Iterator[Sequence[Task]]:
    for start in range(0, len(tasks), FILES_A_TASK):
        yield tasks[start : start + FILES_A_TASK]
