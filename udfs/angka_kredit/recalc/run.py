"""One workbook recalculated, in memory: what changes, what deserves a look, or the reason why nothing is done."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cells import patch
from .judge import judge
from .loaded import Place, load


@dataclass
class Outcome:
    """The recalculated file, the cells that changed, and each error that a person's input caused, in words."""

    data: bytes
    formulas: int
    changed: list[Place] = field(default_factory=list)
    notes: list[tuple[Place, str]] = field(default_factory=list)


def recalculate(data: bytes) -> Outcome:
    """The workbook with every formula's cached value right and every other byte kept; Refused where unsafe."""
    book = load(data)
    values = {place: book.engine.value(*place) for place, _ in book.each()}
    notes = judge(book, values)
    parts: dict[str, bytes] = {}
    changed: list[Place] = []
    for sheet in book.info.sheets:
        here = {place.ref: value for place, value in values.items() if place.sheet == sheet.name}
        new, refs = patch(book.xml[sheet.name], book.cells[sheet.name], here)
        if refs:
            parts[sheet.part] = new
        changed += [Place(sheet.name, ref) for ref in refs]
    return Outcome(book.package.replaced(parts), len(values), changed, notes)
