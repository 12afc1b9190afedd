"""Values put into cells that a person fills in: typed as Excel types them, in the style that the cell has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isfinite

from ..errors import Refused
from .layout import Layout, covers
from .limits import LONGEST_TEXT
from .new_cells import new_cells
from .package import Package
from .part_lists import Parts
from .relations import all_of, parse, relations
from .sheet_xml import Cell
from .values import encode
from .workbook import Place, WorkbookInfo, read_workbook
from .writer import check_places, headings
from .xml_spans import Edit, edited, end_of, opening_tag, prefix_of, retagged, whole

Input = str | int | float | Decimal | date | None
_EPOCH = datetime(1899, 12, 30)
_FIRST = date(1900, 3, 1)  # before it Excel and everybody else number the days differently


def put_inputs(
    package: Package,
    inputs: Mapping[Place, Input],
    *,
    info: WorkbookInfo | None = None,
    told: dict[Place, str] | None = None,
) -> bytes:
    """The workbook with these values typed into its cells; every formula, style and other part as it was.

    Text stays text, whatever it begins with; a date becomes its serial number; None empties the cell.
    Cached values of formulas are not recalculated. Refused: a formula cell, a locked cell of a protected sheet, a cell
    hidden in a merged one, a table's heading; then nothing is done. With `told` such a cell is
    left out, and said there."""
    info, parts = info or read_workbook(package), Parts(package)
    sheets = {sheet.name: sheet for sheet in info.sheets}
    check_places(inputs, sheets)
    unlocked = _unlocked_styles(package, info)
    for name, sheet in sheets.items():
        here = {place.ref: value for place, value in inputs.items() if place.sheet == name}
        if here:
            try:
                layout = Layout(sheet.part, package.read(sheet.part), here)
                kept: dict[str, str] | None = None if told is None else {}
                parts.new[sheet.part] = _typed(layout, here, list(headings(package, sheet)), unlocked, kept)
                if told is not None and kept:
                    told |= {Place(name, ref): f"lembar '{name}': {reason}" for ref, reason in kept.items()}
            except Refused as reason:
                raise Refused(f"lembar '{name}': {reason}") from None
    return package.replaced(parts.new)


def _typed(
    layout: Layout,
    values: Mapping[str, Input],
    titles: Collection[str],
    unlocked: Collection[str],
    told: dict[str, str] | None,
) -> bytes:
    missing = [ref for ref, value in values.items() if layout.cell(ref) is None and value is not None]
    if missing:
        xml = edited(layout.xml, new_cells(layout, dict.fromkeys(missing, b"")))
        layout = Layout(layout.part, xml, values)
    edits, merged = [], tuple(layout.merged)
    for ref, value in values.items():
        cell = layout.cell(ref)
        if cell is not None:
            try:
                _check(layout, cell, merged, titles, unlocked)
            except Refused as reason:
                if told is None:
                    raise
                told[ref] = str(reason)
                continue
            edits.append(Edit(cell.start, end_of(layout.xml, cell), _rewritten(layout, cell, value)))
    return edited(layout.xml, edits)


def _check(
    layout: Layout, cell: Cell, merged: Collection[str], titles: Collection[str], unlocked: Collection[str]
) -> None:
    ref = cell.ref
    if cell.f is not None or any(covers(area, ref) for area, _ in layout.areas):
        raise Refused(f"sel {ref} berisi rumus, yang tidak ditimpa dengan isian")
    protection = layout.element("sheetProtection")
    protected = protection is not None and protection.attributes.get("sheet") in ("1", "true")
    if protected and cell.attributes.get("s", "0") not in unlocked:
        raise Refused(f"sel {ref} terkunci; lembarnya diproteksi")
    for area in merged:
        if covers(area, ref) and area.split(":")[0] != ref:
            raise Refused(f"sel {ref} tersembunyi di dalam sel gabungan {area}")
    if any(covers(area, ref) for area in titles):
        raise Refused(f"sel {ref} adalah judul kolom tabel")


def _rewritten(layout: Layout, cell: Cell, value: Input) -> bytes:
    """The cell with this value in the place of its old one."""
    kind, inner = _content(cell.ref, value, prefix_of(layout.xml, cell))
    tag = retagged(opening_tag(layout.xml, cell), {"t": kind or None, "cm": None, "vm": None})
    kept = b"".join(whole(layout.xml, other) for other in cell.others if other.name != "is")
    if not inner and not kept:
        return tag[:-1] + b"/>"
    return tag + inner + kept + f"</{prefix_of(layout.xml, cell)}c>".encode()


def _content(ref: str, value: Input, prefix: str) -> tuple[str, bytes]:
    """(t attribute or '', what stands inside the cell)."""
    if value is None:
        return "", b""
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise Refused(f"teks untuk sel {ref} lebih dari {LONGEST_TEXT} huruf")
        _, attributes, text = encode(value)
        inner = f"<{prefix}is><{prefix}t{attributes}>{text}</{prefix}t></{prefix}is>"
        try:
            return "inlineStr", inner.encode()
        except UnicodeEncodeError:  # half of a pair: no program could read it
            raise Refused(f"teks untuk sel {ref} memuat huruf yang tidak utuh") from None
    kind, _, text = encode(value if isinstance(value, bool) else _number(ref, value))
    return kind, f"<{prefix}v>{text}</{prefix}v>".encode()


def _number(ref: str, value: int | float | Decimal | date) -> float:
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        if moment.date() < _FIRST:
            raise Refused(f"tanggal untuk sel {ref} lebih awal dari 1 Maret 1900")
        return (moment.replace(tzinfo=None) - _EPOCH).total_seconds() / 86_400
    try:
        number = float(value)
    except OverflowError:
        number = float("inf")
    if not isfinite(number):
        raise Refused(f"angka untuk sel {ref} tidak muat dalam sebuah sel")
    return number


def _unlocked_styles(package: Package, info: WorkbookInfo) -> frozenset[str]:
    """The styles (s=) of cells that a person may fill in on a protected sheet."""
    found = [relation.target for relation in relations(package, info.part).values() if relation.kind == "styles"]
    formats = [node for part in found for table in all_of(parse(package, part), "cellXfs") for node in table]
    return frozenset(
        str(index)
        for index, node in enumerate(formats)
        if any(inner.attrib.get("locked") in ("0", "false") for inner in all_of(node, "protection"))
    )
