"""A person's table, .xlsx or .csv, as rows of cells; a merged cell holds its value in every cell it covers."""

from __future__ import annotations

import codecs
import csv
import io
import warnings
import zipfile
from dataclasses import dataclass, field
from datetime import date

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ..errors import Refused
from ..words import tanggal

Cell = str | int | float | bool | date | None
Place = tuple[int, int]  # row and column, from 0

MOST_ROWS = 50_000
_DELIMITERS = ",;\t"
_ODF = b"mimetypeapplication/vnd.oasis.opendocument"  # after the head of a zip's first entry
_OLE = b"\xd0\xcf\x11\xe0"  # an .xls, or an .xlsx with a password


@dataclass(frozen=True)
class Sheet:
    """Rows of cells, '' for an empty one. `down`, `sideways`: cells that a merged one above or beside them covers."""

    name: str  # '' for a .csv
    rows: list[list[Cell]]
    down: frozenset[Place] = field(default=frozenset())
    sideways: frozenset[Place] = field(default=frozenset())


def read_sheets(data: bytes) -> list[Sheet]:
    """The sheets of a workbook; of a .csv one for each way to part its columns. Refused where it is neither."""
    if data.startswith(_OLE):
        raise Refused("ini berkas .xls lama atau berkas dengan kata sandi; simpan sebagai .xlsx tanpa kata sandi")
    if data[30:].startswith(_ODF):
        raise Refused("ini berkas OpenDocument (.ods); simpan sebagai .xlsx, lalu ulangi")
    return _workbook(data) if data.startswith(b"PK") else _text(data)


def _workbook(data: bytes) -> list[Sheet]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that only matter to who writes
            values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
            formulas = openpyxl.load_workbook(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Refused(f"bukan buku kerja .xlsx yang dapat dibaca ({error})") from None
    return [_sheet(sheet, formulas[sheet.title]) for sheet in values.worksheets]


def _sheet(values: Worksheet, formulas: Worksheet) -> Sheet:
    if values.max_row > MOST_ROWS:
        raise Refused(f"lembar {values.title} berisi lebih dari {MOST_ROWS} baris; hapus baris kosong di bawah tabel")
    rows: list[list[Cell]] = [
        # a formula that nobody has calculated yet has no value: it stays in sight as its own text
        [_cell(formula.value if value.value is None else value.value) for value, formula in zip(*pair, strict=True)]
        for pair in zip(values.iter_rows(), formulas.iter_rows(), strict=True)
    ]
    down: set[Place] = set()
    sideways: set[Place] = set()
    for area in values.merged_cells.ranges:
        top, left = area.min_row - 1, area.min_col - 1
        for row, column in ((r - 1, c - 1) for r, c in area.cells if (r - 1, c - 1) != (top, left)):
            rows[row][column] = rows[top][left]
            (sideways if column > left else down).add((row, column))
    return Sheet(values.title, rows, frozenset(down), frozenset(sideways))


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    return value if isinstance(value, (str, int, float, bool, date)) else str(value)


def shown(cell: Cell) -> str:
    """A cell as a sheet shows it, for a message."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, date):
        return tanggal(cell)
    return f"{cell:.15g}".replace(".", ",") if isinstance(cell, float) else str(cell)


def _decoded(data: bytes) -> str:
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # 'Unicode text' of a spreadsheet
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused("bukan .xlsx dan bukan teks UTF-8, UTF-16 (dengan BOM) atau Windows-1252; simpan sebagai .xlsx")


def _text(data: bytes) -> list[Sheet]:
    text = _decoded(data)
    found, reasons = [], []
    for delimiter in _DELIMITERS:
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except csv.Error as error:
            reasons.append(str(error))
        else:
            found.append(Sheet("", [list[Cell](row) for row in rows]))
    if not found:
        raise Refused(f"tanda kutip dalam .csv tidak berpasangan ({reasons[0]})")
    return found
