"""Writing a person's file safely: whole or not at all, and never over something else without a backup."""

from __future__ import annotations

import os
import shutil
import tempfile
from itertools import count
from pathlib import Path


def write_safely(path: Path, data: bytes) -> Path | None:
    """Puts `data` at `path` by an atomic replace; returns the backup of what stood there, if that was different."""
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
