"""Reads a workbook's sheets as grids, with the product's own package reader: also where a cell's value is damaged."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from ..errors import Refused
from ..recalc.limits import LAST_COLUMN, LAST_ROW, MOST_CELLS
from ..recalc.package import Package
from ..recalc.relations import Relation, all_of, parse, relations
from ..recalc.sheet_cells import SharedFormulas
from ..recalc.strings import parsed_strings, plain_strings, string
from ..recalc.values import decode, is_sound
from ..recalc.xml_check import check_runs
from .kisi import Kisi, Nilai, Sel, alamat

_OLE = b"\xd0\xcf\x11\xe0"
_REF = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))  # formats that have no code
_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # what stands in a format beside its letters
_ON = ("1", "true")
_WORDS = ("str", "inlineStr")


def baca(data: bytes) -> list[Kisi]:
    """The sheets of an .xlsx or .xlsm, hidden ones too; Refused, in words, where it is none or cannot be read."""
    if data.startswith(_OLE):
        raise Refused("ini berkas .xls lama atau berkas dengan kata sandi; simpan sebagai .xlsx tanpa kata sandi")
    book = _Buku(Package(data))  # which refuses what is no plain package, or too large
    return [book.kisi(node) for node in all_of(book.akar, "sheet") if book.berisi_sel(node)]


@dataclass
class _Buku:
    """The parts that all sheets share."""

    package: Package

    @cached_property
    def bagian(self) -> str:
        found = [each for each in relations(self.package, "").values() if each.kind == "officeDocument"]
        if len(found) != 1 or found[0].target not in self.package or found[0].target.endswith(".bin"):
            raise Refused("bukan buku kerja .xlsx yang dapat dibaca; buka di Excel, lalu simpan sebagai .xlsx")
        return found[0].target

    @cached_property
    def akar(self) -> ET.Element:
        return parse(self.package, self.bagian)

    @cached_property
    def teks(self) -> list[str]:
        """The shared strings."""
        part = self._bagian("sharedStrings")
        if not part:
            return []
        plain = plain_strings(self.package.read(part))
        return parsed_strings(parse(self.package, part)) if plain is None else plain

    @cached_property
    def bertanggal(self) -> frozenset[str]:
        """The styles (s=) that show a number as a date."""
        part = self._bagian("styles")
        root = parse(self.package, part) if part else ET.Element("none")
        codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in all_of(root, "numFmt")}
        kinds = [each.get("numFmtId", "") for table in all_of(root, "cellXfs") for each in table]
        return frozenset(str(at) for at, kind in enumerate(kinds) if _tanggal(kind, codes.get(kind, "")))

    @cached_property
    def awal(self) -> object:
        """The day from which dates count."""
        old = any(each.get("date1904") in _ON for each in all_of(self.akar, "workbookPr"))
        return CALENDAR_MAC_1904 if old else CALENDAR_WINDOWS_1900

    def berisi_sel(self, node: ET.Element) -> bool:
        """The sheet is no chart sheet or the like."""
        target = self._target(node)
        return target is None or target.kind == "worksheet"

    def kisi(self, node: ET.Element) -> Kisi:
        name, target = node.get("name", ""), self._target(node)
        if target is None or target.external or target.target not in self.package:
            raise Refused(f"lembar '{name}' tidak ada di dalam berkas; buka di Excel, lalu simpan ulang")
        xml = self.package.read(target.target)
        if len(xml) > 2 * MOST_CELLS and xml.count(b"<c ") + xml.count(b":c ") > MOST_CELLS:
            raise Refused(f"lembar {name} terlalu luas; hapus baris dan kolom kosong di luar tabel")
        check_runs(target.target, xml)
        try:
            grid = _Lembar(self, parse(self.package, target.target)).kisi(name)
        except ValueError:
            raise Refused(f"lembar {name} rusak; buka di Excel, lalu simpan ulang") from None
        return replace(grid, tersembunyi=node.get("state", "visible") != "visible")

    def _target(self, node: ET.Element) -> Relation | None:
        key = next((value for name, value in node.attrib.items() if name.endswith("}id")), "")
        return relations(self.package, self.bagian).get(key)

    def _bagian(self, kind: str) -> str:
        found = relations(self.package, self.bagian).values()
        return next((each.target for each in found if each.kind == kind and each.target in self.package), "")


class _Lembar:
    """One sheet's XML."""

    def __init__(self, buku: _Buku, akar: ET.Element) -> None:
        self.buku, self.akar = buku, akar
        self.ns = akar.tag[: akar.tag.rfind("}") + 1]
        self.bersama = SharedFormulas()
        self.rusak: list[tuple[str, str]] = []

    def kisi(self, nama: str) -> Kisi:
        sel = dict(self._sel())
        areas = (range_boundaries(ref) for each in self._dalam("mergeCells") if (ref := each.get("ref", "")))
        merged = tuple((top, left, bottom, right) for left, top, right, bottom in areas)
        hidden = (each for each in self._dalam("cols") if each.get("hidden") in _ON)
        columns = (range(int(each.get("min", "0")), min(int(each.get("max", "0")), LAST_COLUMN) + 1) for each in hidden)
        rows = frozenset(number for number, row in self._baris() if row.get("hidden") in _ON)
        return Kisi(nama, sel, merged, rows, frozenset(c for each in columns for c in each), rusak=tuple(self.rusak))

    def _dalam(self, nama: str) -> Iterator[ET.Element]:
        yield from self.akar.find(self.ns + nama) or ()

    def _baris(self) -> Iterator[tuple[int, ET.Element]]:
        number = 0
        for row in self._dalam("sheetData"):
            given = row.get("r", "")
            number = int(given) if given.isdecimal() and len(given) < 8 else number + 1
            if not 0 < number <= LAST_ROW:
                raise ValueError(number)
            yield number, row

    def _sel(self) -> Iterator[tuple[tuple[int, int], Sel]]:
        ns, column = self.ns, 0
        f, v, inline = ns + "f", ns + "v", ns + "is"
        for number, row in self._baris():
            column = 0
            for cell in row:
                found = _REF.fullmatch(cell.get("r", ""))
                column = column_index_from_string(found[1]) if found else column + 1
                if not len(cell):
                    continue
                ref = alamat(number, column)
                formula = self._rumus(ref, cell.find(f))
                value = self._nilai(ref, cell, cell.find(v), cell.find(inline))
                if formula or value not in (None, ""):
                    yield (number, column), Sel(value, formula)

    def _rumus(self, ref: str, f: ET.Element | None) -> str:
        if f is None or not (f.text or "t" in f.attrib):
            return ""
        text = f.text or ""
        if f.get("t") == "shared":
            with suppress(Refused):  # a lost master: there was a formula, nobody knows which
                text = self.bersama.whole(ref, f.get("si", ""), text)
        return "=" + text

    def _nilai(self, ref: str, cell: ET.Element, v: ET.Element | None, inline: ET.Element | None) -> Nilai:
        kind, text = cell.get("t", "n"), v.text or "" if v is not None else ""
        if kind == "inlineStr":
            return string(inline) if inline is not None else text
        if not text:
            return None
        if kind == "d" or not is_sound(kind, text) or (kind == "s" and int(text) >= len(self.buku.teks)):
            self.rusak.append((ref, text))
            return text
        if kind == "s":
            return self.buku.teks[int(text)]
        return self._angka(cell, text) if kind == "n" else decode(kind, text)

    def _angka(self, cell: ET.Element, text: str) -> Nilai:
        number = float(text)
        if cell.get("s") in self.buku.bertanggal and number >= 1:
            with suppress(ValueError, OverflowError):
                return from_excel(number, self.buku.awal)  # type: ignore[no-any-return]
        return int(number) if text.lstrip("-").isdecimal() else number


def _tanggal(kind: str, code: str) -> bool:
    plain = _CODE.sub("", code.split(";")[0]).casefold()
    return any(letter in plain for letter in "dmyhs") if code else kind.isdecimal() and int(kind) in _DATES
