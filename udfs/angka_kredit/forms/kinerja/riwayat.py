"""The sheet Riwayat: one row a year or part of one. Its columns B to I are the table that RIWAYAT_AK proves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ...errors import DataError
from ...regulations.regime import KONVENSIONAL
from ..book import define
from ..kolom import Kolom, validasi
from ..style import Sel, isi, put
from .buku import Buku
from .data import Masa
from .riwayat_kolom import (
    COUNT,
    COUNT_KONVENSIONAL,
    DIISI,
    FIRST,
    FIRST_KONVENSIONAL,
    KOLOM,
    LAST,
    NO,
    NOMOR,
    PEMBANTU,
    PRINTED,
    TERHITUNG,
    huruf,
)
from .riwayat_rumus import INTEGRASI, konvensional, rumus

NAMA = "Riwayat"
_TOP = FIRST_KONVENSIONAL
_AK = "Angka kredit yang ditetapkan pada masa itu."


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, landscape=True)
    _heading(buku, sheet)
    _rows(buku, sheet)
    for column, kolom in enumerate(KOLOM):
        buku.name(f"riwayat_{kolom.nama}", sheet, FIRST, column, LAST)
        if kolom.petunjuk:
            validasi(sheet, column, kolom, FIRST + 1, LAST)
            if kolom.nama not in ("rezim", "pak"):
                buku.name(f"konvensional_{kolom.nama}", sheet, _TOP, column, FIRST - 1)
                own = replace(kolom, petunjuk=_AK, daftar="") if kolom.nama == "isi" else kolom
                validasi(sheet, column, own, _TOP, FIRST - 1)
    define(buku.workbook, "riwayat", sheet, (_TOP, NOMOR["tahun"], LAST, NOMOR["jumlah"]))
    wrong = f'=AND({huruf("periksa")}{_TOP + 1}<>"",{huruf("periksa")}{_TOP + 1}<>"sesuai")'
    rule = {"type": "formula", "criteria": wrong, "format": buku.gaya("merah")}
    periksa = NOMOR["periksa"]
    sheet.conditional_format(_TOP, periksa, LAST, periksa, rule)
    sheet.repeat_rows(_TOP - 3, _TOP - 1)
    sheet.freeze_panes(_TOP, 2)
    sheet.print_area(0, 0, LAST, PRINTED)


def _heading(buku: Buku, sheet: Worksheet) -> None:
    put(sheet, 0, 0, PRINTED, "Riwayat angka kredit", buku.gaya("tebal", "judul"))
    note = (
        f"Satu baris satu tahun, atau satu bagian tahun, dari yang terlama. Baris 1-{COUNT_KONVENSIONAL} untuk PAK "
        f"konvensional sampai 2018, boleh kosong; baris {COUNT_KONVENSIONAL + 1} terisi dari penghitungan integrasi. "
        "Jenjang baru memulai hitungan lagi."
    )
    put(sheet, 1, 0, PRINTED, note, buku.gaya("samar"))
    for title, columns in (("", (NO,)), ("DIISI", DIISI), ("TERISI SENDIRI", TERHITUNG)):
        first, last = NOMOR[columns[0].nama], NOMOR[columns[-1].nama]
        put(sheet, _TOP - 3, first, last, title, buku.gaya("kepala", "kecil"))
    for number, kolom in enumerate(KOLOM):
        sheet.set_column(number, number, kolom.lebar, None, {"hidden": True, "level": 1} if kolom in PEMBANTU else {})
        put(sheet, _TOP - 2, number, number, kolom.judul, buku.gaya("kepala", "kecil"))
        if kolom not in PEMBANTU:
            put(sheet, _TOP - 1, number, number, number + 1, buku.gaya("kepala", "kecil", num_format="0"))
    sheet.set_row(_TOP - 2, 28)


def _rows(buku: Buku, sheet: Worksheet) -> None:
    before = [row for row in buku.isi.riwayat if row.rezim == KONVENSIONAL]
    after = [row for row in buku.isi.riwayat if row.rezim != KONVENSIONAL]
    for given, most in ((before, COUNT_KONVENSIONAL), (after, COUNT - 1)):
        if len(given) > most:
            raise DataError(f"{len(given)} rows of riwayat; the form has {most}")
    for row, masa in _each(_TOP, COUNT_KONVENSIONAL, before):
        _row(buku, sheet, row, masa, konvensional(row + 1), locked=("rezim", "pak"))
    _row(buku, sheet, FIRST, None, rumus(FIRST + 1), locked=tuple(INTEGRASI))
    for row, masa in _each(FIRST + 1, COUNT - 1, after):
        _row(buku, sheet, row, masa, rumus(row + 1))


def _each(first: int, count: int, given: Sequence[Masa]) -> list[tuple[int, Masa | None]]:
    return [(first + number, given[number] if number < len(given) else None) for number in range(count)]


def _row(
    buku: Buku, sheet: Worksheet, row: int, given: Masa | None, formulas: Mapping[str, str], locked: Sequence[str] = ()
) -> None:
    """`locked`: the columns that a person fills in elsewhere."""
    for column, kolom in enumerate(KOLOM):
        extra: dict[str, Any] = {"num_format": kolom.num_format} if kolom.num_format else {}
        if kolom.petunjuk and kolom.nama not in locked:
            value = getattr(given, kolom.nama) if given else None
            isi(sheet, row, column, value, buku.gaya("kotak", *kolom.bits, "isian", **extra))
        else:
            value = _own(row, kolom, formulas)
            put(sheet, row, column, column, value, buku.gaya("kotak", *kolom.bits, **extra))
    sheet.set_row(row, 24)


def _own(row: int, kolom: Kolom, formulas: Mapping[str, str]) -> Sel:
    if kolom is NO:
        return row - _TOP + 1
    if kolom.petunjuk and row == FIRST:
        return INTEGRASI[kolom.nama]
    return f"={formulas[kolom.nama]}" if kolom.nama in formulas else ""
