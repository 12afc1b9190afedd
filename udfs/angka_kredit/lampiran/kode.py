"""The kode of new rows: `<kategori>/<path>`, each one row's alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from .outcome import NEW, Outcome
from .owners import Owners
from .paths import bounded, slug


def with_kode(found: Sequence[Outcome], owners: Owners) -> list[Outcome]:
    """New rows with their kode `<kategori>/<path>`; where several would share it, their words, and then their
    jenjang, tell them apart. A kode of ours that an earlier import made (a sheet Lampiran has it) stays."""
    found = [replace(outcome, kode=_made_before(outcome)) for outcome in found]
    new = [place for place, outcome in enumerate(found) if outcome.state == NEW and not outcome.kode]
    pieces = {place: _pieces(found[place]) for place in new}
    for more in (_words, lambda outcome: slug(owners.written(outcome.owned)) if outcome.owned else ""):
        counts = Counter(_code(pieces[place]) for place in new)
        for place in new:
            if counts[_code(pieces[place])] > 1 or len(pieces[place]) == 1:  # shared, or no number at all
                pieces[place] = [*pieces[place], *filter(None, [more(found[place])])]
    return [
        replace(outcome, kode=_code(pieces[place], fold_case=False)) if place in pieces else outcome
        for place, outcome in enumerate(found)
    ]


def _made_before(outcome: Outcome) -> str:
    if outcome.state != NEW or not outcome.owned:
        return outcome.kode
    kategori, _, path = outcome.row.kode.partition("/")
    own = kategori.casefold() == outcome.owned.levels[0].kategori and re.fullmatch(r"[0-9A-Za-z.-]+", path)
    return outcome.row.kode if own else ""


def _pieces(outcome: Outcome) -> list[str]:
    kategori = outcome.owned.levels[0].kategori if outcome.owned else ""
    return [kategori, *outcome.row.path]


def _words(outcome: Outcome) -> str:
    """The steps of the way that have no number."""
    return ".".join(slug(part.bare) for part in outcome.row.parts if not part.label)


def _code(pieces: Sequence[str], fold_case: bool = True) -> str:
    code = f"{pieces[0]}/{bounded('.'.join(pieces[1:]))}"
    return code.casefold() if fold_case else code


def without_doubles(found: Sequence[Outcome]) -> list[Outcome]:
    """Rows that claim one kode are refused, each naming the others."""
    claims: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        if outcome.kode:
            claims[outcome.kode.casefold()].append(outcome)

    def checked(outcome: Outcome) -> Outcome:
        others = [other.row.place for other in claims.get(outcome.kode.casefold(), ()) if other is not outcome]
        return outcome.refused(f"ganda: sama dengan {', '.join(others)} ({outcome.kode})") if others else outcome

    return [checked(outcome) for outcome in found]
