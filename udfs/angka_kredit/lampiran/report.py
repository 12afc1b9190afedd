"""Shows an import: how many rows became what, then row by row."""

from __future__ import annotations

import csv
import io
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence

from ..words import indonesian
from .outcome import HEADING, MATCHED, NEW, REFUSED, Outcome, Target, uraian

COLUMNS = ("baris", "keadaan", "kode", "jenjang", "angka kredit", "uraian", "keterangan")
MOST_SHOWN = 40  # rows that nothing is to be said about
_NARROW = (26, 10, 34, 22, 12)  # widths at most; the uraian takes what is left
_WORDS = {
    MATCHED: "cocok dengan butir yang sudah ada",
    NEW: "butir baru",
    HEADING: "judul tanpa angka kredit",
    REFUSED: "ditolak",
}
_FORMULA = tuple("=+-@\t\r")  # a spreadsheet would calculate a text that begins so


def summary(found: Sequence[Outcome]) -> str:
    counts = Counter(outcome.state for outcome in found)
    parts = [f"{counts[state]} {words}" for state, words in _WORDS.items()]
    return f"{len(found)} baris: {', '.join(parts)}."


def without_credit(found: Sequence[Outcome], target: Target) -> Iterator[str]:
    """How many butir of ours stay without credit after this import."""
    filled = {outcome.kode for outcome in found}
    left = [butir.kode for butir in target.butir.values() if butir.ak is None and butir.kode not in filled]
    if left:
        some = ", ".join(left[:5])
        yield f"{len(left)} butir {target.nama} tetap tanpa angka kredit, misalnya {some}."


def table(found: Sequence[Outcome]) -> Iterator[str]:
    """The rows as lines for the screen: all that are refused or have a note, and some of the others."""
    said = [outcome for outcome in found if outcome.state == REFUSED or outcome.note]
    plain = [outcome for outcome in found if outcome not in said]
    rows = [cells(outcome) for outcome in sorted([*said, *plain[:MOST_SHOWN]], key=_order)]
    widths = [min(most, max(len(row[at]) for row in [COLUMNS, *rows])) for at, most in enumerate(_NARROW)]
    room = max(20, shutil.get_terminal_size((120, 24)).columns - sum(widths) - 2 * len(widths))
    for row in [COLUMNS, *rows]:
        shown = [_cut(cell, width).ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*shown, _cut(row[5].rpartition(" > ")[2], room)]).rstrip()
        if row[6] and row is not COLUMNS:
            yield f"    -> {row[6]}"
    if len(plain) > MOST_SHOWN:
        yield f"... dan {len(plain) - MOST_SHOWN} baris lain; semuanya: --laporan BERKAS.csv"


def as_csv(found: Sequence[Outcome]) -> bytes:
    """Every row, for a spreadsheet in Indonesian: ';' between the columns, decimal comma."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in cells(outcome)] for outcome in found)
    return text.getvalue().encode("utf-8-sig")


def _order(outcome: Outcome) -> tuple[bool, str, int]:
    return outcome.state != REFUSED, outcome.row.sheet, outcome.row.number


def cells(outcome: Outcome) -> tuple[str, ...]:
    """One row of the report, under COLUMNS."""
    row = outcome.row
    owned = outcome.owned
    owners = ("semua jenjang" if owned.whole else "; ".join(level.nama for level in owned.levels)) if owned else ""
    credit = "" if row.credit is None else indonesian(row.credit)
    place = row.place.removeprefix("baris ")
    return (place, outcome.state, outcome.kode, owners or row.pelaksana, credit, uraian(outcome), outcome.note)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
