"""The package writer keeps every byte it was not asked to change, and refuses what it cannot read whole."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import Refused
from angka_kredit.recalc.package import Package

names = st.lists(st.text("abcdefgh/._", min_size=1, max_size=12), min_size=1, max_size=6, unique=True)


def packed(parts: dict[str, bytes], *, streamed: bool = False, stored: bool = False, comment: bytes = b"") -> bytes:
    """A zip; `streamed` writes sizes behind each entry (data descriptors), as some programs do."""
    file = io.BytesIO()
    target = Unseekable(file) if streamed else file
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "w", method) as book:  # type: ignore[arg-type]
        book.comment = comment
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2015, 3, 27, 1, 2, 4))
            info.compress_type, info.extra = method, b"\xfe\xca\x02\x00ab"
            book.writestr(info, content)
    return file.getvalue()


class Unseekable(io.RawIOBase):
    def __init__(self, file: io.BytesIO) -> None:
        self.file = file

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        return self.file.write(data)


@given(names, st.binary(max_size=300), st.booleans(), st.booleans(), st.sampled_from([b"", b"catatan"]))
def test_only_the_named_part_changes(
    parts: list[str], new: bytes, streamed: bool, stored: bool, comment: bytes
) -> None:
    original = packed({name: name.encode() * 9 for name in parts}, streamed=streamed, stored=stored, comment=comment)
    written = Package(original).replaced({parts[0]: new})
    before, after = zipfile.ZipFile(io.BytesIO(original)), zipfile.ZipFile(io.BytesIO(written))
    assert after.testzip() is None and after.read(parts[0]) == new
    assert after.comment == comment
    assert [info.filename for info in after.infolist()] == [info.filename for info in before.infolist()]
    for info in before.infolist():
        same = after.getinfo(info.filename)
        assert (same.date_time, same.extra, same.external_attr) == (info.date_time, info.extra, info.external_attr)
        if info.filename != parts[0]:
            assert raw(written, same) == raw(original, info)
    assert Package(original).replaced({}) is original
    assert Package(written).replaced({parts[0]: new}) == written


def raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    name, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
    end = info.header_offset + 30 + name + extra + info.compress_size
    return data[info.header_offset : end]


def broken(change: str) -> bytes:
    data = bytearray(packed({"a.xml": b"<a/>" * 50, "b.xml": b"<b/>" * 50}))
    directory = data.find(b"PK\x01\x02")
    if change == "encrypted entry":
        struct.pack_into("<H", data, directory + 8, 1)
    elif change == "zip64":
        struct.pack_into("<I", data, len(data) - 6, 0xFFFFFFFF)
    elif change == "count":
        struct.pack_into("<HH", data, len(data) - 14, 3, 3)
    elif change == "local header":
        data[0:2] = b"XX"
    elif change == "truncated":
        del data[len(data) // 2 :]
    return bytes(data)


@pytest.mark.parametrize("change", ["encrypted entry", "zip64", "count", "local header", "truncated"])
def test_a_broken_package_is_refused(change: str) -> None:
    with pytest.raises(Refused):
        Package(broken(change))


def test_other_files_are_refused() -> None:
    for data in (b"", b"Nama,NIP\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600):
        with pytest.raises(Refused):
            Package(data)
    with pytest.raises(Refused, match="tanda tangan"):
        Package(packed({"_xmlsignatures/sig1.xml": b"<s/>"}))
    with pytest.raises(Refused, match="bernama sama"), pytest.warns(UserWarning):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as book:
            book.writestr("a", "1")
            book.writestr("a", "2")
        Package(file.getvalue())


def test_a_wrong_checksum_is_refused_when_read() -> None:
    data = bytearray(packed({"a.xml": b"<a/>" * 50}, stored=True))
    data[data.find(b"<a/>") + 1] ^= 1
    with pytest.raises(Refused, match=r"a\.xml rusak"):
        Package(bytes(data)).read("a.xml")
