"""Puts the add-in into LibreOffice and takes it out again, by LibreOffice's own tool for extensions, unopkg."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .._version import __version__
from ..errors import Refused
from ..files import read, reason
from ..recalc.office_program import EARLIEST, builder, environment, program, version
from ..regulations.sources import sha256
from .libreoffice_perintah import catat_python, lupakan_python, python_tercatat, tercatat

ID = "id.angkakredit"
OXT = "angka_kredit.oxt"
SECONDS = 300
ULANG = "jalankan: angka-kredit pasang libreoffice"
_VERSION = re.compile(rf"Identifier: {re.escape(ID)}\s+Version: (\S+)")


def unopkg() -> list[str]:
    """The command of the LibreOffice of this computer. Refused, in words, where there is none fit for the add-in."""
    office = program()
    if office is None:
        raise Refused("LibreOffice tidak ditemukan di komputer ini; pasang LibreOffice 25.2 atau yang lebih baru")
    found = version(office)
    if found < EARLIEST:
        raise Refused(f"LibreOffice {_dotted(found)} terlalu lama; perlu 25.2 atau yang lebih baru")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        raise Refused("LibreOffice tidak memasang pengaya untuk root; jalankan sebagai pengguna biasa")
    name = "unopkg.com" if sys.platform == "win32" else "unopkg"
    return [str(Path(office).resolve().with_name(name))]


@contextmanager
def pengaya() -> Iterator[Path]:
    """The add-in as a file, built from the package's own sources."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / OXT
        builder().write_oxt(path)
        yield path


def pasang(command: Sequence[str], oxt: Path) -> list[str]:
    """Adds the add-in, in the place of one of ours; other extensions stay as they are.

    Always: LibreOffice also lists an add-in whose files are damaged."""
    check = sha256(read(oxt))
    same = tercatat(check) and terpasang(command) == __version__
    _add(command, oxt)
    if terpasang(command) != __version__:
        raise Refused("LibreOffice tidak mencatat pengaya ini; tutup semua jendela LibreOffice, lalu ulangi")
    try:
        catat_python(pengaya=check)
    except OSError as error:
        raise Refused(f"pengaya terpasang, tetapi letak Python tidak dapat dicatat: {reason(error)}") from None
    if same:
        return ["Sudah terpasang; dimasukkan ulang tanpa perubahan."]
    return [f"Terpasang di LibreOffice: Angka Kredit {__version__}.", "Tutup LibreOffice bila terbuka, lalu buka lagi."]


def _add(command: Sequence[str], oxt: Path) -> None:
    given = ("add", "--force", "--suppress-license", str(oxt))
    try:
        _run(command, *given)
    except Refused:  # also where files of the one before are missing
        if terpasang(command) is None:
            raise
        _run(command, "remove", ID)
        _run(command, *given)


def lepas(command: Sequence[str]) -> list[str]:
    """Removes the add-in, and nothing else."""
    lupakan_python()
    if terpasang(command) is None:
        return ["Angka Kredit tidak terpasang di LibreOffice."]
    _run(command, "remove", ID)
    return ["Dilepas dari LibreOffice. Tutup LibreOffice bila terbuka."]


def terpasang(command: Sequence[str]) -> str | None:
    """The version of the installed add-in."""
    found = _VERSION.search(_run(command, "list"))
    return found[1] if found else None


def status() -> Iterator[tuple[str, str]]:
    """(what is so, what to do about it: '' where nothing)."""
    if office := program():
        yield f"LibreOffice {_dotted(version(office))}: {office}", ""
    try:
        found = terpasang(unopkg())
    except Refused as why:
        yield f"Pengaya LibreOffice tidak dapat diperiksa: {why}.", f"untuk LibreOffice: {why}"
        return
    yield f"Pengaya LibreOffice: {found or 'belum terpasang'}", "" if found == __version__ else ULANG
    python = python_tercatat()
    if found and not python:
        yield "Program untuk Bekukan Salinan dan Hitung Ulang Folder di LibreOffice: belum dicatat", ULANG
    elif python and not python.is_file():
        yield f"Python yang dicatat untuk LibreOffice tidak ada lagi: {python}", ULANG


def _dotted(found: Sequence[int]) -> str:
    return ".".join(map(str, found))


def _run(command: Sequence[str], *arguments: str) -> str:
    """What unopkg says. Refused where it fails. In a clean environment, or the office's Python does not start."""
    own = {name: os.environ[name] for name in ("XDG_CONFIG_HOME", "DISPLAY") if name in os.environ}
    try:
        done = subprocess.run(
            [*command, *arguments],
            capture_output=True,
            env=environment() | own,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refused(f"unopkg milik LibreOffice tidak dapat dijalankan ({type(error).__name__})") from None
    if done.returncode:
        raise Refused(f"LibreOffice menolak: {_reason(done.stderr.decode('utf-8', 'replace'))}")
    return done.stdout.decode("utf-8", "replace")


def _reason(said: str) -> str:
    lines = [line.removeprefix("ERROR: ").strip() for line in said.splitlines() if line.startswith("ERROR: ")]
    return lines[0].rstrip(".") if lines else said.strip()[-200:] or "tanpa keterangan"
