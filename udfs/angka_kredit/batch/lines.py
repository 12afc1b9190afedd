"""JSON values in lines of a file, several to a line, each line written in one piece.

What a kill or a full disk cuts off is no line, and is left out when read."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

_SEPARATOR = b"\t"  # JSON writes a tab inside a text as \t
_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


def encode(value: Any) -> bytes:
    """One value as JSON."""
    return _encode(value).encode()


def line(*values: bytes) -> bytes:
    """The line of these values, each JSON already."""
    return _SEPARATOR.join(values) + b"\n"


def append(file: BinaryIO, line: bytes) -> None:
    """OSError where the line does not go in whole; `file` is unbuffered."""
    if file.write(line) != len(line):
        raise OSError(errno.ENOSPC, "")


def read(path: Path) -> Iterator[tuple[int, list[bytes]]]:
    """(offset, the line's values, each still JSON) of every whole line; nothing where there is no file."""
    if not path.exists():
        return
    at = 0
    with path.open("rb") as file:
        for line in file:
            if values := _values(line):
                yield at, values
            at += len(line)


def read_at(path: Path, offset: int) -> list[bytes]:
    """The values of the line that begins there."""
    with path.open("rb") as file:
        file.seek(offset)
        return _values(file.readline())


def _values(line: bytes) -> list[bytes]:
    if not line.endswith(b"\n"):
        return []
    values = line[:-1].split(_SEPARATOR)
    try:
        json.loads(values[0])
    except ValueError:
        return []
    return values
