"""A run told in a workbook: totals that passed a threshold on the first sheet, then files, changed cells, and the rest.

Row after row goes to the disk, so that a million changed cells need no memory: pandas holds a few thousand a time."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pandas

from .. import files
from .crossed import ATURAN
from .journal import MOST_CHANGES
from .machine import facts
from .result import Result
from .running import Report
from .task import HIDDEN

LAST_ROW = MOST_CHANGES + 1
_AT_ONCE = 5_000  # rows
_A4 = 9
_LONGEST = 32_767  # characters of a cell
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # how a text begins that a spreadsheet could take for a formula
_WIDTHS = {
    "Berkas": 45,
    "Sel": 24,
    "Keterangan": 90,
    "Lama": 18,
    "Baru": 18,
    "Status": 15,
    "Hal": 70,
    "Sel jumlah terbesar": 20,
}
_CHANGE = ("Berkas", "Sel", "Lama", "Baru")
_FILE = (
    *("Berkas", "Status", "Keterangan", "Sel", "Rumus", "Sel berubah"),
    *("Sel jumlah terbesar", "Sebelum", "Sesudah", "Dua mesin", "Detik"),
)
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}

Row = Sequence[Any]


def write_report(report: Report, path: Path) -> Path | None:
    """The report as an .xlsx at `path`, whole or not at all; returns the backup of what stood there."""
    content = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        options = {"options": {**_OPTIONS, "tmpdir": folder}}
        with pandas.ExcelWriter(content, engine="xlsxwriter", engine_kwargs=options) as writer:
            _sheets(writer.book, report)
    files.check_closed(path)
    return files.write(path, content.getvalue(), path.parent / HIDDEN / report.stamp / path.name)


def _sheets(book: Any, report: Report) -> None:
    crossed = ((result.name, *row) for result in report.results() for row in result.crossed)
    changed = ((result.name, *row) for result in report.results(changed=True) for row in result.changes())
    first = next(crossed, ("Tidak ada total yang melewati ambang.", None, None, None, None))
    _sheet(book, "Melewati ambang", (*_CHANGE, "Keterangan"), chain([first], crossed))
    _sheet(book, "Berkas", _FILE, (_file(result) for result in report.results()))
    written = _sheet(book, "Perubahan", _CHANGE, changed)
    _sheet(book, "Periksa", ("Berkas", "Sel", "Keterangan"), _checks(report))
    _sheet(book, "Keterangan", ("Hal", "Keterangan"), _facts(report, written))


def _sheet(book: Any, name: str, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """A sheet with a head and these rows, as far as they fit; returns how many."""
    sheet, at = book.add_worksheet(name), 1
    _lay_out(book, sheet, columns)
    rows = islice(rows, LAST_ROW - 1)
    while some := list(islice(rows, _AT_ONCE)):
        table = pandas.DataFrame(some, dtype=object).map(_safe).astype(object)
        for row in table.where(table.notna(), None).itertuples(index=False):
            sheet.write_row(at, 0, row)
            at += 1
    sheet.autofilter(0, 0, max(at - 1, 1), len(columns) - 1)
    return at - 1


def _lay_out(book: Any, sheet: Any, columns: Sequence[str]) -> None:
    """The head stays on the screen and on every printed page, a page is as wide as the columns, long texts wrap."""
    head, body = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(column, 12), body)
    sheet.write_row(0, 0, columns, head)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _safe(value: Any) -> Any:
    """A text that no spreadsheet takes for a formula, also after it went through a .csv."""
    if not isinstance(value, str):
        return value
    return ("'" + value if value.startswith(_FORMULA) else value)[:_LONGEST]


def _file(result: Result) -> Row:
    head = (result.name, result.status, result.words, result.cell or None, result.formulas, result.cells)
    return (*head, *(result.total or (None, None, None)), "ya" if result.voted else "tidak", result.seconds)


def _checks(report: Report) -> Iterator[Row]:
    for result in report.results():
        for cell, words in result.notes:
            yield result.name, cell, words
        for words in result.stale:
            yield result.name, None, words


def _facts(report: Report, written: int) -> Iterator[Row]:
    """The rule for thresholds, and what the run was made with: the last sheet."""
    told = facts(report)
    yield "Aturan lembar Melewati ambang", ATURAN
    yield "Versi", told["versi"]
    yield "Mesin hitung", ", ".join(f"{name} {version}" for name, version in told["mesin"].items())
    yield "Mesin pembanding", "ya" if told["pembanding"] else "tidak (--cepat): hasil hanya dari satu mesin hitung"
    yield "Waktu mulai", told["waktu"]
    yield "Detik", told["detik"]
    yield "Selesai", "tidak: dihentikan" if told["terputus"] else "ya"
    for status, count in told["status"].items():
        yield f"Berkas {status}", count
    cells = sum(result.cells for result in report.results())
    yield "Sel berubah", cells
    yield "Sel berubah yang tidak muat di lembar Perubahan", cells - written
    for jabatan, checksum in told["lampiran"].items():
        yield f"Lampiran impor jabatan {jabatan}", f"sha256 {checksum}"
    for name, checksum in told["data"].items():
        yield f"sha256 {name}", checksum
