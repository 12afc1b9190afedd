"""Excel as the actions see it, through xlwings. Written from what its COM documents say; not yet seen on Windows."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any

import xlwings
from openpyxl.utils.cell import get_column_letter

from ..errors import Refused
from ..files import read
from ..forms.isi import Formulir, Rencana, Tulis
from ..forms.isi import excel as isi_excel
from ..functions import convert
from .excel_dialog import Dialog
from .excel_kunci import terbuka
from .tindakan.bekukan import salin
from .tindakan.bersama import BUKU, nama_lembar
from .tindakan.folder import hitung_folder
from .tindakan.host import Baris, Kemajuan, Nilai, Rumus, Sel, SelRencana
from .tindakan.rencana_rumus import rencana_rumus

_App: Any = xlwings.App
_GALAT = "#VALUE!"
_LONGEST = 255  # characters of a formula that Excel's Evaluate takes


def aplikasi_xlwings(aplikasi: Any) -> Any:
    """The xlwings App of the Excel that called."""
    windows: Any = import_module("xlwings._xlwindows")  # imports on Windows alone
    return _App(impl=windows.App(xl=windows.COMRetryObjectWrapper(aplikasi)))


class ExcelHost(Dialog):
    """`app` is the xlwings App of the Excel that the button was pressed in."""

    def nama(self) -> str:
        return str(self._book.name) if self._app.api.ActiveWorkbook is not None else ""

    def salinan(self) -> bytes:
        suffix = PurePath(self._book.name).suffix.lower()
        if suffix not in (*BUKU, ""):  # a workbook that was never saved has none
            raise Refused(f"buku kerja {suffix} belum didukung; simpan sebagai .xlsx atau .xlsm, lalu ulangi")
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / f"salinan{suffix or '.xlsx'}"
            self._book.api.SaveCopyAs(str(copy))
            return read(copy)

    def sel_terpilih(self) -> Rumus | None:
        if not self.nama() or self._app.selection is None:
            return None
        cell = self._app.selection[0, 0]
        found = next(_rumus(cell), None)
        if found is None:
            return Rumus((cell.sheet.name, cell.get_address(False, False)), "", _nilai(_values(cell)[0][0]))
        return found._replace(larik=bool(cell.api.HasArray))

    def tautan(self) -> list[str]:
        return []  # Excel itself shows the files' names in place of numbers

    def semua_rumus(self) -> list[Rumus]:
        return [each for sheet in self._book.sheets for each in _of_sheet(sheet)]

    def tulis_rumus(self, baru: Sequence[tuple[Sel, str]]) -> list[Sel]:
        left = []
        for sel, rumus in baru:
            cell = self._book.sheets[sel[0]].range(sel[1])
            if cell.api.HasArray:
                left.append(sel)
            else:
                _enter(cell, rumus)
        return left

    def terbuka(self, lembar: Collection[str]) -> AbstractContextManager[set[str]]:
        return terbuka(self._book.sheets[name] for name in lembar)

    def rencana_rumus(self) -> list[SelRencana]:
        return rencana_rumus(self.salinan())

    def hitung_rumus(self, sel: Sel, rumus: Sequence[str]) -> list[Nilai]:
        """By our own engine in a copy; Excel itself is asked where the copy cannot be computed safely."""
        from ..recalc.loaded import Place, load

        try:
            copy = load(self.salinan(), vote=True)
        except Refused:
            if any(len(each) > _LONGEST for each in rumus):
                raise
            return [_nilai(self._book.sheets[sel[0]].api.Evaluate(each)) for each in rumus]
        return [copy.evaluate(Place(*sel), each.removeprefix("=")) for each in rumus]

    def hitung_semua(self) -> None:
        self._app.api.CalculateFullRebuild()

    def nilai_segar(self) -> dict[Sel, Nilai]:
        raise Refused("nilai sel belum tentu terbaru; tekan Hitung Ulang dahulu, lalu ulangi")

    def nama_sel(self, nama: str) -> list[Nilai]:
        try:
            area = self._book.names[nama].refers_to_range
        except Exception:  # no such name, or a constant; COM raises what it likes
            return []
        rows = area.options(ndim=2, err_to_str=True).value
        return [_nilai(value) for row in rows for value in row]

    def formulir(self) -> Formulir:
        return isi_excel.baca_formulir(self._book)

    def isi(self, hasil: Rencana, timpa: bool) -> list[Tulis]:
        written = isi_excel.terapkan(self._book, hasil, timpa)
        isi_excel.tampakkan(self._book)
        return written

    def bekukan(self, tujuan: Path) -> str:
        return salin(self.salinan(), tujuan)

    def buka(self, berkas: Path) -> None:
        self._app.books.open(str(berkas))

    def tabel(self, judul: str, kolom: Sequence[str], baris: Sequence[Baris]) -> None:
        sheet = self._app.books.add().sheets[0]
        sheet.name = nama_lembar(judul)
        rows = [[_text(value) for value in row] for row in (kolom, *baris)]
        sheet.range((1, 1), (len(rows), len(kolom))).value = rows
        sheet.range((1, 1), (1, len(kolom))).font.bold = True
        sheet.autofit("columns")

    def hitung_folder(self, asal: Path, hasil: Path, laporan: Path, maju: Kemajuan) -> list[str]:
        return hitung_folder(asal, hasil, laporan, maju)

    @cached_property
    def _book(self) -> Any:
        """The workbook that the button was pressed in, also after another came up."""
        return self._app.books.active


def _of_sheet(sheet: Any) -> Iterator[Rumus]:
    used, locked = sheet.used_range, bool(sheet.api.ProtectContents)
    yield from _rumus(used, locked)


def _rumus(area: Any, terlindung: bool = False) -> Iterator[Rumus]:
    """The cells of the area that hold a formula, read in two steps for all of them."""
    formulas, values = _formulas(area), _values(area)
    rows = ((formulas,),) if isinstance(formulas, str) else formulas
    for down, (texts, shown) in enumerate(zip(rows, values, strict=True)):
        for across, (text, value) in enumerate(zip(texts, shown, strict=True)):
            if isinstance(text, str) and text.startswith("="):
                ref = f"{get_column_letter(area.column + across)}{area.row + down}"
                yield Rumus((area.sheet.name, ref), text, _nilai(value), terlindung)


def _values(area: Any) -> Any:
    return area.options(ndim=2, err_to_str=True).value


def _formulas(area: Any) -> Any:
    """With `Formula2` no '@' comes or goes; Excel before 365 has only `Formula`."""
    with suppress(Exception):  # COM raises what it likes
        return area.formula2
    return area.formula


def _enter(cell: Any, rumus: str) -> None:
    try:
        cell.formula2 = rumus
    except Exception:  # Excel before 365
        cell.formula = rumus


def _nilai(value: Any) -> Nilai:
    """A cell's value, plainly: a date as its serial, currency as a number."""
    if isinstance(value, datetime):
        return convert.serial(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _GALAT  # an error that xlwings has no name for: COM hands every number over as a float
    return value if value is None or isinstance(value, (bool, float)) else str(value)


def _text(value: Nilai) -> Nilai:
    """For a cell of a table: what looks like a formula or a number stays text."""
    return f"'{value}" if isinstance(value, str) and value else value
