"""Ijazah: the credit of a diploma (formal education), the same in every regulation read."""

from __future__ import annotations

from ..regulations.schema import Ijazah
from .hasil import Hasil


def ak_pendidikan(ijazah: Ijazah) -> Hasil:
    """The credit points of the diploma."""
    return Hasil(ijazah.ak, f"angka kredit pendidikan sekolah dengan ijazah {ijazah.nama}", (ijazah,))
