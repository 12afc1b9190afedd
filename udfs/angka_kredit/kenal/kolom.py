"""The columns of one heading: named, parted where two tables stand side by side, doubtful names settled together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .bentuk import Kolom
from .judul import Judul, baca
from .kata import kata_jumlah
from .kepala import TEKS, Kepala
from .kisi import Kisi, alamat
from .nomor import pisah
from .tafsir import tafsirkan

_AWAL = TEKS | {"no", "kode"}  # a table has each of these once
_SPREAD = TEKS | {"no"}
_ASING = "tidak dikenal"
_WIDEST = 8  # nameless columns of one text


def tabel(kisi: Kisi, kepala: Kepala, akhir: int) -> list[tuple[Kolom, ...]]:
    """The columns of each table under this heading, from the left. `akhir`: the last row that may be theirs."""
    columns = range(1, _kanan(kisi, kepala) + 1)
    titles = {column: title for column in columns if (title := baca(kisi, kepala, column))}
    groups = _sisi([each for each in _kelompok(titles) if each[0].isi])
    found = []
    for at, group in enumerate(groups):
        left = groups[at - 1][-1][-1].kolom + 1 if at else 1
        right = groups[at + 1][0][0].kolom - 1 if at + 1 < len(groups) else columns[-1] + _WIDEST
        named = {title.kolom for each in group for title in each}
        last = max(named)
        last += _sisa(kisi, kepala.isi, akhir, last) if group[-1][0].isi in TEKS else 0
        free = [c for c in range(left, min(right, last) + 1) if c not in named and _tak_bernama(titles.get(c))]
        found.append(tafsirkan(kisi, kepala.isi, akhir, _lebar(kisi, kepala, akhir, group, free)))
        strange = [t for c, t in titles.items() if left <= c <= right and _asing(t)]  # said, not left out
        found[-1] += tuple(
            _kolom(kisi, replace(t, isi=_ASING, ragu="judulnya tidak dikenal"), (t.kolom,)) for t in strange
        )
    return found


def _sisa(kisi: Kisi, atas: int, akhir: int, kolom: int) -> int:
    """How many nameless columns right of the table's last heading, a text's, hold the rest of its text."""
    used = {column for row, column in kisi.sel if atas <= row <= akhir}
    return next((more for more in range(_WIDEST) if kolom + more + 1 not in used), _WIDEST)


def _kanan(kisi: Kisi, kepala: Kepala) -> int:
    cells = [(row, column) for row in range(kepala.atas, kepala.bawah + 1) for column in kisi.isi_baris(row)]
    return max((kisi.area(*cell)[3] for cell in cells), default=0)


def _tak_bernama(title: Judul | None) -> bool:
    return title is None or not (title.isi or _asing(title)) or (title.isi.startswith("penilai_") and not title.pihak)


def _asing(title: Judul) -> bool:
    """The column has a heading of its own, of words that are not known; 'II' is the number of the form's part."""
    return not title.isi and title.sel[1] == title.kolom and not set(title.teks) <= set("IVX. ")


def _kelompok(titles: dict[int, Judul]) -> list[list[Judul]]:
    """The columns that one heading cell covers, together."""
    found: list[list[Judul]] = []
    for title in titles.values():
        if title.isi.startswith("penilai_") and title.pihak != "tim":
            continue
        if found and found[-1][-1].sel == title.sel:
            found[-1].append(title)
        else:
            found.append([title])
    return found


def _sisi(groups: list[list[Judul]]) -> list[list[list[Judul]]]:
    """Parts the columns of tables that stand side by side: where a column that a table has once comes again."""
    seen: dict[str, int] = {}
    for at, group in enumerate(groups):
        isi = group[0].isi
        if isi in _AWAL and isi in seen:
            cut = _batas(groups, seen[isi] + 1, at)
            return [groups[:cut], *_sisi(groups[cut:])]
        seen.setdefault(isi, at)
    return [groups] if groups else []


def _batas(groups: list[list[Judul]], first: int, last: int) -> int:
    """Which group begins the next table: the one after an empty column, rather than after a text that may spread."""
    gaps = [at for at in range(first, last + 1) if groups[at][0].kolom - groups[at - 1][-1].kolom > 1]
    clear = [at for at in gaps if groups[at - 1][0].isi not in _SPREAD]
    return (clear or gaps or [last])[-1]


def _lebar(kisi: Kisi, kepala: Kepala, akhir: int, groups: list[list[Judul]], free: list[int]) -> list[Kolom]:
    """The columns, each text with the nameless ones to its right, and a nameless column of numbers as 'no'."""
    taken = set[int]()
    found = []
    for group in groups:
        own = [title.kolom for title in group]
        while group[0].isi in _SPREAD and own[-1] + 1 in free and own[-1] + 1 not in taken:
            if group[0].isi == "no" and not _bernomor(kisi, kepala.isi, akhir, own[-1] + 1):
                break
            own.append(own[-1] + 1)
            taken.add(own[-1])
        found.append(_kolom(kisi, group[0], _terisi(kisi, kepala.isi, akhir, own, len(group))))
    numbers = [c for c in free if c not in taken and _bernomor(kisi, kepala.isi, akhir, c)]
    if numbers and not any(each.isi == "no" for each in found):
        found += [_no(kisi, kepala, numbers)]
    return sorted(found, key=lambda each: each.kolom)


def _terisi(kisi: Kisi, atas: int, akhir: int, own: list[int], least: int) -> tuple[int, ...]:
    """Without the nameless columns at the right in which nothing stands."""
    while len(own) > least and not any((row, own[-1]) in kisi.sel for row in range(atas, akhir + 1)):
        own = own[:-1]
    return tuple(own)


def _kolom(kisi: Kisi, title: Judul, own: tuple[int, ...]) -> Kolom:
    hidden = all(column in kisi.kolom_sembunyi for column in own)
    return Kolom(title.isi, title.pihak, own, title.teks, alamat(*title.sel), hidden, title.ragu)


def _no(kisi: Kisi, kepala: Kepala, columns: list[int]) -> Kolom:
    title = " ".join(filter(None, (kisi.teks(row, columns[0]) for row in range(kepala.atas, kepala.bawah + 1))))
    reason = f"judulnya {title!r}, dikenali dari nomor di bawahnya" if title else "tanpa judul, dikenali dari nomornya"
    return Kolom("no", "", tuple(columns), title, alamat(kepala.bawah, columns[0]), ragu=reason)


def _bernomor(kisi: Kisi, atas: int, akhir: int, kolom: int) -> bool:
    """The column holds numbers of rows, and next to nothing else."""
    texts = list(_isi(kisi, atas, akhir, kolom))
    numbers = [text for text in texts if (found := pisah(text))[0] and not found[1]]
    return len(numbers) >= 2 and len(numbers) >= 0.7 * len(texts)


def _isi(kisi: Kisi, atas: int, akhir: int, kolom: int) -> Iterator[str]:
    for row in range(atas, akhir + 1):
        if kisi.teks(row, kolom) and not kata_jumlah(kisi.teks(row, kolom))[0]:
            yield kisi.teks(row, kolom)
