"""What became of one file: small, plain and picklable, so that it travels between processes, machines and runs."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

DIHITUNG = "dihitung"
TETAP = "tidak berubah"
DITINJAU = "perlu ditinjau"
DITOLAK = "ditolak"
DILEWATI = "dilewati"
STATUS = (DIHITUNG, TETAP, DITINJAU, DITOLAK, DILEWATI)

Cell = float | bool | str | None  # a cell's value; an error is its text


@dataclass
class Result:
    """One file's status, and the words for the person. A cell is written 'Sheet!A1'."""

    name: str
    status: str
    words: str = ""  # the reason, or what else the person should know
    cell: str = ""  # the cell that a refusal is about
    formulas: int = 0
    cells: int = 0  # how many cells changed
    changed: bytes = b"[]"  # [cell, old, new] of each as JSON: many, read where a report is made, and only there
    crossed: list[tuple[str, Cell, Cell, str]] = field(default_factory=list)  # cell, old, new, over which threshold
    total: tuple[str, Cell, Cell] | None = None  # the largest total: cell, old, new
    notes: list[tuple[str, str]] = field(default_factory=list)  # cell, words: errors that a person's input caused
    stale: list[str] = field(default_factory=list)  # charts and pivots that stay old until Excel opens the file
    voted: bool = False  # a second engine agreed
    seconds: float = 0.0
    source: str = ""  # sha256 of the content that was read
    result: str = ""  # sha256 of the content that now stands at the target; '' where nothing does

    def changes(self) -> list[tuple[str, Cell, Cell]]:
        """Every changed cell that is known here: cell, old, new."""
        return [tuple(row) for row in json.loads(self.changed)]
