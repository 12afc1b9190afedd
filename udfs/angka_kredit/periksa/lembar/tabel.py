"""A recognised table with its cells, as the checkers of sheets walk over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from openpyxl.utils.cell import get_column_letter

from ...kenal import Baris, Formulir, Kisi, Kolom
from ...kenal.bentuk import BUTIR, JUMLAH, TOTAL
from ...kenal.kisi import Sel, alamat
from ..bahan import Bahan

KREDIT = frozenset({"ak", "jumlah_ak", "lama", "baru", "jumlah", "penilai_1", "penilai_2"})
ANGKA = KREDIT | {"ak_satuan", "volume", "faktor", "porsi", "persen", "koefisien"}
MENJUMLAH = (JUMLAH, TOTAL)
_PIHAK = {"pengusul": " pengusul", "tim": " tim penilai", "": ""}


@dataclass(frozen=True)
class Tabel:
    """One form's table on its sheet."""

    kisi: Kisi
    form: Formulir

    @cached_property
    def baris(self) -> dict[int, Baris]:
        """The rows of the body by number."""
        return {row.nomor: row for row in self.form.baris}

    @cached_property
    def kolom(self) -> dict[int, Kolom]:
        """The columns whose cells are numbers, by the column that holds them."""
        return {each.kolom[0]: each for each in self.form.kolom if each.isi in ANGKA}

    @cached_property
    def kredit(self) -> dict[int, Kolom]:
        """The columns that add up."""
        return {at: each for at, each in self.kolom.items() if each.isi in KREDIT}

    def sel(self, baris: int, kolom: int) -> Sel | None:
        return self.kisi.sel.get((baris, kolom))

    def menjumlah(self, baris: int) -> bool:
        """The row is one that adds."""
        return baris in self.baris and self.baris[baris].jenis in MENJUMLAH

    def butir(self, baris: int) -> bool:
        return baris in self.baris and self.baris[baris].jenis == BUTIR

    def memuat(self, baris: int, kolom: int) -> bool:
        """The cell lies in the table's body, in one of its columns of numbers."""
        return baris in self.baris and kolom in self.kolom

    def pemilik(self, baris: int) -> int:
        """The next row below that adds; 0 where none does."""
        return next((each for each in sorted(self.baris) if each > baris and self.menjumlah(each)), 0)


def tabel(bahan: Bahan) -> list[Tabel]:
    """Every recognised table of the workbook that has a body; the same ones for every checker."""
    if __name__ not in bahan.simpan:
        bahan.simpan[__name__] = list(_tabel(bahan))
    found: list[Tabel] = bahan.simpan[__name__]
    return found


def _tabel(bahan: Bahan) -> Iterator[Tabel]:
    grids = {each.nama: each for each in bahan.kisi}
    for sheet in bahan.buku.lembar:
        for form in sheet.formulir:
            if form.kolom and form.baris and sheet.nama in grids:
                yield Tabel(grids[sheet.nama], form)


def angka(sel: Sel | None) -> float | None:
    """The number that the cell shows; None for anything else."""
    if sel is None or isinstance(sel.nilai, bool) or not isinstance(sel.nilai, (int, float)):
        return None
    return float(sel.nilai)


def terisi(sel: Sel | None) -> bool:
    """The cell shows a number that is not 0, or has a formula that could."""
    return sel is not None and (bool(sel.rumus) or bool(angka(sel)))


def kosong(sel: Sel | None) -> bool:
    return sel is None or (not sel.rumus and sel.nilai in (None, ""))


def sebut_baris(rows: list[int]) -> str:
    """'33, 35-37' as words."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    words = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return f"{', '.join(words[:-1])} dan {words[-1]}" if len(words) > 1 else "".join(words)


def huruf(kolom: int) -> str:
    return str(get_column_letter(kolom))


def nama_kolom(kolom: Kolom) -> str:
    """'LAMA pengusul (kolom E)'"""
    name = kolom.isi.replace("jumlah_ak", "jumlah angka kredit").replace("ak_satuan", "angka kredit satuan")
    name = "angka kredit" if name == "ak" else name.replace("_", " ")
    return f"{name.upper()}{_PIHAK.get(kolom.pihak, '')} (kolom {huruf(kolom.kolom[0])})"


__all__ = [
    "ANGKA", "KREDIT", "MENJUMLAH", "Tabel", "alamat", "angka", "huruf", "kosong", "nama_kolom", "sebut_baris", "tabel",
    "terisi",
]  # fmt: skip
