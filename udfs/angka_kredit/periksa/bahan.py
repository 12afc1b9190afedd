"""One workbook as the checkers read it; what costs time is read when the first of them asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl.utils.cell import coordinate_to_tuple

from ..errors import Refused
from ..files import read
from ..forms.isi.bentuk import Sel
from ..kenal import Buku, Kisi, baca, kenali_kisi
from ..kenal.kisi import Sel as Isi
from ..recalc.package import Package
from ..recalc.workbook import read_workbook
from ..rekap.baca import tempat
from ..rekap.bentuk import kenali as kenali_bentuk

if TYPE_CHECKING:
    from ..recalc.run import Outcome


@dataclass(frozen=True)
class Milik:
    """A workbook of ours: its kind, as rekap tells them apart, and the cells of each defined name, from the first down.

    Names are in lower case."""

    jenis: str
    nama: Mapping[str, tuple[Sel, ...]]


@dataclass(eq=False)
class Bahan:
    """`data`: the file's content. `pak_lama`: the previous PAK's workbook, where one was given.

    `simpan` holds what a group of checkers reads once for all of them."""

    nama: str
    data: bytes = field(repr=False)
    pak_lama: Bahan | None = None
    simpan: dict[str, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def kisi(self) -> list[Kisi]:
        return baca(self.data)

    @cached_property
    def buku(self) -> Buku:
        """What the recogniser found in it."""
        return kenali_kisi(self.kisi)

    @cached_property
    def formulir(self) -> Milik | None:
        """Our own form's names; None where the workbook is none of ours."""
        bentuk = kenali_bentuk(self.nama_rumus)
        if bentuk is None:
            return None
        found = {nama.lower(): tempat(text) for nama, text in self.nama_rumus.items()}
        return Milik(bentuk.jenis, {nama: tuple(Sel(at, ref) for ref in refs) for nama, (at, refs) in found.items()})

    @cached_property
    def nama_rumus(self) -> Mapping[str, str]:
        """Defined names in capitals, each with what it stands for."""
        return read_workbook(Package(self.data)).names

    @cached_property
    def hitung(self) -> Outcome | Refused:
        """What recalculation says, or why it cannot."""
        from ..recalc.run import recalculate  # the engines take long to load

        try:
            return recalculate(self.data)
        except Refused as reason:
            return reason

    def isi(self, lembar: str, sel: str) -> Isi | None:
        """What the cell holds; None for an empty one."""
        kisi = self._menurut_nama.get(lembar)
        return kisi.sel.get(coordinate_to_tuple(sel)) if kisi else None

    @cached_property
    def _menurut_nama(self) -> dict[str, Kisi]:
        return {each.nama: each for each in self.kisi}


def bahan(sumber: Path | bytes, nama: str = "", pak_lama: Bahan | None = None) -> Bahan:
    """The workbook of a file or of its content; Refused, in words, where it cannot be read."""
    data = read(sumber) if isinstance(sumber, Path) else sumber
    found = Bahan(nama or (sumber.name if isinstance(sumber, Path) else ""), data, pak_lama)
    _ = found.kisi  # what nobody can read is refused here
    return found
