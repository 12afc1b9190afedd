"""What every test may use. The core's tests also run under Python 3.10 with nothing but pytest, hypothesis, tomli."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest

MISSING: set[str] = set()


@pytest.fixture
def need_program() -> Callable[[str], str]:
    """Path of a program outside Python; skips without it, fails where CI is set."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path:
            return path
        MISSING.add(name)
        if os.environ.get("CI"):
            pytest.fail(f"CI needs the program {name}")
        pytest.skip(f"program {name} is not installed")

    return find


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for name in sorted(MISSING):
        terminalreporter.write_line(f"MISSING PROGRAM: {name} (tests that need it were skipped)")
