"""Zips written record by record, so that each may lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass
class Raw:
    """One entry. None: what is true of its content; `local` tells other values in the local header."""

    name: bytes
    content: bytes
    method: int = 8
    flags: int = 0
    version: int = 20
    crc: int | None = None
    size: int | None = None
    packed: int | None = None
    extra: bytes = b""
    local_extra: bytes = b""
    local_name: bytes | None = None
    local_sizes: tuple[int, int, int] | None = None
    behind: bytes = b""  # between its data and the next entry
    body: bytes | None = None  # the packed data
    at: int | None = None  # where the directory says that it begins: then it stands in the directory alone

    def data(self) -> bytes:
        if self.body is not None:
            return self.body
        if self.method != 8:
            return self.content
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.content) + packer.flush()

    def sizes(self) -> tuple[int, int, int]:
        crc = zlib.crc32(self.content) if self.crc is None else self.crc
        packed = len(self.data()) if self.packed is None else self.packed
        return crc, packed, len(self.content) if self.size is None else self.size


def raw_zip(entries: Sequence[Raw], *, before: bytes = b"", after: bytes = b"", locator: bytes = b"") -> bytes:
    out, directory = bytearray(before), bytearray()
    for entry in entries:
        at, sizes = len(out) if entry.at is None else entry.at, entry.sizes()
        name = entry.name if entry.local_name is None else entry.local_name
        head = (entry.version, entry.flags, entry.method, 0, 0x21)
        told = entry.local_sizes or sizes
        if entry.at is None:
            out += struct.pack("<4s5H3I2H", b"PK\x03\x04", *head, *told, len(name), len(entry.local_extra))
            out += name + entry.local_extra + entry.data() + entry.behind
        lengths = (len(entry.name), len(entry.extra), 0)
        directory += struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, *head, *sizes, *lengths, 0, 0, 0, at)
        directory += entry.name + entry.extra
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, len(entries), len(entries), len(directory), len(out), 0)
    return bytes(out + directory) + locator + end + after
