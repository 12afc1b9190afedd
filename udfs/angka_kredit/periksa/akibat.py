"""A JUMLAH that is not LAMA + BARU only because a cell that the three are computed from is wrong: that one is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openpyxl.utils.cell import coordinate_to_tuple

from .bahan import Bahan
from .lembar.rumus import sel_dibaca
from .lembar.tabel import Tabel, tabel
from .temuan import Temuan

_AKIBAT = "jumlah_beda"
_SEBAB = frozenset({
    _AKIBAT, "angka_rusak", "angka_teks", "hitung_beda", "jumlah_ganda", "jumlah_kolom_lain", "jumlah_salah",
    "jumlah_terlewat", "rumus_ditimpa", "sel_galat", "sel_kosong", "tetapan_rumus",
})  # fmt: skip
_RUMUS = frozenset({"jumlah_ganda", "jumlah_kolom_lain", "jumlah_terlewat", "sel_kosong"})  # say what to mend there
_MOST_CELLS = 5_000  # of one area
Tempat = tuple[int, int]


def tanpa_akibat(bahan: Bahan, found: Iterable[Temuan]) -> Iterator[Temuan]:
    """Without what another certain finding on its sheet explains; the forms of ours have other sums."""
    items = list(found)
    for each in items:
        causes = {coordinate_to_tuple(one.sel) for one in items if _sebab(one, each)}
        if each.jenis != _AKIBAT or bahan.formulir is not None or not _membaca(bahan, each, causes):
            yield each


def _sebab(one: Temuan, each: Temuan) -> bool:
    told = one.jenis in _SEBAB and not one.ragu and one.lembar == each.lembar
    return told and ":" not in one.sel and one.sel != "" and (one.sel != each.sel or one.jenis in _RUMUS)


def _membaca(bahan: Bahan, temuan: Temuan, causes: set[Tempat]) -> bool:
    """Whether LAMA, BARU and JUMLAH of the row come from one of these cells."""
    row, column = coordinate_to_tuple(temuan.sel)
    table = next((each for each in tabel(bahan) if each.kisi.nama == temuan.lembar and each.memuat(row, column)), None)
    if table is None or not causes:
        return False
    seen, left = set[Tempat](), _sebaris(table, row, column)
    while left:
        at = left.pop()
        if at in causes:
            return True
        if at not in seen:
            seen.add(at)
            left += _dibaca(table, at)
    return False


def _sebaris(table: Tabel, row: int, column: int) -> list[Tempat]:
    """The row's credits according to the same side."""
    side = table.kolom[column].pihak
    return [(row, at) for at, each in table.kredit.items() if each.pihak == side]


def _dibaca(table: Tabel, at: Tempat) -> Iterator[Tempat]:
    """The cells of the same sheet that the formula reads."""
    for term in sel_dibaca(table.kisi.rumus(*at)) if table.kisi.rumus(*at) else ():
        rows, columns = term.area.size
        if term.lembar in (None, table.kisi.nama) and rows * columns <= _MOST_CELLS:
            for row in range(term.area.top, term.area.bottom + 1):
                yield from ((row, column) for column in range(term.area.left, term.area.right + 1))
