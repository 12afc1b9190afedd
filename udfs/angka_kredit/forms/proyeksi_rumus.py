"""The formulas of the sheet Proyeksi that its tables share."""

from __future__ import annotations

from typing import NamedTuple

from .book import Buku

_BULAN = (
    'IF(ISNUMBER(masa_dari),IF(ISNUMBER(masa_sampai),MAX(1,ROUND((SUM(masa_sampai)-SUM(masa_dari))/30.4375,0)),""),"")'
)


class Unsur(NamedTuple):
    """The kode of the sub unsur of diplomas and of the unsur pengembangan profesi."""

    sekolah: str
    profesi: str


class Laju(NamedTuple):
    nama: str
    label: str


LAJU = (
    Laju("tugas", "Unsur utama di luar ijazah dan profesi"),
    Laju("profesi", "Pengembangan profesi"),
    Laju("penunjang", "Unsur penunjang"),
)


def unsur(buku: Buku) -> Unsur:
    susunan = buku.susunan
    sekolah = next(sub.kode for sub in susunan.sub if sub.jenis == "pendidikan_sekolah")
    profesi = next(each.kode for each in susunan.utama if any(sub.jenis == "profesi" for sub in each.sub))
    return Unsur(sekolah, profesi)


def _menurut(nama: str) -> str:
    """Formula: this sum by the team where it has assessed, else by the pengusul."""
    return f'IF(penilaian_tim="",dupak_{nama},tim_{nama})'


def _isi(kolom: str, nama: str, own: Unsur) -> str:
    """Formula: the sum of `kolom` (baru, jumlah) of what `nama` says."""
    utama, sekolah = _menurut(f"{kolom}_utama"), _menurut(f"{kolom}_{own.sekolah}")
    profesi = _menurut(f"{kolom}_{own.profesi}")
    return {
        "semua": f"SUM({_menurut(f'{kolom}_semua')})",
        "utama": f"SUM({utama})-SUM({sekolah})",
        "tugas": f"SUM({utama})-SUM({sekolah},{profesi})",
        "profesi": f"SUM({profesi})",
        "penunjang": f"SUM({_menurut(f'{kolom}_penunjang')})",
    }[nama]


def ada(nama: str, own: Unsur) -> str:
    """Formula: what is held; '' for an error, which the DUPAK shows, and for no credit at all."""
    held = _isi("jumlah", nama, own)
    shown = f"ROUND({held},9)"
    if nama == "semua":
        shown = f'IF({shown}=0,"",{shown})'
    return f'IF(ISNUMBER({held}),{shown},"")'


def laju(each: Laju, own: Unsur) -> str:
    """Formula: credit points a year, typed or of the period assessed."""
    gained = _isi("baru", each.nama, own)
    yearly = f'IF(ISNUMBER({gained}),IF(ISNUMBER({_BULAN}),ROUND(12*({gained})/{_BULAN},9),""),"")'
    return f"IF(ISNUMBER(proyeksi_isi_{each.nama}),proyeksi_isi_{each.nama},{yearly})"


def kapan(golongan: str, row: int) -> str:
    """Formula: this row of the answer for the rise that follows this golongan; '' while something is missing."""
    call = f"KAPAN_NAIK_KONVENSIONAL(proyeksi_ak,{golongan},jabatan,proyeksi_pada,SUM(proyeksi_laju)/12)"
    return f'IF(proyeksi_siap="",INDEX({call},{row},2),"")'


def tercapai(nama: str) -> str:
    """Formula: the day on which an unsur has what is required, by the same function: as if only that were short."""
    kurang, pace = f"proyeksi_kurang_{nama}", f"proyeksi_setahun_{nama}"
    held = f"ROUND(SUM(proyeksi_perlu_kumulatif)-SUM({kurang}),9)"
    call = f"KAPAN_NAIK_KONVENSIONAL({held},golongan,jabatan,proyeksi_pada,SUM({pace})/12)"
    later = f'IF(SUM({pace})>0,INDEX({call},7,2),"tidak, dengan laju ini")'
    return f'IF(proyeksi_siap="",IF(ISNUMBER({kurang}),IF({kurang}=0,proyeksi_pada,{later}),""),"")'
