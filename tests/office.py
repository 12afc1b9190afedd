"""A real, headless LibreOffice with the add-in, for tests: workbooks in, recalculated values out.

LibreOffice can start without the add-in and keep whatever was cached in the cells. So every run also calculates a
probe workbook, and refuses to answer when the probe does not show the version of the package under test."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from angka_kredit import __version__
from angka_kredit.recalc.office_program import builder
from terbaca import Cells, Terbaca, Value

SEED = -987654321  # cached in every formula cell of our test files: no function of ours returns it

Settings = Mapping[str, Mapping[str, str]]  # place in LibreOffice's configuration -> property -> value

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
# Otherwise LibreOffice trusts the cached values of files that it did not write.
RECALCULATE_ALWAYS = {"/org.openoffice.Office.Calc/Formula/Load": {"OOXMLRecalcMode": "0"}}


class OfficeError(AssertionError):
    """LibreOffice did not do what was asked; its values are not to be trusted."""


def recalculate(files: Sequence[Path], work: Path, timeout: float = 120) -> list[Cells]:
    """The values of every file after a full recalculation, in the order of `files`.

    One LibreOffice process for all of them. `work` is an empty folder of the test's own."""
    given, done = work / "given", work / "done"
    given.mkdir(parents=True)
    names = [given / f"{number:04}{file.suffix}" for number, file in enumerate(files)]
    for file, name in zip(files, names, strict=True):
        shutil.copyfile(file, name)
    probe = _write_probe(given / "probe.xlsx")
    arguments = ["--headless", "--convert-to", "xlsx", "--outdir", str(done), *map(str, [probe, *names])]
    _run(arguments, work, build_addin(work), timeout)
    _check_probe(done / probe.name)
    return [_read(done / name.with_suffix(".xlsx").name) for name in names]


def start(
    arguments: Sequence[str],
    work: Path,
    addin: Path,
    settings: Settings,
    environment: Mapping[str, str],
) -> subprocess.Popen[bytes]:
    """Starts LibreOffice in a process group of its own, with a fresh profile in `work`, whose settings are given."""
    profile = work / "profile"
    _write_settings(profile / "user" / "registrymodifications.xcu", settings)
    with (work / "office.log").open("wb") as log:
        return subprocess.Popen(
            [
                shutil.which("soffice") or "soffice",
                *("--norestore", "--nologo", "--nodefault", "--nolockcheck"),
                f"-env:UserInstallation={profile.resolve().as_uri()}",
                f"-env:BUNDLED_EXTENSIONS={addin.resolve().as_uri()}",
                *arguments,
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )


def clean_environment() -> dict[str, str]:
    """Nothing of a virtual environment or pyenv: the office's own Python would take it for its home."""
    kept = {name: os.environ[name] for name in ("HOME", "TMPDIR", "ANGKA_KREDIT_DATA") if name in os.environ}
    return {**kept, "PATH": "/usr/bin:/bin"}


def uno_python() -> str | None:
    """A Python of this version that has UNO, as the office's packages bring it."""
    for path in (sys.executable, "/usr/bin/python3"):
        code = "import sys, uno; assert sys.version_info >= (3, 11)"
        if Path(path).exists() and not subprocess.run([path, "-c", code], capture_output=True, check=False).returncode:
            return path
    return None


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """Ends whatever is left of the process and of those it started (soffice starts soffice.bin)."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def build_addin(work: Path) -> Path:
    """Builds the add-in of the package under test; returns the folder for `start`."""
    unpacked: Path = builder().write_unpacked(work / "addin")
    return unpacked.parent


def _run(arguments: Sequence[str], work: Path, addin: Path, timeout: float) -> None:
    """Runs LibreOffice to its end; at `timeout` kills it with all it started."""
    process = start(arguments, work, addin, RECALCULATE_ALWAYS, clean_environment())
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        raise OfficeError(f"LibreOffice did not end within {timeout} s") from None
    finally:
        kill_group(process)
    if process.returncode:
        raise OfficeError(f"LibreOffice ended with {process.returncode}: {(work / 'office.log').read_text()}")


def _write_settings(path: Path, settings: Settings) -> None:
    items = [
        f'<item oor:path="{place}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for place, values in settings.items()
        for name, value in values.items()
    ]
    path.parent.mkdir(parents=True)
    path.write_text(_SETTINGS.format(items="\n".join(items)), encoding="utf-8")


def _write_probe(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Probe").write_formula("A1", "=VERSI_ANGKA_KREDIT()", value=SEED)
    return path


def _check_probe(path: Path) -> None:
    shown: Value | None = _read(path).get(("Probe", "A1"))
    if shown != __version__:
        raise OfficeError(f"LibreOffice runs without the add-in: the probe shows {shown!r}, not {__version__!r}")


def _read(path: Path) -> Cells:
    if not path.exists():
        raise OfficeError(f"LibreOffice wrote no {path.name}")
    cells = Terbaca(path).values
    kept = [f"{sheet}!{cell}" for (sheet, cell), value in cells.items() if value == SEED]
    if kept:
        raise OfficeError(f"LibreOffice did not calculate {', '.join(kept[:5])} of {path.name}")
    return cells
