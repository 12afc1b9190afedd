"""The free gate: what Excel itself computed must come out again.

A native formula whose precedents have the values that they had must have the value that Excel wrote; else the engines
err, or the file is not what it seems, and it is stopped. That holds only where Excel did write the values:

- docProps/app.xml names Microsoft Excel, version 14 (2010) or later. XlsxWriter and old PHP writers call themselves
  Excel 12, openpyxl Excel 3; a file of the real Excel 2007 goes without this check;
- the workbook does not ask to be computed on opening (fullCalcOnLoad, which XlsxWriter and openpyxl write), nor is it
  computed by hand and saved as it was (calcMode manual with calcOnSave off);
- its cached numbers are not all 0, as in a file that nobody has computed yet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..errors import Undecided
from .compute import Formula
from .loaded import Book
from .package import Package
from .places import Cells, area
from .relations import all_of, parse
from .values import Value, agree, same, shown
from .workbook import Place, WorkbookInfo

_APP = "docProps/app.xml"
_EXCEL = ("Microsoft Excel", "Microsoft Macintosh Excel")
_FIRST_SURE_VERSION = 14
_ON = ("1", "true")


def check_caches(book: Book) -> None:
    """Refused, the cell named with both values, where a formula no longer gives what Excel computed from the same."""
    if not written_by_excel(book.package, book.info):
        return
    cached = {place: book.cached(place) for place in book.values}
    if not any(isinstance(value, float) and value != 0 for value in cached.values()):
        return
    moved = {place: value for place, value in book.values.items() if not same(value, cached[place])}
    changed = Changed(moved)
    for formula in book.formulas:
        for place in formula.places:
            if place in moved and not formula.plan.names and _differs(cached[place], moved[place]):
                _check(formula, place, changed, cached[place], moved[place])


def written_by_excel(package: Package, info: WorkbookInfo) -> bool:
    """Whether the workbook's cached values are Excel's own."""
    if _APP not in package:
        return False
    app = parse(package, _APP)
    said = {node.tag.rsplit("}", 1)[-1]: (node.text or "").strip() for node in app}
    version = re.match(r"[0-9]+", said.get("AppVersion", ""))
    if said.get("Application") not in _EXCEL or not version or int(version[0]) < _FIRST_SURE_VERSION:
        return False
    for node in all_of(parse(package, info.part), "calcPr"):
        if node.attrib.get("fullCalcOnLoad") in _ON:
            return False
        if node.attrib.get("calcMode") == "manual" and node.attrib.get("calcOnSave", "1") not in _ON:
            return False
    return True


class Changed:
    """Cells that have another value now, by sheet."""

    def __init__(self, moved: Iterable[Place]) -> None:
        by_sheet: dict[str, list[str]] = {}
        for place in moved:
            by_sheet.setdefault(place.sheet.casefold(), []).append(place.ref)
        self._cells = {sheet: Cells(refs) for sheet, refs in by_sheet.items()}

    def among(self, formula: Formula) -> bool:
        """Whether the formula reads one of them."""
        return self.first(formula) is not None

    def first(self, formula: Formula) -> Place | None:
        """One of them that the formula reads; None where it reads none."""
        for found in formula.references():
            sheet = found.sheet or formula.place.sheet
            cells = self._cells.get(sheet.casefold())
            if cells and (ref := cells.first_in(area(found.area))):
                return Place(sheet, ref)
        return None


def _differs(old: Value, new: Value) -> bool:
    """Whether Excel's value is known and is not this one."""
    return old is not None and not agree(old, 0.0 if new is None else new)


def _check(formula: Formula, place: Place, changed: Changed, old: Value, new: Value) -> None:
    if not changed.among(formula):
        raise Undecided(
            f"sel {place} menjadi {shown(new)}, padahal Excel menghitung {shown(old)} dari isi yang sama; "
            "buka dan simpan berkasnya di Excel, lalu ulangi"
        )
