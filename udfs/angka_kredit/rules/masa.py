"""Masa: one row of a person's history, and what its years, months and words have wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..errors import CellError
from ..regulations import regime
from ..regulations.regime import Predikat
from ..regulations.schema import Jenjang
from ..regulations.umum import pangkat
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
    """For every row what is wrong with its year, its months, its jenjang and its golongan ruang."""
    return [
        [*_tahun(rows, at), *_ganda(rows, at), *_bulan(rows, at), *_golongan(rows[at]), *_turun(rows, at)]
        for at in range(len(rows))
    ]


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


def _ganda(rows: Sequence[Masa], place: int) -> Iterator[str]:
    """A year that is there already, and nobody tells which months are whose."""
    row = rows[place]
    if row.tahun is None or row.rezim is None or _dari_integrasi(rows, place):
        return
    for at, other in enumerate(rows[:place]):
        same = (other.tahun, other.rezim) == (row.tahun, row.rezim) and not _dari_integrasi(rows, at)
        if same and None in (row.bulan, other.bulan):
            yield f"tahun {row.tahun} sudah ada; isi BULAN keduanya"
            return


def _dari_integrasi(rows: Sequence[Masa], place: int) -> bool:
    """Whether the row is no work of its year, but only what the integrasi has left: its LAMA, or (first) its credit."""
    row = rows[place]
    if row.rezim != regime.INTEGRASI:
        return False
    return not row.lama if place == 0 else row.ak == 0 and row.lama is not None


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


def _turun(rows: Sequence[Masa], place: int) -> Iterator[str]:
    """A jenjang (of the same kategori) or a golongan ruang below the last one that was told."""
    row, earlier = rows[place], rows[:place]
    level = next((other.jenjang for other in reversed(earlier) if other.jenjang), None)
    if row.jenjang and level and row.jenjang.kategori == level.kategori and row.jenjang.urutan < level.urutan:
        yield f"jenjang turun dari {level.nama} ke {row.jenjang.nama}"
    order = list(pangkat())
    rank = next((other.golongan for other in reversed(earlier) if other.golongan), None)
    if row.golongan and rank and order.index(row.golongan) < order.index(rank):
        yield f"golongan ruang turun dari {rank} ke {row.golongan}"
