"""A sum that takes in other columns than its own, or a row's JUMLAH that does not add its own LAMA and BARU."""

from __future__ import annotations

from collections.abc import Iterator

from ...kenal import Kolom
from ..bahan import Bahan
from ..temuan import Temuan
from .rumus import Suku, jumlahan
from .sel_kosong import salah_tunjuk_sel
from .tabel import Tabel, alamat, angka, huruf, nama_kolom, tabel

_SAMA = 0.0005


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    for table in tabel(bahan):
        for (row, column), sel in table.kisi.sel.items():
            if row not in table.baris or column not in table.kredit or not sel.rumus:
                continue
            sums = jumlahan(sel.rumus)
            own = [term for term in sums.suku if _di_lembar(table, term)] if sums else []
            if any(_di_baris(table, term) for term in own) and not salah_tunjuk_sel(table, (row, column)):
                flat = _datar(table, (row, column), own)
                words = (_mendatar if flat else _tegak)(table, column, own)
                if words:
                    doubt = _masih_benar(table, row, column) if flat else ""
                    yield Temuan("jumlah_kolom_lain", table.kisi.nama, alamat(row, column), *words, doubt)


def _di_lembar(table: Tabel, suku: Suku) -> bool:
    return suku.lembar is None or suku.lembar.casefold() == table.kisi.nama.casefold()


def _di_baris(table: Tabel, suku: Suku) -> bool:
    """The term is of this table's rows."""
    return any(suku.area.top <= row <= suku.area.bottom for row in table.baris)


def _datar(table: Tabel, sel: tuple[int, int], suku: list[Suku]) -> bool:
    """The sum goes along a row: its own, or where a butir's slipped, another."""
    tall = any(term.area.top != term.area.bottom for term in suku)
    down = all(term.area.left == term.area.right == sel[1] for term in suku)
    return not tall and not down and (not table.menjumlah(sel[0]) or all(term.area.top == sel[0] for term in suku))


def _tegak(table: Tabel, column: int, suku: list[Suku]) -> tuple[str, str] | None:
    others = [c for term in suku for c in _kolom(term) if c != column and _angka(table, term, c)]
    if not others:
        return None
    told = f"Penjumlahan {nama_kolom(table.kredit[column])} mengambil {_sebut(others)}."
    return told, f"Pakai sel kolom {huruf(column)} saja dalam rumusnya."


def _mendatar(table: Tabel, column: int, suku: list[Suku]) -> tuple[str, str] | None:
    """A sum along the row: JUMLAH is LAMA and BARU of the same side, each once."""
    own = table.kredit[column]
    wanted = sorted(_bagian(table, own))
    taken = sorted(c for term in suku for c in _kolom(term) if c in table.kolom or term.tunggal)
    if own.isi != "jumlah" or len(wanted) != 2 or taken == wanted:
        return None
    one, other = huruf(wanted[0]), huruf(wanted[1])
    told = f"{nama_kolom(own)} menjumlahkan {_sebut(taken)}, bukan kolom {one} dan {other}."
    return told, f"JUMLAH adalah LAMA ditambah BARU pada baris yang sama: pakai {one} dan {other}."


def _masih_benar(table: Tabel, row: int, column: int) -> str:
    """As '=LAMA' is while BARU is 0."""
    parts = [angka(table.sel(row, each)) or 0.0 for each in _bagian(table, table.kredit[column])]
    shown = angka(table.sel(row, column))
    right = shown is not None and abs(shown - sum(parts)) < _SAMA
    return "nilainya sekarang benar; salah bila LAMA atau BARU berubah" if right else ""


def _bagian(table: Tabel, own: Kolom) -> list[int]:
    return [at for at, each in table.kredit.items() if each.isi in ("lama", "baru") and each.pihak == own.pihak]


def _kolom(suku: Suku) -> range:
    return range(suku.area.left, min(suku.area.right, suku.area.left + 100) + 1)


def _angka(table: Tabel, suku: Suku, kolom: int) -> bool:
    """Another column of numbers, or one that holds any there: a merged cell's empty rest does not count."""
    rows = [row for row in table.baris if suku.area.top <= row <= suku.area.bottom]
    return kolom in table.kolom or any(angka(table.sel(row, kolom)) is not None for row in rows)


def _sebut(columns: list[int]) -> str:
    return "kolom " + ", ".join(huruf(each) for each in dict.fromkeys(columns))
