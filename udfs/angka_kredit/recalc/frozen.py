"""Formulas taken out of a workbook that has their values already: the value stays, and so does every other byte."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..errors import Refused
from .calc_chain import Link
from .layout import Layout
from .package import Package
from .part_lists import Parts
from .sheet_xml import Cell
from .workbook import Place, Sheet, WorkbookInfo
from .writer import check_places, rechain
from .xml_spans import Edit, edited, end_of, opening_tag, retagged


def freeze(package: Package, places: Collection[Place], info: WorkbookInfo) -> Parts:
    """The parts that change when these cells lose their formulas; of an array formula, name the first cell.

    The cached values must be right: nothing is computed. A protected sheet stays protected: what a person may type
    does not change. Refused where a cell has no formula, or a formula that other cells need stays behind."""
    parts, removed = Parts(package), set[Link]()
    check_places(places, {sheet.name: sheet for sheet in info.sheets})
    for sheet in info.sheets:
        refs = {place.ref for place in places if place.sheet == sheet.name}
        if refs:
            layout = Layout(sheet.part, package.read(sheet.part), refs)
            parts.new[sheet.part] = edited(layout.xml, _edits(layout, sheet, refs))
            removed |= {(sheet.id, ref) for ref in refs}
    rechain(parts, info, set(), removed)
    return parts


def _edits(layout: Layout, sheet: Sheet, refs: Collection[str]) -> Iterator[Edit]:
    for cells in layout.groups.values():
        here = {cell.ref for cell in cells}
        if here & set(refs) and not here <= set(refs):
            raise Refused(f"lembar '{sheet.name}': rumus bersama {sorted(here)[0]} hanya dibekukan sebagian")
    for ref in refs:
        cell = layout.cell(ref)
        if cell is None or cell.f is None:
            raise Refused(f"lembar '{sheet.name}': sel {ref} bukan sel rumus")
        yield from _of(layout, cell)


def _of(layout: Layout, cell: Cell) -> Iterator[Edit]:
    assert cell.f is not None
    if "cm" in cell.attributes:  # says that the formula is a dynamic array
        old = opening_tag(layout.xml, cell)
        yield Edit(cell.start, cell.start + len(old), retagged(old, {"cm": None}))
    yield Edit(cell.f.start, end_of(layout.xml, cell.f), b"")
