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
from . import manifest

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
    """The imported Lampiran of a jabatan, oldest first."""
    folder = data_folder()
    found = (folder / "lampiran" / jabatan_id).glob("*.csv") if folder else ()
    return sorted(path for path in found if _KEPT.fullmatch(path.name))


def imports() -> dict[str, manifest.Import]:
    """What every import kept, by jabatan. DataError, in words, where its list is damaged."""
    folder = data_folder()
    path = folder / manifest.NAME if folder else None
    return manifest.parse(read(path)) if path and path.exists() else {}


def lampiran_in_use() -> dict[str, str]:
    """The sha256 of the active imported Lampiran, by jabatan. DataError, in words, where the list is damaged."""
    return {jabatan: kept.files[kept.active] for jabatan, kept in imports().items()}


def own_files(jabatan_id: str) -> list[Path]:
    """The files on disk that say what an imported jabatan is: its own, and its regulation's."""
    folder = data_folder()
    if folder is None:
        return []
    position = folder / "positions" / f"{jabatan_id}.toml"
    return [*([position] if position.exists() else []), *tables(folder / "regulations" / f"impor_{jabatan_id}")]


def tables(folder: Path) -> list[Path]:
    """The data files of a folder, which may be absent; backups are none."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if path.suffix in _SUFFIXES and _BACKUP not in path.name)


def faults(jabatan_id: str, lampiran: bool = True) -> list[str]:
    """In words, what of a jabatan's imported data is not as an import kept it. `lampiran`: its Lampiran too."""
    found = {_relative(path): path for path in (*own_files(jabatan_id), *(kept(jabatan_id) if lampiran else ()))}
    try:
        entry = imports().get(jabatan_id)
    except DataError as error:
        return [str(error)] if found else []
    wanted = {name: check for name, check in (entry.files if entry else {}).items() if lampiran or not _is_kept(name)}
    return list(manifest.differences(wanted, {name: _checksum(path) for name, path in found.items()}))


def active(jabatan_id: str) -> Path | None:
    """The imported Lampiran in use. DataError, in words, where any file is not what was imported."""
    if wrong := faults(jabatan_id):
        raise DataError("; ".join(wrong))
    return _active(jabatan_id)


def last(jabatan_id: str) -> Path | None:
    """The Lampiran that an import made active, if that one is whole, whatever else is damaged."""
    try:
        path = _active(jabatan_id)
        whole = path and _checksum(path) == imports()[jabatan_id].files[_relative(path)]
    except DataError:
        return None
    return path if whole else None


def _active(jabatan_id: str) -> Path | None:
    folder, entry = data_folder(), imports().get(jabatan_id) if kept(jabatan_id) else None
    return folder / entry.active if folder and entry else None


def check(path: Path) -> None:
    """DataError, in words, where an imported Lampiran is not what its name says."""
    name = _KEPT.fullmatch(path.name)
    if name is None or not sha256(read(path)).startswith(name[1]):
        raise DataError(f"{path.name} berubah sejak diimpor (sha256 isinya tidak cocok dengan namanya)")


def snapshot() -> dict[str, str]:
    """name -> sha256 of every data file in use, as this process reads it; the user's own start with 'impor/'.

    Of an import all its files are in use: one that is changed, lost or added disables its jabatan."""
    return {name: sha256(read(path)) for name, path in sorted(_in_use())}


def _in_use() -> Iterator[tuple[str, Path]]:
    for root in _roots():
        parts = [root / "positions", *(path for path in (root / "regulations").glob("*") if path.is_dir())]
        yield from ((_name(path), path) for folder in parts for path in tables(folder))
    folder = data_folder()
    if folder:
        lists = [folder / manifest.NAME] if (folder / manifest.NAME).exists() else []
        imported = [path for place in sorted(folder.glob("lampiran/*")) for path in kept(place.name)]
        yield from ((_name(path), path) for path in (*lists, *imported))


def _checksum(path: Path) -> str:
    """'' for what cannot be read: no import kept such a file."""
    try:
        return sha256(read(path))
    except DataError:
        return ""


def _is_kept(name: str) -> bool:
    return name.startswith("lampiran/")


def _relative(path: Path) -> str:
    """As the list of imports names it."""
    folder = data_folder()
    return path.relative_to(folder).as_posix() if folder else path.name


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else f"impor/{_relative(path)}"


def _roots() -> list[Path]:
    folder = data_folder()
    return [PACKAGE, folder] if folder else [PACKAGE]
