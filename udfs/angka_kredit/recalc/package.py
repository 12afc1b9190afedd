"""An Office package, lossless: entries that do not change are copied as the raw bytes they are."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Mapping

from ..errors import Refused
from .zip_entries import DEFLATED, HAS_DESCRIPTOR, STORED, Entry, read_directory

# of a new part: version 2.0, no flags, deflated, and 1 January 1980, for it has no time of its own
_NEW = (20, 0, DEFLATED, 0, 0x21)


class Package:
    """The package's parts by name, each unpacked and its checksum verified.

    Refused: what is no plain package, is encrypted, signed, oversize, or could be read in two ways."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._directory = read_directory(data)
        self.names = [entry.name for entry in self._directory.entries]
        if len({name.casefold() for name in self.names}) != len(self.names):
            raise Refused("paket berisi dua bagian bernama sama")
        if any(name.casefold().startswith("_xmlsignatures/") for name in self.names):
            raise Refused("buku kerja bertanda tangan digital; mengubahnya akan merusak tanda tangan itu")
        self._content = {entry.name: self._unpacked(entry) for entry in self._directory.entries}

    def __contains__(self, name: object) -> bool:
        return name in self._content

    def read(self, name: str) -> bytes:
        """The part's content; Refused where there is no such part."""
        try:
            return self._content[name]
        except KeyError:
            raise Refused(f"bagian {name} tidak ada di dalam paket") from None

    def replaced(self, parts: Mapping[str, bytes], gone: Collection[str] = ()) -> bytes:
        """The package with these parts' contents, new ones at its end, without those gone.

        Every other byte of every other entry is as it was; the very same object where nothing differs."""
        new = {name: _Packed(content) for name, content in parts.items() if self._content.get(name) != content}
        kept = [entry for entry in self._directory.entries if entry.name not in gone]
        if not new and len(kept) == len(self.names):
            return self.data
        out, records = bytearray(), dict[str, bytes]()
        for entry in sorted(kept, key=lambda entry: entry.local):
            records[entry.name] = self._record(entry, len(out), new.get(entry.name))
            out += self._entry(entry, new.get(entry.name))
        directory = [records[entry.name] for entry in kept]
        for name in sorted(set(new) - set(self.names)):
            directory.append(new[name].record(name, len(out)))
            out += new[name].entry(name)
        end = bytearray(self.data[self._directory.end :])
        struct.pack_into("<HHII", end, 8, len(directory), len(directory), sum(map(len, directory)), len(out))
        return bytes(out) + b"".join(directory) + bytes(end)

    def _unpacked(self, entry: Entry) -> bytes:
        body = memoryview(self.data)[entry.body : entry.body + entry.packed]
        if entry.method == STORED:
            content, whole = bytes(body), True
        else:
            unpacker = zlib.decompressobj(-15)
            try:
                content = unpacker.decompress(body, entry.size + 1)  # never more, whatever the data hold
            except zlib.error:
                raise Refused(f"bagian {entry.name} rusak") from None
            whole = unpacker.eof and not unpacker.unused_data
        if not whole or len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise Refused(f"bagian {entry.name} rusak")
        return content

    def _entry(self, entry: Entry, new: _Packed | None) -> bytes:
        """Its local header and its data."""
        if new is None:
            return self.data[entry.local : entry.end]
        header = bytearray(self.data[entry.local : entry.body])
        new.tell(header, 6, entry.flags)
        return bytes(header) + new.body

    def _record(self, entry: Entry, position: int, new: _Packed | None) -> bytes:
        """Its record in the central directory."""
        record = bytearray(self.data[slice(*entry.central)])
        struct.pack_into("<I", record, 42, position)
        if new is not None:
            new.tell(record, 8, entry.flags)
        return bytes(record)


class _Packed:
    """A part's new content, packed."""

    def __init__(self, content: bytes) -> None:
        packer = zlib.compressobj(2, zlib.DEFLATED, -15)  # a tenth larger than 6, in half the time
        self.body = packer.compress(content) + packer.flush()
        self._sizes = (zlib.crc32(content), len(self.body), len(content))

    def tell(self, header: bytearray, at: int, flags: int) -> None:
        """Puts flags, method, checksum and sizes into a header whose flags stand `at`: no descriptor follows."""
        struct.pack_into("<HH", header, at, flags & ~HAS_DESCRIPTOR, DEFLATED)
        struct.pack_into("<III", header, at + 8, *self._sizes)

    def entry(self, name: str) -> bytes:
        raw = name.encode("ascii")
        return struct.pack("<4s5H3I2H", b"PK\x03\x04", *_NEW, *self._sizes, len(raw), 0) + raw + self.body

    def record(self, name: str, position: int) -> bytes:
        raw = name.encode("ascii")
        head = struct.pack("<4s6H3IH", b"PK\x01\x02", _NEW[0], *_NEW, *self._sizes, len(raw))
        return head + struct.pack("<4H2I", 0, 0, 0, 0, 0, position) + raw
