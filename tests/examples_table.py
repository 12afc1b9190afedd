"""The worked examples of tests/examples/*.csv: one table for every host."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any, NamedTuple


class Example(NamedTuple):
    fungsi: str
    argumen: list[Any]  # None: not given; rows of cells: a range
    hasil: float | str  # of a table: its first cell
    sumber: str
    arti: str

    def __str__(self) -> str:
        return f"{self.fungsi}({';'.join(map(str, self.argumen))})"

    @property
    def ranged(self) -> bool:
        """Whether an argument is a range."""
        return any(isinstance(argument, list) for argument in self.argumen)


def first_cell(result: Any) -> Any:
    """The value itself, or the first cell of rows."""
    while isinstance(result, (list, tuple)):
        result = result[0]
    return result


def _read() -> list[Example]:
    rows = []
    for path in sorted((Path(__file__).parent / "examples").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                hasil = json.loads(row["hasil"])
                rows.append(Example(row["fungsi"], json.loads(row["argumen"]), hasil, row["sumber"], row["arti"]))
    return rows


EXAMPLES = _read()
