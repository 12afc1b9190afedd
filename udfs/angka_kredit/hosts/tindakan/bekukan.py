"""Bekukan Salinan: a copy for who has no add-in; the open workbook stays as it is."""

from __future__ import annotations

from pathlib import Path, PurePath

from ...files import check_closed, write
from .bersama import BUKU, alinea, kalimat, minta_tujuan, perlu_buku
from .host import Host


def kerjakan(host: Host) -> None:
    nama = PurePath(perlu_buku(host))
    akhiran = nama.suffix.lower() if nama.suffix.lower() in BUKU else BUKU[0]
    tujuan = minta_tujuan(host, "Simpan salinan beku sebagai", f"{nama.stem}_beku{akhiran}")
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
