"""Formasi: how many officers there may be, by the kind of instansi (Assessor Pasal 32 (2))."""

from __future__ import annotations

from ..errors import NotFound
from ..regulations.schema import Jabatan
from ..regulations.tabel import Formasi
from .hasil import Hasil
from .instansi import jenis_instansi


def batas_formasi(jabatan: Jabatan, instansi: str) -> Hasil:
    """The most officers of the jabatan `di lingkungan` this kind of instansi; #N/A where the text sets no limit."""
    limits = jabatan.per_kunci(Formasi)
    key, kind = jenis_instansi(jabatan, instansi)
    if key not in limits:
        raise NotFound(f"{jabatan.regulasi.singkat} tidak memuat {Formasi.judul} untuk {kind.nama[0]}.")
    limit = limits[key]
    return Hasil(limit.paling_banyak, f"formasi paling banyak di lingkungan {limit.lingkungan}", (limit,))
