"""Puts the add-in into Excel and takes it out again: files in the user's own folders, no registry, no admin rights.

The .xlam stands in XLSTART, from where Excel opens it at every start, trusted. Excel opens *everything* that lies
there, so nothing of ours stands beside it: which Python to use is written in the user's data folder."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from ..errors import Refused
from ..files import check_closed, make_folder, read, reason, remove_temporary, replace
from ..regulations.sources import sha256
from ..resources import folder
from .excel_vba import PASANG

NAMA, PYTHON, LOG = "angka_kredit.xlam", "excel-python.txt", "log"
XLWINGS = "0.37.8"  # the VBA names the DLL of this version
PUSTAKA = (f"xlwings64-{XLWINGS}.dll", f"xlwings32-{XLWINGS}.dll")
ANSI = "mbcs" if sys.platform == "win32" else "utf-8"  # VBA reads text files in Windows' own code page


@dataclass(frozen=True)
class Tempat:
    """Where things stand: Excel's start folder, our data folder, the python.exe that Excel shall use."""

    xlstart: Path
    data: Path
    python: Path


def tempat() -> Tempat:
    """Those of this user. Refused where this is no Windows: Excel elsewhere has no cell functions in Python."""
    roaming, local = os.environ.get("APPDATA"), os.environ.get("LOCALAPPDATA")
    if sys.platform != "win32" or not roaming or not local:
        raise Refused("Excel dengan fungsi Python hanya ada di Windows; di sini pakai: angka-kredit pasang libreoffice")
    python = Path(sys.executable).with_name("python.exe")  # not pythonw.exe
    return Tempat(Path(roaming) / "Microsoft" / "Excel" / "XLSTART", Path(local) / "AngkaKredit", python)


def addin() -> Path:
    """The built add-in that travels with the package."""
    return folder("addin") / "excel" / NAMA


def pasang(di: Tempat, xlam: Path) -> list[str]:
    """Puts all in place, and says what it did. Doing it again changes nothing. Refused, in words, where it cannot."""
    _not_of_the_store(di.python)
    python = _spelled(di.python)
    data = read(xlam)
    if not di.python.is_file():
        raise Refused(f"python.exe tidak ada di {di.python.parent}")
    check_closed(di.xlstart / NAMA)
    try:
        make_folder(di.xlstart)
        make_folder(di.data / LOG)
        remove_temporary(di.xlstart)  # Excel would open what a killed run left there
        _copy_libraries(di.python)
    except OSError as error:
        raise Refused(f"tidak dapat dipasang: {reason(error)}") from None
    if not any(_library(di.python, name) for name in PUSTAKA):
        raise Refused(
            f"xlwings {XLWINGS} belum ada untuk Python ini; jalankan pip install xlwings=={XLWINGS}, lalu ulangi"
        )
    changed = [_put(di.data / PYTHON, python), _put(di.xlstart / NAMA, data)]  # the add-in last: it needs the rest
    if not any(changed):
        return ["Sudah terpasang; tidak ada yang berubah."]
    return [f"Terpasang: {di.xlstart / NAMA}", "Tutup Excel bila terbuka, lalu buka lagi; pita 'Angka Kredit' muncul."]


def lepas(di: Tempat) -> list[str]:
    """Takes away what `pasang` put there, and nothing else; imported data and the log stay."""
    there = [path for path in (di.xlstart / NAMA, di.data / PYTHON) if path.exists()]
    check_closed(di.xlstart / NAMA)
    try:
        remove_temporary(di.xlstart)
        for path in there:
            path.unlink()
    except OSError as error:
        raise Refused(f"tidak dapat dilepas: {reason(error)}") from None
    if not there:
        return ["Angka Kredit tidak terpasang di Excel."]
    return [*(f"Dihapus: {path}" for path in there), f"Data impor dan log tetap ada di {di.data}."]


def status(di: Tempat, xlam: Path) -> Iterator[tuple[str, str]]:
    """(what is so, what to do about it: '' where nothing)."""
    path, written = di.xlstart / NAMA, di.data / PYTHON
    if not path.exists():
        yield "Pengaya Excel belum terpasang.", PASANG
        return
    check, own = sha256(read(path)), sha256(read(xlam))
    yield f"Pengaya Excel: {path}, sha256 {check[:12]} (paket ini: {own[:12]})", "" if check == own else PASANG
    python = _noted(written)
    yield f"Python untuk Excel: {python or 'belum dicatat'}", "" if python and python.is_file() else PASANG
    if python and not any(_library(python, name) for name in PUSTAKA):
        yield f"Pustaka xlwings tidak ada di dekat {python}.", f"pip install xlwings=={XLWINGS}, lalu {PASANG}"


def _noted(path: Path) -> Path | None:
    """The Python that was written down; None where there is none, or nothing that can be read."""
    try:
        words = path.read_text(ANSI).strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(words) if words and "\0" not in words else None


def _spelled(python: Path) -> bytes:
    try:
        return f"{python}\r\n".encode(ANSI)
    except UnicodeEncodeError:
        raise Refused(
            f"nama folder Python ini tidak dapat dibaca Excel: {python}. Pasang di folder lain, misalnya C:\\Python"
        ) from None


def _not_of_the_store(python: Path) -> None:
    """What a Python of the Microsoft Store writes below AppData lands in a folder of its own, unseen by Excel."""
    if any("windowsapps" in str(path).lower() for path in (python, sys.base_prefix)):
        raise Refused(
            "Python dari Microsoft Store tidak dapat memasang pengaya Excel: berkas yang ditulisnya tidak sampai ke "
            "folder Excel. Pakai folder siap pakai, atau Python dari penerbitnya (python.org), lalu ulangi"
        )


def _put(path: Path, data: bytes) -> bool:
    """Whether anything had to be written. No backup: in XLSTART Excel would open it."""
    if path.exists() and path.read_bytes() == data:
        return False
    replace(path, data)
    return True


def _library(python: Path, name: str) -> Path | None:
    """Where the add-in looks: beside python.exe, or one folder up."""
    return next((path for path in (python.parent / name, python.parent.parent / name) if path.exists()), None)


def _copy_libraries(python: Path) -> None:
    """Copies xlwings' DLLs beside python.exe where pip put them elsewhere."""
    try:
        files = distribution("xlwings").files or []
    except PackageNotFoundError:
        files = []
    for file in files:
        if file.name in PUSTAKA and not _library(python, file.name):
            shutil.copy2(Path(str(file.locate())), python.parent / file.name)
