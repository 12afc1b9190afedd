"""The entries of a zip, read so strictly that every byte of the file belongs to one place: nothing hides between."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ..errors import Refused
from .limits import LARGEST_PART, LARGEST_TOTAL, MOST_ENTRIES, MOST_RATIO, RATIO_FROM

STORED, DEFLATED = 0, 8
HAS_DESCRIPTOR, _ENCRYPTED, _UTF8 = 0x0008, 0x0001, 0x0800
_KNOWN_FLAGS = HAS_DESCRIPTOR | _UTF8 | 0x0006  # the last: how hard the packer tried
_NEWEST = 63  # version of the format that a reader needs: zip 6.3 is the last one
_MUST_AGREE = HAS_DESCRIPTOR | _ENCRYPTED
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = struct.Struct("<4s4H2IH")
_LOCAL = struct.Struct("<4s5H3I2H")
_LOCATOR, _LOCATOR_SIZE, _CENTRAL_SIZE = b"PK\x06\x07", 20, 46
_ZIP64 = 0x0001  # id of the extra field
_TRICKS = re.compile(r"[\x00-\x1f\x7f\\:]|^/|(?:^|/)\.{1,2}(?:/|$)|//")

_BROKEN = "bukan buku kerja Excel yang utuh; buka berkasnya, lalu simpan sebagai .xlsx"
_OVERLAP = "bagian paket bertumpuk, atau ada data lain di antaranya"
_NO_ZIP64 = "paket ZIP64 belum didukung; buka berkasnya di Excel, lalu simpan ulang"


class Entry(NamedTuple):
    """Where a part lies: spans are byte offsets into the file; `end` is where the next entry begins."""

    name: str
    central: tuple[int, int]  # its record in the central directory
    local: int  # its local header
    body: int  # its packed data
    packed: int  # size of the packed data
    end: int
    flags: int
    method: int
    crc: int
    size: int


class Directory(NamedTuple):
    entries: list[Entry]  # in the order of the central directory
    start: int
    end: int  # of the central directory: where the end record begins


def read_directory(data: bytes) -> Directory:
    """Every entry of the zip; Refused for what is no plain zip or could hide something from another reader."""
    if data.startswith(_OLE):
        raise Refused("berkas bersandi atau format .xls lama; buka sandinya atau simpan sebagai .xlsx")
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or end + _END.size > len(data):
        raise Refused(_BROKEN)
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, end)
    if (
        data[max(end - _LOCATOR_SIZE, 0) :].startswith(_LOCATOR)
        or 0xFFFF in (here, count)
        or 0xFFFFFFFF in (size, start)
    ):
        raise Refused(_NO_ZIP64)
    if end + _END.size + comment != len(data):
        raise Refused("ada data lain di belakang akhir paket, atau berkasnya terpotong")
    if disk or first_disk or here != count or start + size != end:
        raise Refused(_BROKEN)
    if count > MOST_ENTRIES:
        raise Refused(f"paket berisi {count} bagian; paling banyak {MOST_ENTRIES}")
    try:
        entries = _with_ends(data, list(_entries(data, start, end, count)), start)
    except struct.error:
        raise Refused(_BROKEN) from None
    _check_sizes(entries)
    return Directory(entries, start, end)


def _entries(data: bytes, start: int, end: int, count: int) -> Iterator[Entry]:
    at = start
    for _ in range(count):
        entry = _entry(data, at)
        at = entry.central[1]
        yield entry
    if at != end:
        raise Refused(_BROKEN)


def _entry(data: bytes, at: int) -> Entry:
    signature, version, flags, method = struct.unpack_from("<4s2x3H", data, at)
    crc, packed, size, name_size, extra_size, comment_size = struct.unpack_from("<3I3H", data, at + 16)
    disk, local = struct.unpack_from("<H6xI", data, at + 34)
    name_end = at + _CENTRAL_SIZE + name_size
    raw = data[at + _CENTRAL_SIZE : name_end]
    if signature != b"PK\x01\x02" or disk:
        raise Refused(_BROKEN)
    if 0xFFFFFFFF in (packed, size, local) or _has_zip64(data[name_end : name_end + extra_size]):
        raise Refused(_NO_ZIP64)
    if flags & ~_KNOWN_FLAGS or method not in (STORED, DEFLATED) or version > _NEWEST:
        raise Refused("paket memakai sandi atau cara pemampatan yang tidak didukung")
    body = _check_local(data, local, raw, (flags, method, crc, packed, size))
    central = (at, name_end + extra_size + comment_size)
    return Entry(_name(raw, flags), central, local, body, packed, 0, flags, method, crc, size)


def _check_local(data: bytes, local: int, raw_name: bytes, central: tuple[int, int, int, int, int]) -> int:
    """Where the entry's data begins; Refused where its local header tells another story than the directory."""
    signature, _, flags, method, _, _, crc, packed, size, name_size, extra_size = _LOCAL.unpack_from(data, local)
    name_end = local + _LOCAL.size + name_size
    extra = data[name_end : name_end + extra_size]
    if signature != b"PK\x03\x04" or len(extra) != extra_size:
        raise Refused(_BROKEN)
    if 0xFFFFFFFF in (packed, size) or _has_zip64(extra):
        raise Refused(_NO_ZIP64)
    told_behind = central[0] & HAS_DESCRIPTOR
    pairs = zip((crc, packed, size), central[2:], strict=True)
    agrees = method == central[1] and all(here == there or (told_behind and not here) for here, there in pairs)
    if data[local + _LOCAL.size : name_end] != raw_name or (flags ^ central[0]) & _MUST_AGREE or not agrees:
        raise Refused("daftar isi paket tidak cocok dengan isinya")
    return int(name_end + extra_size)


def _has_zip64(extra: bytes) -> bool:
    """Whether the extra fields tell 64-bit sizes; also true where they cannot be read."""
    at = 0
    while at < len(extra):
        if at + 4 > len(extra):
            return True
        kind, size = struct.unpack_from("<HH", extra, at)
        at += 4 + size
        if kind == _ZIP64 or at > len(extra):
            return True
    return False


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & _UTF8 else "ascii")
    except UnicodeDecodeError:
        raise Refused("nama bagian paket tidak terbaca") from None
    if not name or _TRICKS.search(name):
        raise Refused(f"nama bagian paket tidak wajar: {name[:80]!r}")
    return name


def _with_ends(data: bytes, entries: list[Entry], directory: int) -> list[Entry]:
    """The entries with their ends; Refused unless they follow each other without gap or overlap."""
    ordered = sorted(entries, key=lambda entry: entry.local)
    if not ordered or ordered[0].local:
        raise Refused("ada data lain di depan paket" if ordered else _BROKEN)
    ends = dict(pairwise([*(entry.local for entry in ordered), directory]))  # an entry ends where the next begins
    if len(ends) != len(ordered):
        raise Refused(_OVERLAP)
    for entry in ordered:
        behind = data[entry.body + entry.packed : ends[entry.local]]
        if entry.body + entry.packed > ends[entry.local] or behind not in _descriptors(data, entry):
            raise Refused(_OVERLAP)
    return [entry._replace(end=ends[entry.local]) for entry in entries]


def _descriptors(data: bytes, entry: Entry) -> tuple[bytes, ...]:
    """What may stand behind the entry's data: nothing, or its checksum and sizes where the header announces them."""
    if not entry.flags & HAS_DESCRIPTOR:
        return (b"",)
    sizes = struct.pack("<III", entry.crc, entry.packed, entry.size)
    told_before = data[entry.local + 14 : entry.local + 26] == sizes
    return (sizes, b"PK\x07\x08" + sizes, *([b""] if told_before else []))


def _check_sizes(entries: list[Entry]) -> None:
    for entry in entries:
        if entry.size > LARGEST_PART:
            raise Refused(f"bagian {entry.name} terlalu besar ({_mebibytes(entry.size)}; {_most(LARGEST_PART)})")
        if entry.size > RATIO_FROM and entry.size > MOST_RATIO * entry.packed:
            raise Refused(f"bagian {entry.name} dimampatkan lebih dari {MOST_RATIO} kali, seperti bom zip")
    total = sum(entry.size for entry in entries)
    if total > LARGEST_TOTAL:
        raise Refused(f"isi paket terlalu besar ({_mebibytes(total)}; {_most(LARGEST_TOTAL)})")


def _mebibytes(size: int) -> str:
    return f"{size // 2**20} MiB"


def _most(size: int) -> str:
    return f"paling besar {_mebibytes(size)}"
