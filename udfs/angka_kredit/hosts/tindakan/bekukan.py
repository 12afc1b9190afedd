"""Bekukan Salinan: a copy for who has no add-in; the open workbook stays as it is."""

from __future__ import annotations

from pathlib import Path, PurePath

from ...files import check_closed, write
from .bersama import alinea, kalimat, perlu_buku
from .host import Host

_SUFFIXES = (".xlsx", ".xlsm")


def kerjakan(host: Host) -> None:
    nama = PurePath(perlu_buku(host))
    akhiran = nama.suffix if nama.suffix in _SUFFIXES else _SUFFIXES[0]
    tujuan = host.minta_simpan("Simpan salinan beku sebagai", f"{nama.stem}_beku{akhiran}").with_suffix(akhiran)
    check_closed(tujuan)
    host.katakan(host.bekukan(tujuan))


def salin(data: bytes, tujuan: Path) -> str:
    """Writes the frozen copy of a workbook, and says what came of it: what a host's `bekukan` may use."""
    from ...forms.bekukan import bekukan

    made = bekukan(data)
    cadangan = write(tujuan, made.data)
    return kalimat(
        f"{len(made.sel)} sel dibekukan; daftarnya di lembar '{made.lembar}' salinan itu.",
        alinea("Perlu diperiksa:", made.catatan),
        f"Isi lama berkas itu disimpan sebagai {cadangan.name}." if cadangan else "",
    )
