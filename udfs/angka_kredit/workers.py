"""Other processes of this machine for many files: they end with the one that started them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.resource_tracker import ensure_running
from typing import TypeVar

from .cores import cores

_TRIES = 2  # with all processes, before a dead one is looked for
Task = TypeVar("Task")
Answer = TypeVar("Answer")
Died = TypeVar("Died")


def pool(workers: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")  # the same everywhere, and no lock or thread of ours is copied
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_start)


@contextmanager
def no_interrupts() -> Iterator[None]:
    """While processes are started: Ctrl-C reaches every process of a terminal, and one that is just starting would
    end with a traceback. It waits; the process that starts them hears it after, those that it started never do."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows: a process cannot keep it from another
        yield
        return
    ensure_running()  # multiprocessing's own helper: where it must be started it lets signals through after that
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    """In each process: Ctrl-C is for the one that started it, with which it ends; what is loaded now stays."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_together, daemon=True).start()
    gc.freeze()


def _end_together() -> None:
    """Ends this process when the one that started it was killed: nobody would ever give it work again."""
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def answers(
    work: Callable[[Task], Answer], tasks: Sequence[Task], died: Died, *, few: int, at_once: int
) -> Iterator[tuple[Task, Answer | Died]]:
    """Every task with what `work` answers, as they end; `died` where a process ended on it. `work` raises nothing.

    In this process where there are not `few` tasks for each of two others; else `at_once` of them a turn."""
    workers = min(cores(), len(tasks) // few)
    if workers < 2:
        yield from ((task, work(task)) for task in tasks)
        return
    left = {at: tasks[at : at + at_once] for at in range(0, len(tasks), at_once)}
    for _ in range(_TRIES):  # a process may also have died of something that comes once
        try:
            yield from _together(work, left, workers)
            return
        except BrokenProcessPool:
            continue
    for some in list(left.values()):
        yield from _alone(work, some, died)


def _together(
    work: Callable[[Task], Answer], left: dict[int, Sequence[Task]], workers: int
) -> Iterator[tuple[Task, Answer]]:
    """Takes out of `left` every turn that is done."""
    with pool(workers) as executor:
        try:
            with no_interrupts():
                futures = {executor.submit(_some, work, some): at for at, some in left.items()}
            for future in as_completed(futures):
                found = future.result()
                del left[futures.pop(future)]
                yield from found
        except BaseException:
            executor.shutdown(cancel_futures=True)
            raise


def _some(work: Callable[[Task], Answer], tasks: Sequence[Task]) -> list[tuple[Task, Answer]]:
    return [(task, work(task)) for task in tasks]


def _alone(work: Callable[[Task], Answer], tasks: Sequence[Task], died: Died) -> Sequence[tuple[Task, Answer | Died]]:
    """These in a process of their own; where it dies, each in one of its own: that tells whose fault it is."""
    try:
        with pool(1) as worker:
            return worker.submit(_some, work, tasks).result()
    except BrokenProcessPool:
        if len(tasks) == 1:
            return [(tasks[0], died)]
        return [answer for task in tasks for answer in _alone(work, [task], died)]
