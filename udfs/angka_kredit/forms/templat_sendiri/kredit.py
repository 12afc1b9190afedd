"""What an activity of the table is: its words, its unit credit and its credit, by the person's jabatan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from ... import call
from ...errors import CellError
from ...functions import convert
from ...positions import find_jabatan
from ...words import indonesian
from ..isi.bentuk import Rencana
from ..isi.kolom import baris
from ..isi.nilai import Nilai, baca, bersih

Fakta = Mapping[str, Nilai]
_PANJANG = 8_000


@dataclass(frozen=True)
class Kegiatan:
    """A row of the sheet Kegiatan, read: its facts, and `sebut`, by which the report names it."""

    fakta: Fakta
    orang: Fakta
    sebut: str

    def teks(self, kunci: str) -> str:
        value = self.fakta.get(kunci)
        return indonesian(Decimal(str(value))) if isinstance(value, (int, float, Decimal)) else str(value or "")

    @property
    def uraian(self) -> str:
        """Its words: typed, else those of its kode."""
        return self.teks("uraian") or self._fungsi("URAIAN_BUTIR")

    @property
    def satuan_ak(self) -> Nilai:
        """The credit of one unit: typed, else that of its kode; None where nobody knows."""
        given = self.fakta.get("ak_satuan")
        return given if isinstance(given, (int, float, Decimal)) else self._angka("AK_SATUAN")

    def kredit(self, satuan: Nilai = None) -> float | None:
        """unit x volume x factor x share, by ANGKA_KREDIT; None where it cannot be computed.

        `satuan`: the unit credit that the form prints. A jabatan without rules here has no factor that we know."""
        unit = self.satuan_ak if satuan is None else satuan
        if unit is None or not isinstance(self.fakta.get("volume"), (int, float, Decimal)):
            return None
        if not berperaturan(self.orang):
            return float(
                prod(Decimal(str(each)) for each in (unit, self.fakta["volume"], self.fakta.get("porsi") or 1))
            )
        owner = self.teks("jenjang_butir") or self._fungsi("JENJANG_BUTIR")
        where = self.teks_orang("jenjang"), self.teks_orang("jabatan"), owner
        value = call("ANGKA_KREDIT", unit, self.fakta["volume"], *where, self.fakta.get("porsi") or 1)
        return value if isinstance(value, float) else None

    def teks_orang(self, kunci: str) -> str:
        return str(self.orang.get(kunci) or "")

    def _fungsi(self, nama: str) -> str:
        value = self._nilai(nama)
        return value if isinstance(value, str) and value not in convert.ERRORS else ""

    def _angka(self, nama: str) -> float | None:
        value = self._nilai(nama)
        return value if isinstance(value, float) else None

    def _nilai(self, nama: str) -> object:
        if not self.teks("kode") or not self.teks_orang("jabatan"):
            return None
        return call(nama, self.teks("kode"), self.teks_orang("jabatan"))


def berperaturan(orang: Fakta) -> bool:
    """Whether the rules of the person's jabatan are known here."""
    try:
        find_jabatan(str(orang.get("jabatan") or ""))
    except CellError:
        return False
    return True


def baca_kegiatan(rows: list[Fakta], orang: Fakta, hasil: Rencana) -> list[Kegiatan]:
    """The rows read; what cannot be is told and stays out."""
    found = []
    for number, row in enumerate(rows, 1):
        facts: dict[str, Nilai] = {}
        for kunci, kolom in baris("kegiatan").kolom.items():
            try:
                value, lost = bersih(baca(kolom, row.get(kunci)), _PANJANG)
            except CellError as error:
                hasil.catatan.append(f"kegiatan {number}, {kolom.label}: {error}")
                continue
            if lost:
                hasil.catatan.append(f"kegiatan {number}, {kolom.label}: {lost}")
            if value is not None:
                facts[kunci] = value
        named = str(facts.get("kode") or facts.get("uraian") or "tanpa kode dan uraian")
        found.append(Kegiatan(facts, orang, f"kegiatan {number} ({named[:60]})"))
    return found
