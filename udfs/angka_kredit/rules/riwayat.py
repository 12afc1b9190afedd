"""Riwayat: one person's credit, row by row, from konvensional through integrasi to konversi.

Every row is proved from the row before it; what does not hold is named at its row, and the rest still computes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..errors import BadValue, CellError
from ..regulations import regime
from ..regulations.regime import KONVENSIONAL, KONVERSI
from ..rounding import round_credit
from ..words import indonesian
from .hasil import Berdasar, Hasil, Nilai, rujukan
from .integrasi import ak_integrasi
from .konversi import ak_konversi
from .masa import Masa, temuan_masa

KEPALA = ("Angka kredit", "Jumlah", "Temuan", "Dasar")
SESUAI, PERIKSA = "SESUAI", "PERIKSA"
_DUA_DESIMAL = Decimal("0.01")  # how far a printed JUMLAH of the konversi may lie from the exact one
_DESIMAL_ISIAN = 9  # no typed credit has more decimals (rounding.without_noise); a twelfth of a year does


class Angka(NamedTuple):
    """Credit points; None where what was filled in does not tell, and `galat` is then what the cell shows."""

    ak: Decimal | None
    uraian: str = ""
    dasar: tuple[Berdasar, ...] = ()
    galat: str = ""


class Langkah(NamedTuple):
    """One row, what it comes to, and what is wrong with it."""

    masa: Masa
    ak: Angka
    lanjut: Angka  # what it starts with
    jumlah: Decimal | None
    temuan: tuple[str, ...]
    dasar: tuple[Berdasar, ...]


def riwayat_ak(rows: Sequence[Masa | None]) -> Hasil:
    """The verdict, then a row a row (None: an empty one): year, credit, cumulative credit, what is wrong, sources."""
    filled = [row for row in rows if row]
    steps: list[Langkah] = []
    for row, temuan in zip(filled, temuan_masa(filled), strict=True):
        steps.append(_langkah(row, steps[-1] if steps else None, temuan))
    verdict = PERIKSA if any(step.temuan for step in steps) else SESUAI
    lines = map(_baris, steps)
    empty = ("",) * (1 + len(KEPALA))
    table = [(verdict, *KEPALA), *(next(lines) if row else empty for row in rows)]
    words = "\n".join(["baris demi baris", *map(_kalimat, steps)])
    return Hasil(table, words, (regime.dasar("riwayat"), *(source for step in steps for source in step.dasar)))


def _langkah(row: Masa, before: Langkah | None, temuan: Sequence[str]) -> Langkah:
    ak = _ak(row)
    lanjut = _lanjut(row, before, before.jumlah if before else None)
    cetak = _lanjut(row, before, before.masa.jumlah) if before and before.masa.jumlah is not None else lanjut
    named = [*row.temuan, *temuan, *_uji_lama(row, before, cetak), *_uji_jumlah(row, ak, cetak)]
    start = row.lama if lanjut.ak is None else lanjut.ak
    jumlah = row.jumlah if start is None or ak.ak is None else start + ak.ak
    dasar = [*ak.dasar, *cetak.dasar]
    if row.rezim:
        dasar.append(regime.rezim()[row.rezim])
    return Langkah(row, ak, cetak, jumlah, tuple(named), tuple(dict.fromkeys(dasar)))


def _ak(row: Masa) -> Angka:
    """The credit of the row: typed, or of its predikat."""
    if row.rezim != KONVERSI:
        return Angka(row.ak, galat=row.galat)
    if row.jenjang is None or row.predikat is None or row.bulan is None:
        return Angka(None, galat=row.galat)
    konversi = ak_konversi(row.jenjang, row.predikat, Decimal(row.bulan))
    assert isinstance(konversi.nilai, Decimal)
    return Angka(konversi.nilai, konversi.uraian, konversi.dasar)


def _lanjut(row: Masa, before: Langkah | None, jumlah: Decimal | None) -> Angka:
    """What the row starts with, where the row before it ended with `jumlah`."""
    if before is None:
        return Angka(row.lama or Decimal(0))
    if jumlah is None:
        return Angka(None)
    earlier = before.masa
    if earlier.rezim == KONVENSIONAL and row.rezim not in (KONVENSIONAL, None):
        return _integrasi(row, jumlah)
    counted = row.rezim != KONVENSIONAL and earlier.rezim != KONVENSIONAL
    if counted and row.jenjang and earlier.jenjang and row.jenjang != earlier.jenjang:
        awal = regime.dalam_jenjang().get(row.golongan or "")
        own = awal is not None and awal.jenjang == row.jenjang.nama
        start = awal.ak_dasar if awal and own else Decimal(0)
        words = f"jenjang baru {row.jenjang.nama} mulai lagi dari {indonesian(start)}"
        return Angka(start, words, (regime.dasar("jenjang_baru"), *((awal,) if awal and own else ())))
    return Angka(jumlah)


def _integrasi(row: Masa, jumlah: Decimal) -> Angka:
    try:
        if row.golongan is None:
            raise BadValue("golongan ruang belum diisi, jadi AK integrasi tidak dapat dihitung")
        found = ak_integrasi(jumlah, row.golongan)
    except CellError as error:
        return Angka(None, str(error), galat=error.kode)
    assert isinstance(found.nilai, Decimal)
    return Angka(found.nilai, f"AK integrasi {found.uraian}", found.dasar)


def _uji_lama(row: Masa, before: Langkah | None, lanjut: Angka) -> list[str]:
    """LAMA against the JUMLAH of the row before it."""
    if before is None:
        return ["LAMA baris pertama belum diisi; dihitung dari 0"] if row.lama is None else []
    if lanjut.ak is None:
        return [lanjut.uraian] if lanjut.uraian else []
    computed = before.masa.jumlah is None and before.masa.rezim == KONVERSI
    if row.lama is None or _sama(row.lama, lanjut.ak, computed):
        return []
    why = lanjut.uraian or "JUMLAH baris sebelumnya"
    return [f"LAMA {_angka(row.lama)} seharusnya {_angka(lanjut.ak)}: {why}"]


def _uji_jumlah(row: Masa, ak: Angka, lanjut: Angka) -> list[str]:
    """JUMLAH against LAMA and the credit of the row; a LAMA that is wrong is named once, not twice."""
    starts = [start for start in (row.lama, lanjut.ak) if start is not None]
    if row.jumlah is None or ak.ak is None or not starts:
        return []
    if any(_sama(row.jumlah, start + ak.ak, row.rezim == KONVERSI) for start in starts):
        return []
    lama = starts[0]
    return [f"JUMLAH {_angka(row.jumlah)} seharusnya {_angka(lama + ak.ak)}: {_angka(lama)} + {_angka(ak.ak)}"]


def _sama(one: Decimal, other: Decimal, dua_desimal: bool) -> bool:
    return abs(one - other) <= (_DUA_DESIMAL if dua_desimal else 0)


def _baris(step: Langkah) -> tuple[Nilai, ...]:
    year = "" if step.masa.tahun is None else Decimal(step.masa.tahun)
    galat = step.ak.galat or "#VALUE!"
    ak, jumlah = (galat if number is None else number for number in (step.ak.ak, step.jumlah))
    return year, ak, jumlah, _temuan(step), rujukan(step.dasar)


def _kalimat(step: Langkah) -> str:
    ak, jumlah = ("tidak terhitung" if number is None else _angka(number) for number in (step.ak.ak, step.jumlah))
    how = f" ({step.ak.uraian})" if step.ak.uraian else ""
    start = f", LAMA: {step.lanjut.uraian}" if step.lanjut.ak is not None and step.lanjut.uraian else ""
    name = f"{step.masa.tahun or 'tahun?'} {step.masa.rezim or 'rezim?'}"
    return f"- {name}: {ak}{how}{start}, jumlah {jumlah}; {_temuan(step)}"


def _temuan(step: Langkah) -> str:
    return "; ".join(text.rstrip(".") for text in step.temuan) or "sesuai"


def _angka(number: Decimal) -> str:
    """As it was typed; a twelfth of a year with the two decimals that are printed."""
    exponent = number.as_tuple().exponent
    endless = isinstance(exponent, int) and exponent < -_DESIMAL_ISIAN
    return indonesian(round_credit(number, "2") if endless else number)
