"""What the workbook part says: its sheets, defined names and settings that make recalculation unsafe."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..errors import Refused
from .limits import MOST_CELLS, MOST_FORMULAS
from .package import Package
from .relations import ContentTypes, Relation, all_of, content_types, parse, relations
from .strings import plain_strings
from .xml_check import check_runs, check_text, check_xml

_USUAL = "xl/workbook.xml"
_WORKBOOK_TYPES = tuple(
    f"application/vnd.{kind}.main+xml"
    for kind in (
        "openxmlformats-officedocument.spreadsheetml.sheet",
        "openxmlformats-officedocument.spreadsheetml.template",
        "ms-excel.sheet.macroEnabled",
        "ms-excel.template.macroEnabled",
        "ms-excel.addin.macroEnabled",
    )
)
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_ON = ("1", "true")


class Place(NamedTuple):
    """A cell of the workbook."""

    sheet: str
    ref: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.ref}"


@dataclass(frozen=True)
class Sheet:
    name: str
    part: str
    id: str = ""  # sheetId: the calculation chain names sheets by it


@dataclass(frozen=True)
class WorkbookInfo:
    sheets: tuple[Sheet, ...]
    names: dict[str, str]  # defined name, upper case -> its formula; '' where sheets define it differently
    part: str = _USUAL


def read_workbook(package: Package) -> WorkbookInfo:
    """Refused where any part is unsafe to read, or where two readers could see two different workbooks."""
    part = _workbook_part(package)
    root = parse(package, part)
    types, targets = content_types(package), relations(package, part)
    _check_type(part, types.of(part))
    _check_settings(root)
    sheets = tuple(_sheets(root, targets, types))
    if len({sheet.name.casefold() for sheet in sheets}) != len(sheets) or not all(sheet.name for sheet in sheets):
        raise Refused("buku kerja berisi lembar tanpa nama atau dua lembar bernama sama")
    if len({sheet.part for sheet in sheets}) != len(sheets):
        raise Refused("dua lembar buku kerja menunjuk ke bagian yang sama")
    strings = {target.target for target in targets.values() if target.kind == "sharedStrings" and not target.external}
    _check_parts(package, [sheet.part for sheet in sheets], strings)
    for name in strings:
        check_runs(name, package.read(name))
    names: dict[str, str] = {}
    for node in all_of(root, "definedName"):
        name, text = node.attrib.get("name", "").upper(), node.text or ""
        names[name] = text if names.get(name, text) == text else ""
    return WorkbookInfo(sheets, names, part)


def _workbook_part(package: Package) -> str:
    if "_rels/.rels" not in package or "[Content_Types].xml" not in package:
        raise Refused("bukan buku kerja Excel; buka berkasnya, lalu simpan sebagai .xlsx")
    found = [relation for relation in relations(package, "").values() if relation.kind == "officeDocument"]
    if not found:
        raise Refused("bukan buku kerja Excel (tidak ada bagian workbook)")
    part = found[0].target
    if len(found) > 1 or not found[0].plain or (part != _USUAL and _USUAL in package):
        raise Refused("paket berisi lebih dari satu buku kerja")
    return part


def _check_type(part: str, kind: str) -> None:
    if "binary" in kind:
        raise Refused("buku kerja biner (.xlsb); simpan sebagai .xlsx")
    if kind not in _WORKBOOK_TYPES:
        raise Refused(f"bagian {part} bukan buku kerja Excel menurut daftar jenis isinya: '{kind[:80]}'")


def _sheets(root: ET.Element, targets: Mapping[str, Relation], types: ContentTypes) -> list[Sheet]:
    """The worksheets, in their order; chart sheets and the like have no cells."""
    sheets = []
    for node in all_of(root, "sheet"):
        key = next((value for name, value in node.attrib.items() if name.endswith("}id")), "")
        target = targets.get(key)
        if target is None or target.external or not target.plain:
            raise Refused(f"lembar '{node.attrib.get('name', '')}' tidak menunjuk ke bagian paket ini")
        if target.kind != "worksheet":
            continue
        if types.of(target.target) != _SHEET_TYPE:
            raise Refused(f"bagian {target.target} bukan lembar kerja menurut daftar jenis isinya")
        sheets.append(Sheet(node.attrib.get("name", ""), target.target, node.attrib.get("sheetId", "")))
    return sheets


def _check_parts(package: Package, sheets: list[str], strings: set[str]) -> None:
    """Every XML part but the sheets, which their own reader checks; an engine may read any of them."""
    size = sum(len(package.read(part)) for part in sheets)
    for letter, most, what in (("c", MOST_CELLS, "sel"), ("f", MOST_FORMULAS, "rumus")):
        tags = (f"<{letter}".encode(), f":{letter}".encode())  # nearly: a few others begin so too
        if size > 2 * most and sum(package.read(part).count(tag) for part in sheets for tag in tags) > most:
            raise Refused(f"buku kerja berisi lebih dari {most} {what}")
    for name in set(package.names) - set(sheets):
        content = package.read(name)
        if name.lower().endswith(".vml"):  # old Excel writes it with open tags; nobody here parses it
            check_text(name, content)
        elif (
            name.lower().endswith((".xml", ".rels")) or content[:100].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"
        ):
            if not name.lower().startswith("customxml/"):  # there Excel itself writes UTF-16
                check_text(name, content)
            if name not in strings or plain_strings(content) is None:
                check_xml(name, content)


def _check_settings(root: ET.Element) -> None:
    for node in all_of(root, "workbookPr"):
        if node.attrib.get("date1904") in _ON:
            raise Refused("buku kerja memakai sistem tanggal 1904")
    for node in all_of(root, "calcPr"):
        if node.attrib.get("iterate") in _ON:
            raise Refused("buku kerja memakai perhitungan berulang (iterasi)")
        if node.attrib.get("fullPrecision", "1") not in _ON:
            raise Refused("buku kerja menghitung dengan ketelitian seperti tampilan")
