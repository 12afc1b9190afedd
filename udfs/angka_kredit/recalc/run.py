"""One workbook recalculated, in memory: what changes, what deserves a look, or the reason why nothing is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ..errors import Refused, Undecided
from .judge import judge
from .lampiran import check_lampiran
from .loaded import Book, Place, load, read
from .readers import check_all_read
from .stale import stale
from .trust import check_caches
from .values import Value, same
from .vote import check_vote
from .writer import write

if TYPE_CHECKING:
    from .slow_lane import SlowLane


class Change(NamedTuple):
    """A cell whose value is another now. `formula` is as in the file; '' in a cell that an array formula fills."""

    place: Place
    old: Value
    new: Value
    formula: str


@dataclass
class Outcome:
    """The recalculated file, the cells that changed, and each error that a person's input caused, in words."""

    data: bytes
    formulas: int
    changed: list[Change] = field(default_factory=list)
    notes: list[tuple[Place, str]] = field(default_factory=list)
    jabatan: tuple[str, ...] = ()  # what our functions were given as jabatan
    stale: list[str] = field(default_factory=list)  # charts and pivot tables that show old values until Excel opens it
    voted: bool = False  # whether a second engine computed every native cell too
    reviewed: bool = False  # computed by LibreOffice: a person must review it
    reason: str = ""  # why it was


def recalculate(data: bytes, *, vote: bool = True, slow_lane: SlowLane | None = None) -> Outcome:
    """The workbook with every formula's cached value right and every other byte kept; Refused where unsafe.

    Without `vote` only one engine computes, and only the formulas that it alone is trusted with. What the engines
    cannot be trusted with goes to `slow_lane` where one is given, and is Undecided (a Refused) else."""
    try:
        return _fast(data, vote)
    except Undecided as reason:
        if slow_lane is None:
            raise
        return _slow(data, slow_lane, str(reason))


def _fast(data: bytes, vote: bool) -> Outcome:
    book = load(data, vote=vote)
    check_lampiran(book)
    notes = judge(book)
    if vote:
        check_vote(book)
    else:
        check_all_read(book)
    check_caches(book)
    outcome = _outcome(book, notes)
    outcome.jabatan, outcome.voted = tuple(book.engine.jabatan), vote
    return outcome


def _slow(data: bytes, lane: SlowLane, reason: str) -> Outcome:
    from .review import review  # only where needed: workers stay small

    found = read(data)
    check_lampiran(found)
    try:
        book, notes = review(found, lane)
        check_caches(book)
    except Refused as second:
        raise Refused(f"{reason}; dengan LibreOffice: {second}") from None
    outcome = _outcome(book, notes)
    outcome.jabatan, outcome.reviewed, outcome.reason = tuple(dict.fromkeys(book.jabatan())), True, reason
    return outcome


def _outcome(book: Book, notes: list[tuple[Place, str]]) -> Outcome:
    changed = list(_changes(book))
    data = _written(book, changed)
    old = stale(book.package, book.info, [change.place for change in changed]) if changed else []
    return Outcome(data, len(book.formulas), changed, notes, stale=old)


def _changes(book: Book) -> Iterator[Change]:
    values = book.values
    for formula in book.formulas:
        place, cell = formula.place, formula.cell
        new = values[place]
        if not same(new, cell.value):
            yield Change(place, cell.value, new, cell.formula)
        for other in formula.places[1:] if formula.plan.array else ():
            if not same(values[other], book.cached(other)):
                yield Change(other, book.cached(other), values[other], "")


def _written(book: Book, changed: list[Change]) -> bytes:
    values = {change.place: change.new for change in changed}
    for formula in book.formulas:
        if formula.plan.array:  # all its cells or none
            values |= {place: book.values[place] for place in formula.places}
    return write(book.package, values, {}, {}, info=book.info, cells=book.cells)
