"""What a formula adds: the rows of its own column that it names."""

from __future__ import annotations

import re

from openpyxl.utils.cell import column_index_from_string

_REF = re.compile(
    r"(?<![A-Za-z0-9_!'.:])\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?(?![A-Za-z0-9_(!])"
)
_QUOTED = re.compile(r'"[^"]*"')
_FOREIGN = re.compile(r"(?:'[^']*'|[A-Za-z_][\w.]*)!\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?")
_SUM = re.compile(r"\b(?:SUM|SUBTOTAL|AGGREGATE)\(")
_OTHER = re.compile(r"[-*/]|\b(?:IF|IFS|SUMIFS?)\(")  # it does not add all that it names
_MOST = 5_000  # rows of one sum


def dijumlah(rumus: str, baris: int, kolom: int) -> tuple[int, ...]:
    """The rows of column `kolom` that the formula in row `baris` adds; empty where it is no such sum."""
    text = _FOREIGN.sub("", _QUOTED.sub("", rumus.upper()))
    rows = set[int]()
    for left, top, right, bottom in _REF.findall(text):
        first, last = int(top), int(bottom or top)
        if column_index_from_string(left) != kolom or (right and column_index_from_string(right) != kolom):
            return ()
        if abs(last - first) > _MOST:
            return ()
        rows.update(range(min(first, last), max(first, last) + 1))
    if baris in rows or _OTHER.search(text):
        return ()
    return tuple(sorted(rows)) if rows and (_SUM.search(text) or (len(rows) > 1 and "+" in text)) else ()
