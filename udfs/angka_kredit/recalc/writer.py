"""The one writer for every workbook that exists: values, formulas and comments put in, every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries

from ..errors import Refused
from . import comments as notes
from .calc_chain import Link, rechained
from .cells import SheetCells, patch, scan
from .formula_edits import put
from .layout import Layout, covers
from .limits import LAST_COLUMN, LAST_ROW
from .new_cells import new_cells
from .package import Package
from .part_lists import Parts
from .relations import parse, relations
from .values import Value
from .workbook import Place, Sheet, WorkbookInfo, read_workbook
from .xml_spans import edited

_REF = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
T = TypeVar("T")


def write(
    package: Package,
    values: Mapping[Place, Value],
    formulas: Mapping[Place, str],
    comments: Mapping[Place, str],
    *,
    info: WorkbookInfo | None = None,
    cells: Mapping[str, SheetCells] | None = None,
) -> bytes:
    """The workbook with these cached values, formulas and comments; the very same object where nothing changes.

    values: of formula cells, and of all cells of an array formula's area. formulas: '' takes one away and leaves its
    value; a cell with a new formula has no value but one given here. comments: added, never replaced.
    `info` and `cells` (by sheet name): what read_workbook and scan found, where they have run already.
    Refused, in words, where any of them cannot be; then nothing is done."""
    info, parts = info or read_workbook(package), Parts(package)
    sheets = {sheet.name: sheet for sheet in info.sheets}
    cached, texts, remarks = _by_sheet(values), _by_sheet(formulas), _by_sheet(comments)
    check_places([*formulas, *comments, *(Place(name, "A1") for name in cached)], sheets)
    added, removed = set[Link](), set[Link]()
    for name, sheet in sheets.items():
        try:
            if name in texts:
                new, old = _put_formulas(parts, sheet, texts[name])
                added |= new
                removed |= old
            if name in cached:
                _put_values(parts, sheet, cached[name], (cells or {}).get(name))
            if name in remarks:
                layout = Layout(sheet.part, parts.read(sheet.part), remarks[name])
                notes.add(parts, sheet, layout, remarks[name])
        except Refused as reason:
            raise Refused(f"lembar '{name}': {reason}") from None
    rechain(parts, info, added, removed)
    return package.replaced(parts.new, parts.gone)


def check_places(places: Iterable[Place], sheets: Mapping[str, Sheet]) -> None:
    for place in places:
        if place.sheet not in sheets:
            raise Refused(f"lembar '{place.sheet}' tidak ada")
        row, column = coordinate_to_tuple(place.ref) if _REF.fullmatch(place.ref) else (0, 0)
        if not 0 < row <= LAST_ROW or not 0 < column <= LAST_COLUMN:
            raise Refused(f"'{place.ref}' bukan alamat sel")


def _by_sheet(given: Mapping[Place, T]) -> dict[str, dict[str, T]]:
    """What is given, by sheet name and ref."""
    found: dict[str, dict[str, T]] = {}
    for (sheet, ref), value in given.items():
        found.setdefault(sheet, {})[ref] = value
    return found


def _put_formulas(parts: Parts, sheet: Sheet, formulas: Mapping[str, str]) -> tuple[set[Link], set[Link]]:
    """The links that the calculation chain gains and loses."""
    texts = {ref: text.strip().removeprefix("=").strip() for ref, text in formulas.items()}
    layout = Layout(sheet.part, parts.read(sheet.part), texts)
    found = put(layout, texts, list(headings(parts.package, sheet)))
    if found.edits:
        parts.new[sheet.part] = edited(layout.xml, found.edits)
    return {(sheet.id, ref) for ref in found.added}, {(sheet.id, ref) for ref in found.removed}


def headings(package: Package, sheet: Sheet) -> Iterator[str]:
    """The areas where the sheet's tables have their headings."""
    for relation in relations(package, sheet.part).values():
        if relation.kind == "table":
            table = parse(package, relation.target).attrib
            try:
                left, top, right, _ = range_boundaries(table.get("ref", ""))
            except ValueError:
                raise Refused(f"bagian {relation.target} bukan tabel") from None
            if table.get("headerRowCount", "1") != "0":
                yield f"{get_column_letter(left)}{top}:{get_column_letter(right)}{top}"


def _put_values(parts: Parts, sheet: Sheet, values: Mapping[str, Value], known: SheetCells | None) -> None:
    xml = parts.read(sheet.part)
    found = known if known is not None and sheet.part not in parts.new else scan(sheet.part, xml)
    missing = values.keys() - {cell.ref for cell in (*found.formulas, *found.spilled)}
    if missing:
        areas = [cell.area for cell in found.formulas if cell.formula_kind == "array"]
        check_places((Place(sheet.name, ref) for ref in missing), {sheet.name: sheet})
        for ref in missing:
            if not any(covers(area, ref) for area in areas):
                raise Refused(f"sel {ref} bukan sel rumus, sehingga nilainya tidak ditulis")
        xml = edited(xml, new_cells(Layout(sheet.part, xml, missing), dict.fromkeys(missing, b"")))
        found = scan(sheet.part, xml)
    new, changed = patch(xml, found, values)
    if changed:
        parts.new[sheet.part] = new


def rechain(parts: Parts, info: WorkbookInfo, added: set[Link], removed: set[Link]) -> None:
    """Keeps the calculation chain right; a workbook without one stays without."""
    if not (added or removed):
        return
    found = [relation for relation in relations(parts.package, info.part).values() if relation.kind == "calcChain"]
    if not found:
        return
    chain = found[0].target
    xml = rechained(chain, parts.read(chain), sorted(added), removed)
    if xml is None:
        parts.remove(chain, info.part, found[0].id)
    else:
        parts.new[chain] = xml
