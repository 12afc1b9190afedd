"""What became of one file: what was found in it, and what of that a person chose to silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .temuan import Temuan


@dataclass(frozen=True)
class Ditemukan:
    """`sidik` changes with what the finding rests on. `alasan`: why a person silences it, '' where nobody does;
    `dahulu`: her reason for an earlier content of the cell, which silences nothing any more."""

    temuan: Temuan
    sidik: str
    alasan: str = ""
    dahulu: str = ""


@dataclass(frozen=True)
class Berkas:
    """`galat`: why the file could not be read, '' where it could. `catatan`: what was done with it, and what could not
    be checked."""

    nama: str
    semua: tuple[Ditemukan, ...] = ()
    catatan: tuple[str, ...] = ()
    galat: str = ""
    salinan: str = ""  # the marked copy's file name

    @property
    def ditemukan(self) -> list[Ditemukan]:
        """Those that nobody silenced, the gravest first."""
        return [each for each in self.semua if not each.alasan]

    @property
    def diabaikan(self) -> list[Ditemukan]:
        return [each for each in self.semua if each.alasan]


def status(berkas: Sequence[Berkas]) -> int:
    """For a script: 0 nothing found, 1 something found, 2 a file that could not be read."""
    if any(each.galat for each in berkas):
        return 2
    return 1 if any(each.ditemukan for each in berkas) else 0
