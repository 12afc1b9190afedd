"""The source text of a VBA project (xl/vbaProject.bin), as MS-OVBA describes it; read only, nothing is ever run."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

MOST = 64 * 2**20  # bytes of source: beyond, it is no project that a person wrote
_CHUNK = 4096
_VERSION, _STREAM, _OFFSET = 0x0009, 0x0032, 0x0031  # records of the stream 'dir'


class Unreadable(Exception):
    """No VBA project, or one whose source cannot be found."""


def source(project: bytes) -> str:
    """All modules, one after another; every byte a character, for names in VBA code that matter here are ASCII.

    Raises Unreadable."""
    import olefile  # only where there is a project: workers stay small

    try:
        with olefile.OleFileIO(io.BytesIO(project)) as file:
            root = next(path[:-1] for path in file.listdir() if path[-1].lower() == "dir")
            modules = list(_modules(decompressed(file.openstream([*root, "dir"]).read())))
            texts = [decompressed(file.openstream([*root, name]).read()[at:]) for name, at in modules]
    except Exception as error:  # the reader raises its own and many built-in errors on what is damaged
        raise Unreadable(type(error).__name__) from None
    if not texts:
        raise Unreadable("no module")
    return b"\n".join(texts).decode("latin-1")


def decompressed(data: bytes) -> bytes:
    """A CompressedContainer unpacked (MS-OVBA 2.4.1). ValueError where it is none."""
    if data[:1] != b"\x01":
        raise ValueError("no container")
    out, at = bytearray(), 1
    while at < len(data):
        (header,) = struct.unpack_from("<H", data, at)
        if header >> 12 & 7 != 3 or len(out) > MOST:
            raise ValueError("no chunk")
        end = min(at + (header & 0xFFF) + 3, len(data))
        if header >> 15:
            _unpack(data, at + 2, end, out)
        else:
            out += data[at + 2 : at + 2 + _CHUNK]
        at = end
    return bytes(out)


def _unpack(data: bytes, at: int, end: int, out: bytearray) -> None:
    """One chunk: flag bytes, each followed by eight letters or tokens that copy what stands earlier in the chunk."""
    start = len(out)
    while at < end:
        flags, at = data[at], at + 1
        for bit in range(8):
            if at >= end:
                return
            if not flags >> bit & 1:
                out.append(data[at])
                at += 1
                continue
            (token,) = struct.unpack_from("<H", data, at)
            bits = max(4, (len(out) - start - 1).bit_length())
            back, length = (token >> 16 - bits) + 1, (token & 0xFFFF >> bits) + 3
            if back > len(out) - start:
                raise ValueError("a copy of nothing")
            for _ in range(length):  # it may copy what it has just written
                out.append(out[-back])
            at += 2


def _modules(directory: bytes) -> Iterator[tuple[str, int]]:
    """Each module's stream, and where its source begins in it."""
    at, stream = 0, ""
    while at + 6 <= len(directory):
        kind, size = struct.unpack_from("<HI", directory, at)
        size = 6 if kind == _VERSION else size  # the one record whose size says something else
        content = directory[at + 6 : at + 6 + size]
        if kind == _STREAM:
            stream = content.decode("utf-16-le")
        elif kind == _OFFSET:
            yield stream, int.from_bytes(content, "little")
        at += 6 + size
