"""A computation in a process of its own, with a bound on its memory: what it answers, in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MEBIBYTE = 2**20
_PROGRAM = """
import resource, sys
from pathlib import Path
from angka_kredit.errors import Refused
from angka_kredit.recalc.run import recalculate
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
try:
    print("SELESAI", len(recalculate(Path(sys.argv[1]).read_bytes()).data))
except Refused as reason:
    print("DITOLAK", reason)
"""


def recalculated(path: Path, mebibytes: int, seconds: float = 120) -> str:
    """'SELESAI ...' or 'DITOLAK ...'; a failure of the test where it needs more memory or does not end."""
    program = _PROGRAM.format(memory=mebibytes * MEBIBYTE)
    done = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, text=True, timeout=seconds, check=False
    )
    assert done.returncode == 0, (done.returncode, done.stderr[-2000:])
    return done.stdout
