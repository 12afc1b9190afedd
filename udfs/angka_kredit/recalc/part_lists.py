"""The two lists that a new part must stand in, and a removed one must leave: relations and content types."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from itertools import count
from xml.sax.saxutils import quoteattr

from .package import Package
from .relations import TYPES, relations_part
from .xml_spans import Edit, Node, appended, edited, end_of, nodes, prefix_of

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELATIONS}"/>'.encode()


class Parts:
    """The parts of a package that are about to change, by name; reading sees what has changed already."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.new: dict[str, bytes] = {}
        self.gone: set[str] = set()

    def read(self, name: str) -> bytes:
        return self.new[name] if name in self.new else self.package.read(name)

    def free_name(self, pattern: str) -> str:
        """The first name that no part has, whatever the case of its letters: 'xl/comments{}.xml'."""
        taken = {name.casefold() for name in [*self.package.names, *self.new]}
        return next(name for name in map(pattern.format, count(1)) if name.casefold() not in taken)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Adds a relation to the part; its id."""
        source = relations_part(part)
        xml = self.read(source) if source in self.package or source in self.new else _EMPTY
        taken = {node.attributes.get("Id", "") for node in nodes(source, xml)}
        name = next(name for name in map("rId{}".format, count(1)) if name not in taken)
        path = posixpath.relpath(target, posixpath.dirname(part))
        self._append(source, xml, "Relationship", {"Id": name, "Type": _KIND + kind, "Target": path})
        return name

    def declare(self, part: str, kind: str, extension: str = "") -> None:
        """Says what the part is: by its extension where that is given and means nothing else."""
        xml = self.read(TYPES)
        known = {
            node.attributes.get("Extension", "").lower(): node.attributes.get("ContentType")
            for node in nodes(TYPES, xml)
            if node.name == "Default"
        }
        if not extension or known.get(extension, kind) != kind:
            self._append(TYPES, xml, "Override", {"PartName": f"/{part}", "ContentType": kind})
        elif extension not in known:
            root, *others = nodes(TYPES, xml)
            child = _element(prefix_of(xml, root), "Default", {"Extension": extension, "ContentType": kind})
            at = others[0].start if others else root.closing  # Office writes them first
            self.new[TYPES] = edited(xml, [Edit(at, at, child)])

    def remove(self, part: str, source: str, relation: str) -> None:
        """Takes the part out, with its content type and the relation that leads to it from `source`."""
        self.gone.add(part)
        self._drop(TYPES, lambda node: node.attributes.get("PartName", "").lower() == f"/{part}".lower())
        self._drop(relations_part(source), lambda node: node.attributes.get("Id") == relation)

    def _drop(self, name: str, unwanted: Callable[[Node], bool]) -> None:
        xml = self.read(name)
        found = filter(unwanted, nodes(name, xml))
        self.new[name] = edited(xml, [Edit(node.start, end_of(xml, node), b"") for node in found])

    def _append(self, name: str, xml: bytes, tag: str, attributes: Mapping[str, str]) -> None:
        root = nodes(name, xml)[0]
        self.new[name] = edited(xml, [appended(xml, root, _element(prefix_of(xml, root), tag, attributes))])


def _element(prefix: str, tag: str, attributes: Mapping[str, str]) -> bytes:
    written = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<{prefix}{tag}{written}/>".encode()
