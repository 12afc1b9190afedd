"""The wheels of a bundle: for Windows (amd64), whatever computer this runs on; pinned by version and checksum.

pip reads a package's conditions ('only on Windows') for the computer that it runs on, so what Windows needs besides is
named here, and `missing` proves that nothing else is."""

from __future__ import annotations

import email
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from email.message import Message
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYTHON = ("3.11", "3.12")
WINDOWS = ("colorama", "pywin32", "tzdata")
OURS, EXTRA = "angka-kredit", "excel"
_HEADING = "# Made by: python addin/windows/bundle.py --kunci. For win_amd64, Python {}; not ours.\n"


def download(pins: Path, python: str, folder: Path) -> None:
    """Puts the pinned wheels into the folder; pip refuses one whose checksum differs."""
    _pip(python, folder, "--no-deps", "--require-hashes", "--requirement", str(pins))


def pins(paket: Path, python: str) -> str:
    """The requirements that our wheel resolves to now, each with its checksum."""
    with tempfile.TemporaryDirectory() as name:
        _pip(python, Path(name), f"{paket}[{EXTRA}]", *WINDOWS)
        lines = []
        for wheel in sorted(Path(name).glob("*.whl")):
            facts = _metadata(wheel)
            if canonicalize_name(facts["Name"]) != OURS:
                check = hashlib.sha256(wheel.read_bytes()).hexdigest()
                lines.append(f"{canonicalize_name(facts['Name'])}=={facts['Version']} --hash=sha256:{check}\n")
    return _HEADING.format(python) + "".join(lines)


def missing(wheels: Sequence[Path], python: str) -> list[str]:
    """In words, what the wheels need on Windows and do not find among themselves."""
    facts = {canonicalize_name(found["Name"]): found for found in map(_metadata, wheels)}
    if OURS not in facts:
        return ["paket Angka Kredit sendiri tidak ada"]
    return [
        f"{name} memerlukan {needed}"
        for name, found in facts.items()
        for needed in _needs(found, python, EXTRA if name == OURS else "")
        if not _met(needed, facts.get(canonicalize_name(needed.name)))
    ]


def _met(needed: Requirement, found: Message | None) -> bool:
    return found is not None and needed.specifier.contains(found["Version"], prereleases=True)


def _needs(facts: Message, python: str, extra: str) -> Iterator[Requirement]:
    """What a package requires on Windows with this Python."""
    windows = {
        "os_name": "nt",
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "python_version": python,
        "python_full_version": f"{python}.0",
        "extra": extra,
    }
    for line in facts.get_all("Requires-Dist") or ():
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate(windows):
            yield needed


def _metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return email.message_from_bytes(archive.read(name))


def _pip(python: str, folder: Path, *wanted: str) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    target = ["--platform", "win_amd64", "--only-binary=:all:", "--python-version", python, "--dest", str(folder)]
    done = subprocess.run([*command, *target, *wanted], capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"pip tidak dapat mengambil paketnya: {done.stderr.strip()[-500:]}")
