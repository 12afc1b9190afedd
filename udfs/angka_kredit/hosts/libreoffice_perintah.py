"""What LibreOffice's own Python cannot do, done by the installed command: its engines cannot travel in an add-in."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..errors import Refused
from ..regulations.sources import data_folder
from .tindakan import Kemajuan, SelRencana
from .tindakan.bersama import BUKU

TIDAK_ADA = (
    "tombol ini memerlukan program angka-kredit, yang tidak ditemukan di komputer ini: mesin hitungnya tidak dapat "
    "dibawa di dalam LibreOffice. Pasang program itu, jalankan 'angka-kredit pasang libreoffice', lalu ulangi"
)
_SECONDS = 0.3  # between two looks at how far it is
_OFFICE = ("PYTHON", "VIRTUAL_ENV", "PYENV", "LD_LIBRARY_PATH", "URE_", "UNO_")  # what the office set for itself
_MODUL = ("-m", "angka_kredit")
_NO_WINDOW = 0x08000000  # Windows: no black window


def catat_python(folder: Path | None = None, pengaya: str = "") -> None:
    """Notes, for the buttons, which Python has the command: this one; and the checksum of the add-in put in."""
    if path := _note(folder):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{sys.executable}\n{pengaya}", encoding="utf-8")


def tercatat(pengaya: str) -> bool:
    """Whether just that is noted already."""
    return _lines() == [sys.executable, pengaya]


def lupakan_python(folder: Path | None = None) -> None:
    """Removes that note."""
    if path := _note(folder):
        path.unlink(missing_ok=True)


def python_tercatat() -> Path | None:
    """The Python that was noted, whether it is there or not."""
    words = next(iter(_lines()), "").strip()
    return Path(words) if words else None


def perintah() -> list[str]:
    """The command: of the Python that was noted, else the one in PATH. Refused, in words, where there is none."""
    python = python_tercatat()
    if python and python.is_file():
        return [str(python), *_MODUL]
    found = shutil.which("angka-kredit")
    if found is None:
        raise Refused(TIDAK_ADA)
    return [found]


def hitung_folder(asal: Path, hasil: Path, laporan: Path, maju: Kemajuan) -> list[str]:
    """hitung-ulang of a folder; its summary, line by line. Refused where it did not run."""
    total, before = len(_workbooks(asal)), _workbooks(hasil)
    given = ["hitung-ulang", str(asal), "--keluar", str(hasil), "--laporan", str(laporan)]

    def tick() -> None:
        written = _workbooks(hasil).items() - before.items()
        maju(min(len(written), total), total)

    return _run(given, tick, (0, 1))  # 1: some files were refused


def bekukan(berkas: Path, tujuan: Path) -> str:
    """The frozen copy of a file; what the command says of it. Refused where it says no."""
    return "\n".join(_run(["bekukan", str(berkas), "--keluar", str(tujuan)], lambda: None, (0,)))


def rencana_rumus(berkas: Path) -> list[SelRencana]:
    """The plan of pasang-rumus for a file. Refused where it says no."""
    lines = _run(["pasang-rumus", str(berkas), "--json"], lambda: None, (0,))
    found: list[dict[str, Any]] = json.loads(lines[-1])
    return [SelRencana(**{**each, "sel": tuple(each["sel"])}) for each in found]


def _run(given: Sequence[str], tick: Callable[[], None], fine: Sequence[int]) -> list[str]:
    with tempfile.TemporaryFile() as said, _started([*perintah(), *given], said) as process:
        try:
            while not _ended(process):
                tick()
        except BaseException:
            _stop(process)
            raise
        said.seek(0)
        lines = said.read().decode("utf-8", "replace").splitlines()
    if process.returncode not in fine:
        raise Refused(" ".join(lines[-2:]) or "perintah angka-kredit tidak berjalan")
    return lines


def _started(command: list[str], said: Any) -> subprocess.Popen[bytes]:
    """In a clean environment: the office's own settings would lead another Python astray."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(_OFFICE)}
    windows = sys.platform == "win32"
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        env={**kept, "PYTHONUTF8": "1"},
        creationflags=_NO_WINDOW if windows else 0,
        start_new_session=not windows,
    )


def _ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """As Ctrl+C: the file at hand is finished and the journal kept; where there is no Ctrl+C, at once."""
    if sys.platform == "win32":
        process.terminate()
    else:
        os.killpg(process.pid, signal.SIGINT)


def _lines() -> list[str]:
    try:
        path = _note(None)
        return path.read_text(encoding="utf-8").splitlines() if path and path.is_file() else []
    except (OSError, UnicodeDecodeError):
        return []


def _note(folder: Path | None) -> Path | None:
    base = folder or data_folder()
    return base / "libreoffice-python.txt" if base else None


def _workbooks(folder: Path) -> dict[Path, int]:
    """The workbooks below a folder, each with the time of its last change."""
    found = {}
    for path in folder.rglob("*"):
        if path.suffix.lower() in BUKU:
            with suppress(FileNotFoundError):  # replaced just now
                found[path] = path.stat().st_mtime_ns
    return found
