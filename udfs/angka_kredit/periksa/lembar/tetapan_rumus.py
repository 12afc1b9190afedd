"""Numbers typed into a formula: nobody sees them on the form, and they stay when the inputs change."""

from __future__ import annotations

from collections.abc import Iterator

from ..bahan import Bahan
from ..temuan import Temuan
from .rumus import bentuk, sel_dibaca, tetapan
from .tabel import Tabel, alamat, nama_kolom, sebut_baris, tabel

_HARMLESS = frozenset(("0", "1", "12", "100", "1%", "100%"))  # months of a year, per cent
_FEW = 3  # formulas of one form


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    for table in tabel(bahan):
        for column in table.kolom:
            alike: dict[str, list[int]] = {}
            for row in table.baris:
                rumus = table.kisi.rumus(row, column)
                if rumus and "#REF!" not in rumus and _salah(table, row, rumus):
                    alike.setdefault(_sejenis(rumus), []).append(row)
            for rows in alike.values():
                yield from _temuan(table, column, rows)


def _sejenis(rumus: str) -> str:
    """Formulas of one form are told together; those of numbers alone are one form."""
    return bentuk(rumus) if any(True for _ in sel_dibaca(rumus)) else ""


def _temuan(table: Tabel, column: int, rows: list[int]) -> Iterator[Temuan]:
    """One by one where they are few, else the first with how many there are."""
    few = len(rows) <= _FEW
    for row in rows if few else rows[:1]:
        words = _salah(table, row, table.kisi.rumus(row, column))
        if words:
            more = "" if few else f"; begitu pula baris {sebut_baris(rows[1:])}"
            told = f"Rumus {nama_kolom(table.kolom[column])} {words[0]}{more}."
            yield Temuan("tetapan_rumus", table.kisi.nama, alamat(row, column), told, f"{words[1]}.", words[2])


def _salah(table: Tabel, row: int, rumus: str) -> tuple[str, str, str] | None:
    """(what is wrong, what to do, doubt)."""
    plus, times = tetapan(rumus)
    times = [each for each in times if each not in _HARMLESS]
    plus = [each for each in plus if float(each.rstrip("%")) != 0]
    named = ", ".join(each.replace(".", ",") for each in (*plus, *times))
    if not plus and not times:
        return None
    if not any(True for _ in sel_dibaca(rumus)):
        doubt = "" if table.menjumlah(row) else "mungkin hitungan yang sengaja diketik"
        return f"hanya berisi angka yang diketik: {rumus.lstrip('=')}", "Ambil angkanya dari sel isian", doubt
    if plus:
        return f"menambahkan angka yang diketik di dalamnya: {named}", "Pindahkan angka itu ke barisnya sendiri", ""
    told = f"mengalikan dengan angka yang diketik di dalamnya: {named}"
    return told, "Pindahkan angka itu ke sel sendiri", "mungkin persentase yang tetap"
