"""The rows of a surat pernyataan: shown as far down as activities fill them, the spare ones hidden."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.utils.cell import get_column_letter, range_boundaries

from ...recalc.cells import scan
from ...recalc.inputs import put_inputs
from ...recalc.layout import Layout
from ...recalc.package import Package
from ...recalc.sheet_xml import Row
from ...recalc.workbook import Place, WorkbookInfo, read_workbook
from ...recalc.xml_spans import Edit, edited, end_of, with_attributes
from .bentuk import SURAT

_SEDIKIT, _BERSAMA = 3, 2  # rows that are shown at least; that stay on the page of the sum and the signature
_TINGGI = 15  # points of a row whose height nobody set


class Tabel(NamedTuple):
    """The table of one surat pernyataan: its sheet, first column and rows; the cell that says how many are shown."""

    lembar: str
    kolom: str
    atas: int
    bawah: int
    tampak: Place | None


def tampakkan(data: bytes, baru: bool = False) -> bytes | None:
    """The workbook, whose cached values are right, with every filled row of its tables shown; None where all are.

    `baru`: nobody has worked in it yet; a table with activities then hides its spare rows too."""
    package = Package(data)
    info = read_workbook(package)
    parts, counts = dict[str, bytes](), dict[Place, int]()
    for tabel in _tabel(info):
        part = next(sheet.part for sheet in info.sheets if sheet.name == tabel.lembar)
        xml = package.read(part)
        last = _terisi(part, xml, tabel)
        until = max(last, tabel.atas + _SEDIKIT - 1) if baru and last else last
        if edits := _terlihat(xml, Layout(part, xml, ()), tabel, until, baru) if last else []:
            parts[part] = edited(xml, edits)
            if tabel.tampak:
                counts[tabel.tampak] = until - tabel.atas + 1
    if not parts:
        return None
    shown = package.replaced(parts)
    return put_inputs(Package(shown), counts) if counts else shown


def _terlihat(xml: bytes, layout: Layout, tabel: Tabel, until: int, baru: bool) -> list[Edit]:
    """Shows the table's rows as far as `until`; with `baru` hides those below, and mends the pages."""
    edits = []
    for row in layout.rows:
        shown = row.number <= until
        if tabel.atas <= row.number <= tabel.bawah and (shown or baru) and shown == _tersembunyi(row):
            edits.append(with_attributes(xml, row, {"hidden": None if shown else "1"}))
    return [*edits, *_halaman(xml, layout, tabel, until)] if edits and baru else edits


def _halaman(xml: bytes, layout: Layout, tabel: Tabel, until: int) -> list[Edit]:
    """No page begins at a hidden row: what follows the table moves up, or takes its last rows to the next page."""
    element = layout.element("rowBreaks")
    breaks = [int(each["id"]) for each in layout.inside("rowBreaks") if "id" in each]
    gone = [each for each in breaks if each >= until]
    if element is None or not gone:
        return []
    tall = {row.number: float(row.attributes.get("ht", _TINGGI)) for row in layout.rows if not _tersembunyi(row)}
    freed = sum(points for number, points in tall.items() if until < number <= gone[0])
    needed = sum(points for number, points in tall.items() if number > tabel.bawah)
    kept = [each for each in breaks if each < until] + ([until - _BERSAMA] if freed < needed else [])
    body = "".join(f'<brk id="{each}" max="16383" man="1"/>' for each in kept)
    whole = f'<rowBreaks count="{len(kept)}" manualBreakCount="{len(kept)}">{body}</rowBreaks>' if kept else ""
    return [Edit(element.start, end_of(xml, element), whole.encode())]


def _tersembunyi(row: Row) -> bool:
    return row.attributes.get("hidden") in ("1", "true")


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
