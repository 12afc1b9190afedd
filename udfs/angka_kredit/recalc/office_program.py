"""The LibreOffice of this computer: where it is, which version, and how it is started."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType

from ..errors import Refused
from ..resources import folder

EARLIEST = (25, 2)  # the first version that reads our function names in an .xlsx
HEADLESS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_GUARD = Path(__file__).with_name("office_guard.py")
_USUAL = (r"C:\Program Files\LibreOffice\program\soffice.exe", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_KEPT = ("HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "WINDIR", "USERPROFILE", "APPDATA", "LOCALAPPDATA")


def environment() -> dict[str, str]:
    """Nothing of a virtual environment or pyenv: the office's own Python would take it for its home."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PATH": os.defpath, "LC_ALL": "C.UTF-8"}


@cache
def program() -> str | None:
    """Where soffice is; None where it is nowhere usual."""
    return shutil.which("soffice") or next((path for path in _USUAL if Path(path).exists()), None)


@cache
def version(office: str) -> tuple[int, ...]:
    """(25, 2); zeros where it does not say."""
    said = subprocess.run([office, "--version"], capture_output=True, env=environment(), check=False).stdout
    found = re.search(rb"LibreOffice ([0-9]+)\.([0-9]+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def builder() -> ModuleType:
    """addin/libreoffice/build.py: a script, in no package."""
    spec = importlib.util.spec_from_file_location("libreoffice_build", folder("addin") / "libreoffice" / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def profile(folder: Path) -> str:
    """The argument that keeps the person's own profile out of it."""
    return f"-env:UserInstallation={folder.as_uri()}"


def write_settings(profile: Path, settings: Mapping[tuple[str, str], str]) -> None:
    """A new profile with these settings: (path, name) -> value."""
    items = "".join(
        f'<item oor:path="{place}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for (place, name), value in settings.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def run(folder: Path, command: Sequence[str], seconds: float) -> None:
    """Runs the office to its end. Refused after `seconds`; whoever leaves early, all it started and `folder` go."""
    with subprocess.Popen(
        [sys.executable, "-I", str(_GUARD), str(folder), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    ) as guard:  # it ends the office as soon as we let go of its input
        try:
            guard.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Refused(f"LibreOffice tidak selesai dalam {seconds:g} detik") from None
