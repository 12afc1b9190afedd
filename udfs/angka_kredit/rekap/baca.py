"""What the named cells of a workbook hold, and the errors in all its cells: read without a spreadsheet program."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ..errors import Refused
from ..recalc.cells import scan
from ..recalc.package import Package
from ..recalc.places import area
from ..recalc.relations import all_of, parse, relations
from ..recalc.values import Value
from ..recalc.workbook import Sheet, WorkbookInfo, read_workbook
from .bentuk import Bentuk, kenali

MOST_ERRORS = 30  # of one file that the report names; the others are counted
ASING = "bukan buku kerja Angka Kredit (nama sel templatnya tidak ada)"
_PLACE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?[0-9]+(?::\$?[A-Z]+\$?[0-9]+)?)")
_ERROR = re.compile(
    rb'<(?:\w+:)?c(?=\s)([^>]*?\st="e"[^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v[^>]*>([^<]*)<', re.DOTALL
)
_HIDDEN = re.compile(rb'<(?:\w+:)?col(?=\s)[^>]*\shidden="(?:1|true)"[^>]*>')
_BOUND = re.compile(rb'\s(min|max)="([0-9]+)"')
_REF = re.compile(rb'\sr="([A-Z]+[0-9]+)"')


@dataclass
class Buku:
    """One workbook. `nilai`: cell by name; `kolom`: columns of cells by name, from the first cell down."""

    bentuk: Bentuk
    nilai: dict[str, Value] = field(default_factory=dict)
    kolom: dict[str, list[Value]] = field(default_factory=dict)
    belum: list[str] = field(default_factory=list)  # names whose formulas hold no value
    galat: list[tuple[str, str]] = field(default_factory=list)  # cell, its error
    banyak_galat: int = 0


def baca(data: bytes) -> Buku:
    """Refused, in words, where the workbook is none of ours or cannot be read."""
    package = Package(data)
    info = read_workbook(package)
    bentuk = kenali(info.names)
    if bentuk is None:
        raise Refused(ASING)
    buku, lembar = Buku(bentuk), _Lembar(package, info)
    for nama in bentuk.dibaca:
        sheet, refs = tempat(info.names.get(nama.upper(), ""))
        values = [lembar.isi(sheet, ref) for ref in refs]
        if any(kosong for _, kosong in values):
            buku.belum.append(nama)
        if len(refs) == 1:
            buku.nilai[nama] = values[0][0]
        elif refs:
            buku.kolom[nama] = [value for value, _ in values]
    for sheet_info in info.sheets:
        for ref, error in _errors(package.read(sheet_info.part)):
            buku.banyak_galat += 1
            if buku.banyak_galat <= MOST_ERRORS:
                buku.galat.append((f"{sheet_info.name}!{ref}", error))
    return buku


class _Lembar:
    """The sheets that are asked for, each read once."""

    def __init__(self, package: Package, info: WorkbookInfo) -> None:
        self._package, self._info = package, info
        self._parts: dict[str, Sheet] = {sheet.name.casefold(): sheet for sheet in info.sheets}
        self._cells: dict[str, dict[str, tuple[Value, bool]]] = {}

    def isi(self, sheet: str, ref: str) -> tuple[Value, bool]:
        """The cell's value, and whether it is a formula without one."""
        key = sheet.casefold()
        if key not in self._cells:
            self._cells[key] = dict(self._baca(key))
        return self._cells[key].get(ref, (None, False))

    def _baca(self, key: str) -> Iterator[tuple[str, tuple[Value, bool]]]:
        if key not in self._parts:
            return
        part = self._parts[key].part
        cells = scan(part, self._package.read(part))
        for ref, typed in cells.typed.items():
            yield ref, (self._teks[typed] if type(typed) is int else typed, False)
        for cell in cells.formulas:
            value = cell.value
            yield cell.ref, (value, value is None)

    @cached_property
    def _teks(self) -> list[str]:
        """The shared strings, without their phonetic readings."""
        targets = relations(self._package, self._info.part).values()
        part = next((each.target for each in targets if each.kind == "sharedStrings" and not each.external), "")
        if not part:
            raise Refused("daftar teks buku kerja (sharedStrings) tidak ada")
        return [_text(node) for node in all_of(parse(self._package, part), "si")]


def _text(node: ET.Element) -> str:
    runs = [child for child in node if not child.tag.endswith("}rPh")]
    return "".join(each.text or "" for run in runs for each in run.iter() if each.tag.endswith("}t"))


def tempat(text: str) -> tuple[str, list[str]]:
    """The sheet and the cells of a name that is one cell or one column of cells; no cells for another."""
    found = _PLACE.fullmatch(text)
    if found is None:
        return "", []
    place = area(found[3])
    sheet = found[1].replace("''", "'") if found[1] else found[2]
    return sheet, place.refs() if place.left == place.right else []


def _errors(xml: bytes) -> Iterator[tuple[str, str]]:
    """But for the columns that the sheet hides: our helpers, which only repeat what stands beside them."""
    if b't="e"' not in xml:
        return
    bounds = [dict(_BOUND.findall(column)) for column in _HIDDEN.findall(xml)]
    hidden = [range(int(bound[b"min"]), int(bound[b"max"]) + 1) for bound in bounds if len(bound) == 2]
    for attributes, error in _ERROR.findall(xml):
        found = _REF.search(b" " + attributes)
        ref = found[1].decode() if found else "?"
        if not (found and any(area(ref).left in columns for columns in hidden)):
            yield ref, error.decode(errors="replace")
