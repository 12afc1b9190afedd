"""A workbook's shared strings: without an XML parser where they are written as nearly every program writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from .plain_text import MARK, SPACE, TEXT, decoded, has_distinct_names, has_known_entities, is_plain, with_characters
from .relations import all_of
from .values import unescaped

_ATTRIBUTES = rb'(?: (?:xmlns:)?+[A-Za-z]\w*+="[^"<>&\x00-\x1f]*+")*+'  # no prefix that could be unknown
_HEAD = re.compile(
    rb'(?:<\?xml version="1\.0"(?: encoding="(?i:utf-8)")?+(?: standalone="(?:yes|no)")?+ ?\?>[ \t\r\n]*+)?+'
    rb"<sst(?P<tag>" + _ATTRIBUTES + rb")>"
)
_END = b"</sst>"
_RUN = rb"<r>(?:<rPr>(?:<[A-Za-z]\w*+" + _ATTRIBUTES + rb"/>)*+</rPr>)?+<t" + SPACE + rb">" + TEXT + rb"</t></r>"
_RICH = re.compile(rb"<si>((?:" + _RUN + rb")++)</si>")
_RUN_TEXT = re.compile(rb"<t[^>]*+>([^<]*+)</t>")
_TAG = re.compile(rb"<\w++ [^>]*+>")
_BEGIN, _CLOSE, _IS_RICH = MARK, b"\x02", b"\x03"  # no XML holds these characters
_OPENED = (b"<si><t>", b'<si><t xml:space="preserve">')
_LETTERS = bytes(code for code in range(256) if chr(code) in "\t\n\x03" or (code >= 32 and chr(code) != "<"))
_LARGEST = 2**22  # bytes: beyond, a parser is more sparing with memory


@lru_cache(maxsize=1)  # asked for again when values are read
def plain_strings(xml: bytes) -> list[str] | None:
    """The strings of a part that is well-formed for sure; None where an XML parser must say so."""
    head, end = _HEAD.match(xml), xml.rfind(_END)
    if head is None or len(xml) > _LARGEST or not has_distinct_names(head["tag"]) or end < head.end():
        return None
    if xml[end + len(_END) :].strip(b" \t\r\n") or _CLOSE in xml or _IS_RICH in xml or not is_plain(xml):
        return None
    body = xml[head.end() : end]
    rich = _RICH.findall(body) if b"<r>" in body else []
    if rich:
        if not all(has_distinct_names(tag) for runs in rich for tag in _TAG.findall(runs)):
            return None
        body = _RICH.sub(_BEGIN + _IS_RICH + _CLOSE, body)
    found = _items(body)
    if found is None:
        return None
    places = _places(found, _IS_RICH.decode(), len(rich))  # before what looks like them is read as characters
    if b"_x" in body:
        found = list(map(unescaped, found))
    for place, runs in zip(places, rich, strict=True):
        found[place] = unescaped("".join(map(decoded, _RUN_TEXT.findall(runs))))
    return found


def _places(found: list[str], text: str, count: int) -> list[int]:
    places, at = list[int](), -1
    for _ in range(count):
        at = found.index(text, at + 1)
        places.append(at)
    return places


def _items(body: bytes) -> list[str] | None:
    """The texts, without regard to runs; None where anything but <si><t>text</t></si> stands there."""
    for opening in _OPENED:
        body = body.replace(opening, _BEGIN)
    body = body.replace(b"</t></si>", _CLOSE)
    count = body.count(_BEGIN)
    if body.translate(None, _LETTERS) != (_BEGIN + _CLOSE) * count or not has_known_entities(body):
        return None
    if (
        body[:1] not in (b"", _BEGIN)
        or body.count(_CLOSE + _BEGIN) != max(count - 1, 0)
        or body[-1:] not in (b"", _CLOSE)
    ):
        return None  # something stands between the items
    found = body[1:-1].decode().split((_CLOSE + _BEGIN).decode()) if count else []
    if b"&" in body:
        found = [with_characters(text) for text in found]
    return found


def parsed_strings(root: Element) -> list[str]:
    """The strings of any part, without the reading aids of East Asian scripts."""
    return [string(item) for item in root]


def string(item: Element) -> str:
    """The text of one <si> or <is>."""
    if len(item) == 1 and item[0].tag.endswith("}t"):
        return unescaped(item[0].text or "")
    aids = {id(text) for aid in all_of(item, "rPh") for text in aid.iter()}
    return unescaped("".join(text.text or "" for text in all_of(item, "t") if id(text) not in aids))
