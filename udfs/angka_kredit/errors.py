"""The one tree of errors. Every message is an Indonesian sentence for the person at the sheet:
what was given, what is allowed, where the rule stands, what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST_NAMED = 12
CLOSE = 0.82  # how alike two words must be to be offered: 'Ahli Pratama' yes, 'III/a' for 'III/d' no


class AngkaKreditError(Exception):
    """Base of every error this package raises on purpose."""


class DataError(AngkaKreditError):
    """A data file of ours is wrong: found when it is loaded, never in a cell."""


class Refused(AngkaKreditError):
    """A file that cannot be done safely: nothing is written for it, and the sentence says why."""


class Undecided(Refused):
    """Refused because the engines cannot be trusted with it; LibreOffice may still compute it, for review."""


class CellError(AngkaKreditError):
    """An error that a cell shows. `kode` is the spreadsheet's own error value."""

    kode = "#VALUE!"


class NotFound(CellError):
    """#N/A: unknown word, or data or rule that the texts do not have."""

    kode = "#N/A"


class BadValue(CellError):
    """#VALUE!: wrong kind, ambiguous, missing, or contradicting arguments."""

    kode = "#VALUE!"


class OutOfRule(CellError):
    """#NUM!: a number or a combination that the rule does not allow."""

    kode = "#NUM!"


class RowBlank(CellError):
    """Not an error to show: the row has no butir yet, so its cell stays empty."""

    kode = ""


def unknown(what: str, given: str, allowed: Iterable[str], rujukan: str) -> NotFound:
    """#N/A for a word outside `allowed`, nearest words first."""
    rest = list(dict.fromkeys(allowed))
    folded = {word.casefold(): word for word in rest}
    near = [folded[w] for w in difflib.get_close_matches(given.casefold(), list(folded), n=3, cutoff=CLOSE)]
    ordered = near + [word for word in rest if word not in near]
    ask = f" Maksud Anda '{near[0]}'?" if near else ""
    more = f", dan {len(ordered) - MOST_NAMED} lain" if len(ordered) > MOST_NAMED else ""
    named = ", ".join(f"'{word}'" for word in ordered[:MOST_NAMED])
    there = f"Yang ada: {named}{more}" if ordered else "Belum ada satu pun"
    return NotFound(f"{what} '{given}' tidak dikenal.{ask} {there} ({rujukan}).")
