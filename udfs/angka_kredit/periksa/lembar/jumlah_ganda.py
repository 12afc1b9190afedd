"""A sum that counts a row twice: a subtotal together with its rows, or a row that another sum has too."""

from __future__ import annotations

from collections.abc import Iterator

from ..bahan import Bahan
from ..temuan import Temuan
from .jaring import Jaring, jaring
from .tabel import alamat, nama_kolom, sebut_baris, tabel

_SEMPIT = "Persempit rentang rumusnya"
_KALI = {2: "dua kali", 3: "tiga kali"}


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    for table in tabel(bahan):
        for net in jaring(table):
            told = set[int]()
            for row in sorted(net.baris):
                twice = _ganda(net, row)
                at = _penyebab(net, row, twice) if twice else 0
                if at and at not in told:
                    told.add(at)
                    yield _temuan(net, at, row, twice)


def _ganda(net: Jaring, row: int) -> list[int]:
    """The rows that come into this sum twice, and into none of the sums it names."""
    named = [each for each in net.baris[row] if each in net.baris]
    if any(count > 1 for each in named for count in net.hitung(each).values()):
        return []
    return [each for each, count in net.hitung(row).items() if count > 1]


def _penyebab(net: Jaring, row: int, twice: list[int]) -> int:
    """The sum with the fault: of two sums side by side that count a row, not the first one below it."""
    subs = [each for each in dict.fromkeys(net.baris[row]) if each in net.baris]
    for one in subs:
        named = [each for each in net.baris[one] if each in net.tabel.baris]
        if named and all(each in net.baris for each in named):
            continue  # a sum of sums is right to count what they count
        inside = net.hitung(one).keys() & set(twice)
        if inside and all(min((sub for sub in subs if sub > each), default=one) != one for each in inside):
            return one
    return row


def _lebih(net: Jaring, at: int, own: list[int], twice: list[int]) -> list[int]:
    """What the sum should not name: a subtotal whose rows all stand in it, else the rows that the subtotal has."""
    whole = [each for each in own if net.hitung(each).keys() <= set(twice)]
    return whole or [each for each in net.baris[at] if each in twice] or own


def _temuan(net: Jaring, at: int, row: int, twice: list[int]) -> Temuan:
    own = [each for each in dict.fromkeys(net.baris[at]) if each in net.baris and net.hitung(each).keys() & set(twice)]
    both = own and at == row
    why = f": baris {sebut_baris(own)} sudah menjumlahkannya" if both else ""
    mend = f"Keluarkan baris {sebut_baris(_lebih(net, at, own, twice))} dari rumusnya" if both else _SEMPIT
    often = max(net.hitung(row)[each] for each in twice)
    times = _KALI.get(often, f"{often} kali") if len({net.hitung(row)[each] for each in twice}) == 1 else "berkali-kali"
    return Temuan(
        "jumlah_ganda",
        net.tabel.kisi.nama,
        alamat(at, net.kolom),
        f"Penjumlahan {nama_kolom(net.tabel.kredit[net.kolom])} menghitung baris {sebut_baris(twice)} {times}{why}.",
        f"{mend}, sehingga setiap baris dihitung sekali.",
    )
