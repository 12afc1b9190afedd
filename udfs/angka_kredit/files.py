"""A person's files: read whole; written whole or not at all, and never over something else without a backup.

A kill at any instant leaves the old file or the new one: the new content is on the disk under a temporary name before
it takes the file's place in one step."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path

from .errors import Refused

LARGEST = 512 * 2**20  # bytes; a workbook is read whole, and the largest of real life are a tenth of this
_PREFIX, _SUFFIX = ".angka-kredit-", ".sementara"  # of a temporary file
_FULL = "cakram penuh; kosongkan tempat, lalu ulangi"
_REASONS = {
    errno.ENOENT: "berkas tidak ada; periksa namanya",
    errno.EISDIR: "ini folder, bukan berkas",
    errno.ENOTDIR: "ada berkas di tempat yang seharusnya folder",
    errno.EEXIST: "sudah ada berkas atau cadangan dengan nama itu",
    errno.EACCES: "tidak ada izin; tutup berkasnya di program lain, atau pilih folder lain",
    errno.EPERM: "tidak ada izin; tutup berkasnya di program lain, atau pilih folder lain",
    errno.EROFS: "folder ini hanya dapat dibaca; pilih folder lain",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
}


def read(path: Path) -> bytes:
    """The file's content; Refused, in words, where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise Refused(f"berkas lebih besar dari {LARGEST // 2**20} MB")
        return path.read_bytes()
    except OSError as error:
        raise Refused(reason(error)) from None


def write(path: Path, data: bytes, backup: Path | None = None) -> Path | None:
    """Puts `data` at `path` by an atomic replace; returns the backup of what stood there, if that was different.

    The backup is `backup`, else a numbered one beside the file. Refused, in words, where any of it cannot be done;
    then nothing has changed."""
    try:
        return _write(path, data, backup)
    except OSError as error:
        raise Refused(f"hasilnya tidak dapat ditulis: {reason(error)}") from None


def replace(path: Path, data: bytes) -> None:
    """As `write`, for a file of our own: what stood there is not kept."""
    try:
        _put(path, data, lambda: None)
    except OSError as error:
        raise Refused(f"{path.name} tidak dapat ditulis: {reason(error)}") from None


def check_closed(path: Path) -> None:
    """Refused where Excel or LibreOffice has the file open: both leave a small lock file beside it."""
    for lock in (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")):
        if lock.exists():
            raise Refused(
                "berkas sedang dibuka di Excel atau LibreOffice; simpan dan tutup, lalu ulangi. "
                f"Jika tidak sedang dibuka, hapus berkas {lock.name} di sebelahnya"
            )


def remove_temporary(folder: Path) -> None:
    """Removes what a killed write left in the folder. Only for who knows that no other write is at work there."""
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            path.unlink()


def make_folder(path: Path) -> None:
    """The folder with all above it, lastingly; FileExistsError where a file stands in its place."""
    if not path.is_dir():
        make_folder(path.parent)
        with suppress(FileExistsError):  # another process made it just now
            path.mkdir()
        if not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "", str(path))
        _sync(path.parent)


def reason(error: OSError) -> str:
    """Why it failed, and what to do, in words."""
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)


def set_aside(path: Path) -> None:
    """Renames a file as a backup; Refused, in words, where that cannot be done."""
    try:
        _back_up(path, None)
        path.unlink()
    except OSError as error:
        raise Refused(f"{path.name} tidak dapat dipindahkan: {reason(error)}") from None


def _write(path: Path, data: bytes, backup: Path | None) -> Path | None:
    exists = path.exists()
    if exists and path.read_bytes() == data:
        return None
    if exists and not os.access(path, os.W_OK):  # a replace would ask the folder's permission only
        raise PermissionError(errno.EACCES, "")
    return _put(path, data, lambda: _back_up(path, backup) if exists else None)


def _put(path: Path, data: bytes, back_up: Callable[[], Path | None]) -> Path | None:
    make_folder(path.parent)
    temporary, kept = _temporary(path.parent, data), None
    try:
        if path.exists():
            shutil.copystat(path, temporary)  # permissions and access lists
            os.utime(temporary)
        else:
            temporary.chmod(0o666 & ~_umask())
        kept = back_up()
        temporary.replace(path)
    except BaseException:
        for left in filter(None, (temporary, kept)):
            left.unlink(missing_ok=True)
        raise
    _sync(path.parent)
    return kept


def _temporary(folder: Path, data: bytes) -> Path:
    """A new file in the folder that holds `data`, safely on the disk."""
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _back_up(path: Path, backup: Path | None) -> Path:
    if backup is not None:
        make_folder(backup.parent)
        _keep(path, backup)
        return backup
    for number in count(1):
        beside = path.with_name(f"{path.stem}.cadangan-{number}{path.suffix}")
        with suppress(FileExistsError):
            _keep(path, beside)
            return beside
    raise AssertionError("count() never ends")


def _keep(path: Path, backup: Path) -> None:
    """A second name for the file as it is, or a copy where the disk knows no second names; never over anything."""
    try:
        os.link(path, backup)
    except FileExistsError:
        raise
    except OSError:
        with backup.open("xb"):
            pass
        whole = _temporary(backup.parent, path.read_bytes())
        shutil.copystat(path, whole)
        whole.replace(backup)
    _sync(backup.parent)


def _sync(folder: Path) -> None:
    """Makes the names in the folder last; Windows has no such call, and some network disks refuse it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@cache
def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
