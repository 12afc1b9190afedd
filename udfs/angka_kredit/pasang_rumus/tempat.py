"""What the file says of each cell to be written: whether a formula may go there, and how many decimals it shows."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from openpyxl.styles.numbers import BUILTIN_FORMATS

from ..errors import Refused
from ..recalc.formula_edits import check_place
from ..recalc.layout import Layout
from ..recalc.package import Package
from ..recalc.relations import parse, relations
from ..recalc.workbook import WorkbookInfo
from ..recalc.writer import headings

_DECIMALS = re.compile(r"[0#?](?:\.([0#?]+))?")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


class Tempat:
    """The cells of one workbook that are planned, by sheet."""

    def __init__(self, package: Package, info: WorkbookInfo, wanted: Mapping[str, Collection[str]]) -> None:
        sheets = {sheet.name: sheet for sheet in info.sheets}
        self._formats = _formats(package, info)
        self._layouts = {
            name: Layout(sheets[name].part, package.read(sheets[name].part), refs) for name, refs in wanted.items()
        }
        self._headings = {name: list(headings(package, sheets[name])) for name in wanted}

    def ada(self, lembar: str, ref: str) -> bool:
        """Whether the form has the cell: something stands there, or it looks otherwise than an untouched one."""
        cell = self._layouts[lembar].cell(ref)
        return cell is not None and (cell.v is not None or cell.attributes.get("s", "0") != "0")

    def larangan(self, lembar: str, ref: str) -> str:
        """Why no formula may be put there; '' where one may."""
        try:
            check_place(self._layouts[lembar], ref, self._headings[lembar])
        except Refused as reason:
            return str(reason)
        return ""

    def desimal(self, lembar: str, ref: str) -> int | None:
        """How many decimals the cell shows; None where it shows all."""
        cell = self._layouts[lembar].cell(ref)
        style = cell.attributes.get("s", "0") if cell else "0"
        code = self._formats[int(style)] if style.isdecimal() and int(style) < len(self._formats) else ""
        return desimal(code)


def desimal(code: str) -> int | None:
    """Of a number format: 2 of '#,##0.00', 4 of '0.00%'; None of 'General' and of what is no number."""
    plain = _LITERAL.sub("", code.split(";")[0])
    found = _DECIMALS.search(plain)
    if not found or "general" in plain.lower() or "e+" in plain.lower() or "/" in plain:
        return None
    return len(found[1] or "") + 2 * plain.count("%")


def _formats(package: Package, info: WorkbookInfo) -> list[str]:
    """The number format of each cell style."""
    styles = [each.target for each in relations(package, info.part).values() if each.kind == "styles"]
    if not styles or styles[0] not in package:
        return []
    groups = {node.tag.rsplit("}", 1)[-1]: node for node in parse(package, styles[0])}
    own = {node.get("numFmtId", ""): node.get("formatCode", "") for node in groups.get("numFmts", ())}
    numbers = [node.get("numFmtId", "0") for node in groups.get("cellXfs", ())]
    return [own.get(each) or BUILTIN_FORMATS.get(int(each) if each.isdecimal() else 0, "") for each in numbers]
