"""A number typed over a formula where its neighbours have formulas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...kenal import Kisi
from ...words import shown
from ..bahan import Bahan
from ..temuan import Temuan
from .jaring import jaring
from .rumus import relatif
from .tabel import Tabel, alamat, angka, nama_kolom, tabel

Tempat = tuple[int, int]
_SURE = 3  # as many formulas for every number: no doubt


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    told = set[tuple[str, Tempat]]()
    for table in tabel(bahan):
        for at, words, doubt in [*_butir(table), *_jumlah(table)]:
            if (table.kisi.nama, at) not in told:
                told.add((table.kisi.nama, at))
                yield _temuan(table.kisi, at, words, doubt)
    for kisi in bahan.kisi if bahan.formulir is None else ():  # ours has columns of formulas and constants by turns
        for at in _di_antara(kisi):
            if (kisi.nama, at) not in told:
                yield _temuan(kisi, at, "sel di atas dan di bawahnya berisi rumus yang sama bentuknya", "")


def _butir(table: Tabel) -> Iterator[tuple[Tempat, str, str]]:
    """Down a column: most rows of butir have one formula, this one a number."""
    for column, kolom in table.kolom.items():
        cells = {row: table.sel(row, column) for row in table.baris if not table.menjumlah(row)}
        alike = Counter(relatif(sel.rumus, (row, column)) for row, sel in cells.items() if sel and sel.rumus)
        count = max(alike.values(), default=0)
        typed = [row for row, sel in cells.items() if sel and not sel.rumus and angka(sel) is not None]
        if count >= 2 and 0 < len(typed) <= count:
            doubt = "" if count >= _SURE * len(typed) else f"{count} baris lain berumus, {len(typed)} berisi angka"
            words = f"{count} baris lain kolom {nama_kolom(kolom)} berisi rumus"
            yield from (((row, column), words, doubt) for row in typed)


def _jumlah(table: Tabel) -> Iterator[tuple[Tempat, str, str]]:
    """Along a row that adds, and down its column: the others are sums, this one is a number."""
    nets = {net.kolom: net for net in jaring(table)}
    for row in filter(table.menjumlah, table.baris):
        sums = [column for column in table.kredit if (sel := table.sel(row, column)) and sel.rumus]
        for column in table.kredit:
            sel = table.sel(row, column)
            if sel is None or sel.rumus or angka(sel) is None:
                continue
            down = sum(table.menjumlah(each) for each in nets[column].baris) if column in nets else 0
            if len(sums) + down:
                doubt = "" if len(sums) + down >= 2 else "hanya satu jumlah lain yang berumus"
                yield (row, column), "jumlah lain pada baris atau kolom itu berisi rumus", doubt


def _di_antara(kisi: Kisi) -> Iterator[Tempat]:
    """On any sheet of a foreign workbook: a number between two formulas above and two below that are copies of one."""
    columns: dict[int, list[int]] = {}
    for row, column in sorted(kisi.sel):
        columns.setdefault(column, []).append(row)
    for column, rows in columns.items():
        for at in range(2, len(rows) - 2):
            row = rows[at]
            sel = kisi.sel[row, column]
            if not sel.rumus and angka(sel) is not None and rows[at + 2] - rows[at - 2] == 4:
                near = {_bentuk(kisi, other, column) for other in rows[at - 2 : at + 3] if other != row}
                if len(near) == 1 and near != {""}:
                    yield row, column


def _bentuk(kisi: Kisi, row: int, column: int) -> str:
    rumus = kisi.rumus(row, column)
    return relatif(rumus, (row, column)) if rumus else ""


def _temuan(kisi: Kisi, at: Tempat, words: str, doubt: str) -> Temuan:
    value = angka(kisi.sel[at])
    return Temuan(
        "rumus_ditimpa",
        kisi.nama,
        alamat(*at),
        f"Berisi angka {shown(value)} yang diketik, padahal {words}.",
        "Kembalikan rumusnya: salin dari sel yang sejajar; angkanya tidak ikut berubah bila isian berubah.",
        doubt,
    )
