"""The bar that a person sees at a terminal: files done, files a second, time left."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

from folders import COMMAND, credit_file, fill


def test_the_bar_tells_speed_and_time_left(tmp_path: Path) -> None:
    data = credit_file(1)
    for files in (300, 1200, 4800):  # the bar knows its speed after a second: a fast machine needs more files
        folder = fill(tmp_path / f"in{files}", {f"{number}.xlsx": data for number in range(files)})
        start = time.monotonic()
        seen = _at_a_terminal(folder, tmp_path / f"out{files}")
        if time.monotonic() - start > 4:
            break
    assert re.search(rb"[0-9]+/%d  00:00:[0-9]{2}  [0-9]+,[0-9] berkas/detik" % files, seen)
    assert b"%d/%d" % (files, files) in seen


def _at_a_terminal(folder: Path, out: Path) -> bytes:
    """What a person sees while the folder is recalculated."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, folder, "--keluar", out],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    os.close(theirs)
    seen = b""
    while chunk := _read(ours):
        seen += chunk
    assert process.wait() == 0
    return seen


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other side was closed
        return b""
