"""A sum that misses a row of its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...kenal.bentuk import JUMLAH, KELOMPOK, SUB_UNSUR, TOTAL, UNSUR
from ..bahan import Bahan
from ..temuan import Temuan
from .jaring import Jaring, jaring
from .sel_kosong import salah_tunjuk
from .tabel import alamat, nama_kolom, sebut_baris, tabel, terisi

_KEPALA = (UNSUR, SUB_UNSUR, KELOMPOK)


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    for table in tabel(bahan):
        nets = jaring(table)
        for net in nets:
            for row, missed in terlewat(net, nets).items():
                yield _temuan(net, nets, row, missed)


def terlewat(net: Jaring, nets: list[Jaring]) -> dict[int, list[int]]:
    """Per sum the rows that it misses."""
    found: dict[int, list[int]] = {}
    if any(net.tabel.menjumlah(row) and min(named, default=row) > row for row, named in net.baris.items()):
        return found  # sums above their rows: nothing says where they end
    for row in net.tabel.baris:
        if row in net.semua or (row in net.baris and not _antara(net, row)):
            continue
        owner = _pemilik(net, row)
        if owner and not salah_tunjuk(net, owner) and _patut(net, nets, owner, row):
            found.setdefault(owner, []).append(row)
    return found


def _pemilik(net: Jaring, row: int) -> int:
    """The sum that ought to name the row; 0 where none does."""
    table = net.tabel
    if row in net.baris:
        return _total(net, row)
    if not table.butir(row):
        return 0
    below = table.pemilik(row)
    if below:
        return below if below in net.baris else 0
    return _kepala(net, row)


def _kepala(net: Jaring, row: int) -> int:
    """Where the sums stand on headings: the heading above that the row belongs to."""
    table = net.tabel
    above = [each for each in table.baris if each < row and table.baris[each].jenis in _KEPALA]
    head = max((each for each in above if each in net.baris), default=0)
    if not head or any(each > head and table.baris[each].jenis in (UNSUR, SUB_UNSUR) for each in above):
        return 0
    name = table.baris[head].uraian
    return head if name and table.baris[row].sub_unsur.endswith(name) else 0


def _total(net: Jaring, row: int) -> int:
    """The sum of sums that ought to name this sum: the first below it that names sums."""
    for after in sorted(each for each in net.tabel.baris if each > row and net.tabel.menjumlah(each)):
        if after not in net.baris:
            return 0  # it adds along its row, or a number stands there
        if net.tabel.baris[after].jenis == TOTAL or any(named in net.baris for named in net.baris[after]):
            return 0 if net.hitung(row).keys() <= net.hitung(after).keys() else after
    return 0


def _antara(net: Jaring, row: int) -> bool:
    return net.tabel.baris[row].jenis == JUMLAH


def _patut(net: Jaring, nets: list[Jaring], owner: int, row: int) -> bool:
    """The row holds a value, or the sums beside this one count it, or nothing makes its kind doubtful."""
    if terisi(net.tabel.sel(row, net.kolom)) or _lain(net, nets, owner, row):
        return True
    known = net.tabel.baris[row]
    return bool(known.uraian) and not known.ragu and bool(net.baris[owner])


def _lain(net: Jaring, nets: list[Jaring], owner: int, row: int) -> bool:
    """The sums of other columns in that row do count it."""
    votes = Counter(row in each.baris[owner] for each in nets if each is not net and owner in each.baris)
    return votes[True] > votes[False]


def _lakukan(net: Jaring, owner: int, missed: list[int]) -> str:
    inside = {each for row in missed for each in net.hitung(row)}
    instead = [each for each in dict.fromkeys(net.baris[owner]) if each in inside]
    if instead:  # one of the subtotal's own rows stands where the subtotal was meant
        return f"Ganti baris {sebut_baris(instead)} dengan baris {sebut_baris(missed)} dalam rumusnya."
    return f"Luaskan rentang rumusnya sampai memuat baris {sebut_baris(missed)}."


def _temuan(net: Jaring, nets: list[Jaring], owner: int, missed: list[int]) -> Temuan:
    filled = [row for row in missed if terisi(net.tabel.sel(row, net.kolom))]
    sure = filled or any(_lain(net, nets, owner, row) for row in missed)
    words = f"Penjumlahan {nama_kolom(net.tabel.kredit[net.kolom])} melewatkan baris {sebut_baris(missed)}"
    state = "" if filled else ", yang masih kosong"
    return Temuan(
        "jumlah_terlewat",
        net.tabel.kisi.nama,
        alamat(owner, net.kolom),
        f"{words}{state}.",
        _lakukan(net, owner, missed),
        "" if sure else "barisnya masih kosong, sehingga jumlahnya belum salah",
    )
