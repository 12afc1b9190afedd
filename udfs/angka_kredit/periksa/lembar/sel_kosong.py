"""A sum that points at a blank cell while the value stands beside it, or in the first cell of a merged area."""

from __future__ import annotations

from collections.abc import Iterator

from ...kenal import Kisi
from ..bahan import Bahan
from ..temuan import Temuan
from .jaring import Jaring
from .rumus import Suku, jumlahan
from .tabel import Tabel, alamat, angka, kosong, tabel

_NEAR = ((0, -1), (0, 1), (0, -2), (0, 2), (-1, 0), (1, 0))  # where the value may stand instead, likeliest first
Tempat = tuple[int, int]


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    tables = tabel(bahan)
    grids = {kisi.nama.casefold(): kisi for kisi in bahan.kisi}
    for kisi in bahan.kisi:
        for (row, column), sel in kisi.sel.items():
            sums = jumlahan(sel.rumus) if sel.rumus else None
            for term in sums.suku if sums else ():
                target = grids.get((term.lembar or kisi.nama).casefold())
                if target and (found := _seharusnya(tables, kisi, (row, column), target, term)):
                    yield _temuan(kisi, (row, column), target, term, found)


def salah_tunjuk(jaring: Jaring, baris: int) -> bool:
    """The sum of this row points at a blank cell: what it misses is told here, not as a row left out."""
    return salah_tunjuk_sel(jaring.tabel, (baris, jaring.kolom))


def salah_tunjuk_sel(table: Tabel, sel: Tempat) -> bool:
    """As `salah_tunjuk`, of any cell of the table."""
    kisi = table.kisi
    own = [term for term in _suku(kisi, sel) if (term.lembar or kisi.nama).casefold() == kisi.nama.casefold()]
    return any(_seharusnya([table], kisi, sel, kisi, term) for term in own)


def _seharusnya(tables: list[Tabel], kisi: Kisi, sel: Tempat, target: Kisi, suku: Suku) -> tuple[Tempat, str] | None:
    """The cell that was meant, and the doubt about it; None where the term is all right."""
    at = (suku.area.top, suku.area.left)
    if not suku.tunggal or not kosong(target.sel.get(at)):
        return None
    first = target.induk(*at)
    if first != at and angka(target.sel.get(first)) is not None:
        return first, ""
    near = [each for each in tables if each.kisi.nama == target.nama and _dekat(each, at)]
    table = next((each for each in near if at[0] in each.baris), None)
    here = target.nama == kisi.nama
    if table and at[1] in table.kolom:
        if here and (at[0] == sel[0] or (at[1] == sel[1] and table.menjumlah(at[0]))):
            return None  # the row's own LAMA or BARU, or a subtotal that this column does not have
        if not table.menjumlah(at[0]):
            return _di_kolom(table, kisi, sel, at)
    return next((found for each in near if (found := _di_jumlah(each, at)) and not (here and found[0] == sel)), None)


def _dekat(table: Tabel, at: Tempat) -> bool:
    """The cell is one of the table's, or beside one."""
    columns = [c for each in table.form.kolom for c in each.kolom]
    rows = (at[0] - 1, at[0], at[0] + 1)
    return min(columns) - 2 <= at[1] <= max(columns) + 2 and any(row in table.baris for row in rows)


def _di_kolom(table: Tabel, kisi: Kisi, sel: Tempat, at: Tempat) -> tuple[Tempat, str] | None:
    """A blank cell of the table's own columns is an input: wrong only where a subtotal beside it was meant."""
    here = table.kisi.nama == kisi.nama
    if here and not table.menjumlah(sel[0]):
        return None
    names = {term.area.top for term in _suku(kisi, sel) if term.tunggal and term.area.left == at[1]}
    if here and not any(table.menjumlah(row) for row in names):
        return None  # a sum of inputs
    for row in (at[0] - 1, at[0] + 1):
        free = row not in names and not (here and (row, at[1]) == sel)
        if free and table.menjumlah(row) and _bernilai(table.kisi, (row, at[1])):
            return (row, at[1]), ""
    return None


def _di_jumlah(table: Tabel, at: Tempat) -> tuple[Tempat, str] | None:
    """The sum of a subtotal or of all that stands beside the blank cell."""
    near = [(at[0] + down, at[1] + right) for down, right in _NEAR]
    if table.menjumlah(at[0]):  # the sum of that row stands in another column
        near = [each for each in near if each[0] == at[0]]
    sums = (each for each in near if table.menjumlah(each[0]) and each[1] in table.kredit)
    return next(((each, "") for each in sums if _bernilai(table.kisi, each)), None)


def _suku(kisi: Kisi, sel: Tempat) -> tuple[Suku, ...]:
    held = kisi.sel.get(sel)
    sums = jumlahan(held.rumus) if held and held.rumus else None
    return sums.suku if sums else ()


def _bernilai(kisi: Kisi, at: Tempat) -> bool:
    sel = kisi.sel.get(at)
    return sel is not None and (angka(sel) is not None or bool(sel.rumus and jumlahan(sel.rumus)))


def _temuan(kisi: Kisi, sel: Tempat, target: Kisi, suku: Suku, found: tuple[Tempat, str]) -> Temuan:
    place, doubt = found
    sheet = f"{target.nama}!" if target.nama != kisi.nama else ""
    blank, meant = alamat(suku.area.top, suku.area.left), alamat(*place)
    return Temuan(
        "sel_kosong",
        kisi.nama,
        alamat(*sel),
        f"Rumusnya menunjuk ke {sheet}{blank}, yang kosong; nilainya ada di {sheet}{meant}.",
        f"Ganti {blank} dengan {meant} dalam rumusnya.",
        doubt,
    )
