"""The same plan in a workbook that is open in Excel. Excel cannot run here: a book that does what xlwings' does."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl.utils.cell import coordinate_to_tuple

from angka_kredit.forms.isi import Orang, Rumus, Sel, rencana
from angka_kredit.forms.isi.excel import baca_formulir, tampakkan, terapkan
from isi_contoh import NIP, PERINTAH


class Rentang:
    """An xlwings Range: scalar for one cell, rows for several; what COM makes of text that looks like something."""

    def __init__(self, sheet: Lembar, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        self.sheet, self.row, self.column, self.shape = sheet, row, column, (rows, columns)

    @property
    def number_format(self) -> str:
        return self.sheet.formats.get((self.row, self.column), "General")

    def options(self, *, ndim: int) -> Rentang:
        assert ndim == 2
        return self

    @property
    def value(self) -> Any:
        return [[self.sheet.cells.get((self.row + n, self.column), (None, ""))[0]] for n in range(self.shape[0])]

    @value.setter
    def value(self, new: Any) -> None:
        assert not isinstance(new, Decimal) and (not isinstance(new, date) or isinstance(new, datetime))
        if isinstance(new, str) and self.number_format != "@":
            if not new.startswith("'"):
                raise AssertionError(f"Excel would not keep this as text: {new!r}")
            new = new[1:]
        self.sheet.cells[self.row, self.column] = (new, "" if new is None else str(new))

    @property
    def api(self) -> Any:
        return SimpleNamespace(EntireRow=Baris(self))

    @property
    def formula(self) -> Any:
        rows = tuple((self.sheet.cells.get((self.row + n, self.column), (None, ""))[1],) for n in range(self.shape[0]))
        return rows[0][0] if self.shape == (1, 1) else rows


class Baris:
    """The rows of a range, as COM has them: Hidden is set."""

    def __init__(self, area: Rentang) -> None:
        self.__dict__["area"] = area

    def __setattr__(self, name: str, value: Any) -> None:
        assert (name, value) == ("Hidden", False)
        self.area.sheet.shown += range(self.area.row, self.area.row + self.area.shape[0])


class Lembar:
    def __init__(self, name: str) -> None:
        self.name = name
        self.cells: dict[tuple[int, int], tuple[Any, str]] = {}
        self.formats: dict[tuple[int, int], str] = {}
        self.shown: list[int] = []  # rows that were made visible

    def range(self, ref: Any, last: tuple[int, int] | None = None) -> Rentang:
        if last is not None:
            return Rentang(self, *ref, last[0] - ref[0] + 1, last[1] - ref[1] + 1)
        return Rentang(self, *coordinate_to_tuple(ref))


class Nama:
    def __init__(self, name: str, area: Rentang | None) -> None:
        self.name, self._area = name, area

    @property
    def refers_to_range(self) -> Rentang:
        if self._area is None:
            raise OSError("com_error: no range")  # what COM raises for a constant
        return self._area


class Buku:
    """Data B1:B4 with names; Kegiatan three rows; a name that is a constant, and one of a single sheet."""

    def __init__(self) -> None:
        data, acts = Lembar("Data"), Lembar("Kegiatan")
        self.sheets = {"Data": data, "Kegiatan": acts}
        self.names = [Nama(name, Rentang(data, row, 2)) for row, name in enumerate(("nama", "nip", "tanggal_lahir"), 1)]
        self.names += [Nama("unit_kerja", Rentang(data, 4, 2)), Nama("pi", None), Nama("Data!Print_Area", None)]
        self.names += [Nama("kegiatan_kode", Rentang(acts, 5, 1, 3)), Nama("kegiatan_volume", Rentang(acts, 5, 2, 3))]
        data.formats[2, 2] = "@"
        data.cells[4, 2] = ("Balai", '=IF(1,"Balai","")')
        acts.cells[5, 1], acts.cells[5, 2] = ("LAMA-1", "LAMA-1"), (4.0, "4")


ORANG = Orang(
    {"nama": PERINTAH, "nip": NIP, "tanggal_lahir": date(1985, 1, 1), "unit_kerja": "Lain"},
    [{"kode": "LAMA-1", "volume": 4}, {"kode": "B-2", "volume": "2,5"}],
)


def test_the_open_book_is_read_as_it_stands() -> None:
    found = baca_formulir(Buku())
    assert set(found.nama) == {"nama", "nip", "tanggal_lahir", "unit_kerja", "kegiatan_kode", "kegiatan_volume"}
    assert found.nama["kegiatan_kode"] == [Sel("Kegiatan", f"A{row}") for row in (5, 6, 7)]
    assert found.kolom("kegiatan_volume") == [4.0, None, None] and found.kolom("unit_kerja") == [Rumus.RUMUS]


def test_text_stays_text_and_formulas_stay() -> None:
    book = Buku()
    hasil = rencana(ORANG, baca_formulir(book))
    written = terapkan(book, hasil)
    cells = book.sheets["Data"].cells
    assert [cells[row, 2][0] for row in (1, 2, 3)] == [PERINTAH, NIP, datetime(1985, 1, 1)]
    assert cells[4, 2][1].startswith("=IF") and any("berisi rumus" in each for each in hasil.catatan)
    acts = book.sheets["Kegiatan"].cells
    assert (acts[6, 1][0], acts[6, 2][0]) == ("B-2", 2.5) and (7, 1) not in acts
    assert len(written) == 5


@pytest.mark.parametrize("timpa", [False, True])
def test_typed_values_go_only_when_asked(timpa: bool) -> None:
    book = Buku()
    book.sheets["Data"].cells[1, 2] = ("DIKETIK", "DIKETIK")
    terapkan(book, rencana(ORANG, baca_formulir(book)), timpa)
    assert book.sheets["Data"].cells[1, 2][0] == (PERINTAH if timpa else "DIKETIK")


class Surat(Buku):
    """A surat pernyataan of five rows in two columns, the first two of them shown."""

    def __init__(self, filled: int, shown: float) -> None:
        super().__init__()
        sheet = self.sheets["SP"] = Lembar("SP")
        for row in range(filled):
            sheet.cells[10 + row, 1] = (row + 1.0, "=1")
        sheet.cells[2, 9] = (shown, str(shown))
        self.names += [Nama("sp_t_baris", Rentang(sheet, 10, 1, 5, 2)), Nama("sp_t_tampak", Rentang(sheet, 2, 9))]


@pytest.mark.parametrize(("filled", "shown", "rows"), [(4, 2.0, [10, 11, 12, 13]), (2, 2.0, []), (0, 2.0, [])])
def test_filled_rows_of_a_surat_are_shown(filled: int, shown: float, rows: list[int]) -> None:
    book = Surat(filled, shown)
    assert tampakkan(book) == (["SP"] if rows else [])
    assert book.sheets["SP"].shown == rows
    assert book.sheets["SP"].cells[2, 9][0] == max(filled, shown)
