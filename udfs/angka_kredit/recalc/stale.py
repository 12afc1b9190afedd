"""Charts and pivot tables whose cached picture of the cells is old until Excel opens the file and refreshes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..errors import Refused
from .package import Package
from .references import reference
from .relations import all_of, parse, relations
from .workbook import Place, WorkbookInfo

_UNION = re.compile(r",(?=(?:[^']*'[^']*')*[^']*$)")  # commas outside of sheet names
_SHEETS = ("worksheet", "chartsheet")


class _Shown(NamedTuple):
    """A sheet of any kind, by name and part."""

    name: str
    part: str


def stale(package: Package, info: WorkbookInfo, changed: Iterable[Place]) -> list[str]:
    """In words, every chart and pivot table that shows one of the changed cells.

    One whose source cannot be told counts: better one name too many than an old picture unnamed."""
    by_sheet: dict[str, list[str]] = {}
    for place in changed:
        by_sheet.setdefault(place.sheet.casefold(), []).append(place.ref)
    if not by_sheet or not any("chart" in name.lower() or "pivot" in name.lower() for name in package.names):
        return []

    def shows(written: str, own: str) -> bool:
        return any(_reads(one, own, info, by_sheet) for one in _UNION.split(written.strip("()")))

    found = []
    for sheet in _sheets(package, info):
        found += [f"grafik '{name}' di lembar '{sheet.name}'" for name in _charts(package, sheet, shows)]
        found += [f"tabel pivot '{name}' di lembar '{sheet.name}'" for name in _pivots(package, info, sheet, shows)]
    return list(dict.fromkeys(found))


def _reads(written: str, own: str, info: WorkbookInfo, changed: dict[str, list[str]]) -> bool:
    try:
        found = reference(written, info.names)
    except Refused:
        return True
    return any(found.holds(ref) for ref in changed.get((found.sheet or own).casefold(), []))


def _sheets(package: Package, info: WorkbookInfo) -> Iterator[_Shown]:
    targets = relations(package, info.part)
    for node in all_of(parse(package, info.part), "sheet"):
        target = targets.get(_relation(node))
        if target and target.kind in _SHEETS and not target.external:
            yield _Shown(node.attrib.get("name", ""), target.target)


def _relation(node: Element) -> str:
    return next((value for name, value in node.attrib.items() if name.endswith("}id")), "")


def _targets(package: Package, part: str, *kinds: str) -> Iterator[tuple[str, str]]:
    """(id, part) of the part's relations of these kinds that lead to a part of this package."""
    for relation in relations(package, part).values():
        if relation.kind in kinds and not relation.external and relation.target in package:
            yield relation.id, relation.target


def _charts(package: Package, sheet: _Shown, shows: Callable[[str, str], bool]) -> Iterator[str]:
    for _, drawing in _targets(package, sheet.part, "drawing"):
        names = {
            _relation(chart): next((named.attrib.get("name", "") for named in all_of(frame, "cNvPr")), "")
            for frame in all_of(parse(package, drawing), "graphicFrame")
            for chart in all_of(frame, "chart")
        }
        for key, part in _targets(package, drawing, "chart", "chartEx"):
            root = parse(package, part)
            if any(shows(node.text or "", sheet.name) for node in all_of(root, "f")):
                yield _title(root) or names.get(key) or part


def _title(root: Element) -> str:
    """The chart's title, where it is typed text."""
    chart = next(iter(all_of(root, "chart")), None)
    title = next((node for node in chart if node.tag.endswith("}title")), None) if chart is not None else None
    texts = all_of(title, "t") if title is not None else []
    return " ".join("".join(node.text or "" for node in texts).split())


def _pivots(package: Package, info: WorkbookInfo, sheet: _Shown, shows: Callable[[str, str], bool]) -> Iterator[str]:
    for _, pivot in _targets(package, sheet.part, "pivotTable"):
        for _, cache in _targets(package, pivot, "pivotCacheDefinition"):
            sources = all_of(parse(package, cache), "worksheetSource")
            if any(_is_here(source) and shows(_source(package, info, source), "") for source in sources):
                yield parse(package, pivot).attrib.get("name", pivot)


def _is_here(source: Element) -> bool:
    """Whether the pivot cache is made of cells of this workbook."""
    return not _relation(source)


def _source(package: Package, info: WorkbookInfo, source: Element) -> str:
    """The pivot cache's source as a formula writes it; a table by its cells."""
    name, area, sheet = (source.attrib.get(key, "") for key in ("name", "ref", "sheet"))
    if area:
        return f"'{sheet.replace(chr(39), chr(39) * 2)}'!{area}"
    for shown in info.sheets:
        for _, part in _targets(package, shown.part, "table"):
            table = parse(package, part).attrib
            if name.casefold() in (table.get("name", "").casefold(), table.get("displayName", "").casefold()):
                return f"'{shown.name.replace(chr(39), chr(39) * 2)}'!{table.get('ref', '')}"
    return name
