"""The life of one process of a run: warm, then file after file; while one file goes to the disk the next is computed.

It sends None when it can take a file (the first time: that it has started), and the results in the files' order."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib.util import find_spec, module_from_spec
from itertools import count
from multiprocessing.connection import Connection
from threading import Lock

from .result import Result
from .task import Job

_FILES_PER_LOOK = 50  # between two looks through everything that a process keeps
_SWITCH = 0.0005  # seconds; the thread at the disk needs the interpreter often, and each time for an instant


def serve(pipe: Connection, job: Job) -> None:
    """Does files until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one decides
    sys.setswitchinterval(_SWITCH)
    _make_hollow("openpyxl")
    from .work import begin, identity_key, slow_lane

    identity_key(job.vote)
    gc.freeze()  # what is loaded now stays
    gc.disable()  # going through it at odd times costs 2 ms a file
    lock = Lock()
    with suppress(EOFError, OSError), slow_lane(), ThreadPoolExecutor(1) as disk:
        last = disk.submit(_tell, pipe, lock, lambda: None)
        for number in count(1):
            finish = begin(pipe.recv(), job)
            last.result()  # one file at most waits for the disk
            last = disk.submit(_tell, pipe, lock, finish)
            _send(pipe, lock, None)
            # a workbook in an engine is large, and few objects: Python would wait for more; what is older is kept
            # on purpose, and looking through all of that takes milliseconds
            gc.collect(0 if number % _FILES_PER_LOOK else 2)


def _tell(pipe: Connection, lock: Lock, finish: Callable[[], Result | None]) -> None:
    result = finish()
    with suppress(OSError):  # nobody asks any more
        _send(pipe, lock, result)


def _send(pipe: Connection, lock: Lock, message: Result | None) -> None:
    with lock:
        pipe.send(message)


def _make_hollow(package: str) -> None:
    """Only modules of the package that are asked for by name are loaded: openpyxl loads itself whole, and numpy and
    lxml with it, where its tokenizer is all that is wanted."""
    spec = find_spec(package)
    assert spec is not None
    sys.modules[package] = module_from_spec(spec)
