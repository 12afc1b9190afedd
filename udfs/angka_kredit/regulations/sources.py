"""Where data are found: the package's own files, and the user's folder of imported ones, which lie over them.

A process reads every file once: what `read` has returned it returns again, and `snapshot` tells the checksums."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ..errors import DataError

ENVIRONMENT = "ANGKA_KREDIT_DATA"
PACKAGE = Path(__file__).parents[1]
_KEPT = re.compile(r"[0-9]{8}-[0-9]{6}-([0-9a-f]{12})\.csv")  # an imported Lampiran: when, and its checksum
_SUFFIXES = (".toml", ".csv")
_BACKUP = ".cadangan-"  # files.write puts it into the name of what stood there before


def data_folder() -> Path | None:
    """The folder of imported data, which need not exist yet; None where this machine has no home for one."""
    if chosen := os.environ.get(ENVIRONMENT):
        return Path(chosen)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "AngkaKredit"
    place = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (place if place.is_absolute() else home / ".local" / "share") / "angka-kredit"


@cache
def read(path: Path) -> bytes:
    """The file's content, the same for the whole life of the process."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError(f"{path.name}: tidak terbaca ({error.strerror})") from None


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def positions() -> list[Path]:
    """The file of every jabatan; an imported one stands for the package's of the same id."""
    found = {path.stem: path for root in _roots() for path in sorted((root / "positions").glob("*.toml"))}
    return [path for path in found.values() if _BACKUP not in path.name]


def regulation(name: str) -> Path:
    """The folder of a regulation; the package's where both have it."""
    folders = [root / "regulations" / name for root in _roots()]
    return next((folder for folder in folders if folder.is_dir()), folders[0])


def kept(jabatan_id: str) -> list[Path]:
    """The imported Lampiran of a jabatan, oldest first; the last one is active."""
    folder = data_folder()
    found = (folder / "lampiran" / jabatan_id).glob("*.csv") if folder else ()
    return sorted(path for path in found if _KEPT.fullmatch(path.name))


def active(jabatan_id: str) -> Path | None:
    """The imported Lampiran in use. DataError, in words, where it is not what was imported."""
    newest = next(reversed(kept(jabatan_id)), None)
    if newest:
        check(newest)
    return newest


def check(path: Path) -> None:
    """DataError, in words, where an imported Lampiran is not what its name says."""
    name = _KEPT.fullmatch(path.name)
    if name is None or not sha256(read(path)).startswith(name[1]):
        raise DataError(f"{path.name} berubah sejak diimpor (sha256 isinya tidak cocok dengan namanya)")


def snapshot() -> dict[str, str]:
    """name -> sha256 of every data file in use, as this process reads it; the user's own start with 'impor/'."""
    return {name: sha256(read(path)) for name, path in sorted(_in_use())}


def _in_use() -> Iterator[tuple[str, Path]]:
    for path in positions():
        yield _name(path), path
    seen: set[str] = set()
    for root in _roots():
        folders = [path for path in (root / "regulations").glob("*") if path.is_dir() and path.name not in seen]
        seen |= {folder.name for folder in folders}
        files = [path for folder in folders for path in folder.iterdir() if path.suffix in _SUFFIXES]
        yield from ((_name(path), path) for path in files if _BACKUP not in path.name)
    for path in positions():
        for newest in kept(path.stem)[-1:]:
            yield _name(newest), newest


def _name(path: Path) -> str:
    if path.is_relative_to(PACKAGE):
        return path.relative_to(PACKAGE).as_posix()
    folder = data_folder()
    return f"impor/{path.relative_to(folder).as_posix() if folder else path.name}"


def _roots() -> list[Path]:
    folder = data_folder()
    return [PACKAGE, folder] if folder else [PACKAGE]
