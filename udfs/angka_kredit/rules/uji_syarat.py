"""Uji syarat: one condition put to the test, by its `jenis`. What is not filled in is neither held nor failed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from ..errors import CellError
from ..regulations.schema import Ijazah
from ..regulations.tabel import PengangkatanKembali, Syarat
from ..regulations.umum import di_antara, find_ijazah, pangkat
from ..words import tanggal
from .ambang import ak_kumulatif
from .batas_usia import batas_usia, batas_usul
from .hasil import Hasil
from .kasus import Batas, BatasTanggal, Isi, Kasus, Uji, angka, di_bawah, paling_cepat, paling_kurang, paling_lambat
from .kewajiban import ak_tahunan_minimal
from .komposisi import ak_utama_minimal
from .pangkat import berikut_dalam
from .pembebasan import tanggal_bebas_sementara, tanggal_berhenti
from .profesi_minimal import ak_profesi_minimal

IJAZAH, SEBAB, ANTARA, NAIK_JENJANG = "ijazah", "sebab", "golongan_antara", "naik_jenjang"
LAHIR, TMT, BEBAS = "lahir", "tmt", "bebas"  # dates that other conditions count from
PEMILIH = (SEBAB, ANTARA)  # whether their kelompok applies at all


def uji(kasus: Kasus, row: Syarat) -> Uji:
    """The condition put to the test. What its rule cannot compute stays in its own row, in words."""
    try:
        return JENIS[row.jenis](kasus, row, kasus.isian.get(row.label))
    except CellError as error:
        return Uji(str(error).removesuffix("."), None, terhalang=True)


def _ya(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    return Uji("ya", None if isi is None else isi is True)


def _tidak(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    return Uji("tidak", None if isi is None else isi is False)


def _minimal(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    return paling_kurang(row, isi, Batas(Decimal(row.nilai)))


def _lebih(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    most = Decimal(row.nilai)
    return Uji(f"lebih dari {angka(most, row)}", isi > most if isinstance(isi, Decimal) else None)


def _golongan(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    highest = list(pangkat())[-1]
    held = di_antara(isi, row.nilai, highest) if isinstance(isi, str) else None
    return Uji(f"paling rendah {row.nilai}", held)


def _golongan_antara(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    first, _, last = row.nilai.partition(" sampai ")
    return Uji(row.nilai, di_antara(isi, first, last or first) if isinstance(isi, str) else None)


def _sebab(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    rule = kasus.jabatan.per_kunci(PengangkatanKembali)[row.nilai]
    return Uji(rule.nama[0], None if isi is None else isi == row.nilai, (rule,))


def _ijazah(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    """At least one of these of one level: 'S1/D.IV'. Another of that level does not do: SMA is no SMK."""
    names = row.nilai.split("/")
    held = None
    if isinstance(isi, Ijazah):
        held = isi.nama in names or isi.urutan > find_ijazah(names[0]).urutan
    return Uji(f"paling rendah {row.nilai}", held)


def _diketahui(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    return Uji("tanggal", None if isi is None else True)


def _masa(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    """Within two dates: 2012-07-17/2014-07-16."""
    first, last = (date.fromisoformat(day) for day in row.nilai.split("/"))
    held = first <= isi <= last if isinstance(isi, date) else None
    return Uji(f"{tanggal(first)} sampai {tanggal(last)}", held)


def _usia(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    lahir = kasus.isi(LAHIR)
    return paling_lambat(isi, _hari(batas_usia(kasus.jabatan, row.nilai, lahir)) if isinstance(lahir, date) else None)


def _usul(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    lahir = kasus.isi(LAHIR)
    return paling_lambat(isi, _hari(batas_usul(kasus.jabatan, row.nilai, lahir)) if isinstance(lahir, date) else None)


def _lewat_bebas(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    tmt, golongan = kasus.isi(TMT), kasus.isi(ANTARA)
    if not isinstance(tmt, date) or not isinstance(golongan, str):
        return paling_cepat(isi, None)
    return paling_cepat(isi, _hari(tanggal_bebas_sementara(kasus.jabatan, golongan, tmt)))


def _lewat_berhenti(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    bebas = kasus.isi(BEBAS)
    return paling_cepat(isi, _hari(tanggal_berhenti(kasus.jabatan, bebas)) if isinstance(bebas, date) else None)


def _ambang(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    return paling_kurang(row, isi, _ak_sasaran(kasus, row))


def _di_bawah_ambang(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    return di_bawah(row, isi, _ak_sasaran(kasus, row))


def _tahunan(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    return paling_kurang(row, isi, _ak_tahunan(kasus))


def _di_bawah_tahunan(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    return di_bawah(row, isi, _ak_tahunan(kasus))


def _profesi(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    return paling_kurang(row, isi, _ak(ak_profesi_minimal(kasus.jabatan, _tujuan(kasus))))


def _komposisi(kasus: Kasus, row: Syarat, isi: Isi | None) -> Uji:
    ijazah = kasus.isi(IJAZAH)
    if not isinstance(ijazah, Ijazah):
        return paling_kurang(row, isi, None)
    return paling_kurang(row, isi, _ak(ak_utama_minimal(kasus.jabatan, _tujuan(kasus), ijazah)))


def _ak_sasaran(kasus: Kasus, row: Syarat) -> Batas | None:
    """The credit of the golongan that the row names, of the rise, or of the golongan after the one filled in."""
    if kasus.sasaran:
        return kasus.sasaran.ak
    held = kasus.isi(ANTARA)
    golongan = row.nilai or (berikut_dalam(kasus.jabatan, held) if isinstance(held, str) else "")
    if not golongan:
        return None
    ambang = ak_kumulatif(kasus.jabatan, golongan)
    return Batas(ambang.nilai, (ambang,))


def _ak_tahunan(kasus: Kasus) -> Batas | None:
    held = kasus.isi(ANTARA)
    return _ak(ak_tahunan_minimal(kasus.jabatan, held)) if isinstance(held, str) else None


def _tujuan(kasus: Kasus) -> str:
    assert kasus.sasaran, "only a rise has conditions of this jenis"
    return kasus.sasaran.golongan


def _ak(hasil: Hasil) -> Batas:
    assert isinstance(hasil.nilai, Decimal)
    return Batas(hasil.nilai, hasil.dasar)


def _hari(hasil: Hasil) -> BatasTanggal:
    assert isinstance(hasil.nilai, date)
    return BatasTanggal(hasil.nilai, hasil.dasar)


JENIS: dict[str, Callable[[Kasus, Syarat, Isi | None], Uji]] = {
    "ya": _ya,
    "tidak": _tidak,
    NAIK_JENJANG: _ya,  # asked only where the jenjang changes
    "minimal": _minimal,
    "lebih": _lebih,
    "golongan": _golongan,
    ANTARA: _golongan_antara,
    SEBAB: _sebab,
    IJAZAH: _ijazah,
    LAHIR: _diketahui,
    TMT: _diketahui,
    BEBAS: _diketahui,
    "masa": _masa,
    "usia": _usia,
    "usul": _usul,
    "lewat_bebas": _lewat_bebas,
    "lewat_berhenti": _lewat_berhenti,
    "ambang": _ambang,
    "di_bawah_ambang": _di_bawah_ambang,
    "tahunan": _tahunan,
    "di_bawah_tahunan": _di_bawah_tahunan,
    "profesi": _profesi,
    "komposisi": _komposisi,
}
