"""Finds the headings of tables on a sheet: the rows that name columns, and the row '1 2 3 ...' below them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from .kata import cocok, hanya_kosakata, persis
from .kisi import Kisi

TEKS = frozenset({"uraian", "kegiatan", "sub_unsur", "unsur", "bagian", "tahun", "predikat"})
NILAI = frozenset({"ak", "ak_satuan", "jumlah_ak", "volume", "lama", "baru", "jumlah", "persen"})
_TALLEST = 7  # rows of a heading
_NUMBER = re.compile(r"^\(?\s*([0-9]{1,2})\s*[.)]?\s*(?:=.*|\(.*\))?$")
_LEAST_NUMBERS = 3
_TANDA = ("&", "/", "-", "+")  # between the words of a heading, in a cell of their own


@dataclass(frozen=True)
class Kepala:
    """Rows of a heading, and the row of column numbers (0: none). The body begins below both."""

    atas: int
    bawah: int
    nomor: int

    @property
    def isi(self) -> int:
        return max(self.bawah, self.nomor) + 1


def cari(kisi: Kisi) -> list[Kepala]:
    """The headings of the sheet, from above."""
    found: list[Kepala] = []
    row = 1
    while row <= kisi.terakhir:
        kepala = _di(kisi, row) if len(_judul(kisi, row)) >= 2 else None
        if kepala:
            found.append(kepala)
        row = kepala.isi if kepala else row + 1
    return found


def angka_kolom(kisi: Kisi, baris: int, kolom: list[int] | None = None) -> bool:
    """True for the row of column numbers: rising from the left, nothing else in it."""
    columns = [each for each in kisi.isi_baris(baris) if kolom is None or each in kolom]
    found = [_NUMBER.match(kisi.teks(baris, each)) for each in columns]
    if len(found) < _LEAST_NUMBERS or not all(found):
        return False
    numbers = [int(each[1]) for each in found if each]
    rising = sum(b > a for a, b in itertools.pairwise(numbers))
    starts = numbers.count(1) or 1  # side by side each table has its own
    return numbers[0] <= 2 and rising >= len(numbers) - starts and max(numbers) <= len(numbers) + 2


def _judul(kisi: Kisi, baris: int) -> dict[str, int]:
    """field -> column, of the cells in the row that are a column's heading."""
    found: dict[str, int] = {}
    for kolom in kisi.isi_baris(baris):
        match = cocok(kisi.teks(baris, kolom), "judul") if not kisi.rumus(baris, kolom) else None
        if match and not match[0].startswith("penilai_"):
            found.setdefault(match[0], kolom)
    return found


def _di(kisi: Kisi, baris: int) -> Kepala | None:
    """The heading around this row, if it names a text and a value."""
    top = bottom = baris
    while baris - top < _TALLEST and _bagian_kepala(kisi, top - 1) and _bernama(kisi, top - 1):
        top -= 1
    nomor = next((each for each in range(baris + 1, baris + _TALLEST) if angka_kolom(kisi, each)), 0)
    bottom = _bawah(kisi, baris, nomor)
    fields = {field for row in range(top, bottom + 1) for field in _judul(kisi, row)}
    if not fields & TEKS or not fields & NILAI or len(fields) < 3:
        return None
    while top < bottom and not _judul(kisi, top).keys() - {"bagian"} and _judul(kisi, top):
        if not _cukup(kisi, top + 1, bottom):
            break
        top += 1
    return Kepala(top, bottom, nomor if nomor and nomor <= bottom + 2 else 0)


def _cukup(kisi: Kisi, top: int, bottom: int) -> bool:
    fields = {field for row in range(top, bottom + 1) for field in _judul(kisi, row)}
    return bool(fields & (TEKS - {"bagian"})) and bool(fields & NILAI)


def _bawah(kisi: Kisi, baris: int, nomor: int) -> int:
    """The heading's last row: above the column numbers, or where its words end."""
    bottom = baris
    while bottom - baris < _TALLEST and bottom + 1 != nomor:
        down = bottom + 1
        if not kisi.isi_baris(down) and not any(a < down <= b for a, _, b, _ in _gabung(kisi, baris, bottom)):
            break
        if kisi.isi_baris(down) and not (_bagian_kepala(kisi, down) or _tanda(kisi, down, nomor)):
            break
        bottom = down
    return bottom


def _gabung(kisi: Kisi, atas: int, bawah: int) -> list[tuple[int, int, int, int]]:
    """Merged areas with a heading's words that begin in these rows."""
    return [area for area in kisi.gabungan if atas <= area[0] <= bawah and cocok(kisi.teks(area[0], area[1]), "judul")]


def _bagian_kepala(kisi: Kisi, baris: int) -> bool:
    """The row may be a row of a heading: nothing but words of headings, or a roman number before them."""
    texts = [kisi.teks(baris, kolom) for kolom in kisi.isi_baris(baris) if kisi.teks(baris, kolom)]
    if not texts or any(kisi.rumus(baris, kolom) for kolom in kisi.isi_baris(baris)):
        return False
    words = [text for text in texts if not re.fullmatch(r"[IVX]+\.?", text) and text not in _TANDA]
    return bool(words) and all(hanya_kosakata(text) for text in words)


def _tanda(kisi: Kisi, baris: int, nomor: int) -> bool:
    """Nothing but marks stand in the row, and a heading goes on below: the '&' of a heading of one word a row."""
    goes_on = baris < nomor or _bagian_kepala(kisi, baris + 1)
    return goes_on and all(kisi.teks(baris, kolom) in ("", *_TANDA) for kolom in kisi.isi_baris(baris))


def _bernama(kisi: Kisi, baris: int) -> bool:
    """Some cell of the row is a whole heading, not only made of their words."""
    texts = [kisi.teks(baris, kolom) for kolom in kisi.isi_baris(baris)]
    return any(cocok(text, "judul") or cocok(text, "pihak") or payung(text) for text in texts)


def judul_teks(kisi: Kisi, baris: int, kolom: int) -> bool:
    """The cell is the heading of a column of texts, which every table has."""
    found = cocok(kisi.teks(baris, kolom), "judul")
    return bool(found and found[0] in TEKS)


def payung(teks: str) -> bool:
    """A heading over others that names no column of its own: 'ANGKA KREDIT MENURUT'."""
    return persis(teks, "payung", "kata")
