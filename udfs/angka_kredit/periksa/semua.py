"""Every checker over one workbook: its findings, gravest first, and what could not be checked, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from openpyxl.utils.cell import coordinate_to_tuple

from ..errors import AngkaKreditError
from .akibat import tanpa_akibat
from .aturan import PEMERIKSA as ATURAN
from .bahan import Bahan
from .dikenal import tidak_dikenal
from .lembar import PEMERIKSA as LEMBAR
from .temuan import URUTAN, Temuan, jenis

Pemeriksa = Callable[[Bahan], Iterator[Temuan]]


@dataclass(frozen=True)
class Hasil:
    """`tidak_diperiksa`: why a part could not be checked, each reason once."""

    temuan: tuple[Temuan, ...]
    tidak_diperiksa: tuple[str, ...] = ()


def periksa(bahan: Bahan, pemeriksa: Sequence[Pemeriksa] = (*ATURAN, *LEMBAR)) -> Hasil:
    """A checker's own failure takes nothing from the others."""
    found, notes = list[Temuan](), list(tidak_dikenal(bahan))
    for each in pemeriksa:
        try:
            for one in each(bahan):  # what was found before a failure is kept
                found.append(one)
        except (AngkaKreditError, MemoryError) as reason:
            notes.append(str(reason).rstrip(".") or "tidak cukup memori")
        except Exception as fault:  # ours, not the file's
            name = each.__module__.rpartition(".")[2].replace("_", " ")
            notes.append(f"{name}: kesalahan program ({type(fault).__name__}); laporkan kepada pengelola")
    order = {kisi.nama: at for at, kisi in enumerate(bahan.kisi)}
    unique = dict.fromkeys(tanpa_akibat(bahan, found))
    return Hasil(tuple(sorted(unique, key=lambda one: _urutan(one, order))), tuple(dict.fromkeys(notes)))


def _urutan(temuan: Temuan, lembar: dict[str, int]) -> tuple[int, bool, int, int, int, str]:
    row, column = _tempat(temuan.sel)
    grave = URUTAN.index(jenis(temuan).berat)
    return grave, bool(temuan.ragu), lembar.get(temuan.lembar, len(lembar)), row, column, temuan.jenis


@cache
def _tempat(sel: str) -> tuple[int, int]:
    return coordinate_to_tuple(sel.partition(":")[0]) if sel else (0, 0)
