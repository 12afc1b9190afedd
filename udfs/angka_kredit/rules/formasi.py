"""Formasi: how many officers an instansi may have (Assessor Pasal 32 (2))."""

from __future__ import annotations

from ..errors import NotFound
from ..regulations.schema import Jabatan
from ..regulations.tabel import Formasi
from .hasil import Hasil
from .instansi import jenis_instansi


def batas_formasi(jabatan: Jabatan, instansi: str) -> Hasil:
    """The most officers of the jabatan in this kind of instansi; #N/A where the text sets no limit."""
    limits = jabatan.per_kunci(Formasi)
    key, kind = jenis_instansi(jabatan, instansi)
    if key not in limits:
        raise NotFound(f"{jabatan.regulasi.singkat} tidak memuat {Formasi.judul} untuk {kind.nama[0]}.")
    return Hasil(limits[key].paling_banyak, f"paling banyak pejabat di satu instansi: {kind.nama[0]}", (limits[key],))
