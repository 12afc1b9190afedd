"""Tables (structured references): `Kegiatan[Volume]` as the cells that it stands for, so that all else reads cells."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from openpyxl.utils.cell import get_column_letter

from ..errors import Refused, Undecided
from .package import Package
from .places import area
from .references import quoted
from .relations import all_of, parse, relations
from .workbook import WorkbookInfo

_ITEM = r"\[(?:[^\[\]']|'.)*\]"
_REFERENCE = re.compile(
    rf"(?P<text>\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'!)|(?<![\w.\]])(?P<name>[^\W\d][\w.\\]*)"
    rf"\[(?P<body>(?:[^\[\]']|'.|{_ITEM})*)\]"
)
_COLUMNS = re.compile(rf"(?P<first>{_ITEM})(?::(?P<last>{_ITEM}))?")
_PARTS = {"#all": "all", "#data": "data", "#headers": "headers", "#totals": "totals", "#this row": "row"}


@dataclass(frozen=True)
class Table:
    """Where a table stands; rows are of the sheet, without header and totals."""

    name: str
    sheet: str
    left: int
    top: int  # of the whole table
    bottom: int
    headers: int  # rows
    totals: int
    columns: tuple[str, ...]

    def rows(self, part: str, row: int) -> tuple[int, int]:
        """First and last row of a part of the table; ValueError where it has none."""
        first, last = self.top + self.headers, self.bottom - self.totals
        found = {
            "all": (self.top, self.bottom),
            "data": (first, last),
            "headers": (self.top, self.top + self.headers - 1),
            "totals": (last + 1, self.bottom),
            "row": (row, row) if first <= row <= last else (1, 0),
        }[part]
        if found[0] > found[1]:
            raise ValueError(part)
        return found


def read_tables(package: Package, info: WorkbookInfo) -> dict[str, Table]:
    """Every table of the workbook by its name in lower case."""
    parts = [
        (sheet.name, relation.target)
        for sheet in info.sheets
        for relation in relations(package, sheet.part).values()
        if relation.kind == "table" and not relation.external
    ]
    return {table.name.lower(): table for name, part in parts for table in [_table(name, parse(package, part))]}


def without_tables(formula: str, row: int, tables: dict[str, Table]) -> str:
    """The formula of a cell in this row with every structured reference as the cells it stands for."""

    def replaced(found: re.Match[str]) -> str:
        table = tables.get((found["name"] or "").lower())
        if table is None:
            return found[0]
        try:
            return _cells(table, found["body"], row)
        except (ValueError, KeyError):
            raise Undecided(f"memakai rujukan '{found[0]}' yang belum didukung (tabel)") from None

    return _REFERENCE.sub(replaced, formula)


def _cells(table: Table, body: str, row: int) -> str:
    parts, columns = [], None
    for items in _split(body):
        found = _COLUMNS.fullmatch(items)
        if found is None:
            raise ValueError(items)
        first, last = found["first"][1:-1], (found["last"] or found["first"])[1:-1]
        if first.lower() in _PARTS:
            parts.append(_PARTS[first.lower()])
        elif columns is None:
            columns = _column(table, first), _column(table, last)
        else:
            raise ValueError(items)
    left, right = columns or (0, len(table.columns) - 1)
    rows = [table.rows(part, row) for part in parts or ["data"]]
    top, bottom = min(first for first, _ in rows), max(last for _, last in rows)
    first_cell = f"${get_column_letter(table.left + left)}${top}"
    last_cell = f"${get_column_letter(table.left + right)}${bottom}"
    one = parts == ["row"] and first_cell == last_cell
    return quoted(table.sheet) + (first_cell if one else f"{first_cell}:{last_cell}")


def _split(body: str) -> list[str]:
    """'[[#This Row],[a]:[b]]' -> '[#This Row]', '[a]:[b]'; 'a' -> '[a]'; '' -> nothing."""
    if not body.strip():
        return []
    if not body.lstrip().startswith("["):
        return [f"[{body}]"]
    return [part.strip() for part in re.findall(rf"\s*({_ITEM}(?::{_ITEM})?)\s*(?:,|$)", body)]


def _column(table: Table, written: str) -> int:
    name = re.sub(r"'(.)", r"\1", written).casefold()
    return [column.casefold() for column in table.columns].index(name)


def _table(sheet: str, root: ET.Element) -> Table:
    try:
        place = area(root.attrib["ref"])
    except (KeyError, ValueError):
        raise Refused(f"sebuah tabel di lembar {sheet} tidak menyebut tempatnya") from None
    columns = [node.attrib.get("name", "") for node in all_of(root, "tableColumn")]
    return Table(
        name=root.attrib.get("displayName") or root.attrib.get("name", ""),
        sheet=sheet,
        left=place.left,
        top=place.top,
        bottom=place.bottom,
        headers=int(root.attrib.get("headerRowCount", 1)),
        totals=int(root.attrib.get("totalsRowCount", 0)),
        columns=tuple(columns),
    )
