"""What is planned for a workbook, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..kenal.bentuk import Formulir
from ..kenal.kisi import Kisi, Nilai
from ..recalc.values import Value
from .rujukan import alamat

# what becomes of a cell
BARU, SAMA, BEDA, DILEWATI = "baru", "sama", "beda", "dilewati"


@dataclass(frozen=True)
class Bagian:
    """A recognised form with the sheet that it stands on."""

    kisi: Kisi
    formulir: Formulir

    @property
    def lembar(self) -> str:
        return self.kisi.nama

    def kolom(self, isi: str, pihak: str) -> int:
        """The first column of this field and side; 0 where there is none."""
        found = (each.kolom[0] for each in self.formulir.kolom if (each.isi, each.pihak) == (isi, pihak))
        return next(found, 0)

    def bukan_angka(self, baris: int, kolom: int, lembar: str = "") -> str:
        """Why the cell cannot be computed with: a text with digits in it, which a sum skips; '' where it can."""
        text = self.kisi.teks(baris, kolom)
        sel = self.kisi.sel.get((baris, kolom))
        if sel is None or sel.rumus or not isinstance(sel.nilai, str) or not any(map(str.isdigit, text)):
            return ""
        return f"{alamat(baris, kolom, lembar)} berisi teks '{text[:30]}', bukan angka; ketik ulang angkanya"

    def ragu_kolom(self, *kolom: int) -> list[str]:
        """What is doubtful about these columns."""
        return [each.ragu for each in self.formulir.kolom if each.ragu and each.kolom[0] in kolom]


@dataclass(frozen=True)
class Usul:
    """A formula that belongs into a cell, whatever stands there now.

    `rumus` begins with '='; '' where none can be given, and `ragu` says why. `keberatan`: what is wrong with the
    formula that stands there already. `perlu_sel`: only where the form has made the cell ready (a frame, a format).
    `anggapan`: it rests on something that the form does not say, so that a formula which stands there is no worse.
    `halangan`: why it would be wrong as things stand, and is never written. `catatan`: what is to be said of the cell
    whatever becomes of it. `satuan`: the cell of the unit credit that it must agree with (row, column)."""

    lembar: str
    baris: int
    kolom: int
    rumus: str
    dasar: str
    ragu: str = ""
    keberatan: str = ""
    perlu_sel: bool = False
    anggapan: bool = False
    halangan: str = ""
    catatan: str = ""
    satuan: tuple[int, int] | None = None


@dataclass(frozen=True)
class Sel:
    """A planned cell: its content and value before and after, and what becomes of it.

    Where it is not written, `rumus_baru` and `nilai_baru` are what would have been."""

    lembar: str
    sel: str
    isi_lama: str
    rumus_baru: str
    nilai_lama: Nilai
    nilai_baru: Value
    status: str
    sebab: str = ""
    dasar: str = ""
    catatan: str = ""  # said of the cell whatever becomes of it

    @property
    def alasan(self) -> str:
        """Why it is so, and what else is to be said of it."""
        return "; ".join(filter(None, (self.sebab, self.catatan)))

    @property
    def kata(self) -> str:
        """The status in words."""
        return f"{self.status}: {self.alasan}" if self.alasan else self.status


@dataclass(frozen=True)
class Rencana:
    """All planned cells of a workbook, and the workbook as it would be: the very same bytes where nothing changes."""

    sel: tuple[Sel, ...]
    data: bytes = field(repr=False)
    catatan: tuple[str, ...] = ()

    @property
    def ditulis(self) -> tuple[Sel, ...]:
        return tuple(each for each in self.sel if each.status == BARU)
