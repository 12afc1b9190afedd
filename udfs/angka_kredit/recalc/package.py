"""An Office package, lossless: entries that do not change are copied as the raw bytes they are."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from ..errors import Refused

LARGEST_PART = 256 * 2**20  # bytes; a sheet that inflates beyond this is refused unread
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CENTRAL, _END = b"PK\x01\x02", b"PK\x05\x06"
_CENTRAL_SIZE, _END_SIZE, _LOCAL_SIZE = 46, 22, 30
_HAS_DESCRIPTOR, _ENCRYPTED = 0x8, 0x1
_STORED, _DEFLATED = 0, 8


class _Entry(NamedTuple):
    name: str
    central: tuple[int, int]  # span of its record in the central directory
    local: int  # start of its local header
    body: int  # start of its data
    flags: int


class Package:
    """The package's parts by name. Refused: what is no plain package, is encrypted, signed or oversize."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        if data.startswith(_OLE):
            raise Refused("berkas bersandi atau format .xls lama; buka sandinya atau simpan sebagai .xlsx")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
            raise Refused("bukan buku kerja Excel yang utuh; buka berkasnya, lalu simpan sebagai .xlsx") from None
        self._entries, self._directory = self._read_directory()
        self.names = [entry.name for entry in self._entries]
        if len(set(self.names)) != len(self.names):
            raise Refused("paket berisi dua bagian bernama sama")
        if any(name.startswith("_xmlsignatures/") for name in self.names):
            raise Refused("buku kerja bertanda tangan digital; mengubahnya akan merusak tanda tangan itu")

    def read(self, name: str) -> bytes:
        """The part's content, its checksum verified."""
        try:
            info = self._zip.getinfo(name)
            if info.file_size > LARGEST_PART:
                raise Refused(f"bagian {name} terlalu besar ({info.file_size} bita)")
            with self._zip.open(info) as part:
                content = part.read(info.file_size + 1)
        except KeyError:
            raise Refused(f"bagian {name} tidak ada di dalam paket") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            raise Refused(f"bagian {name} rusak") from None
        return content

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """The package with these parts' contents; every other byte of every other entry as it was."""
        if not parts:
            return self.data
        out, position = bytearray(), dict[str, int]()
        sizes: dict[str, tuple[int, int, int]] = {}
        ordered = sorted(self._entries, key=lambda entry: entry.local)
        out += self.data[: ordered[0].local]
        ends = [entry.local for entry in ordered[1:]] + [self._directory]
        for entry, end in zip(ordered, ends, strict=True):
            position[entry.name] = len(out)
            if entry.name in parts:
                header, body, sizes[entry.name] = self._packed(entry, parts[entry.name])
                out += header + body
            else:
                out += self.data[entry.local : end]
        directory = len(out)
        for entry in self._entries:
            out += self._central_record(entry, position[entry.name], sizes.get(entry.name))
        end_record = bytearray(self.data[self._end :])
        struct.pack_into("<II", end_record, 12, len(out) - directory, directory)
        return bytes(out + end_record)

    def _packed(self, entry: _Entry, content: bytes) -> tuple[bytes, bytes, tuple[int, int, int]]:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        body = packer.compress(content) + packer.flush()
        sizes = (zlib.crc32(content), len(body), len(content))
        header = bytearray(self.data[entry.local : entry.body])
        struct.pack_into("<HH", header, 6, entry.flags & ~_HAS_DESCRIPTOR, _DEFLATED)
        struct.pack_into("<III", header, 14, *sizes)
        return bytes(header), body, sizes

    def _central_record(self, entry: _Entry, position: int, sizes: tuple[int, int, int] | None) -> bytes:
        record = bytearray(self.data[slice(*entry.central)])
        struct.pack_into("<I", record, 42, position)
        if sizes:
            struct.pack_into("<HH", record, 8, entry.flags & ~_HAS_DESCRIPTOR, _DEFLATED)
            struct.pack_into("<III", record, 16, *sizes)
        return bytes(record)

    def _read_directory(self) -> tuple[list[_Entry], int]:
        self._end = self.data.rfind(_END)
        disk, first_disk, here, count, size, start = struct.unpack_from("<HHHHII", self.data, self._end + 4)
        if 0xFFFF in (here, count) or 0xFFFFFFFF in (size, start):
            raise Refused("paket ZIP64 belum didukung")
        if disk or first_disk or here != count or start + size != self._end:
            raise Refused("daftar isi paket tidak utuh")
        entries, at = [], start
        for _ in range(count):
            entries.append(self._entry(at))
            at = entries[-1].central[1]
        if at != self._end:
            raise Refused("daftar isi paket tidak utuh")
        return entries, start

    def _entry(self, at: int) -> _Entry:
        try:
            (signature, flags, method) = struct.unpack_from("<4s4xHH", self.data, at)
            (name_size, extra_size, comment_size) = struct.unpack_from("<HHH", self.data, at + 28)
            (local,) = struct.unpack_from("<I", self.data, at + 42)
            (local_name, local_extra) = struct.unpack_from("<HH", self.data, local + 26)
        except struct.error:
            raise Refused("daftar isi paket tidak utuh") from None
        if signature != _CENTRAL or self.data[local : local + 2] != b"PK":
            raise Refused("daftar isi paket tidak utuh")
        if flags & _ENCRYPTED or method not in (_STORED, _DEFLATED):
            raise Refused("paket memakai sandi atau cara pemampatan yang tidak didukung")
        end_of_name = at + _CENTRAL_SIZE + name_size
        return _Entry(
            name=self.data[at + _CENTRAL_SIZE : end_of_name].decode("utf-8", "replace"),
            central=(at, end_of_name + extra_size + comment_size),
            local=local,
            body=local + _LOCAL_SIZE + local_name + local_extra,
            flags=flags,
        )
