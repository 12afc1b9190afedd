"""The checkers of `angka-kredit periksa` over a copy of the open workbook, as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...errors import Refused
from .banding import TANPA
from .host import Baris, Host

KOLOM = ("Sel", "Temuan", "Asal", "Berat", "Yang harus dilakukan", "Dasar")


@dataclass(frozen=True)
class Pemeriksaan:
    """`baris`: findings by KOLOM; `catatan`: what could not be checked; `tanpa`: why nothing was, '' where it was."""

    baris: list[Baris] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    tanpa: str = ""


def pemeriksa(host: Host) -> Pemeriksaan:
    """Nothing in the workbook changes."""
    try:
        from ...periksa.bahan import bahan
        from ...periksa.semua import periksa
        from ...periksa.temuan import jenis, rujukan
    except ImportError:  # in LibreOffice UNO raises its own in place of ModuleNotFoundError
        return Pemeriksaan(tanpa=TANPA)
    try:
        found = periksa(bahan(host.salinan()))
    except Refused as reason:
        return Pemeriksaan(tanpa=str(reason))
    rows: list[Baris] = []
    for each in found.temuan:
        kind, doubt = jenis(each), f" (dugaan: {each.ragu})" if each.ragu else ""
        rows.append((each.tempat, f"{each.salah}{doubt}", kind.judul, kind.berat, each.lakukan, rujukan(each)))
    return Pemeriksaan(rows, list(found.tidak_diperiksa))
