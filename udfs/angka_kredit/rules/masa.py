"""Masa: one row of a person's history, and what its years, months and words have wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..errors import CellError
from ..regulations import regime
from ..regulations.regime import Predikat
from ..regulations.schema import Jenjang
from .konversi import SETAHUN
from .naik_kinerja import periksa_golongan


class Masa(NamedTuple):
    """A row as far as it could be read; None for what is not filled in, or could not be read: `temuan` says what,
    and `galat` is the error of the first such cell."""

    tahun: int | None
    rezim: str | None
    jenjang: Jenjang | None
    golongan: str | None
    ak: Decimal | None  # credit points of the row; of a konversi it follows from the predikat
    predikat: Predikat | None
    bulan: int | None
    lama: Decimal | None
    jumlah: Decimal | None
    temuan: tuple[str, ...] = ()
    galat: str = ""


def temuan_masa(rows: Sequence[Masa]) -> list[list[str]]:
    """For every row what is wrong with its year, its months, and its golongan ruang."""
    return [[*_tahun(rows, place), *_bulan(rows, place), *_golongan(rows[place])] for place in range(len(rows))]


def rezim_tahun(tahun: int) -> str:
    """The regime of a calendar year."""
    return [row.rezim for row in regime.rezim().values() if row.mulai <= tahun][-1]


def _tahun(rows: Sequence[Masa], place: int) -> Iterator[str]:
    row, earlier = rows[place], [other for other in rows[:place] if other.tahun]
    if row.tahun is None:
        return
    if row.rezim and row.rezim != (own := rezim_tahun(row.tahun)):
        yield f"tahun {row.tahun} masa {own}, bukan {row.rezim} ({regime.rezim()[own].rujukan})"
    same = {other.rezim for other in earlier if other.tahun == row.tahun} - {row.rezim, None}
    if row.rezim and same:
        yield f"tahun {row.tahun} ada dalam dua rezim: {', '.join(sorted(map(str, same)))} dan {row.rezim}"
    if not earlier:
        return
    last = earlier[-1].tahun or 0
    if row.tahun < last:
        yield f"tahun {row.tahun} sesudah {last}; urutkan dari yang terlama"
    elif row.tahun > last + 1:
        missing = str(last + 1) if row.tahun == last + 2 else f"{last + 1}-{row.tahun - 1}"
        yield f"tahun {missing} tidak ada"


def _bulan(rows: Sequence[Masa], place: int) -> Iterator[str]:
    """Months that overlap, or that leave a part of the year open."""
    row = rows[place]
    if row.tahun is None:
        return
    years = [other.tahun for other in rows if other.tahun]
    places = [at for at, other in enumerate(rows) if other.tahun == row.tahun]
    months = [rows[at].bulan for at in places if at <= place]
    total = sum(filter(None, months))
    if row.bulan and total > SETAHUN:
        yield f"bulan tahun {row.tahun} menjadi {total}; ada yang bertumpuk"
    within = min(years) < row.tahun < max(years)
    if within and place == places[-1] and None not in months and total < SETAHUN:
        yield f"tahun {row.tahun} hanya {total} bulan; sisanya tidak ada"


def _golongan(row: Masa) -> Iterator[str]:
    if row.jenjang and row.golongan:
        try:
            periksa_golongan(row.jenjang, row.golongan)
        except CellError as error:
            yield str(error)
