"""One workbook: read, planned, and with its formulas in place and computed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..kenal import baca, kenali_kisi
from ..kenal.profil import Profil, terapkan
from ..recalc.run import Outcome, recalculate
from .bentuk import Rencana
from .rencana import rencanakan

if TYPE_CHECKING:
    from ..recalc.slow_lane import SlowLane


@dataclass(frozen=True)
class Pilihan:
    """What the person chose."""

    ganti: bool = False  # typed numbers give way to formulas
    ragu: bool = False  # what is doubtful is written too
    profil: Profil | None = None  # how the form is laid out, where it is not to be recognised
    konversi: bool = False  # .xls and .ods too, as copies that LibreOffice makes


def rencana(data: bytes, pilihan: Pilihan) -> Rencana:
    """The plan for the workbook; Refused, in words, where it cannot be read or computed."""
    grids = baca(data)
    book = terapkan(pilihan.profil, grids) if pilihan.profil else kenali_kisi(grids)
    return rencanakan(data, book, grids, ganti=pilihan.ganti, ragu=pilihan.ragu)


def pasang(data: bytes, pilihan: Pilihan, lane: SlowLane | None = None) -> tuple[Rencana, Outcome | None]:
    """The plan carried out: its `data` are the workbook recalculated. None where there was nothing to write."""
    found = rencana(data, pilihan)
    if found.data == data:
        return found, None
    outcome = recalculate(found.data, slow_lane=lane)
    return replace(found, data=outcome.data), outcome
