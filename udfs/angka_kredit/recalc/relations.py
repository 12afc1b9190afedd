"""How the parts of a package point to each other, and what each is said to be."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import Refused
from .package import Package
from .xml_check import XML_ERRORS, check_text, once_if_small

TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class Relation:
    id: str
    kind: str  # the last word of its type: worksheet, comments, vmlDrawing
    target: str  # the part's name; what it is outside the package where `external`
    external: bool
    plain: bool  # whether the path is written so that nobody could read another part from it


def parse(package: Package, part: str) -> ET.Element:
    """The part's root element, to be read only."""
    return _parsed(part, package.read(part))


@once_if_small
def _parsed(part: str, xml: bytes) -> ET.Element:
    try:
        return ET.fromstring(check_text(part, xml))
    except (ET.ParseError, *XML_ERRORS):
        raise Refused(f"bagian {part} bukan XML yang sah") from None


def all_of(root: ET.Element, tag: str) -> list[ET.Element]:
    """Every element of this name, whatever its namespace."""
    return [node for node in root.iter() if node.tag.rsplit("}", 1)[-1] == tag]


def relations_part(part: str) -> str:
    """Where the part's relations stand: '' is the package itself."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relations(package: Package, part: str) -> Mapping[str, Relation]:
    """The part's relations by id; none where it has no such part."""
    source = relations_part(part)
    return _relations(source, package.read(source)) if source in package else {}


@once_if_small
def _relations(source: str, xml: bytes) -> Mapping[str, Relation]:
    found: dict[str, Relation] = {}
    folder = posixpath.dirname(posixpath.dirname(source))
    for node in all_of(_parsed(source, xml), "Relationship"):
        name, target = node.attrib.get("Id", ""), node.attrib.get("Target", "")
        external = node.attrib.get("TargetMode", "Internal") != "Internal"
        path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        resolved = target if external else posixpath.normpath(path)
        kind = node.attrib.get("Type", "").rsplit("/", 1)[-1]
        if name in found:
            raise Refused(f"bagian {source} memuat dua hubungan bernama sama")
        found[name] = Relation(name, kind, resolved, external, plain=path == resolved and "%" not in path)
    return found


@dataclass(frozen=True)
class ContentTypes:
    """What each part is, by [Content_Types].xml."""

    by_extension: dict[str, str]
    by_part: dict[str, str]  # in lower case, without the first '/'

    def of(self, part: str) -> str:
        extension = posixpath.splitext(part)[1].removeprefix(".").lower()
        return self.by_part.get(part.lower(), self.by_extension.get(extension, ""))


def content_types(package: Package) -> ContentTypes:
    return _content_types(TYPES, package.read(TYPES))


@once_if_small
def _content_types(part: str, xml: bytes) -> ContentTypes:
    root = _parsed(part, xml)
    extensions = [(node.attrib.get("Extension", "").lower(), node) for node in all_of(root, "Default")]
    parts = [(node.attrib.get("PartName", "").removeprefix("/").lower(), node) for node in all_of(root, "Override")]
    for names in (extensions, parts):
        if len({name for name, _ in names}) != len(names):
            raise Refused("paket menyebut jenis satu bagian dua kali")
    types = [{name: node.attrib.get("ContentType", "") for name, node in names} for names in (extensions, parts)]
    return ContentTypes(*types)
