"""Packages for tests: parts read and exchanged, and a workbook with much that a careless writer loses."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter

CHAIN = "xl/calcChain.xml"
SHEET1, SHEET2 = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
TYPES = "[Content_Types].xml"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MACRO = "application/vnd.ms-excel.sheet.macroEnabled"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


def packed(content: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    """A package of these parts."""
    file, method = io.BytesIO(), zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(file, "w") as book:
        for name, data in content.items():
            book.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), data, method)
    return file.getvalue()


def exchanged(data: bytes, new: Mapping[str, bytes | Callable[[bytes], bytes]], *, stored: bool = False) -> bytes:
    """The package with these parts new, or made from what they were."""
    content = parts(data)
    for name, change in new.items():
        content[name] = change(content[name]) if callable(change) else change
    return packed(content, stored=stored)


def replacing(old: str, new: str) -> Callable[[bytes], bytes]:
    """A change of a part for `exchanged`; what is to be replaced must be there."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode())

    return change


def inserted(before: str, new: str) -> Callable[[bytes], bytes]:
    return replacing(before, new + before)


def changed(before: bytes, after: bytes) -> set[str]:
    """The parts that differ, came or went."""
    old, new = parts(before), parts(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def rich(*, macro: bool = True) -> bytes:
    """Formats, names, validation, data bar, sparkline, chart, comment, button, table, merged cells, macro, chain."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, other = book.add_worksheet("Kegiatan"), book.add_worksheet("Rekap b's")
        bold = book.add_format({"bold": True, "num_format": "0.000", "bg_color": "#FFEEAA", "locked": False})
        sheet.write_row("A1", ["Volume", "AK", "Jenjang"], bold)
        for row in range(2, 12):
            sheet.write(f"A{row}", row)
            sheet.write_formula(f"B{row}", f"=A{row}*2", bold, row * 2)
        sheet.write_formula("B12", "=SUM(B2:B11)", bold, 130)
        sheet.write("D1", "Ahli Muda")
        sheet.write_rich_string("E1", "biasa ", bold, "tebal", " lagi")
        sheet.data_validation("D1", {"validate": "list", "source": ["Ahli Muda", "Ahli Madya"]})
        sheet.conditional_format("B2:B11", {"type": "data_bar", "data_bar_2010": True})
        sheet.write_comment("A2", "catatan penilai", {"author": "Penilai"})
        sheet.add_sparkline("F2", {"range": "Kegiatan!A2:A11"})
        sheet.insert_button("H2", {"macro": "hitung", "caption": "Hitung"})
        sheet.merge_range("A14:C15", "Mengetahui", bold)
        sheet.set_column("J:K", 12, bold)
        sheet.set_row(29, 20, bold)
        book.define_name("jenjang", "=Kegiatan!$D$1")
        other.write_formula("A1", "=Kegiatan!B12*2", None, 260)
        other.add_table("A4:B6", {"columns": [{"header": "Nama"}, {"header": "Nilai"}]})
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Kegiatan!$B$2:$B$11"})
        other.insert_chart("C3", chart)
    links = [(f"B{row}", "1") for row in range(2, 13)] + [("A1", "2")]
    data = with_part(file.getvalue(), CHAIN, chain(links), f"{_OFFICE}/calcChain", f"{_SHEETML}.calcChain+xml")
    return with_macro(data) if macro else data


def with_macro(data: bytes) -> bytes:
    """The workbook with a part where macros stand; its bytes are none, for nobody here runs them."""
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    data = with_part(data, "xl/vbaProject.bin", bytes(range(256)) * 9, kind, "application/vnd.ms-office.vbaProject")
    return exchanged(data, {TYPES: replacing(f"{_SHEETML}.sheet.main+xml", f"{_MACRO}.main+xml")})


def with_part(
    data: bytes, name: str, content: bytes, relation: str, kind: str, source: str = "xl/workbook.xml"
) -> bytes:
    """The package with one part more, that `source` points to."""
    declared = f'<Override PartName="/{name}" ContentType="{kind}"/>'
    return related(exchanged(data, {name: content, TYPES: inserted("</Types>", declared)}), source, relation, name)


def related(data: bytes, source: str, relation: str, target: str) -> bytes:
    """The package with one relation more."""
    folder, file = posixpath.split(source)
    rels = f"{folder}/_rels/{file}.rels"
    old = parts(data).get(rels, f'<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'.encode())
    link = f'<Relationship Id="baru{len(old)}" Type="{relation}" Target="/{target}"/>'
    return exchanged(data, {rels: inserted("</Relationships>", link)(old)})


def chain(links: list[tuple[str, str]]) -> bytes:
    """A calculation chain; a link names its sheet where that changes, as Excel may write it."""
    written, before = "", ""
    for ref, sheet in links:
        written += f'<c r="{ref}"' + (f' i="{sheet}"' if sheet != before else "") + "/>"
        before = sheet
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<calcChain xmlns="{_MAIN}">{written}</calcChain>'.encode()
