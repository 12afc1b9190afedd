"""Addresses of workbooks: a path of this machine, or (on a cluster) any address that fsspec knows, 's3://bucket/a.xlsx'.

Paths of this machine go through files.py; the rest is here, with the same promises as far as the storage keeps them."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .. import files
from ..errors import Refused


def local(address: str) -> Path | None:
    """The path, where the address is one of this machine; None for another storage's."""
    if "://" not in address:
        return Path(address)
    parts = urlsplit(address)
    if parts.scheme not in ("file", "local"):
        return None
    from urllib.request import url2pathname  # loads what speaks HTTP

    return Path(url2pathname(parts.path))


def join(address: str, *names: str) -> str:
    path = local(address)
    return str(path.joinpath(*names)) if path else "/".join([address.rstrip("/"), *names])


def absolute(address: str) -> str:
    """The address in one spelling that holds in every process."""
    if path := local(address):
        return str(path.absolute())
    system, name = _open(address)
    return str(system.unstrip_protocol(name))


def parent(address: str) -> str:
    path = local(address)
    return str(path.parent) if path else address.rstrip("/").rpartition("/")[0]


def relative(address: str, root: str) -> str:
    """The address below `root`, with '/' between its names."""
    path = local(address)
    return path.relative_to(root).as_posix() if path else address.removeprefix(root.rstrip("/") + "/")


def resolved(address: str) -> str:
    """One spelling for one file: links and dots resolved."""
    path = local(address)
    return os.path.realpath(path) if path else address


def exists(address: str) -> bool:
    path = local(address)
    return path.exists() if path else bool(_ask(address, "exists"))


def is_nothing(address: str) -> str:
    """Why there is neither a file nor a folder to read, in words; '' where there is one."""
    path = local(address)
    if not exists(address):
        return "berkas tidak ada; periksa namanya"
    return "bukan berkas dan bukan folder" if path and not (path.is_file() or path.is_dir()) else ""


def is_folder(address: str) -> bool:
    path = local(address)
    return path.is_dir() if path else bool(_ask(address, "isdir"))


def find(address: str) -> Iterator[str]:
    """Every file below a folder that is not of this machine."""
    system, path = _open(address)
    yield from (str(system.unstrip_protocol(name)) for name in system.find(path))


def read(address: str) -> bytes:
    """The file's content; Refused, in words, where it cannot be read."""
    path = local(address)
    if path is not None:
        return files.read(path)
    if int(_ask(address, "size") or 0) > files.LARGEST:
        raise Refused(f"berkas lebih besar dari {files.LARGEST // 2**20} MB")
    return bytes(_ask(address, "cat_file"))


def read_if_there(address: str) -> bytes | None:
    """The content; None where there is no such file."""
    return read(address) if exists(address) else None


def check_closed(address: str) -> None:
    """Refused where a program has the file open, as far as this machine can see it."""
    if path := local(address):
        files.check_closed(path)


def write(address: str, data: bytes, backup: str) -> None:
    """Puts `data` there whole; what stood there, if different, goes to `backup`. Refused where that fails."""
    path, kept = local(address), local(backup)
    if path is not None and kept is not None:
        files.write(path, data, kept)
        return
    old = read_if_there(address)
    if old == data:
        return
    if old is not None:
        _put(backup, old)
    _put(address, data)


def _put(address: str, data: bytes) -> None:
    """Object stores show a file once it is whole; for the others it is moved into place."""
    system, path = _open(address)
    folder = path.rpartition("/")[0]
    temporary = f"{folder}/.angka-kredit-{uuid.uuid4().hex}.sementara"
    try:
        system.makedirs(folder, exist_ok=True)
        system.pipe_file(temporary, data)
        system.mv(temporary, path)
    except Exception as error:  # every storage has errors of its own
        raise Refused(f"hasilnya tidak dapat ditulis: {_reason(error)}") from None


def _ask(address: str, question: str) -> Any:
    system, path = _open(address)
    try:
        return getattr(system, question)(path)
    except Exception as error:  # every storage has errors of its own
        raise Refused(_reason(error)) from None


def _open(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise Refused("alamat seperti ini memerlukan: pip install 'fsspec>=2024.6'") from None
    try:
        system, path = url_to_fs(address)
    except (ValueError, ImportError, OSError) as error:
        raise Refused(f"alamat {address} tidak dapat dibuka: {error}") from None
    return system, str(path)


def _reason(error: Exception) -> str:
    return files.reason(error) if isinstance(error, OSError) else type(error).__name__
