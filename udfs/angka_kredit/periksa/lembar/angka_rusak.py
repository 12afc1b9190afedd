"""Cells that the file declares a number and that hold none, as '0.4.0': no two programs read them alike."""

from __future__ import annotations

from collections.abc import Iterator

from ..bahan import Bahan
from ..temuan import Temuan


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    for kisi in bahan.kisi:
        for ref, held in kisi.rusak:
            yield Temuan(
                "angka_rusak",
                kisi.nama,
                ref,
                f"Berkas menyimpan '{held[:30]}' sebagai angka; itu bukan angka.",
                "Ketik ulang angkanya di Excel dengan koma desimal, misalnya 0,4, lalu simpan.",
            )
