"""What every test may use. The core's tests also run under Python 3.10 with nothing but pytest, hypothesis, tomli."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable

import pytest

MISSING: set[str] = set()


def pytest_configure(config: pytest.Config) -> None:
    """No test, and nothing that a test starts, sees the data that somebody imported on this machine."""
    folder = tempfile.TemporaryDirectory(prefix="angka-kredit-data-")
    os.environ["ANGKA_KREDIT_DATA"] = folder.name  # before the tests are collected: many are made from the data
    config.add_cleanup(folder.cleanup)


@pytest.fixture(scope="session")
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
