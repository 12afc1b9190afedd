"""What texts of a part may hold so that they can be read without an XML parser, and how they are read then."""

from __future__ import annotations

import re

from .limits import LONGEST_TEXT
from .xml_check import has

MARK = b"\x01"  # no XML holds this character
ATTRIBUTES = rb'(?: [A-Za-z][\w:]*+="[^"<>&\x00\x02-\x1f]*+")*+'
_LETTERS = rb"[^<&\x00\x02-\x08\x0b-\x1f]*+"
_REFERENCE = rb"&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}+);"
TEXT = _LETTERS + rb"(?:" + _REFERENCE + _LETTERS + rb")*+"
SPACE = rb'(?: xml:space="preserve")?+'
_NAME = re.compile(rb'([\w:]++)="')
_ENTITY = re.compile(r"&(#[0-9]+|[a-z]+);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_KNOWN = re.compile(_REFERENCE)
_NUMBERED = re.compile(rb"&#([0-9]+);")


def is_plain(xml: bytes) -> bool:
    """Whether all text is UTF-8 without oddities, and none is so long that its letters must be counted.

    What else it may hold is told by the patterns above."""
    if MARK in xml or has(xml, b"]", b"]]>") or (not xml.isascii() and not _is_unicode(xml)):
        return False
    if has(xml, b"#", b"&#") and not all(_is_letter(int(number)) for number in set(_NUMBERED.findall(xml))):
        return False
    half = LONGEST_TEXT // 2
    return all(xml.find(b"<", at, at + half) >= 0 for at in range(0, len(xml) - half, half))


def has_distinct_names(tag: bytes) -> bool:
    """Whether no attribute stands there twice."""
    names = _NAME.findall(tag)
    return len(set(names)) == len(names)


def has_known_entities(text: bytes) -> bool:
    """Whether every '&' begins an entity that `decoded` knows."""
    return b"&" not in text or text.count(b"&") == len(_KNOWN.findall(text))


def decoded(text: bytes) -> str:
    """The text with its entities as characters."""
    return with_characters(text.decode())


def with_characters(text: str) -> str:
    """The same for text that is decoded already."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _is_unicode(xml: bytes) -> bool:
    try:
        xml.decode()
    except UnicodeDecodeError:
        return False
    return b"\xef\xbf" not in xml and b"ascii" not in xml[:200].lower()  # U+FFFE and its like; a false declaration


def _is_letter(number: int) -> bool:
    """Whether XML has a character of this number."""
    return number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 2**16 <= number <= 0x10FFFF


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    return chr(int(name[1:])) if name.startswith("#") else _ENTITIES[name]
