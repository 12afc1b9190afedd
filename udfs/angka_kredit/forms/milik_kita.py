"""Which formulas, names and other parts of a workbook call our functions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from openpyxl.formula.tokenizer import Token

from ..errors import Refused
from ..functions import KATALOG
from ..recalc.formulas import functions, tokens
from ..recalc.package import Package
from ..recalc.workbook import WorkbookInfo

_BEHIND = b"sheetData>"  # conditional formats and validations follow the cells
_TABLES = "xl/tables/"
_CALLED = re.compile(rf"\b(?:{'|'.join(KATALOG.names())})\(", re.IGNORECASE)


def plain(name: str) -> str:
    """A function's name without the file or prefix that it is written with."""
    return name.rpartition("!")[2].rpartition(".")[2]


def calls_ours(formula: str, names: Collection[str] = ()) -> bool:
    """Whether a formula calls one of our functions, also where the file names the add-in ([1]!ANGKA_KREDIT(...)), or by
    one of these defined names, in capitals."""
    try:
        items = tokens(formula)
    except Refused:  # what cannot be taken apart
        return _CALLED.search(formula) is not None
    if any(KATALOG.get(plain(name)) for name in functions(items)):
        return True
    used = (item.value.rpartition("!")[2].upper() for item in items if item.type == Token.OPERAND)
    return bool(names) and any(name in names for name in used)


def our_names(info: WorkbookInfo) -> set[str]:
    """The defined names that call our functions, by themselves or by other names."""
    found: set[str] = set()
    while more := {name for name, text in info.names.items() if name not in found and calls_ours(text, found)}:
        found |= more
    return found


def left_alive(package: Package, info: WorkbookInfo) -> Iterator[str]:
    """In words: names, conditional formats, validations and tables that call ours, which have no value to stand in."""
    for name in sorted(our_names(info)):
        yield f"nama {name} memakai fungsi Angka Kredit; tetap hidup"
    for sheet in info.sheets:
        rest = package.read(sheet.part).rpartition(_BEHIND)[2].decode("utf-8", "replace")
        if _CALLED.search(rest):
            yield f"format bersyarat atau validasi lembar '{sheet.name}' memakai fungsi Angka Kredit; tetap hidup"
    for part in package.names:
        if part.startswith(_TABLES) and _CALLED.search(package.read(part).decode("utf-8", "replace")):
            yield f"kolom terhitung sebuah tabel ({part.rpartition('/')[2]}) memakai fungsi Angka Kredit; tetap hidup"
