"""The workbook that is open in Calc, as the buttons see it: its part of `tindakan.Host`, over UNO.

It runs inside the office, in the office's own Python."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uno

from .._version import __version__
from ..errors import Refused
from ..files import read
from ..recalc.links import links_of
from . import libreoffice_perintah
from .libreoffice import IMPLEMENTATION, uno_name
from .libreoffice_kunci import terbuka
from .libreoffice_rumus import Ejaan
from .libreoffice_sel import datum, masukkan, nilai, nilai_di, rumus_di
from .tindakan import Kemajuan, Rumus, SelRencana
from .tindakan.bersama import BUKU, nama_lembar
from .tindakan.host import Baris, Nilai, Sel

if TYPE_CHECKING:
    from ..forms.isi import Formulir, Rencana, Tulis

CALC = "com.sun.star.sheet.SpreadsheetDocument"
FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA
_XLSX = "Calc MS Excel 2007 XML"
_WIDEST = 12_000  # of a column of a new table, in 1/100 mm


def tautan(document: Any) -> list[str]:
    """As the file on the disk has them: Calc keeps the numbers, and forgets what they stand for."""
    url = str(document.URL)
    try:
        return links_of(read(Path(uno.fileUrlToSystemPath(url)))) if url.startswith("file:") else []
    except Refused:  # the file is gone
        return []


class Buku:
    """`document` is None where no workbook is open. Close it at the end: a hidden copy may have been made."""

    def __init__(self, context: Any, document: Any) -> None:
        self._context = context
        self._document = document if document is not None and document.supportsService(CALC) else None
        self._copy: Any = None

    def close(self) -> None:
        if self._copy is not None:
            self._copy.close(True)
            self._copy = None

    # the workbook

    def nama(self) -> str:
        return str(self._document.Title) if self._document is not None else ""

    def salinan(self) -> bytes:
        """The workbook as .xlsx. LibreOffice loses things when it saves: to read from, never to hand out."""
        with tempfile.TemporaryDirectory(prefix="angka-kredit-") as folder:
            path = Path(folder) / "buku.xlsx"
            self._book().storeToURL(path.as_uri(), properties(FilterName=_XLSX))
            return path.read_bytes()

    def sel_terpilih(self) -> Rumus | None:
        selected = self._book().getCurrentSelection()
        if hasattr(selected, "RangeAddresses"):  # several areas
            selected = selected.getByIndex(0) if selected.Count else None
        if not hasattr(selected, "getCellByPosition"):  # a drawing, a chart
            return None
        return next(rumus_di(selected.getCellRangeByPosition(0, 0, 0, 0), bool(selected.Spreadsheet.isProtected())))

    def tautan(self) -> list[str]:
        return tautan(self._book())

    def semua_rumus(self) -> list[Rumus]:
        return [
            rumus
            for sheet in self._book().Sheets
            for area in sheet.queryContentCells(FORMULAS)
            for rumus in rumus_di(area, bool(sheet.isProtected()))
        ]

    def tulis_rumus(self, baru: Sequence[tuple[Sel, str]]) -> list[Sel]:
        ejaan = Ejaan(self._book())
        with self._undo("Masukkan Rumus"):
            for sel, rumus in baru:
                masukkan(self._cell(sel), ejaan, rumus)
        return []  # Calc enters array formulas too

    @contextmanager
    def terbuka(self, lembar: Collection[str]) -> Iterator[set[str]]:
        with self._undo("Perbaiki Rumus"), terbuka(self._book(), lembar) as opened:
            yield opened

    def rencana_rumus(self) -> list[SelRencana]:
        with tempfile.TemporaryDirectory(prefix="angka-kredit-") as folder:
            path = Path(folder) / "buku.xlsx"
            path.write_bytes(self.salinan())
            return libreoffice_perintah.rencana_rumus(path)

    def hitung_rumus(self, sel: Sel, rumus: Sequence[str]) -> list[Nilai]:
        """Computed on a new sheet of a hidden copy: a protected sheet stays shut, and nothing can be undone."""
        copy, place = self._hidden_copy(), self._cell(sel).CellAddress
        last = self._book().Sheets.Count
        if copy.Sheets.Count == last:
            copy.Sheets.insertNewByName("Angka Kredit sementara", last)
        if copy.Sheets.Count == last:
            raise Refused("susunan lembar buku kerja ini terkunci, sehingga selnya tidak dapat diuraikan")
        cell = copy.Sheets.getByIndex(last).getCellByPosition(place.Column, place.Row)
        ejaan, found = Ejaan(copy), []
        for each in rumus:
            cell.setFormula(ejaan.dari_lembar_lain(self._cell(sel).CellAddress, each, last))
            found.append(nilai(cell, cell.getDataArray()[0][0]))
        return found

    def hitung_semua(self) -> None:
        self._probe()
        self._book().calculateAll()

    def nilai_segar(self) -> dict[Sel, Nilai]:
        areas = (area for sheet in self._hidden_copy().Sheets for area in sheet.queryContentCells(FORMULAS))
        return dict(chain.from_iterable(map(nilai_di, areas)))

    def nama_sel(self, nama: str) -> list[Nilai]:
        names = self._book().NamedRanges
        area = names.getByName(nama).getReferredCells() if names.hasByName(nama) else None
        if area is None:
            return []
        rows = enumerate(area.getDataArray())
        return [nilai(area.getCellByPosition(at, row), held) for row, cells in rows for at, held in enumerate(cells)]

    def formulir(self) -> Formulir:
        from ..forms.isi.libreoffice import baca_formulir

        return baca_formulir(self._book())

    def isi(self, hasil: Rencana, timpa: bool) -> list[Tulis]:
        from ..forms.isi.libreoffice import tampakkan, terapkan

        with self._undo("Isi Otomatis"):
            written = terapkan(self._book(), hasil, timpa)
            tampakkan(self._book())
            return written

    # the program

    def buka(self, berkas: Path) -> None:
        self._load(berkas.resolve().as_uri())

    def tabel(self, judul: str, kolom: Sequence[str], baris: Sequence[Baris]) -> None:
        document = self._load("private:factory/scalc")
        sheet = document.Sheets.getByIndex(0)
        sheet.Name = nama_lembar(judul)
        rows = [tuple(kolom), *(tuple(map(datum, row)) for row in baris)]
        area = sheet.getCellRangeByPosition(0, 0, len(kolom) - 1, len(rows) - 1)
        area.setDataArray(tuple(rows))
        area.IsTextWrapped = True
        sheet.getCellRangeByPosition(0, 0, len(kolom) - 1, 0).CharWeight = 150.0  # com.sun.star.awt.FontWeight.BOLD
        for column in area.Columns:
            column.OptimalWidth = True
            column.Width = min(column.Width, _WIDEST)
        area.Rows.OptimalHeight = True
        document.setModified(False)

    def hitung_folder(self, asal: Path, hasil: Path, laporan: Path, maju: Kemajuan) -> list[str]:
        return libreoffice_perintah.hitung_folder(asal, hasil, laporan, maju)

    def bekukan(self, tujuan: Path) -> str:
        """Of the file as it is on the disk: a file that LibreOffice saved is no copy of it."""
        document = self._book()
        url = str(document.URL)
        if not url.lower().endswith(BUKU):
            raise Refused("simpan dahulu buku kerja ini sebagai .xlsx, lalu ulangi; yang dibekukan adalah berkasnya")
        if document.isModified():
            raise Refused("buku kerja ini berubah sejak disimpan; simpan dahulu, lalu ulangi: yang dibekukan berkasnya")
        return libreoffice_perintah.bekukan(Path(uno.fileUrlToSystemPath(url)), tujuan)

    # inside

    def _book(self) -> Any:
        if self._document is None:
            raise Refused("tidak ada buku kerja yang terbuka; buka buku kerjanya, lalu ulangi")
        return self._document

    def _cell(self, sel: Sel) -> Any:
        return self._book().Sheets.getByName(sel[0]).getCellRangeByName(sel[1])

    def _probe(self) -> None:
        """Refused where Calc does not know our functions: then it would keep what the cells happened to show."""
        access = self._create("com.sun.star.sheet.FunctionAccess")
        name = f"{IMPLEMENTATION}.{uno_name('VERSI_ANGKA_KREDIT')}"
        try:
            found = access.callFunction(name, ())
        except Exception:  # UNO raises its own
            found = None
        if found != __version__:
            raise Refused(
                "LibreOffice berjalan tanpa fungsi Angka Kredit versi ini; tutup semua jendelanya, buka lagi, lalu "
                "ulangi. Jika tetap begitu, jalankan: angka-kredit pasang libreoffice"
            )

    def _hidden_copy(self) -> Any:
        """The workbook once more, out of sight, computed anew: cells of the open one may show what a file held."""
        if self._copy is None:
            self._probe()
            with tempfile.TemporaryDirectory(prefix="angka-kredit-") as folder:
                url = (Path(folder) / "buku.ods").as_uri()
                self._book().storeToURL(url, properties(FilterName="calc8"))
                self._copy = self._load(url, Hidden=True)
            self._copy.calculateAll()
        return self._copy

    @contextmanager
    def _undo(self, title: str) -> Iterator[None]:
        """All that happens inside is one step of Undo."""
        manager = self._book().UndoManager
        manager.enterUndoContext(title)
        try:
            yield
        finally:
            manager.leaveUndoContext()

    def _load(self, url: str, **given: Any) -> Any:
        loaded = self._create("com.sun.star.frame.Desktop").loadComponentFromURL(url, "_blank", 0, properties(**given))
        if loaded is None:
            raise Refused("LibreOffice tidak dapat membuka berkas itu")
        return loaded

    def _create(self, service: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(service, self._context)


def properties(**given: Any) -> tuple[Any, ...]:
    """As UNO takes named values."""
    made = []
    for name, held in given.items():
        each = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        each.Name, each.Value = name, held
        made.append(each)
    return tuple(made)
