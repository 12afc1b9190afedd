"""A workbook's shared strings: without an XML parser where they are written as nearly every program writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from .plain_text import SPACE, TEXT, decoded, has_distinct_names, is_plain
from .relations import all_of
from .values import unescaped

_ATTRIBUTES = rb'(?: (?:xmlns:)?+[A-Za-z]\w*+="[^"<>&\x00-\x1f]*+")*+'  # no prefix that could be unknown
_HEAD = re.compile(
    rb'(?:<\?xml version="1\.0"(?: encoding="(?i:utf-8)")?+(?: standalone="(?:yes|no)")?+ ?\?>[ \t\r\n]*+)?+'
    rb"<sst(?P<tag>" + _ATTRIBUTES + rb")>"
)
_END = b"</sst>"
_RUN = rb"<r>(?:<rPr>(?:<[A-Za-z]\w*+" + _ATTRIBUTES + rb"/>)*+</rPr>)?+<t" + SPACE + rb">" + TEXT + rb"</t></r>"
_ITEM = re.compile(rb"<si>(?:(<t" + SPACE + rb">)(" + TEXT + rb")</t>|((?:" + _RUN + rb")++))</si>")
_RUN_TEXT = re.compile(rb"<t[^>]*+>([^<]*+)</t>")
_TAG = re.compile(rb"<\w++ [^>]*+>")
_LARGEST = 2**22  # bytes: beyond, a parser is more sparing with memory
_AROUND = len(b"<si></si>")


@lru_cache(maxsize=1)  # asked for again when values are read
def plain_strings(xml: bytes) -> list[str] | None:
    """The strings of a part that is well-formed for sure; None where an XML parser must say so."""
    head, end = _HEAD.match(xml), xml.rfind(_END)
    if head is None or len(xml) > _LARGEST or not has_distinct_names(head["tag"]) or end < head.end():
        return None
    if xml[end + len(_END) :].strip(b" \t\r\n") or not is_plain(xml):
        return None
    found, length = list[str](), 0
    for opening, text, runs in _ITEM.findall(xml, head.end(), end):
        if runs:
            if not all(map(has_distinct_names, _TAG.findall(runs))):
                return None
            length += len(runs) + _AROUND
            found.append(unescaped("".join(map(decoded, _RUN_TEXT.findall(runs)))))
        else:
            length += len(opening) + len(text) + len(b"</t>") + _AROUND
            found.append(unescaped(decoded(text)))
    return found if length == end - head.end() else None


def parsed_strings(root: Element) -> list[str]:
    """The strings of any part, without the reading aids of East Asian scripts."""
    return [string(item) for item in root]


def string(item: Element) -> str:
    """The text of one <si> or <is>."""
    if len(item) == 1 and item[0].tag.endswith("}t"):
        return unescaped(item[0].text or "")
    aids = {id(text) for aid in all_of(item, "rPh") for text in aid.iter()}
    return unescaped("".join(text.text or "" for text in all_of(item, "t") if id(text) not in aids))
