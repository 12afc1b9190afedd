"""Other processes of this machine for many files: they end with the one that started them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.resource_tracker import ensure_running


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
