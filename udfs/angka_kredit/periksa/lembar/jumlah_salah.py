"""A sum that shows another number than its rows add up to: typed, left empty, rounded, or with a minus inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...kenal.bentuk import TOTAL
from ...words import indonesian
from ..bahan import Bahan
from ..temuan import Temuan
from .jaring import Jaring
from .rumus import jumlahan
from .tabel import Tabel, alamat, angka, nama_kolom, tabel

_BULAT = re.compile(r"\b(?:ROUND(?:UP|DOWN)?|TRUNC|INT|CEILING|FLOOR)\(", re.IGNORECASE)
_SAMA = Decimal("0.01")  # credits are printed to three decimals, sums often to two


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    """Also our own forms' tables, where they are recognised, are sums of named cells: these are not looked at."""
    for table in tabel(bahan) if bahan.formulir is None else ():
        for column in table.kredit:
            for row in filter(table.menjumlah, sorted(table.baris)):
                if words := _salah(table, row, column):
                    yield Temuan("jumlah_salah", table.kisi.nama, alamat(row, column), *words)


def _salah(table: Tabel, row: int, column: int) -> tuple[str, str, str] | None:
    """(what is wrong, what to do, doubt) of one sum."""
    rumus = table.kisi.rumus(row, column)
    if rumus and (number := _nomor(table, row, column)):
        words = f"Penjumlahan {nama_kolom(table.kredit[column])} memuat baris nomor kolom (baris {number})"
        return f"{words}, yang bukan angka kredit.", "Mulai rentang rumusnya di bawah baris itu.", ""
    if rumus and jumlahan(rumus) is not None and not _BULAT.search(rumus):
        return None  # what it adds is looked at by the others
    sums, shown = _patut(table, row, column), angka(table.sel(row, column))
    if not sums or (shown is None and (rumus or not _berisi(table, row) or not any(sums))):
        return None
    have = Decimal(str(shown or 0))
    if any(abs(have - each) < _SAMA for each in sums):
        return None
    told = f"{nama_kolom(table.kredit[column])} {indonesian(have) if shown is not None else 'kosong'}"
    near = min(sums, key=lambda each: abs(each - have))
    words = f"{told}, padahal baris-barisnya berjumlah {indonesian(near)}"
    return f"{words}{_sebab(rumus)}.", "Jumlahkan setiap barisnya sekali, dengan SUM.", _ragu(rumus)


def _sebab(rumus: str) -> str:
    return "; rumusnya mengurangkan" if "-" in rumus else "; rumusnya membulatkan" if _BULAT.search(rumus) else ""


def _ragu(rumus: str) -> str:
    return "" if not rumus or _sebab(rumus) else "rumusnya bukan penjumlahan biasa"


def _nomor(table: Tabel, row: int, column: int) -> int:
    """The row '1 2 3' below the heading, where the sum adds it; 0 where it does not."""
    net, number = Jaring(table, column), table.form.baris_nomor
    sums = jumlahan(table.kisi.rumus(row, column))
    return number if number and sums and any(number in net.rujukan(each) for each in sums.suku) else 0


def _berisi(table: Tabel, row: int) -> bool:
    """The row's sum stands in other columns."""
    return any(angka(table.sel(row, at)) is not None for at in table.kredit)


def _kepala(table: Tabel, row: int) -> bool:
    return not table.butir(row) and not table.menjumlah(row)


def _patut(table: Tabel, row: int, column: int) -> list[Decimal]:
    """What the sum may rightly show: the butir since the sum before, those of its unsur, or all above it."""
    above = [each for each in sorted(table.baris) if each < row]
    if table.form.lanjutan_dari or any(angka(table.sel(each, column)) for each in above if _kepala(table, each)):
        return []  # some of its rows stand on another sheet; or a heading has a credit of its own
    butir = [each for each in above if table.butir(each)]
    cells = [table.sel(each, column) for each in butir]
    if not butir or any(
        cell is not None and angka(cell) is None and cell.nilai not in (None, "", "-") for cell in cells
    ):
        return []  # text or an error among them is told of itself
    before = max((each for each in above if table.menjumlah(each)), default=0)
    unsur = table.baris[butir[-1]].unsur
    total = table.baris[row].jenis == TOTAL
    parts = [[each for each in butir if table.baris[each].unsur == unsur], [each for each in butir if each > before]]
    values = dict(zip(butir, cells, strict=True))
    wanted = [butir, *(part for part in parts if part and not total)]
    return [sum((Decimal(str(angka(values[each]) or 0)) for each in part), Decimal(0)) for part in wanted]
