"""A row of a table as it stands, before its kind is settled: its numbers, its text, what its other columns hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .bentuk import Kolom
from .kata import kata_jumlah
from .kisi import Kisi
from .nomor import Nomor, pisah
from .rumus import dijumlah

KREDIT = frozenset({"ak", "jumlah_ak", "lama", "baru", "jumlah", "penilai_1", "penilai_2"})
MILIK_BUTIR = frozenset(
    {"kode", "satuan", "ak_satuan", "volume", "tanggal", "bukti", "pelaksana"}
)  # only a butir has these
_URAI = ("no", "uraian")
KONTEKS = ("unsur", "sub_unsur", "kegiatan")


@dataclass(frozen=True)
class Mentah:
    nomor: int
    nomor_nomor: tuple[tuple[tuple[Nomor, ...], int], ...]  # the readings of each number, and its column
    uraian: str
    kolom_uraian: int  # 0: no text of its own
    konteks: dict[str, str]  # of the columns unsur, sub unsur, kegiatan: what is written in this row
    butir: bool  # holds what only a butir has
    kredit: bool  # holds something in a column of credits
    satuan_ak: bool  # a unit credit that is a number
    label: str  # the row's first text, wherever it stands
    menjumlah: tuple[int, ...]
    gabungan: int = 0  # the row whose merged uraian covers this one


def baca(kisi: Kisi, kolom: Sequence[Kolom], baris: int) -> Mentah | None:
    """The row; None where nothing stands in any of the columns."""
    left, right = min(each.kolom[0] for each in kolom), max(each.kolom[-1] for each in kolom)
    filled = [column for column in kisi.isi_baris(baris) if left <= column <= right]
    if not filled:
        return None
    numbers, text, at = _uraian(kisi, kolom, baris)
    by_field = {
        each: [c for k in kolom if k.isi in each for c in k.kolom if c in filled] for each in (MILIK_BUTIR, KREDIT)
    }
    above = _gabungan(kisi, kolom, baris) if not text else 0
    return Mentah(
        baris,
        numbers,
        text or (_uraian(kisi, kolom, above)[1] if above else ""),
        at,
        {each.isi: _gabung(kisi, each, baris) for each in kolom if each.isi in KONTEKS},
        any(_milik_butir(kisi, baris, c) for c in by_field[MILIK_BUTIR]),
        bool(by_field[KREDIT]),
        any(_angka(kisi, baris, c) for each in kolom if each.isi == "ak_satuan" for c in each.kolom),
        _label(kisi, kolom, baris, filled),
        _jumlah(kisi, baris, by_field[KREDIT]),
        above,
    )


def _uraian(
    kisi: Kisi, kolom: Sequence[Kolom], baris: int
) -> tuple[tuple[tuple[tuple[Nomor, ...], int], ...], str, int]:
    """(numbers with their columns, text, the text's column)."""
    numbers: list[tuple[tuple[Nomor, ...], int]] = []
    texts: list[str] = []
    at = 0
    for each in sorted((each for each in kolom if each.isi in _URAI), key=lambda each: _URAI.index(each.isi)):
        for column in each.kolom:
            value = kisi.teks(baris, column)
            if not value and not kisi.rumus(baris, column):
                continue
            found, rest = pisah(value) if not texts else ([], value)
            if found:
                numbers.append((tuple(found), column))
            if (rest or not value) and each.isi != "no":
                texts.append(rest)
                at = at or column
    return tuple(numbers), " ".join(filter(None, texts)), at


def _gabungan(kisi: Kisi, kolom: Sequence[Kolom], baris: int) -> int:
    """The row above whose merged text covers this row's."""
    cells = (kisi.induk(baris, c) for each in kolom if each.isi == "uraian" for c in each.kolom)
    return next((row for row, column in cells if row < baris and kisi.teks(row, column)), 0)


def _gabung(kisi: Kisi, kolom: Kolom, baris: int) -> str:
    return " ".join(filter(None, (kisi.teks(baris, column) for column in kolom.kolom)))


def _milik_butir(kisi: Kisi, baris: int, kolom: int) -> bool:
    """Something stands there that is not the word JUMLAH, which stands in whatever column is the first."""
    text = kisi.teks(baris, kolom)
    return (text not in ("", "0") and not kata_jumlah(text)[0]) or bool(kisi.rumus(baris, kolom))


def _angka(kisi: Kisi, baris: int, kolom: int) -> bool:
    sel = kisi.sel.get((baris, kolom))
    return sel is not None and isinstance(sel.nilai, (int, float)) and sel.nilai != 0


def _label(kisi: Kisi, kolom: Sequence[Kolom], baris: int, filled: Sequence[int]) -> str:
    """The text of the row that adds, if one does, in whatever column; else the first text beside the credits."""
    values = {c for each in kolom if each.isi in KREDIT for c in each.kolom}
    texts = {c: pisah(text) for c in filled if (text := kisi.teks(baris, c))}
    adds = (rest for _, rest in texts.values() if kata_jumlah(rest)[0])
    return next(adds, "") or next((rest for c, (_, rest) in texts.items() if c not in values and rest), "")


def _jumlah(kisi: Kisi, baris: int, columns: Sequence[int]) -> tuple[int, ...]:
    return next((rows for c in columns if (rows := dijumlah(kisi.rumus(baris, c), baris, c))), ())
