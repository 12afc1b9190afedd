"""Hidden rows and columns whose values count in a total that is shown."""

from __future__ import annotations

from collections.abc import Iterator

from ...kenal import Kisi
from ..bahan import Bahan
from ..temuan import Temuan
from .rumus import Jumlahan, Suku, jumlahan
from .tabel import alamat, angka, huruf, tabel

Tempat = tuple[int, int]
_MOST_CELLS = 5_000


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    for kisi in bahan.kisi:
        if kisi.baris_sembunyi or kisi.kolom_sembunyi:
            yield from _lembar(bahan, kisi)


def _lembar(bahan: Bahan, kisi: Kisi) -> Iterator[Temuan]:
    counted = _dihitung(kisi)
    rows: dict[int, list[Tempat]] = {}
    columns: dict[int, list[Tempat]] = {}
    for at in sorted(counted):
        if at[0] in kisi.baris_sembunyi:
            rows.setdefault(at[0], []).append(at)
        elif at[1] in kisi.kolom_sembunyi and _kredit(bahan, kisi, at):
            columns.setdefault(at[1], []).append(at)
    for row, cells in rows.items():
        yield _temuan(kisi, cells, counted, f"Baris {row}", f"Tampilkan baris {row}")
    for column, cells in columns.items():
        yield _temuan(kisi, cells, counted, f"Kolom {huruf(column)}", f"Tampilkan kolom {huruf(column)}")


def _dihitung(kisi: Kisi) -> dict[Tempat, Tempat]:
    """Every number other than 0 that a shown sum adds, with that sum's cell."""
    found: dict[Tempat, Tempat] = {}
    for at, sel in kisi.sel.items():
        shown = at[0] not in kisi.baris_sembunyi and at[1] not in kisi.kolom_sembunyi
        sums = jumlahan(sel.rumus) if sel.rumus and shown else None
        for term in sums.suku if sums else ():
            if term.lembar in (None, kisi.nama):
                for cell in _sel(kisi, sums, term):
                    found.setdefault(cell, at)
    return found


def _sel(kisi: Kisi, sums: Jumlahan | None, suku: Suku) -> Iterator[Tempat]:
    rows, columns = suku.area.size
    if rows * columns > _MOST_CELLS:
        return
    for row in range(suku.area.top, suku.area.bottom + 1):
        if sums and sums.tanpa_tersembunyi and row in kisi.baris_sembunyi:
            continue
        for column in range(suku.area.left, suku.area.right + 1):
            if angka(kisi.sel.get((row, column))):
                yield row, column


def _kredit(bahan: Bahan, kisi: Kisi, at: Tempat) -> bool:
    """The cell is a form's credit: a hidden column beside the form is a helper's."""
    return any(each.kisi is kisi and at[0] in each.baris and at[1] in each.kredit for each in tabel(bahan))


def _temuan(kisi: Kisi, cells: list[Tempat], counted: dict[Tempat, Tempat], what: str, mend: str) -> Temuan:
    sums = ", ".join(dict.fromkeys(alamat(*counted[at]) for at in cells[:3]))
    return Temuan(
        "tersembunyi",
        kisi.nama,
        alamat(*cells[0]),
        f"{what} tersembunyi tetapi berisi angka ({', '.join(alamat(*at) for at in cells[:3])}) yang masuk ke {sums}.",
        f"{mend}, lalu hapus isinya atau biarkan tampil: yang membaca formulir harus melihat semua yang dijumlahkan.",
    )
