"""A workbook of credit from the nilai kinerja: the steps that the jabatan's text prints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..rules.periode_naik import periode_sejak
from ..rules.proyeksi import Laju, bulan_perlu, sesudah
from . import fakta as fungsi
from .asumsi import Asumsi
from .fakta import Fakta
from .laju import laju_sendiri, tiga
from .pegawai import Pegawai, Tujuan


def hitung(fakta: Fakta, found: Pegawai, asumsi: Asumsi) -> None:
    found.ak = fakta.angka("ak_total")
    found.menurut = "Penetapan"
    found.laju = laju_sendiri(fakta, "penetapan_baru", asumsi)
    steps = {"pangkat": found.golongan, "jenjang": found.jenjang}
    goals = {nama: _tujuan(fakta, found, nama, dari) for nama, dari in steps.items()}
    found.pangkat, found.naik_jenjang = goals["pangkat"], goals["jenjang"]
    found.puncak = bool(found.golongan) and not any(goal.nama for goal in goals.values())
    if fakta.angka("belum_beres"):
        found.periksa.append("ada baris Penilaian yang belum beres: lihat kolom Periksa")
    _minimal(fakta, found)


def _tujuan(fakta: Fakta, found: Pegawai, nama: str, dari: str) -> Tujuan:
    held, asked = fakta.angka(f"ambang_{nama}"), fungsi.angka("AK_KENAIKAN", dari, found.id_jabatan)
    if asked != held:
        found.usang = f"nilai tersimpan berbeda dengan AK_KENAIKAN({dari}); jalankan angka-kredit hitung-ulang"
        found.ak = None
    words = fakta.teks(f"tujuan_{nama}")
    if asked is None or found.ak is None:
        return Tujuan(words if asked is not None else "", asked)
    goal = Tujuan(words, asked, round(max(0.0, asked - found.ak), 9))
    if found.sampai and (found.laju or not goal.kurang):
        goal.tercapai = _tercapai(found.sampai, goal.kurang or 0, found.laju or 1)
        goal.periode = periode_sejak(goal.tercapai)[0]
    return goal


def _tercapai(sampai: date, kurang: float, laju: float) -> date:
    months = bulan_perlu(Decimal(format(kurang, ".15g")), Laju(Decimal(format(laju, ".15g")), 1, ()))
    return sesudah(sampai, months)


def _minimal(fakta: Fakta, found: Pegawai) -> None:
    """The last year that was assessed, against the yearly minimum."""
    years = fakta.buku.kolom.get("penilaian_tahun", [])
    shares = fakta.buku.kolom.get("penilaian_persen", [])
    told = [
        (year, share)
        for year, share in zip(years, shares, strict=False)
        if isinstance(year, float) and isinstance(share, float)
    ]
    if told and (last := max(told))[1] < 1:
        found.risiko.append(f"tahun {int(last[0])} hanya {tiga(last[1] * 100)}% dari angka kredit minimal setahun")
