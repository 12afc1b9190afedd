"""A vbaProject.bin from VBA sources, for a workbook that XlsxWriter builds; made by pyOpenVBA, on any system."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from xlsxwriter.workbook import Workbook

from ..errors import Refused

BOOK = "ThisWorkbook"
PYOPENVBA = "6.5.0"  # as in pyproject.toml


def proyek(modul: Mapping[str, str], lembar: int) -> bytes:
    """The project of a workbook with so many sheets. `modul`: name -> source; `ThisWorkbook` is the workbook's own."""
    try:
        from pyopenvba import ExcelFile
    except ModuleNotFoundError:
        raise Refused(
            f"Membuat berkas dengan tombol memerlukan pyOpenVBA. Pasang dengan: pip install pyOpenVBA=={PYOPENVBA}"
        ) from None
    with tempfile.TemporaryDirectory(prefix="angka-kredit-") as folder:
        path = Path(folder) / "kosong.xlsm"
        path.write_bytes(_kosong(lembar))
        with ExcelFile(path) as file:
            project = file.add_vba_project()
            for name, source in modul.items():
                if name == BOOK:
                    file.set_module(BOOK, source)
                else:
                    project.add_module(name, source)
            file.save(path)
        with zipfile.ZipFile(path) as archive:
            return archive.read("xl/vbaProject.bin")


def sisipkan(workbook: Workbook, modul: Mapping[str, str]) -> None:
    """Puts the modules into a workbook whose sheets are all there, each under the code name that Excel would give."""
    sheets = workbook.worksheets()
    workbook.add_vba_project(io.BytesIO(proyek(modul, len(sheets))), True)
    workbook.set_vba_name(BOOK)
    for number, sheet in enumerate(sheets, start=1):
        sheet.set_vba_name(f"Sheet{number}")


def _kosong(lembar: int) -> bytes:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        for _number in range(lembar):
            workbook.add_worksheet()
    return file.getvalue()
