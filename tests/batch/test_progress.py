"""The bar that a person sees at a terminal: files done, files a second, time left."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from folders import COMMAND, credit_file, fill


def test_the_bar_tells_speed_and_time_left(tmp_path: Path) -> None:
    data = credit_file(1)
    folder = fill(tmp_path / "in", {f"{number}.xlsx": data for number in range(300)})
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, folder, "--keluar", tmp_path / "out"],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    os.close(theirs)
    seen = b""
    while chunk := _read(ours):
        seen += chunk
    assert process.wait() == 0
    assert re.search(rb"[0-9]+/300  00:00:[0-9]{2}  [0-9]+,[0-9] berkas/detik", seen)
    assert b"300/300" in seen


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other side was closed
        return b""
