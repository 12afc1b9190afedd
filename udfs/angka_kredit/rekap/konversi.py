"""The workbook since 2023: credit inside the jenjang, from the predikat."""

from __future__ import annotations

from ..errors import CellError
from ..functions.kinerja import find_jenjang_kinerja, find_predikat
from . import fakta as fungsi
from .asumsi import PREDIKAT, Asumsi
from .fakta import Fakta
from .laju import tiga
from .pegawai import Pegawai, Tujuan

_BULAN = 12


def hitung(fakta: Fakta, found: Pegawai, asumsi: Asumsi) -> None:
    found.ak = fakta.angka("ak_total")
    found.menurut = "Penetapan"
    predikat = asumsi.predikat or fakta.teks("proyeksi_predikat") or PREDIKAT
    _periksa_isian(found, predikat)
    year = fungsi.angka("AK_KONVERSI", found.jenjang, predikat, _BULAN)
    found.laju = None if year is None else year / _BULAN
    if found.ak is None:
        return
    if fakta.teks("periksa_jabatan") not in ("SESUAI", ""):
        return  # the golongan ruang is not of the jenjang: nothing can be said, and the workbook says why
    found.puncak = fakta.teks("periksa_jabatan") == "SESUAI" and not fakta.teks("golongan_sesudah")
    for nama, fungsi_kapan in (("pangkat", "KAPAN_NAIK_PANGKAT"), ("jenjang", "KAPAN_NAIK_JENJANG")):
        goal = _tujuan(fakta, found, fungsi_kapan, predikat)
        held = fakta.angka(f"ambang_{nama}")
        if goal.diminta is not None and held != goal.diminta:
            found.usang = f"nilai tersimpan berbeda dengan {fungsi_kapan}; jalankan angka-kredit hitung-ulang"
        if nama == "pangkat":
            found.pangkat = goal
        else:
            found.naik_jenjang = goal
    if found.usang:
        found.ak = None
    _predikat_terakhir(fakta, found)


def _periksa_isian(found: Pegawai, predikat: str) -> None:
    """Why the pace cannot be known: a jenjang or predikat that the regime does not have."""
    for find, word in ((find_jenjang_kinerja, found.jenjang), (find_predikat, predikat)):
        try:
            if word:
                find(word)
        except CellError as error:
            found.periksa.append(str(error))


def _tujuan(fakta: Fakta, found: Pegawai, kapan: str, predikat: str) -> Tujuan:
    given = (max(0.0, found.ak or 0), found.jenjang, found.golongan, found.sampai, predikat)
    rows = fungsi.tabel(kapan, *given, fakta.teks("golongan_masuk") or None) if found.sampai else []
    if not rows:
        return Tujuan()
    values = [row[1] for row in rows]
    return Tujuan(str(values[1]), values[2], round(values[3], 9), fungsi.hari(values[6]), fungsi.hari(values[7]))


def _predikat_terakhir(fakta: Fakta, found: Pegawai) -> None:
    """The predikat of the last year: below the coefficient, which is printed as the least of a year."""
    kinds, words = (fakta.buku.kolom.get(nama, []) for nama in ("riwayat_jenis", "riwayat_isi"))
    rated = [word for kind, word in zip(kinds, words, strict=False) if kind == "konversi" and isinstance(word, str)]
    if not rated:
        return
    got = fungsi.angka("AK_KONVERSI", found.jenjang, rated[-1], _BULAN)
    least = fungsi.angka("AK_KONVERSI", found.jenjang, PREDIKAT, _BULAN)
    if got is not None and least is not None and got < least:
        found.risiko.append(f"predikat terakhir {rated[-1]}: {tiga(got)} setahun, di bawah koefisien {tiga(least)}")
