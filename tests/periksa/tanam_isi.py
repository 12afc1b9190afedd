"""Plants faults in cells: formulas typed over, numbers as text, constants, errors, hidden rows, stale values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from openpyxl.utils.cell import get_column_letter as huruf
from tanam import VARIAN, Kebun, Penanam, kebun
from tanaman import Tanaman, Tempat

from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.values import CellErrorValue
from angka_kredit.recalc.workbook import Place
from angka_kredit.recalc.writer import write

Cara = tuple[str, Tempat] | None
_TEKS = ("1,5", "0.25", " 2", "1.234", "12,50 ", "0,004", "3", "1.250,75")
_RUSAK = ("0.4.0", "1,2,5", "0.02.0", "2..5", "0,5.0")
_GALAT = {  # what is typed -> what it shows
    "=1/0": "#DIV/0!",
    "#N/A": "",
    "=NOTHING(1)": "#NAME?",
    "#REF!": "",
    "=#REF!+1": "#REF!",
    "#VALUE!": "",
}


def _berumus(kebun: Kebun, rows: list[int]) -> list[tuple[int, int]]:
    return [(row, column) for row in rows for _, column in kebun.kolom() if kebun.rumus(row, column)]


def angka_di_butir(kebun: Kebun) -> Cara:
    at = kebun.pilih(_berumus(kebun, kebun.butir))
    return _timpa(kebun, at, 1.75) if at else None


def angka_di_jumlah(kebun: Kebun) -> Cara:
    at = kebun.pilih(_berumus(kebun, kebun.jumlah))
    return _timpa(kebun, at, 7.5) if at else None


def angka_di_total(kebun: Kebun) -> Cara:
    cells = _berumus(kebun, kebun.total)
    at = kebun.pilih(cells) if len(cells) > 1 or kebun.jumlah else None
    return _timpa(kebun, at, 40) if at else None


def _timpa(kebun: Kebun, at: tuple[int, int], value: float) -> Cara:
    kebun.tulis(*at, value)
    return f"{value} di atas rumus {huruf(at[1])}{at[0]}", kebun.sel(*at)


def _isian(kebun: Kebun) -> tuple[int, int] | None:
    """A typed number in a column of numbers."""
    fields = ("lama", "baru", "volume", "ak_satuan")
    columns = [found[0] for key, found in kebun.benar.kolom.items() if key[0] in fields]
    cells = [(row, column) for row in kebun.butir for column in columns]
    return kebun.pilih([at for at in cells if isinstance(kebun.sheet.cell(*at).value, (int, float))])


def teks(kebun: Kebun) -> Cara:
    at = _isian(kebun)
    if at is None:
        return None
    words = kebun.rng.choice(_TEKS)
    kebun.tulis(*at, words)
    kebun.sheet.cell(*at).data_type = "s"
    return f"teks {words!r}", kebun.sel(*at)


def rusak(kebun: Kebun) -> Cara:
    at = _isian(kebun)
    if at is None:
        return None
    words = kebun.rng.choice(_RUSAK)
    kebun.tulis(*at, words)
    return f"{words!r}", kebun.sel(*at)


def tambah_di_jumlah(kebun: Kebun) -> Cara:
    at = kebun.pilih(kebun.jumlahan(kebun.jumlah + kebun.total))
    if at is None:
        return None
    kebun.tulis(*at, f"{kebun.rumus(*at)}+2")
    return "SUM(...)+2", kebun.sel(*at)


def tambah_di_butir(kebun: Kebun) -> Cara:
    at = kebun.pilih(_berumus(kebun, kebun.butir))
    if at is None:
        return None
    kebun.tulis(*at, f"{kebun.rumus(*at)}+1.5")
    return "rumus butir ditambah 1.5", kebun.sel(*at)


def kali_di_butir(kebun: Kebun) -> Cara:
    at = kebun.pilih(_berumus(kebun, kebun.butir))
    if at is None:
        return None
    kebun.tulis(*at, f"=({kebun.rumus(*at)[1:]})*0.8")
    return "rumus butir dikali 0.8", kebun.sel(*at)


def hanya_angka(kebun: Kebun) -> Cara:
    at = _isian(kebun)
    if at is None:
        return None
    kebun.tulis(*at, "=3*0.25")
    return "=3*0.25", kebun.sel(*at)


def di_dalam_sum(kebun: Kebun) -> Cara:
    cells = kebun.jumlahan(kebun.jumlah + kebun.total)
    at = kebun.pilih([each for each in cells if kebun.rumus(*each).startswith("=SUM(")])
    if at is None:
        return None
    kebun.tulis(*at, f"{kebun.rumus(*at)[:-1]},1.25)")
    return "SUM(...,1.25)", kebun.sel(*at)


def baris_sembunyi(kebun: Kebun) -> Cara:
    columns = [column for _, column in kebun.kolom()]
    row = kebun.pilih([row for row in kebun.butir if any(_terhitung(kebun, row, column) for column in columns)])
    if row is None:
        return None
    kebun.sheet.row_dimensions[row].hidden = True
    return f"baris {row}", frozenset((kebun.sheet.title, f"{huruf(column)}{row}") for column in columns)


def kolom_sembunyi(kebun: Kebun) -> Cara:
    """A column of LAMA or BARU whose numbers stay counted in JUMLAH."""
    columns = [
        column
        for (isi, pihak), column in kebun.kolom("lama", "baru")
        if ("jumlah", pihak) in kebun.nilai and any(_angka(kebun, row, column) for row in kebun.butir)
    ]
    column = kebun.pilih(columns)
    if column is None:
        return None
    kebun.sheet.column_dimensions[huruf(column)].hidden = True
    return f"kolom {huruf(column)}", frozenset(
        (kebun.sheet.title, f"{huruf(column)}{row}") for row in kebun.benar.baris
    )


def _angka(kebun: Kebun, row: int, column: int) -> bool:
    value = kebun.sheet.cell(row, column).value
    return isinstance(value, (int, float)) and value != 0


def _terhitung(kebun: Kebun, row: int, column: int) -> bool:
    """A typed number other than 0 that a sum of the column adds."""
    sums = [at for at in kebun.jumlahan(kebun.jumlah + kebun.total) if at[1] == column]
    return _angka(kebun, row, column) and any(row in kebun.dijumlah(*at) for at in sums)


def baris_lain(kebun: Kebun) -> Cara:
    """A row's formula reads the row below."""
    at = kebun.pilih([each for each in _berumus(kebun, kebun.butir) if len(kebun.butir) > 3])
    if at is None:
        return None
    moved = re.sub(rf"(?<=[A-Z]){at[0]}\b", str(at[0] + 1), kebun.rumus(*at), count=1)
    kebun.tulis(*at, moved)
    return f"rumus {moved}", kebun.sel(*at)


def galat(kebun: Kebun) -> Cara:
    at = _isian(kebun)
    if at is None:
        return None
    words = kebun.rng.choice(list(_GALAT))
    kebun.tulis(*at, words)
    if words.startswith("#"):
        kebun.sheet.cell(*at).data_type = "e"
    else:
        cell = Place(kebun.sheet.title, f"{huruf(at[1])}{at[0]}")
        kebun.tampak[cell] = CellErrorValue(_GALAT[words])
    return words, kebun.sel(*at)


def basi(jenis: str) -> Iterator[Tanaman]:
    """A formula's cached value is another than it gives: in a row, a subtotal, the sum of all."""
    for at, each in enumerate(islice(kebun(), VARIAN)):
        rows = next(filter(None, [(each.butir, each.jumlah, each.total)[at % 3], each.butir, each.total]))
        place = each.pilih(_berumus(each, rows) or _berumus(each, each.total))
        if place:
            cell = Place(each.sheet.title, f"{huruf(place[1])}{place[0]}")
            data = write(Package(each.terhitung()), {cell: 3.375 + at}, {}, {})
            yield Tanaman(jenis, f"{each.nama}: {cell} menunjukkan {3.375 + at}", data, frozenset({tuple(cell)}))


def tak_dihitung(jenis: str) -> Iterator[Tanaman]:
    """An input changed by a program that left the values of the formulas as they were."""
    for each in islice(kebun(), VARIAN // 3):
        good = recalculate(each.simpan())
        old = {change.place: change.new for change in good.changed}
        at = _isian(each)
        if at:
            each.tulis(*at, 123.5)
            now = {change.place: change.new for change in recalculate(each.simpan()).changed}
            stale = frozenset(tuple(place) for place in old if now.get(place) != old[place])
            if stale:
                words = f"{each.nama}: {huruf(at[1])}{at[0]} diubah tanpa hitung ulang"
                yield Tanaman(jenis, words, write(Package(each.simpan()), old, {}, {}), stale)


PENANAM: dict[str, list[Penanam]] = {
    "rumus_ditimpa": [angka_di_butir, angka_di_jumlah, angka_di_total],
    "angka_teks": [teks],
    "angka_rusak": [rusak],
    "tetapan_rumus": [tambah_di_jumlah, tambah_di_butir, kali_di_butir, hanya_angka, di_dalam_sum],
    "tersembunyi": [baris_sembunyi, kolom_sembunyi],
    "rumus_beda": [baris_lain],
    "sel_galat": [galat],
}
