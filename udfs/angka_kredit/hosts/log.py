"""What the buttons did, in a small file that a person may send: no cell's content, no file's name, no message.

One line an event. An error is its kind and where in our own code it arose."""

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from .._version import __version__
from ..regulations.sources import data_folder

LARGEST = 100_000  # bytes; then a new file begins, and the one before it stays
_PACKAGE = Path(__file__).parents[1]


def log_file() -> Path | None:
    """Where the log stands; None where this machine has no folder for it."""
    folder = data_folder()
    return folder / "log" / "angka-kredit.log" if folder else None


def catat(kunci: str, akhir: str, detik: float = 0.0, galat: BaseException | None = None) -> None:
    """Adds a line; a log that cannot be written stops nobody."""
    path, python = log_file(), ".".join(map(str, sys.version_info[:3]))
    if path is None:
        return
    time = datetime.now().isoformat(" ", "seconds")
    line = f"{time} {__version__} {sys.platform} python {python} {kunci} {akhir} {detik:.1f} s{_where(galat)}\n"
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size + len(line) > LARGEST:
            path.replace(path.with_suffix(".lama.log"))
        with path.open("a", encoding="utf-8") as file:
            file.write(line)


def _where(galat: BaseException | None) -> str:
    """The error's kind and our own frames, the innermost last: ' Refused recalc/run.py:54 recalc/loaded.py:158'."""
    if galat is None:
        return ""
    frames = traceback.extract_tb(galat.__traceback__)
    ours = [(Path(frame.filename), frame.lineno) for frame in frames]
    places = [f"{path.relative_to(_PACKAGE).as_posix()}:{n}" for path, n in ours if path.is_relative_to(_PACKAGE)]
    return " ".join(["", type(galat).__name__, *places])
