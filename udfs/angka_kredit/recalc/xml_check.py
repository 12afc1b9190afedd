"""What no part of a workbook may be: not well-formed, nested without end, or with a DTD, where bombs are made."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar
from xml.parsers import expat

from ..errors import Refused
from .limits import DEEPEST_XML, LONGEST_RUN, LONGEST_TEXT

_ENCODING = re.compile(rb'<\?xml[^>]*encoding\s*=\s*["\']([^"\']+)')
XML_ERRORS = (expat.ExpatError, ValueError, LookupError)  # what expat raises: the last for an unknown encoding
_SMALL = 2**14  # bytes
T = TypeVar("T")
_BOM = b"\xef\xbb\xbf"
_DTD = "memuat DTD, yang tidak ada dalam buku kerja Excel yang sah"


def check_text(part: str, xml: bytes) -> bytes:
    """The XML itself; Refused for what could hide something from a byte-wise reader."""
    declared = _ENCODING.match(xml.removeprefix(_BOM))
    if b"\0" in xml or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise Refused(f"bagian {part} tidak bersandi UTF-8")
    if has(xml, b"!", b"<!DOCTYPE") or has(xml, b"!", b"<!ENTITY"):
        raise Refused(f"bagian {part} {_DTD}")
    return xml


def once_if_small(read: Callable[[str, bytes], T]) -> Callable[[str, bytes], T]:
    """For readers of a part: files of one kind share their styles, themes and relations, which are then read once.

    What is read is shared too, and not to be changed."""
    kept = lru_cache(128)(read)
    return lambda part, xml: (kept if len(xml) <= _SMALL else read)(part, xml)


def has(xml: bytes, rare: bytes, text: bytes) -> bool:
    """Whether the text is there; first its rare character is looked for, a hundred times as quickly."""
    return rare in xml and text in xml


@once_if_small
def check_xml(part: str, xml: bytes) -> None:
    """Refused where the part is not well-formed, is nested too deep, or has a DTD."""
    depth = 0

    def opened(tag: str, attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST_XML:
            raise too_deep()

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1

    def has_dtd(*_: object) -> None:
        raise Refused(_DTD)

    parser = expat.ParserCreate()
    if xml.count(b"</") >= DEEPEST_XML or b"\0" in xml:  # fewer cannot be deep: each but the innermost must be closed
        parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler = has_dtd
    try:
        parser.Parse(xml, True)
    except XML_ERRORS:
        raise Refused(f"bagian {part} bukan XML yang sah") from None
    except Refused as reason:
        raise Refused(f"bagian {part} {reason}") from None


def check_runs(part: str, xml: bytes) -> None:
    """Refused where a text is longer than any cell's may be, however it is written."""
    half = LONGEST_RUN // 2
    for at in range(0, len(xml) - half, half):
        if xml.find(b"<", at, at + half) < 0:  # then look how far it reaches on both sides
            end = xml.find(b"<", at)
            if (len(xml) if end < 0 else end) - xml.rfind(b"<", 0, at) > LONGEST_RUN:
                raise Refused(f"bagian {part} berisi teks sel yang melebihi {LONGEST_TEXT} huruf")


def too_deep() -> Refused:
    return Refused(f"bertingkat lebih dari {DEEPEST_XML}")
