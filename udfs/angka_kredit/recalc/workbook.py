"""What the workbook part says: its sheets, defined names and settings that make recalculation unsafe."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from ..errors import Refused
from .package import Package

_ENCODING = re.compile(rb'^\s*<\?xml[^>]*encoding\s*=\s*["\']([^"\']+)')


@dataclass(frozen=True)
class Sheet:
    name: str
    part: str


@dataclass(frozen=True)
class WorkbookInfo:
    sheets: tuple[Sheet, ...]
    names: dict[str, str]  # defined name, upper case -> its formula; '' where sheets define it differently


def check_xml(part: str, xml: bytes) -> bytes:
    """The XML itself; Refused for what could hide something from a byte-wise reader."""
    declared = _ENCODING.match(xml)
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise Refused(f"bagian {part} tidak bersandi UTF-8")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Refused(f"bagian {part} memuat DTD, yang tidak ada dalam buku kerja Excel yang sah")
    return xml


def read_workbook(package: Package) -> WorkbookInfo:
    if "_rels/.rels" not in package.names:
        raise Refused("bukan buku kerja Excel; buka berkasnya, lalu simpan sebagai .xlsx")
    root_rels = _relations(package, "_rels/.rels", "")
    part = next((target for kind, target in root_rels.values() if kind == "officeDocument"), None)
    if part is None:
        raise Refused("bukan buku kerja Excel (tidak ada bagian workbook)")
    folder, file = posixpath.split(part)
    relations = _relations(package, posixpath.join(folder, "_rels", f"{file}.rels"), folder)
    root = _parse(package, part)
    _check_settings(root)
    sheets = []
    for node in _all(root, "sheet"):
        relation = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
        kind, target = relations.get(relation, ("", ""))
        if kind == "worksheet":
            sheets.append(Sheet(node.attrib.get("name", ""), target))
    if len({sheet.name.casefold() for sheet in sheets}) != len(sheets) or not all(sheet.name for sheet in sheets):
        raise Refused("buku kerja berisi lembar tanpa nama atau dua lembar bernama sama")
    names: dict[str, str] = {}
    for node in _all(root, "definedName"):
        name, text = node.attrib.get("name", "").upper(), node.text or ""
        names[name] = text if names.get(name, text) == text else ""
    return WorkbookInfo(tuple(sheets), names)


def _check_settings(root: ET.Element) -> None:
    on = ("1", "true")
    for node in _all(root, "workbookPr"):
        if node.attrib.get("date1904") in on:
            raise Refused("buku kerja memakai sistem tanggal 1904")
    for node in _all(root, "calcPr"):
        if node.attrib.get("iterate") in on:
            raise Refused("buku kerja memakai perhitungan berulang (iterasi)")
        if node.attrib.get("fullPrecision", "1") not in on:
            raise Refused("buku kerja menghitung dengan ketelitian seperti tampilan")


def _relations(package: Package, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """relation id -> (kind, part it points to)."""
    found = {}
    for node in _parse(package, part):
        kind = node.attrib.get("Type", "").rsplit("/", 1)[-1]
        target = node.attrib.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[node.attrib.get("Id", "")] = (kind, path)
    return found


def _parse(package: Package, part: str) -> ET.Element:
    try:
        return ET.fromstring(check_xml(part, package.read(part)))
    except ET.ParseError:
        raise Refused(f"bagian {part} bukan XML yang sah") from None


def _all(root: ET.Element, tag: str) -> list[ET.Element]:
    return [node for node in root.iter() if node.tag.rsplit("}", 1)[-1] == tag]
