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

name = st.lists(st.text("abcdé ._[]", min_size=1, max_size=4), min_size=1, max_size=3).map("/".join)
names = st.lists(
    name.filter(lambda name: not {"", ".", ".."} & set(name.split("/"))), min_size=1, max_size=6, unique_by=str.casefold
)


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
    package = Package(original)
    assert package.replaced({}) is original and package.replaced({parts[0]: package.read(parts[0])}) is original
    package = Package(written)
    assert package.replaced({parts[0]: new}) is package.data


def test_parts_come_and_go() -> None:
    original = packed({"a.xml": b"<a/>" * 9, "b/b.xml": b"<b/>" * 9, "c.xml": b""}, streamed=True, comment=b"catatan")
    package = Package(original)
    written = package.replaced({"baru/z.xml": b"<z/>" * 99, "baru/y.xml": b""}, gone=["b/b.xml"])
    with zipfile.ZipFile(io.BytesIO(written)) as after:
        assert after.testzip() is None and after.comment == b"catatan"
        assert after.namelist() == ["a.xml", "c.xml", "baru/y.xml", "baru/z.xml"]
        assert after.read("baru/z.xml") == b"<z/>" * 99
        before = zipfile.ZipFile(io.BytesIO(original))
        assert raw(written, after.getinfo("a.xml")) == raw(original, before.getinfo("a.xml"))
    assert package.replaced({"baru/z.xml": b"<z/>" * 99, "baru/y.xml": b""}, gone=["b/b.xml"]) == written  # no clock
    assert Package(written).names == ["a.xml", "c.xml", "baru/y.xml", "baru/z.xml"]
    assert package.replaced({}, gone=["tidak ada.xml"]) is original


def raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    name, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
    end = info.header_offset + 30 + name + extra + info.compress_size
    return data[info.header_offset : end]


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


def test_a_wrong_checksum_is_refused() -> None:
    data = bytearray(packed({"a.xml": b"<a/>" * 50}, stored=True))
    data[data.find(b"<a/>") + 1] ^= 1
    with pytest.raises(Refused, match=r"a\.xml rusak"):
        Package(bytes(data))
