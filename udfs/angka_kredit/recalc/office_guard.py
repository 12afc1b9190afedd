"""Runs a program in a process group of its own, and ends all of it when whoever started this is gone.

    python office_guard.py FOLDER PROGRAM ARGUMENT...

The starter holds this process's standard input open; at its end (closed, or the starter killed) the group is killed and
FOLDER removed. It is a script of its own, not imported: LibreOffice starts further processes, which a plain kill of
the first would leave behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading


def main() -> int:
    folder, *command = sys.argv[1:]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    left = threading.Event()

    def watch() -> None:
        sys.stdin.buffer.read()
        left.set()
        kill(process)
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    code = process.wait()
    kill(process)
    if left.is_set():
        watching.join()
    return code


def kill(process: subprocess.Popen[bytes]) -> None:
    """Ends whatever is left of the process and of those it started."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


if __name__ == "__main__":
    sys.exit(main())
