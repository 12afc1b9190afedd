"""Riwayat: one person's credit, row by row, from konvensional through integrasi to konversi.

Every row is proved from the row before it; what does not hold is named at its row, and the rest still computes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..errors import BadValue, CellError
from ..regulations import regime
from ..regulations.regime import KONVENSIONAL, KONVERSI, DalamJenjang
from ..rounding import round_credit
from ..words import indonesian
from .hasil import Berdasar, Hasil, Nilai, rujukan
from .integrasi import ak_integrasi
from .konversi import ak_konversi
from .masa import Masa, temuan_masa

KEPALA = ("Angka kredit", "Jumlah", "Temuan", "Dasar")
SESUAI, PERIKSA = "SESUAI", "PERIKSA"
_CETAK = Decimal("0.005")  # how far two printed decimals of the konversi may lie from the exact number
_DUA_CETAK = 2 * _CETAK  # the same where the number to compare with rests on another printed one
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
    named = [*row.temuan, *temuan, *_uji_lama(row, before, cetak), *_uji_jumlah(row, before, ak, cetak)]
    named += _uji_dasar(row, before)
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
    if row.jenjang and _jenjang_baru(row, earlier):
        awal = _awal(row)
        start = awal.ak_dasar if awal else Decimal(0)
        words = f"jenjang baru {row.jenjang.nama} mulai lagi dari {indonesian(start)}"
        return Angka(start, words, (regime.dasar("jenjang_baru"), *((awal,) if awal else ())))
    return Angka(jumlah)


def _jenjang_baru(row: Masa, earlier: Masa) -> bool:
    """Whether the credit starts again: another jenjang since the integrasi."""
    counted = row.rezim != KONVENSIONAL and earlier.rezim != KONVENSIONAL
    return bool(counted and row.jenjang and earlier.jenjang and row.jenjang != earlier.jenjang)


def _awal(row: Masa) -> DalamJenjang | None:
    """What the row's golongan ruang starts with in its jenjang, where the source has it."""
    found = regime.dalam_jenjang().get(row.golongan or "")
    return found if found and row.jenjang and found.jenjang == row.jenjang.nama else None


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
        told = row.lama is not None or any(words.startswith("LAMA:") for words in row.temuan)
        return [] if told else ["LAMA baris pertama belum diisi; dihitung dari 0"]
    if lanjut.ak is None:
        return [lanjut.uraian] if lanjut.uraian else []
    computed = before.masa.jumlah is None and before.masa.rezim == KONVERSI
    if row.lama is None or _sama(row.lama, lanjut.ak, _DUA_CETAK if computed else Decimal(0)):
        return []
    why = lanjut.uraian or "JUMLAH baris sebelumnya"
    return [f"LAMA {_angka(row.lama)} seharusnya {_angka(lanjut.ak)}: {why}"]


def _uji_jumlah(row: Masa, before: Langkah | None, ak: Angka, lanjut: Angka) -> list[str]:
    """JUMLAH against LAMA and the credit of the row; a LAMA that is wrong is named once, not twice."""
    computed = before is not None and before.masa.jumlah is None and before.masa.rezim == KONVERSI
    slack = _CETAK if row.rezim == KONVERSI else Decimal(0)
    pairs = ((row.lama, slack), (lanjut.ak, 2 * slack if computed else slack))
    starts = [(start, within) for start, within in pairs if start is not None]
    if row.jumlah is None or ak.ak is None or not starts:
        return []
    if any(_sama(row.jumlah, start + ak.ak, within) for start, within in starts):
        return []
    lama = starts[0][0]
    return [f"JUMLAH {_angka(row.jumlah)} seharusnya {_angka(lama + ak.ak)}: {_angka(lama)} + {_angka(ak.ak)}"]


def _uji_dasar(row: Masa, before: Langkah | None) -> list[str]:
    """A jenjang entered above its lowest golongan ruang, of which the source has no AK dasar."""
    if not (before and row.golongan and _jenjang_baru(row, before.masa)) or _awal(row):
        return []
    assert row.jenjang
    own = [each.kode for each in row.jenjang.golongan]
    above = row.golongan in own[1:]
    return [f"AK dasar {row.golongan} tidak ada dalam sumber; dianggap 0"] if above else []


def _sama(one: Decimal, other: Decimal, within: Decimal) -> bool:
    return abs(one - other) <= within


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
