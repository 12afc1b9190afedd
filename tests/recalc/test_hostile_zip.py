"""Packages made to mislead: each is refused in words before anything is read from it, and nothing is written."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from angka_kredit.errors import Refused
from angka_kredit.recalc.limits import LARGEST_TOTAL, MOST_ENTRIES
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from packages import SHEET1, exchanged, parts, rich
from rawzip import Raw, raw_zip
from sheets import workbook

GOOD = workbook({"B1": "=A1*2"}, {"A1": 21})
ENTRIES = [Raw(name.encode(), content) for name, content in parts(GOOD).items()]
SHEET = next(entry for entry in ENTRIES if entry.name == SHEET1.encode())
ZIP64 = struct.pack("<HHQQ", 1, 16, len(SHEET.content), len(SHEET.data()))


def with_sheet(**changes: object) -> bytes:
    """The workbook whose sheet's entry tells or holds something else."""
    return raw_zip([replace(entry, **changes) if entry is SHEET else entry for entry in ENTRIES])  # type: ignore[arg-type]


def with_entry(*entries: Raw) -> bytes:
    return raw_zip([*ENTRIES, *entries])


def bomb(size: int) -> bytes:
    """Deflated zeros, without their ever being in memory."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"".join([*(packer.compress(bytes(2**20)) for _ in range(size >> 20)), packer.flush()])


END = sum(30 + len(entry.name) + len(entry.data()) for entry in ENTRIES)  # where a further entry begins


def overlapping() -> bytes:
    """Two entries of the directory share one local header, as the best zip bombs do."""
    shared = Raw(b"a.bin", b"isi" * 99)
    return with_entry(shared, replace(shared, at=END))


def nested() -> bytes:
    """An entry that begins inside the data of another."""
    inner = Raw(b"b.bin", b"dalam", method=0)
    outer = Raw(b"a.bin", raw_zip([inner]), method=0)
    return with_entry(outer, replace(inner, at=END + 30 + len(outer.name)))


def forced_zip64() -> bytes:
    """As Python and some Java and .NET programs write it: the extra field in the local header only."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        for name, content in parts(GOOD).items():
            with book.open(name, "w", force_zip64=True) as part:
                part.write(content)
    return file.getvalue()


def encrypted() -> bytes:
    """What Excel writes for a workbook with a password: no zip but a compound file."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1500 + "EncryptedPackage".encode("utf-16-le")


DESCRIPTOR = struct.pack("<4sIII", b"PK\x07\x08", *SHEET.sizes())
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "not a zip": (lambda: b"Nama,NIP\n", "bukan buku kerja Excel yang utuh"),
    "empty": (lambda: b"", "bukan buku kerja Excel yang utuh"),
    "empty zip": (lambda: raw_zip([]), "bukan buku kerja Excel yang utuh"),
    "encrypted": (encrypted, "bersandi"),
    "encrypted entry": (lambda: with_sheet(flags=1), "sandi"),
    "masked headers": (lambda: with_sheet(flags=0x2000), "sandi"),
    "a format of the future": (lambda: with_sheet(version=64), "tidak didukung"),
    "another compression": (lambda: with_sheet(method=12), "pemampatan"),
    "signed": (lambda: with_entry(Raw(b"_xmlsignatures/sig1.xml", b"<s/>")), "tanda tangan"),
    "signed, other letters": (lambda: with_entry(Raw(b"_XmlSignatures/sig1.xml", b"<s/>")), "tanda tangan"),
    "zip bomb by ratio": (lambda: with_entry(Raw(b"a.bin", bytes(2**24))), "bom zip"),
    "zip bomb by part": (lambda: with_entry(Raw(b"a.bin", b"", size=2**30, body=bytes(2**23))), "a.bin terlalu besar"),
    "zip bomb by total": (
        lambda: with_entry(*[Raw(b"%d" % n, b"", size=2**25, body=bytes(2**18)) for n in range(LARGEST_TOTAL >> 25)]),
        "isi paket terlalu besar",
    ),
    "zip bomb that lies": (lambda: with_entry(Raw(b"a.bin", b"", size=99, body=bomb(2**28))), "a.bin rusak"),
    "too many entries": (lambda: with_entry(*[Raw(b"%d" % n, b"") for n in range(MOST_ENTRIES)]), "paling banyak"),
    "overlapping entries": (overlapping, "bertumpuk"),
    "one entry under two names": (
        lambda: with_entry(Raw(b"a.bin", b"isi"), replace(Raw(b"b.bin", b"isi"), at=END)),
        "tidak cocok",
    ),
    "nested entries": (nested, "bertumpuk"),
    "zip64 sizes": (lambda: with_sheet(size=0xFFFFFFFF), "ZIP64"),
    "zip64 in the directory": (lambda: with_sheet(extra=ZIP64), "ZIP64"),
    "zip64 in the local header": (lambda: with_sheet(local_extra=ZIP64), "ZIP64"),
    "zip64 locator": (lambda: raw_zip(ENTRIES, locator=struct.pack("<4sIQI", b"PK\x06\x07", 0, 0, 1)), "ZIP64"),
    "zip64 by a program": (forced_zip64, "ZIP64"),
    "extra field beyond its end": (lambda: with_sheet(extra=b"\xfe\xca\xff\x00ab"), "ZIP64"),
    "two of one name": (lambda: with_entry(SHEET), "bernama sama"),
    "two that differ by case": (lambda: with_entry(replace(SHEET, name=b"XL/Worksheets/sheet1.XML")), "bernama sama"),
    "wrong checksum": (lambda: with_sheet(crc=1), "rusak"),
    "wrong size": (lambda: with_sheet(size=len(SHEET.content) + 1), "rusak"),
    "data cut short": (lambda: with_sheet(body=SHEET.data()[:-3]), "rusak"),
    "data and more": (lambda: with_sheet(body=SHEET.data() + b"lebih"), "rusak"),
    "no deflate at all": (lambda: with_sheet(body=b"\xff" * 99), "rusak"),
    "other name in the local header": (lambda: with_sheet(local_name=b"xl/worksheets/sheet2.xml"), "tidak cocok"),
    "other sizes in the local header": (lambda: with_sheet(local_sizes=(1, 2, 3)), "tidak cocok"),
    "data between entries": (lambda: with_sheet(behind=b"tersembunyi"), "bertumpuk, atau ada data lain"),
    "a descriptor nobody announced": (lambda: with_sheet(behind=DESCRIPTOR), "bertumpuk, atau ada data lain"),
    "a wrong descriptor": (
        lambda: with_sheet(flags=8, local_sizes=(0, 0, 0), behind=DESCRIPTOR[:-1] + b"\1"),
        "bertumpuk, atau ada data lain",
    ),
    "data in front": (lambda: raw_zip(ENTRIES, before=b"%PDF-1.7\n"), "di depan paket"),
    "data behind": (lambda: raw_zip(ENTRIES, after=b"\0"), "di belakang akhir paket"),
}
for _name in ("../x.xml", "/x.xml", "xl\\x.xml", "C:x.xml", "xl/./x.xml", "xl//x.xml", "x\0.xml", "xl/..", "", "\x7f"):
    HOSTILE[f"name {_name!r}"] = (lambda name=_name: with_entry(Raw(name.encode(), b"<x/>")), "nama bagian paket")
HOSTILE["name in no known script"] = (lambda: with_entry(Raw(b"\xff.xml", b"<x/>")), "nama bagian paket tidak terbaca")
HOSTILE["name in broken UTF-8"] = (lambda: with_entry(Raw(b"\xff.xml", b"<x/>", flags=0x800)), "nama bagian paket")


@pytest.mark.parametrize("case", HOSTILE)
def test_is_refused_in_words(case: str) -> None:
    make, reason = HOSTILE[case]
    with pytest.raises(Refused, match=reason):
        recalculate(make())


def test_the_builder_builds_what_is_read() -> None:
    """Without this, every refusal above might be for another reason than its own."""
    descriptor = replace(SHEET, flags=8, local_sizes=(0, 0, 0), behind=DESCRIPTOR)
    short = replace(descriptor, behind=DESCRIPTOR[4:])
    for entry in (SHEET, replace(SHEET, method=0), descriptor, short, replace(SHEET, extra=b"\xfe\xca\x02\x00ab")):
        data = raw_zip([entry if old is SHEET else old for old in ENTRIES])
        assert Package(data).read(SHEET1) == SHEET.content
        assert parts(recalculate(data).data)[SHEET1] == parts(recalculate(GOOD).data)[SHEET1]
    data = with_entry(Raw("xl/média/gambar é.png".encode(), b"x", flags=0x800), Raw(b"xl/media/", b"", method=0))
    assert parts(recalculate(data).data)["xl/média/gambar é.png"] == b"x"


def test_every_truncation_is_refused() -> None:
    for data in (GOOD, rich()):
        for length in range(len(data)):
            with pytest.raises(Refused):
                Package(data[:length])


def test_a_workbook_inside_is_never_opened() -> None:
    inside = raw_zip([Raw(b"bom.xml", b"", size=2**30, body=bytes(2**10))])
    data = exchanged(GOOD, {"xl/embeddings/lembar.xlsx": inside})
    assert parts(recalculate(data).data)["xl/embeddings/lembar.xlsx"] == inside
