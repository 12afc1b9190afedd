"""Butir: what is known of one butir kegiatan."""

from __future__ import annotations

from ..errors import unknown
from ..regulations.schema import Butir, Jabatan
from ..regulations.tabel import Dasar
from .angka_kredit import credit_absent, find_butir, owners
from .hasil import Hasil


def ak_satuan(jabatan: Jabatan, kode: str) -> Hasil:
    """The credit points of one unit; #N/A for an unknown kode, and where the text does not print the credit."""
    butir = _butir(jabatan, kode)
    if butir.ak is None:
        raise credit_absent(jabatan, butir)
    return Hasil(butir.ak, f"angka kredit satuan butir {butir.kode} ({butir.uraian})", (butir,))


def uraian_butir(jabatan: Jabatan, kode: str) -> Hasil:
    """What the butir is, in the text's words; #N/A for an unknown kode."""
    butir = _butir(jabatan, kode)
    words = [f"butir {butir.kode}, {owners(butir)}"]
    if butir.unsur:
        words.append(f"unsur {butir.unsur.kode} {butir.unsur.nama}")
    if butir.satuan:
        words.append(f"satuan {butir.satuan}")
    return Hasil(butir.uraian, "; ".join(words), (_printed(butir),))


def jenjang_butir(jabatan: Jabatan, kode: str) -> Hasil:
    """Whose butir it is: a jenjang, several, or 'semua jenjang'; #N/A for an unknown kode."""
    butir = _butir(jabatan, kode)
    return Hasil(owners(butir), f"pemilik butir {butir.kode} ({butir.uraian})", (_printed(butir),))


def _butir(jabatan: Jabatan, kode: str) -> Butir:
    found = find_butir(jabatan, kode)
    if found is None:
        raise unknown(
            f"Kode butir {jabatan.nama}", kode, [b.kode for b in jabatan.butir.values()], jabatan.regulasi.singkat
        )
    return found


def _printed(butir: Butir) -> Dasar:
    """The source of the words: a row without credit is 'belum_ada' for its credit alone."""
    return Dasar(butir.rujukan, "naskah" if butir.ak is None else butir.status)
