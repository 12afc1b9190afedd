"""Folders of workbooks for tests of the batch, and the command as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from click.testing import CliRunner, Result

from angka_kredit.batch.task import HIDDEN
from angka_kredit.cli import main
from sheets import cached, workbook

COMMAND = [sys.executable, "-c", "from angka_kredit.cli import main; main()", "hitung-ulang"]
UNKNOWN = workbook({"B1": '=AK_KUMULATIF("III/z","pmb")'})  # refused: there is no such golongan
CREDIT = "B1"


def credit_file(volume: float) -> bytes:
    """B1 is to become 0.0112 x volume; before, it holds what no function returns."""
    formulas = {CREDIT: '=ANGKA_KREDIT(0.014,A1,"Ahli Muda","pmb","Ahli Madya")', "B2": f"=SUM({CREDIT})"}
    return workbook(formulas, {"A1": volume})


def fill(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Writes these files below the folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def credit(path: Path) -> object:
    return cached(path)[CREDIT]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder that is no state of ours, by its name there; one that goes while read is none."""
    found = {}
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):
            if path.is_file() and HIDDEN not in path.parts:
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def recalculate(*args: object) -> Result:
    return CliRunner().invoke(main, ["hitung-ulang", *map(str, args)])


def start(*args: object, **options: object) -> subprocess.Popen[str]:
    """The command as a process, in a process group of its own."""
    return subprocess.Popen(
        [*COMMAND, *map(str, args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
        **options,  # type: ignore[call-overload]
    )


def kill_readers(pipe: Path, over: threading.Event) -> None:
    """Kills every worker that reads the named pipe, to which nobody writes, until it is `over`.

    A worker that is just being started is still a copy of this process, with the pipe open: it is left alone."""
    writer = os.open(pipe, os.O_RDWR)  # so that a reader waits in its read, where it is seen, and not in its open
    while not over.wait(0.01):
        for process in _others():
            if b"spawn_main" in _command(process) and str(pipe) in _opened(process):
                os.kill(int(process.name), signal.SIGKILL)
    os.close(writer)


def _others() -> list[Path]:
    return [process for process in Path("/proc").glob("[0-9]*") if process.name != str(os.getpid())]


def _command(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""


def _opened(process: Path) -> list[str]:
    try:
        return [str(link.readlink()) for link in (process / "fd").iterdir()]
    except OSError:  # it has ended
        return []
