"""Every cell of a workbook that calls our functions, explained in words with its articles."""

from __future__ import annotations

from collections.abc import Iterator

from .loaded import Place, is_ours, load


def explain_cells(data: bytes) -> Iterator[tuple[Place, str, str]]:
    """(place, formula, words) of each cell of ours that is not blank; Refused for an unsafe workbook."""
    book = load(data)
    for place, cell in list(book.each()):
        if is_ours(cell) and "JELASKAN" not in cell.formula.upper():
            words = book.explain(place, cell)
            if words:
                yield place, cell.formula, words
