"""Formulas put into a sheet's cells, or taken out of them, with every other cell's formula meaning what it meant.

- The cell keeps its style; its old value goes, as a value that the new formula did not give.
- A shared formula's child gets a formula of its own. Where its master is replaced, the children that remain get theirs
  written out in full.
- Refused: a cell of an array formula or a data table, a cell hidden in a merged one, a table's heading, a sheet that is
  protected (only the person who knows why may lift that)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl.formula.tokenizer import Token

from ..errors import Refused
from .formulas import tokens
from .layout import Layout, covers
from .limits import LONGEST_FORMULA
from .new_cells import new_cells
from .sheet_cells import check_formula
from .sheet_xml import Cell
from .xml_spans import Edit, end_of, opening_tag, prefix_of, retagged, whole

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


class Formulas(NamedTuple):
    """What became of a sheet's formulas."""

    edits: list[Edit]
    added: list[str]  # refs that had no formula
    removed: list[str]  # refs that have none any more


def put(layout: Layout, formulas: Mapping[str, str], headings: Collection[str]) -> Formulas:
    """The edits that make these the cells' formulas, without '='; '' takes a formula away and leaves its value."""
    changed = {ref: text for ref, text in formulas.items() if layout.formulas.get(ref, "") != text}
    for ref, text in changed.items():
        check_place(layout, ref, headings)
        _check_text(ref, text)
    edits = list(_expanded(layout, changed))
    made = {}
    for ref, text in changed.items():
        cell = layout.cell(ref)
        if cell is None:
            made[ref] = _formula(layout, text)
        elif text:
            edits.append(Edit(cell.start, end_of(layout.xml, cell), _rewritten(layout, cell, text)))
        elif cell.f is not None:
            edits.append(Edit(cell.f.start, end_of(layout.xml, cell.f), b""))
    added = [ref for ref, text in changed.items() if text and ref not in layout.formulas]
    removed = [ref for ref, text in changed.items() if not text]
    return Formulas(edits + (new_cells(layout, made) if made else []), added, removed)


def check_place(layout: Layout, ref: str, headings: Collection[str]) -> None:
    """Refused where no formula may be put into the cell."""
    protection = layout.element("sheetProtection")
    if protection is not None and protection.attributes.get("sheet") in ("1", "true"):
        raise Refused("lembarnya diproteksi; buka proteksinya di Excel (Tinjau > Buka Proteksi Lembar), lalu ulangi")
    for area, first in layout.areas:
        if ref == first or covers(area, ref):
            raise Refused(f"sel {ref} bagian dari rumus larik atau tabel data {area}; ubah seluruhnya di Excel")
    for area in layout.merged:
        if covers(area, ref) and area.split(":")[0] != ref:
            raise Refused(f"sel {ref} tersembunyi di dalam sel gabungan {area}")
    if any(covers(area, ref) for area in headings):
        raise Refused(f"sel {ref} adalah judul kolom tabel, yang harus berupa teks")


def _check_text(ref: str, text: str) -> None:
    if len(text) > LONGEST_FORMULA or _CONTROL.search(text):
        raise Refused(f"rumus untuk {ref} terlalu panjang, atau memuat huruf kendali")
    check_formula(ref, text)
    kinds = [token.subtype for token in tokens(text)]
    if kinds.count(Token.OPEN) != kinds.count(Token.CLOSE):
        raise Refused(f"rumus untuk {ref} tidak utuh: tanda kurungnya tidak berpasangan")


def _expanded(layout: Layout, changed: Mapping[str, str]) -> Iterator[Edit]:
    """Shared formulas whose master goes: the children that stay get their own text."""
    for master, cells in layout.groups.items():
        if master not in changed:
            continue
        for cell in cells:
            if cell.f is not None and cell.ref not in changed:
                tag = retagged(opening_tag(layout.xml, cell.f), {"t": None, "si": None, "ref": None})
                text = escape(layout.formulas[cell.ref]) + f"</{prefix_of(layout.xml, cell.f)}f>"
                yield Edit(cell.f.start, end_of(layout.xml, cell.f), tag + text.encode())


def _rewritten(layout: Layout, cell: Cell, text: str) -> bytes:
    """The cell with this formula and no value."""
    tag = retagged(opening_tag(layout.xml, cell), {"t": None, "cm": None, "vm": None})
    kept = b"".join(whole(layout.xml, other) for other in cell.others if other.name != "is")
    return tag + _formula(layout, text) + kept + f"</{prefix_of(layout.xml, cell)}c>".encode()


def _formula(layout: Layout, text: str) -> bytes:
    data = layout.element("sheetData")
    prefix = prefix_of(layout.xml, data) if data else ""
    return f"<{prefix}f>{escape(text)}</{prefix}f>".encode()
