"""A person of the conventional forms: her facts, her work, her previous PAK."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

AWAL, AKHIR = date(2016, 1, 1), date(2016, 12, 31)


def sub_unsur(baris: str) -> str:
    """Of a line of the DUPAK: U2a of U2a1."""
    return baris.rstrip("0123456789")


@dataclass
class Kerja:
    """One row of Kegiatan: an activity, or (without credit) the words of a line that has LAMA."""

    sub: str = ""
    uraian: str = ""
    kode: str = ""
    ak: Decimal | None = None
    jenjang: str = ""
    volume: int | Decimal | str | None = None
    porsi: Decimal | None = None
    tanggal: date | None = None
    satuan: str = ""
    bukti: str = ""
    penugasan: str = ""
    baris: str = ""


@dataclass
class Butir:
    """A row that an officer adds to the sheet Lampiran, or whose credit he types there (`sendiri`: added)."""

    jenjang: str
    sub: str
    ak: Decimal
    uraian: str = ""
    sendiri: bool = False


@dataclass
class Orang:
    jabatan: str
    jenjang: str
    cara: str
    data: dict[str, Any] = field(default_factory=dict)
    lama: dict[str, Decimal] = field(default_factory=dict)  # line of the DUPAK -> LAMA
    uraian_lama: dict[str, str] = field(default_factory=dict)  # its words, where the previous PAK has them
    kerja: list[Kerja] = field(default_factory=list)
    lampiran: dict[str, Butir] = field(default_factory=dict)
    koreksi: dict[str, Decimal] = field(default_factory=dict)  # line -> BARU of the Tim Penilai

    @property
    def baris(self) -> list[Kerja]:
        """The rows of Kegiatan from the first down: lines of the previous PAK come before this period's work."""
        words = self.uraian_lama
        return [Kerja(baris=line, uraian=words[line]) for line in self.lama if line in words] + self.kerja
