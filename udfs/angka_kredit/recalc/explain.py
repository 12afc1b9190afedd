"""Every cell of a workbook that calls our functions, explained in words with its articles."""

from __future__ import annotations

from collections.abc import Iterator

from .loaded import Place, is_ours, load


def explain_cells(data: bytes) -> Iterator[tuple[Place, str, str]]:
    """(place, formula, words) of each cell of ours that is not blank; Refused for an unsafe workbook."""
    book = load(data, vote=True)
    ours = [formula for formula in book.formulas if is_ours(formula) and "JELASKAN" not in formula.plan.names]
    for formula, words in zip(ours, book.explain_many(ours), strict=True):
        if words:
            yield formula.place, formula.cell.formula, words
