"""A workbook of credit per butir: the cumulative scale, what is short by unsur, the suspension."""

from __future__ import annotations

from datetime import date

from ..errors import CellError
from ..positions import find_golongan, find_jabatan, find_jenjang
from ..regulations.schema import Jabatan, Jenjang
from ..rules.kalender import tambah_tahun
from ..rules.kenaikan import jenjang_berikut
from ..words import tanggal
from . import fakta as fungsi
from .asumsi import Asumsi
from .fakta import Fakta
from .laju import laju_sendiri, tiga
from .pegawai import PENUNJANG, Pegawai, Tujuan

_UNSUR = {"utama": "Unsur utama", "profesi": "Pengembangan profesi"}


def hitung(fakta: Fakta, found: Pegawai, asumsi: Asumsi) -> None:
    tim = bool(fakta.teks("penilaian_tim"))
    found.ak = fakta.angka("pak_jumlah" if tim else "ak_jumlah")
    found.menurut = "Tim Penilai" if tim else "pengusul"
    for nama, label in _UNSUR.items():
        if short := fakta.angka(f"kekurangan_{nama}"):
            found.kurang_unsur[label] = short
            if day := fakta.tanggal(f"proyeksi_tercapai_{nama}"):
                found.unsur_tercapai[label] = day
    found.laju = laju_sendiri(fakta, "pak_baru" if tim else "dupak_baru_semua", asumsi)
    try:
        jabatan = find_jabatan(found.id_jabatan)
        jenjang, golongan = find_jenjang(jabatan.id, found.jenjang), find_golongan(jabatan.id, found.golongan)
    except CellError as error:
        found.periksa.append(str(error))
        return
    _uji(fakta, found, jabatan)
    ladder = [row.kode for each in jabatan.jenjang if each.kategori == jenjang.kategori for row in each.golongan]
    if golongan not in ladder:
        found.periksa.append(f"golongan ruang {golongan} bukan milik kategori {jenjang.kategori}")
        return
    if golongan != ladder[-1]:
        found.pangkat = _tujuan(found, jabatan, golongan, ladder[ladder.index(golongan) + 1])
    found.naik_jenjang = _jenjang(found, jabatan, jenjang)
    found.puncak = not found.pangkat.nama and not found.naik_jenjang.nama
    _penunjang(fakta, found)
    found.batas_penetapan = fungsi.tanggal("BATAS_PENETAPAN_AK", asumsi.periode, jabatan.id)
    _bebas(fakta, found, jabatan, golongan, asumsi)


def _uji(fakta: Fakta, found: Pegawai, jabatan: Jabatan) -> None:
    """The threshold that the workbook holds against the function's."""
    goal, held = fakta.teks("tujuan"), fakta.angka("ambang")
    asked = fungsi.angka("AK_KUMULATIF", goal, jabatan.id) if goal else None
    if asked is not None and held != asked:
        found.usang = f"nilai tersimpan berbeda dengan AK_KUMULATIF({goal}); jalankan angka-kredit hitung-ulang"
        found.ak = None


def _tujuan(found: Pegawai, jabatan: Jabatan, dari: str, nama: str, kode: str = "") -> Tujuan:
    """The rise to golongan `kode` (else `nama`), which follows `dari`."""
    goal = Tujuan(nama, fungsi.angka("AK_KUMULATIF", kode or nama, jabatan.id))
    if found.ak is None or goal.diminta is None:
        return goal
    goal.kurang = round(max(0.0, goal.diminta - found.ak), 9)
    if found.sampai is None:
        return goal
    pace = found.laju or (1.0 if not goal.kurang else 0)  # who has enough needs no pace
    rows = fungsi.tabel("KAPAN_NAIK_KONVENSIONAL", found.ak, dari, jabatan.id, found.sampai, pace) if pace else []
    if rows:
        goal.tercapai, goal.periode = fungsi.hari(rows[6][1]), fungsi.hari(rows[7][1])
    return goal


def _jenjang(found: Pegawai, jabatan: Jabatan, jenjang: Jenjang) -> Tujuan:
    try:
        following = jenjang_berikut(jabatan, jenjang)
    except CellError:  # the highest
        return Tujuan()
    return _tujuan(found, jabatan, jenjang.golongan[-1].kode, following.nama, following.golongan[0].kode)


def _penunjang(fakta: Fakta, found: Pegawai) -> None:
    """Unsur penunjang above its most adds nothing: then the sum is short by as much."""
    most, held, asked = fakta.angka("penunjang_maksimal"), fakta.angka("penunjang_ada"), found.pangkat.diminta
    if most is None or held is None or asked is None or found.ak is None or held <= most:
        return
    short = round(asked - (found.ak - (held - most)), 9)
    if short > 0:
        found.kurang_unsur[PENUNJANG] = short


def _bebas(fakta: Fakta, found: Pegawai, jabatan: Jabatan, golongan: str, asumsi: Asumsi) -> None:
    days = [day for nama in ("tmt_golongan", "tmt_jabatan") if (day := fakta.tanggal(nama))]
    if len(days) < 2:
        return
    tmt = max(days)
    least = fungsi.angka("AK_TAHUNAN_MINIMAL", golongan, jabatan.id)
    if least is not None:
        tmt = _ulang_tahun(tmt, asumsi.tanggal)
        _tahunan(found, least)
    found.bebas_sementara = fungsi.tanggal("TANGGAL_BEBAS_SEMENTARA", tmt, golongan, jabatan.id)


def _ulang_tahun(tmt: date, pada: date) -> date:
    """The last day on or before `pada` on which whole years since the TMT were over."""
    years = max(0, pada.year - tmt.year)
    return tambah_tahun(tmt, years) if tambah_tahun(tmt, years) <= pada else tambah_tahun(tmt, max(0, years - 1))


def _tahunan(found: Pegawai, least: float) -> None:
    if found.laju is not None and round(found.laju * 12, 9) < least:
        year, words = tiga(found.laju * 12), tiga(least)
        until = f" sampai {tanggal(found.sampai)}" if found.sampai else ""
        found.risiko.append(f"angka kredit setahun {year}{until}, paling sedikit {words} setiap tahun")
