"""A copy for who has no add-in: our functions stand as their values, everything else is live and as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..errors import Refused
from ..functions import KATALOG
from ..recalc.cells import FormulaCell
from ..recalc.formulas import Call, calls, functions, tokens
from ..recalc.frozen import freeze
from ..recalc.loaded import Loaded, load
from ..recalc.new_sheet import add_sheet
from ..recalc.package import Package
from ..recalc.run import recalculate
from ..recalc.values import CellErrorValue, Value
from ..recalc.workbook import Place, WorkbookInfo, read_workbook

LEMBAR = "Angka Kredit beku"
JUDUL = ("Sel", "Rumus semula", "Nilai", "Penjelasan dan pasal")
_WIDTHS = (22, 60, 16, 90)
_BEHIND = b"sheetData>"  # conditional formats and validations follow the cells


class Sel(NamedTuple):
    """A frozen cell: its formula as it was, its value, and the words of JELASKAN ('' for a blank row)."""

    tempat: Place
    rumus: str
    nilai: Value
    penjelasan: str


@dataclass(frozen=True)
class Beku:
    """The copy; the cells that were frozen; what still calls our functions, in words."""

    data: bytes
    lembar: str  # the added sheet
    sel: list[Sel]
    catatan: list[str]


def bekukan(data: bytes) -> Beku:
    """The workbook recalculated, then every formula with a function of ours replaced by its value.

    A formula that mixes ours with others is frozen whole. The added sheet lists each such cell.
    Refused where the workbook cannot be recalculated safely, or has no function of ours."""
    computed = recalculate(data)
    package = Package(computed.data)
    info = read_workbook(package)
    book = load(computed.data, vote=True)
    sel = [_sel(book, *each) for each in list(book.each()) if is_ours(each[1].formula)]
    if not sel:
        raise Refused("tidak memuat rumus Angka Kredit; tidak ada yang perlu dibekukan")
    sel.sort(key=lambda each: each.nilai in ("", None))  # blank rows of the form last
    parts = freeze(package, [each.tempat for each in sel], info)
    lembar = add_sheet(parts, info, LEMBAR, [JUDUL, *(_row(each) for each in sel)], _WIDTHS)
    notes = [f"{place}: {text}" for place, text in computed.notes]
    return Beku(package.replaced(parts.new, parts.gone), lembar, sel, [*notes, *_left(package, info)])


def is_ours(formula: str) -> bool:
    """Whether a formula calls one of our functions, also where the file names the add-in: [1]!ANGKA_KREDIT(...)"""
    return any(KATALOG.get(_plain(name)) for name in functions(tokens(formula)))


def _plain(name: str) -> str:
    return name.rpartition("!")[2].rpartition(".")[2]


def _sel(book: Loaded, place: Place, cell: FormulaCell) -> Sel:
    said = "" if cell.value in ("", None) else "\n".join(dict.fromkeys(_words(book, place, cell)))
    return Sel(place, f"={cell.formula}", cell.value, said)


def _words(book: Loaded, place: Place, cell: FormulaCell) -> Iterator[str]:
    """JELASKAN of each of our functions in the formula that has a part in the cell's value."""
    for call in calls(tokens(cell.formula)):
        fungsi = KATALOG.get(_plain(call.name))
        if fungsi is None or fungsi.menjelaskan:
            continue
        failed = isinstance(book.evaluate(place, _written(call.name, call)), CellErrorValue)
        if not failed or isinstance(cell.value, CellErrorValue):
            yield str(book.evaluate(place, _written("JELASKAN", call, f'"{fungsi.nama}"')))


def _written(name: str, call: Call, *first: str) -> str:
    return f"{name}({','.join([*first, *call.arguments])})"


def _row(sel: Sel) -> list[Value]:
    return [str(sel.tempat), sel.rumus, sel.nilai, sel.penjelasan]


def _left(package: Package, info: WorkbookInfo) -> list[str]:
    """Names, conditional formats and validations that call our functions: they have no value to stand in."""
    called = re.compile(rf"\b(?:{'|'.join(KATALOG.names())})\(", re.IGNORECASE)
    left = [
        f"nama {name} memakai fungsi Angka Kredit; tetap hidup"
        for name, text in info.names.items()
        if called.search(text)
    ]
    for sheet in info.sheets:
        rest = package.read(sheet.part).rpartition(_BEHIND)[2].decode("utf-8", "replace")
        if called.search(rest):
            left.append(
                f"format bersyarat atau validasi lembar '{sheet.name}' memakai fungsi Angka Kredit; tetap hidup"
            )
    return left
