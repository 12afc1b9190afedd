"""What an import is for, and what becomes of each row of its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..regulations.schema import Butir, Jenjang, Unsur
from .owners import Owned
from .paths import joined
from .table import Row

MATCHED, NEW, HEADING, REFUSED = "cocok", "baru", "judul", "ditolak"


@dataclass(frozen=True)
class Target:
    """The jabatan that a table is for, as it is without any import. `own`: the user brought it, not the package."""

    id: str
    nama: str
    names: tuple[str, ...]
    levels: tuple[Jenjang, ...]
    butir: Mapping[str, Butir]  # by folded kode
    unsur: Mapping[str, Unsur]
    own: bool


@dataclass(frozen=True)
class Outcome:
    """What becomes of one row."""

    row: Row
    state: str
    kode: str = ""
    owned: Owned | None = None
    butir: Butir | None = None  # ours, where matched
    note: str = ""

    def refused(self, why: str) -> Outcome:
        return replace(self, state=REFUSED, note="; ".join(filter(None, (self.note, why))))


def uraian(outcome: Outcome) -> str:
    """The words to keep: ours where matched, else the row's with the headings above it."""
    return outcome.butir.uraian if outcome.butir else joined(outcome.row.parts)
