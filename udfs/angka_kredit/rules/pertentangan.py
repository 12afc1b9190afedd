"""Pertentangan: isian that cannot all be true of one officer. What is not filled in contradicts nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..errors import BadValue
from ..regulations.schema import Ijazah
from ..words import indonesian, tanggal
from .kasus import Kasus

AMBANG, UTAMA, PROFESI = "ambang", "komposisi", "profesi"  # jenis of conditions, as in uji_syarat
_URUTAN = (  # of the jenis that take a date: the first is never later than the second
    ("lahir", "usul"),
    ("lahir", "usia"),
    ("usul", "usia"),
    ("tmt", "lewat_bebas"),
    ("bebas", "lewat_berhenti"),
)


def tolak_pertentangan(kasus: Kasus) -> None:
    """#VALUE! in words for credits that exceed their sum, dates in the wrong order, years longer than a life."""
    _angka_kredit(kasus)
    for first, then in _URUTAN:
        _tanggal(kasus, first, then)
    _lama(kasus)


def _angka_kredit(kasus: Kasus) -> None:
    """Profesi is part of utama; utama and the diploma are parts of the whole."""
    whole, utama, profesi = (_angka(kasus, jenis) for jenis in (AMBANG, UTAMA, PROFESI))
    if utama and profesi and profesi[1] > utama[1]:
        raise _salah(f"{_sebut(*profesi)} adalah bagian dari {_sebut(*utama)}, jadi tidak mungkin lebih besar")
    part, ijazah = utama or profesi, kasus.isi("ijazah")
    if not whole or not part:
        return
    parts, total = _sebut(*part), part[1]
    if isinstance(ijazah, Ijazah):
        parts, total = f"{parts} dan ijazah {ijazah.nama} ({indonesian(ijazah.ak)})", total + ijazah.ak
    if total > whole[1]:
        raise _salah(f"{parts} berjumlah {indonesian(total)}, lebih dari {_sebut(*whole)} yang memuatnya")


def _tanggal(kasus: Kasus, first: str, then: str) -> None:
    earlier, later = kasus.isi(first), kasus.isi(then)
    if isinstance(earlier, date) and isinstance(later, date) and earlier > later:
        one, other = kasus.labels(first)[0], kasus.labels(then)[0]
        raise _salah(f"'{one}' ({tanggal(earlier)}) sesudah '{other}' ({tanggal(later)})")


def _lama(kasus: Kasus) -> None:
    born, day = kasus.isi("lahir"), kasus.isi("usia")
    if not isinstance(born, date) or not isinstance(day, date):
        return
    life = Decimal((day - born).days) / 365  # a little too long, so that nobody is wronged
    for row in kasus.syarat:
        years = kasus.isian.get(row.label)
        if row.satuan == "tahun" and isinstance(years, Decimal) and years > life:
            raise _salah(f"{_sebut(row.label, years)} tahun lebih lama dari umurnya pada {tanggal(day)}")


def _angka(kasus: Kasus, jenis: str) -> tuple[str, Decimal] | None:
    found = kasus.isi(jenis)
    return (kasus.labels(jenis)[0], found) if isinstance(found, Decimal) else None


def _sebut(label: str, number: Decimal) -> str:
    return f"'{label}' ({indonesian(number)})"


def _salah(words: str) -> BadValue:
    return BadValue(f"Isian bertentangan: {words}. Perbaiki salah satunya.")
