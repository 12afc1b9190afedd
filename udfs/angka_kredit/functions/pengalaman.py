"""PENGALAMAN_KUMULATIF(lama; jabatan)"""

from __future__ import annotations

from decimal import Decimal

from ..positions import find_jabatan
from ..regulations.tabel import PengalamanKumulatif
from ..rounding import without_noise
from ..rules.hasil import Hasil
from ..rules.pengalaman import pengalaman_kumulatif
from . import convert
from .argumen import JABATAN
from .convert import Cell, Grid
from .registry import KATALOG, Argumen, Fungsi


def _lama(value: Cell | Grid) -> list[Decimal]:
    """Every cell of the range as years; blank cells are 0."""
    return [without_noise(convert.angka(cell)) for row in convert.rentang(value) or () for cell in row]


def hitung(lama: list[Decimal], jabatan: str) -> Hasil:
    return pengalaman_kumulatif(find_jabatan(jabatan), lama)


KATALOG.add(
    Fungsi(
        nama="PENGALAMAN_KUMULATIF",
        ringkas="Jumlah pengalaman dari beberapa masa, dalam tahun.",
        argumen=(
            Argumen("lama", _lama, "Rentang lama setiap masa, dalam tahun, misalnya 1 dan 1,5", rentang=True),
            JABATAN,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran IV.C.2",
        contoh='=PENGALAMAN_KUMULATIF(B2:B4;"pmb")',
        hitung=hitung,
        aturan=(PengalamanKumulatif,),
    )
)
