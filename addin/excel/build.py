"""Builds the Excel add-in from the catalogue of cell functions, the buttons, and the VBA in this folder.

    python addin/excel/build.py OUT.xlam

Beside it stands OUT.intellisense.xml, for Excel-DNA IntelliSense. Built twice, both are the same to the byte."""

from __future__ import annotations

import argparse
import io
import zipfile
from datetime import datetime
from pathlib import Path

from xlsxwriter.workbook import Workbook

from angka_kredit.hosts import excel_vba
from angka_kredit.hosts.tindakan.bersama import JUDUL
from angka_kredit.hosts.vba_project import sisipkan

CREATED = datetime(2015, 3, 27)  # fixed
EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier date
RIBBON = "customUI/customUI14.xml"
RIBBON_RELATION = (
    '<Relationship Id="rIdPita" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" '
    f'Target="{RIBBON}"/></Relationships>'
)
TYPE = "application/vnd.ms-excel.{}.macroEnabled.main+xml"


def xlam() -> bytes:
    """The add-in."""
    with zipfile.ZipFile(io.BytesIO(_workbook())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types, relations = parts["[Content_Types].xml"].decode(), parts["_rels/.rels"].decode()
    parts["[Content_Types].xml"] = types.replace(TYPE.format("sheet"), TYPE.format("addin")).encode()
    parts["_rels/.rels"] = relations.replace("</Relationships>", RIBBON_RELATION).encode()
    parts[RIBBON] = excel_vba.pita().encode()
    return _zipped(parts)


def write_xlam(out: Path) -> None:
    """Writes the add-in and its autocomplete file."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(xlam())
    out.with_suffix(".intellisense.xml").write_text(excel_vba.intellisense(), encoding="utf-8", newline="\n")


def _workbook() -> bytes:
    """A macro workbook whose only sheet holds the texts of the function wizard."""
    output = io.BytesIO()
    with Workbook(output, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": JUDUL, "author": JUDUL, "created": CREATED})
        sheet = workbook.add_worksheet(excel_vba.LEMBAR_BANTUAN)
        for row, words in enumerate(excel_vba.baris_bantuan()):
            for column, word in enumerate(words):
                sheet.write_string(row, column, word)
        sisipkan(workbook, excel_vba.modul_pengaya())
    return output.getvalue()


def _zipped(parts: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return output.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description="Builds the Excel add-in.")
    parser.add_argument("out", type=Path, metavar="OUT.xlam")
    write_xlam(parser.parse_args().out)


if __name__ == "__main__":
    main()
