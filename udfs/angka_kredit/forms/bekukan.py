"""A copy for who has no add-in: our functions stand as their values, everything else is live and as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..errors import Refused, Undecided
from ..functions import KATALOG
from ..recalc.cells import FormulaCell, scan
from ..recalc.formulas import Call, calls, tokens
from ..recalc.frozen import freeze
from ..recalc.loaded import Loaded, load
from ..recalc.new_sheet import add_sheet
from ..recalc.package import Package
from ..recalc.relations import all_of, parse
from ..recalc.run import recalculate
from ..recalc.values import CellErrorValue, Value
from ..recalc.workbook import Place, WorkbookInfo, read_workbook
from .isi.berkas import baca_formulir
from .isi.periksa import periksa
from .milik_kita import calls_ours, left_alive, our_names, plain

LEMBAR = "Angka Kredit beku"
JUDUL = ("Sel", "Rumus semula", "Nilai", "Penjelasan dan pasal")
_WIDTHS = (22, 60, 16, 90)
_TAK_DIKENAL = "#NAME?"
_BELUM = "Nilai saat berkas terakhir disimpan; tidak dihitung ulang."
_SIMPAN = "buka di program yang punya Angka Kredit, hitung ulang, simpan, lalu ulangi"


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

    A formula that mixes ours with others is frozen whole, and one that uses ours by a defined name. The added sheet
    lists each such cell. Where a formula of somebody else's cannot be computed here, the values are those that the file
    was saved with, which the copy says. Refused where there is no value to trust, or no function of ours."""
    try:
        book = load(data, vote=True)
    except Undecided as reason:
        return _salinan(data, *_tersimpan(data, reason))
    computed = recalculate(data)
    if computed.data != data:
        book = load(computed.data, vote=True)
    names = our_names(book.info)
    sel = [_sel(book, *each) for each in list(book.each()) if calls_ours(each[1].formula, names)]
    notes = periksa(computed, baca_formulir(computed.data)) if computed.notes else []
    return _salinan(computed.data, sel, notes)


def _salinan(data: bytes, sel: list[Sel], notes: list[str]) -> Beku:
    if not sel:
        raise Refused("tidak memuat rumus Angka Kredit; tidak ada yang perlu dibekukan")
    package = Package(data)
    info = read_workbook(package)
    sel.sort(key=lambda each: each.nilai in ("", None))  # blank rows of the form last
    parts = freeze(package, [each.tempat for each in sel], info)
    lembar = add_sheet(parts, info, LEMBAR, [JUDUL, *(_row(each) for each in sel)], _WIDTHS)
    return Beku(package.replaced(parts.new, parts.gone), lembar, sel, [*notes, *left_alive(package, info)])


def _tersimpan(data: bytes, reason: Undecided) -> tuple[list[Sel], list[str]]:
    """Our cells with the values that the file was saved with; Refused where one has none, or was never computed."""
    package = Package(data)
    info = read_workbook(package)
    if _belum_dihitung(package, info):
        raise Refused(f"{reason}; dan nilai dalam berkasnya belum pernah dihitung: {_SIMPAN}")
    names, found = our_names(info), list[Sel]()
    for sheet in info.sheets:
        for cell in scan(sheet.part, package.read(sheet.part)).formulas:
            if calls_ours(cell.formula, names):
                place = Place(sheet.name, cell.ref)
                if cell.value is None or cell.value == _TAK_DIKENAL:
                    raise Refused(f"{reason}; dan {place} belum bernilai: {_SIMPAN}")
                found.append(Sel(place, f"={cell.formula}", cell.value, _BELUM))
    return found, [f"tidak dihitung ulang ({reason}); yang dibekukan adalah nilai saat berkas terakhir disimpan"]


def _belum_dihitung(package: Package, info: WorkbookInfo) -> bool:
    """Whether the file asks to be computed when it is opened, or was computed only when somebody pressed F9."""
    settings = [node.attrib for node in all_of(parse(package, info.part), "calcPr")]
    return any(each.get("fullCalcOnLoad") in ("1", "true") or each.get("calcMode") == "manual" for each in settings)


def _sel(book: Loaded, place: Place, cell: FormulaCell) -> Sel:
    said = "" if cell.value in ("", None) else "\n".join(dict.fromkeys(_words(book, place, cell)))
    return Sel(place, f"={cell.formula}", cell.value, said)


def _words(book: Loaded, place: Place, cell: FormulaCell) -> Iterator[str]:
    """JELASKAN of each of our functions in the formula that has a part in the cell's value."""
    for call in calls(tokens(cell.formula)):
        fungsi = KATALOG.get(plain(call.name))
        if fungsi is None or fungsi.menjelaskan:
            continue
        failed = isinstance(book.evaluate(place, _written(call.name, call)), CellErrorValue)
        if not failed or isinstance(cell.value, CellErrorValue):
            yield str(book.evaluate(place, _written("JELASKAN", call, f'"{fungsi.nama}"')))


def _written(name: str, call: Call, *first: str) -> str:
    return f"{name}({','.join([*first, *call.arguments])})"


def _row(sel: Sel) -> list[Value]:
    return [str(sel.tempat), sel.rumus, sel.nilai, sel.penjelasan]
