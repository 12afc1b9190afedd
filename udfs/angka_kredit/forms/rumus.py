"""Pieces of formulas that several sheets are written with."""

from __future__ import annotations

from collections.abc import Iterable

from ..regulations.schema import Jabatan
from ..regulations.tabel import ProfesiMinimal


def pilih(checks: Iterable[tuple[str, str]], otherwise: str = '""') -> str:
    """Formula: the value beside the first of the conditions that holds; `otherwise` where none does."""
    formula = otherwise
    for condition, value in reversed(list(checks)):
        formula = f"IF({condition},{value},{formula})"
    return formula


def salah_satu(nama: str, words: Iterable[str]) -> str:
    """Formula part for OR: the cell holds one of these words."""
    return ",".join(f'{nama}="{word}"' for word in words)


def menurut_ijazah(fungsi: str, golongan: str) -> str:
    """Formula: this function of the golongan ruang in the cell and the diploma; '' while one of them is not known."""
    return f'IF(OR({golongan}="",ISERROR(MATCH(ijazah,daftar_ijazah,0))),"",{fungsi}({golongan},ijazah,jabatan))'


def profesi_minimal(jabatan: Jabatan, golongan: str) -> str:
    """Formula: the pengembangan profesi that the text asks for this golongan ruang; '' where it asks none."""
    if not jabatan.punya(ProfesiMinimal):
        return '""'
    printed = salah_satu(golongan, [row.golongan for row in jabatan.baris(ProfesiMinimal)])
    return f'IF(OR({printed}),AK_PROFESI_MINIMAL({golongan},jabatan),"")'
