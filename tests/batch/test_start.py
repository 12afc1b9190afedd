"""What the command and its processes load before the first file: every library more is time and memory for each."""

from __future__ import annotations

import os
import subprocess
import sys

LARGE = {"numpy", "pandas", "lxml", "xlsxwriter", "openpyxl.workbook", "distributed", "fsspec"}
COMMAND = "import angka_kredit.cli, angka_kredit.batch.cli"
PROCESS = "from angka_kredit.batch import process; process._make_hollow('openpyxl'); import angka_kredit.batch.work"


def loaded(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_command_starts_without_engine_and_rules() -> None:
    assert not loaded(COMMAND) & {
        *LARGE,
        "urllib.request",
        "openpyxl",
        "formualizer",
        "ironcalc",
        "angka_kredit.functions",
    }


def test_a_process_loads_its_engine_and_no_library_whole() -> None:
    found = loaded(PROCESS)
    assert "formualizer" in found and "openpyxl.formula.tokenizer" in found
    assert not found & LARGE
