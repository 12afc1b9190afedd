"""XML by byte offsets: elements with the spans of their tags, and edits that leave every other byte alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from ..errors import Refused
from .xml_check import XML_ERRORS

TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(rb"\s+([^\s=/<>\"']+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_NAME = re.compile(rb"<([^\s/>]+)")


@dataclass(slots=True)
class Element:
    """An element: its name without prefix, its attributes, where its tags begin, its own text where that is kept."""

    name: str
    attributes: dict[str, str]
    start: int
    closing: int = 0  # the same as start where the element is empty
    text: str = ""


@dataclass(slots=True)
class Node(Element):
    parent: Node | None = None


class Edit(NamedTuple):
    """The bytes from start to end become `new`."""

    start: int
    end: int
    new: bytes


def edited(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """The XML with these edits, which must not overlap; those at one place stand in the order given."""
    out, position = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        assert edit.start >= position
        out += [xml[position : edit.start], edit.new]
        position = edit.end
    return b"".join([*out, xml[position:]])


def nodes(part: str, xml: bytes) -> list[Node]:
    """Every element of a small part, in its order; the first is the root."""
    found, around = list[Node](), list[Node]()
    parser = expat.ParserCreate()

    def opened(tag: str, attributes: dict[str, str]) -> None:
        node = Node(tag.rsplit(":", 1)[-1], attributes, parser.CurrentByteIndex, parent=around[-1] if around else None)
        found.append(node)
        around.append(node)

    def closed(tag: str) -> None:
        around.pop().closing = parser.CurrentByteIndex

    def text(data: str) -> None:
        around[-1].text += data

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = opened, closed, text
    try:
        parser.Parse(xml, True)
    except XML_ERRORS:
        raise Refused(f"bagian {part} bukan XML yang sah") from None
    return found


def tag_end(xml: bytes, at: int) -> int:
    """Where the tag that begins `at` ends."""
    tag = TAG.match(xml, at)
    assert tag is not None  # expat found it there
    return tag.end()


def is_empty(xml: bytes, element: Element) -> bool:
    """Whether the element is written as one tag: <v/>."""
    end = tag_end(xml, element.start)
    return xml[end - 2 : end] == b"/>"


def end_of(xml: bytes, element: Element) -> int:
    """Where the whole element ends."""
    return tag_end(xml, element.start if is_empty(xml, element) else element.closing)


def whole(xml: bytes, element: Element) -> bytes:
    return xml[element.start : end_of(xml, element)]


def prefix_of(xml: bytes, element: Element) -> str:
    """'' or 'x:': what stands before the element's name."""
    name = _NAME.match(xml, element.start)
    assert name is not None
    return name[1].decode()[: -len(element.name)]


def appended(xml: bytes, element: Element, child: bytes) -> Edit:
    """Puts `child` at the end of the element's content."""
    if not is_empty(xml, element):
        return Edit(element.closing, element.closing, child)
    begin, end = element.start, tag_end(xml, element.start)
    closing = f"</{prefix_of(xml, element)}{element.name}>".encode()
    return Edit(begin, end, xml[begin : end - 2].rstrip() + b">" + child + closing)


def opening_tag(xml: bytes, element: Element) -> bytes:
    return xml[element.start : tag_end(xml, element.start)]


def retagged(tag: bytes, new: dict[str, str | None]) -> bytes:
    """The opening tag (never '/>') with these attributes; None takes one away.

    Others stay as they are written; a changed one stays where it stood, a new one comes last."""
    named, left = _NAME.match(tag), dict(new)
    assert named is not None
    out = [named[0]]
    for found in ATTRIBUTE.finditer(tag):
        name = found[1].decode()
        value = left.pop(name, None) if name in new else None
        if name not in new:
            out.append(found[0])
        elif value is not None:
            out.append(f" {name}={quoteattr(value)}".encode())
    out += [f" {name}={quoteattr(value)}".encode() for name, value in left.items() if value is not None]
    return b"".join([*out, b">"])


def with_attributes(xml: bytes, element: Element, new: dict[str, str | None]) -> Edit:
    """The element's opening tag with these attributes, its content as it is."""
    old = opening_tag(xml, element)
    tag = retagged(old, new)
    return Edit(element.start, element.start + len(old), tag[:-1] + b"/>" if old.endswith(b"/>") else tag)
