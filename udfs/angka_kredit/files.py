"""A person's files: read whole; written whole or not at all, and never over something else without a backup."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from itertools import count
from pathlib import Path

from .errors import Refused

_REASONS = {
    errno.ENOENT: "berkas tidak ada; periksa namanya",
    errno.EISDIR: "ini folder, bukan berkas",
    errno.ENOTDIR: "ada berkas di tempat yang seharusnya folder",
    errno.EEXIST: "ada berkas di tempat yang seharusnya folder",
    errno.EACCES: "tidak ada izin; tutup berkasnya di program lain, atau pilih folder lain",
    errno.EPERM: "tidak ada izin; tutup berkasnya di program lain, atau pilih folder lain",
    errno.EROFS: "folder ini hanya dapat dibaca; pilih folder lain",
    errno.ENOSPC: "cakram penuh; kosongkan tempat, lalu ulangi",
}


def read(path: Path) -> bytes:
    """The file's content; Refused, in words, where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(_reason(error)) from None


def write(path: Path, data: bytes) -> Path | None:
    """Puts `data` at `path` by an atomic replace; returns the backup of what stood there, if that was different.

    Refused, in words, where that cannot be done; then nothing has changed."""
    try:
        return _write(path, data)
    except OSError as error:
        raise Refused(f"hasilnya tidak dapat ditulis: {_reason(error)}") from None


def _write(path: Path, data: bytes) -> Path | None:
    if path.exists() and path.read_bytes() == data:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".sementara", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        backup = _back_up(path) if path.exists() else None
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return backup


def _back_up(path: Path) -> Path:
    for number in count(1):
        backup = path.with_name(f"{path.stem}.cadangan-{number}{path.suffix}")
        try:
            with backup.open("xb"):
                pass
        except FileExistsError:
            continue
        shutil.copy2(path, backup)
        return backup
    raise AssertionError("count() never ends")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
