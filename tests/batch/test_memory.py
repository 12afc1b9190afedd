"""A process that does file after file does not grow: an engine's workbook goes when it is done."""

from __future__ import annotations

import subprocess
import sys

from sheets import workbook

ROWS = 500
MOST = 4 * 2**20  # bytes; a workbook that stayed would be a third of a megabyte, and 40 pass by
PROGRAM = """
import gc, resource, sys
from pathlib import Path
from angka_kredit.recalc.run import recalculate

def size():
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()

data = sys.stdin.buffer.read()
for _ in range(40):
    recalculate(data)
before = size()
for _ in range(40):
    recalculate(data)
print(size() - before)
"""


def test_memory_stays_flat() -> None:
    rows = range(1, ROWS + 1)
    formulas = {f"B{row}": f'=ANGKA_KREDIT(0.014,A{row},"Ahli Muda","pmb","Ahli Madya")' for row in rows}
    data = workbook(formulas, {f"A{row}": row for row in rows})
    told = subprocess.run([sys.executable, "-c", PROGRAM], input=data, capture_output=True, check=True)
    assert int(told.stdout) < MOST
