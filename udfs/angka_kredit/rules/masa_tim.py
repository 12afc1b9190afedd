"""Masa tim: how long a member of the Tim Penilai serves, and from when again
(PMB Lampiran VII.B.9-10; Assessor Pasal 22 (1)-(2))."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.schema import Jabatan
from ..regulations.tabel import MasaTim
from ..words import indonesian, tanggal
from .hasil import Hasil
from .kalender import dasar_kabisat, tambah_tahun


def akhir_masa_tim(jabatan: Jabatan, mulai: date) -> Hasil:
    """The last day of the term that began on `mulai`."""
    rule = jabatan.aturan(MasaTim)
    genap = tambah_tahun(mulai, rule.tahun)
    words = f"{tanggal(mulai)} + {rule.tahun} tahun - 1 hari"
    return Hasil(genap - timedelta(days=1), words, (rule, *dasar_kabisat(mulai, genap)))


def tim_boleh_lagi(jabatan: Jabatan, mulai: date, kali: Decimal) -> Hasil:
    """The first day of a next term; `mulai`: when the last term began, `kali`: how many in a row it makes.

    #NUM! for a number of terms in a row that the text does not allow."""
    rule = jabatan.aturan(MasaTim)
    if kali % 1 or not 1 <= kali <= rule.berturut:
        raise OutOfRule(
            f"{indonesian(kali)} masa jabatan berturut-turut di luar aturan: 1 sampai {rule.berturut} ({rule.rujukan})."
        )
    pause = rule.jeda if kali == rule.berturut else 0
    genap = tambah_tahun(mulai, rule.tahun * (1 + pause))
    after = f", lalu jeda {pause} masa jabatan sesudah {indonesian(kali)} kali berturut-turut" if pause else ""
    words = f"masa jabatan {rule.tahun} tahun sejak {tanggal(mulai)}{after}"
    return Hasil(genap, words, (rule, *dasar_kabisat(mulai, genap)))
