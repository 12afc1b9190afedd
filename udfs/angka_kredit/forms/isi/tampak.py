"""The rows of a surat pernyataan that a blank form hides: shown as far down as activities fill them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.utils.cell import get_column_letter, range_boundaries

from ...recalc.cells import scan
from ...recalc.inputs import put_inputs
from ...recalc.layout import Layout
from ...recalc.package import Package
from ...recalc.workbook import Place, WorkbookInfo, read_workbook
from ...recalc.xml_spans import edited, with_attributes
from .bentuk import SURAT


class Tabel(NamedTuple):
    """The table of one surat pernyataan: its sheet, first column and rows; the cell that says how many are shown."""

    lembar: str
    kolom: str
    atas: int
    bawah: int
    tampak: Place | None


def tampakkan(data: bytes) -> bytes | None:
    """The workbook, whose cached values are right, with every filled row of its tables shown; None where all are."""
    package = Package(data)
    info = read_workbook(package)
    parts, counts = dict[str, bytes](), dict[Place, int]()
    for tabel in _tabel(info):
        part = next(sheet.part for sheet in info.sheets if sheet.name == tabel.lembar)
        xml = package.read(part)
        last = _terisi(part, xml, tabel)
        rows = Layout(part, xml, ()).rows if last else []
        hidden = [row for row in rows if tabel.atas <= row.number <= last and row.attributes.get("hidden")]
        if hidden:
            parts[part] = edited(xml, [with_attributes(xml, row, {"hidden": None}) for row in hidden])
            if tabel.tampak:
                counts[tabel.tampak] = last - tabel.atas + 1
    if not parts:
        return None
    shown = package.replaced(parts)
    return put_inputs(Package(shown), counts) if counts else shown


def _terisi(part: str, xml: bytes, tabel: Tabel) -> int:
    """The last row of the table that holds something; 0 for none."""
    refs = {f"{tabel.kolom}{row}": row for row in range(tabel.atas, tabel.bawah + 1)}
    cells = scan(part, xml).formulas
    return max((refs[cell.ref] for cell in cells if cell.ref in refs and cell.value not in ("", None)), default=0)


def _tabel(info: WorkbookInfo) -> Iterator[Tabel]:
    for surat in SURAT:
        area = _place(info, f"sp_{surat}_baris")
        if area:
            left, top, _, bottom = range_boundaries(area.ref)
            tampak = _place(info, f"sp_{surat}_tampak")
            yield Tabel(area.sheet, get_column_letter(left or 1), top or 1, bottom or 1, tampak)


def _place(info: WorkbookInfo, name: str) -> Place | None:
    """The area of a defined name, which our forms write as 'Lembar'!$A$1:$B$2; None where there is none."""
    sheet, mark, area = info.names.get(name.upper(), "").rpartition("!")
    plain = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    known = any(each.name == plain for each in info.sheets)
    return Place(plain, area.replace("$", "")) if mark and known else None
