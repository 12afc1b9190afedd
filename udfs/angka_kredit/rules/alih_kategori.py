"""Alih kategori: what a keterampilan officer takes along to keahlian (PMB Lampiran V.4)."""

from __future__ import annotations

from decimal import Decimal

from ..regulations.schema import Jabatan
from ..regulations.tabel import AlihKategori
from ..words import indonesian
from .hasil import Hasil
from .periksa import tidak_negatif


def ak_alih_kategori(jabatan: Jabatan, diklat: Decimal, tugas: Decimal, profesi: Decimal) -> Hasil:
    """The share (credit points) of diklat, tugas and profesi (credit points each) that counts; the diploma's credit
    comes on top, penunjang does not count. #N/A where the text has no such rule, #NUM! for negative credits."""
    rule = jabatan.aturan(AlihKategori)
    parts = {"diklat": diklat, "tugas": tugas, "profesi": profesi}
    tidak_negatif(parts)
    share = rule.persen / 100
    steps = " + ".join(f"{indonesian(rule.persen)}% x {indonesian(ak)} ({name})" for name, ak in parts.items())
    words = f"{steps}; ditambah angka kredit ijazah, tanpa unsur penunjang"
    return Hasil(share * sum(parts.values(), Decimal(0)), words, (rule,))
