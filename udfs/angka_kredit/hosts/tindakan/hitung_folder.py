"""Hitung Ulang Folder: every workbook of a folder recalculated into another folder, with progress and a way to stop."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from ...errors import Refused
from .bersama import kalimat
from .host import Dihentikan, Host

LAPORAN = "laporan_hitung_ulang"
_LINES = 12


def kerjakan(host: Host) -> None:
    asal = host.minta_folder("Pilih folder berisi buku kerja yang dihitung ulang").resolve()
    hasil = host.minta_folder("Pilih folder lain untuk hasilnya").resolve()
    if hasil.is_relative_to(asal) or asal.is_relative_to(hasil):
        raise Refused("folder hasil harus di luar folder asal, dan sebaliknya; pilih folder lain")
    laporan = _laporan(hasil)
    try:
        with host.kemajuan("Menghitung ulang") as maju:
            lines = host.hitung_folder(asal, hasil, laporan, maju)
    except Dihentikan:
        host.katakan(
            "Dihentikan. Setiap berkas di folder hasil utuh, sudah atau belum dihitung; "
            "pilih folder yang sama sekali lagi untuk meneruskan."
        )
        raise
    host.buka(laporan)
    host.katakan(kalimat("\n".join(lines[:_LINES]), "Laporan lengkapnya dibuka."))


def _laporan(hasil: Path) -> Path:
    """A new name: the report of the run before may be open still, for this button opened it."""
    names = (hasil / f"{LAPORAN}{f'_{number}' if number > 1 else ''}.xlsx" for number in count(1))
    return next(path for path in names if not path.exists())
