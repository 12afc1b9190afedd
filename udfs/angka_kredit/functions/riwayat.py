"""RIWAYAT_AK(riwayat)"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from ..errors import BadValue, CellError, OutOfRule, unknown
from ..regulations import regime
from ..regulations.regime import KONVENSIONAL, KONVERSI
from ..regulations.umum import find_pangkat
from ..rules.hasil import Hasil
from ..rules.kalender import TERAKHIR, TERAWAL
from ..rules.konversi import SETAHUN, bulan_penuh
from ..rules.masa import Masa
from ..rules.riwayat import riwayat_ak
from ..words import fold, indonesian
from . import convert
from .convert import Cell, Grid
from .kinerja import find_jenjang_kinerja, find_predikat
from .registry import KATALOG, Argumen, Fungsi
from .rows import WHOLE_COLUMN

ISI = "angka kredit atau predikat"
KOLOM = ("tahun", "rezim", "jenjang", "golongan", ISI, "bulan", "LAMA", "JUMLAH")
T = TypeVar("T")


def hitung(riwayat: Grid) -> Hasil:
    if len(riwayat) >= WHOLE_COLUMN:
        raise BadValue("Riwayat berisi seluruh kolom; pilih rentang yang terisi saja, misalnya A1:H20.")
    if any(len(row) != len(KOLOM) for row in riwayat):
        raise BadValue(f"Riwayat harus {len(KOLOM)} kolom: {', '.join(KOLOM)}; rentang ini {len(riwayat[0])} kolom.")
    rows = riwayat[1:] if isinstance(riwayat[0][0], str) and fold(riwayat[0][0]) == KOLOM[0] else riwayat
    found = [None if all(map(_kosong, row)) else _Baris(row).masa() for row in rows]
    if not any(found):
        raise BadValue("Riwayat belum berisi satu baris pun di bawah judulnya.")
    return riwayat_ak(found)


class _Baris:
    """Reads one row cell by cell: what cannot be read becomes a finding, and the other cells are still read."""

    def __init__(self, row: Sequence[Cell]) -> None:
        self.cells = dict(zip(KOLOM, row, strict=True))
        self.temuan: list[str] = []
        self.galat = ""

    def masa(self) -> Masa:
        tahun = self._baca("tahun", _tahun)
        rezim = self._baca("rezim", _rezim)
        konversi, wajib = rezim == KONVERSI, rezim != KONVENSIONAL
        jenjang = self._baca("jenjang", lambda cell: find_jenjang_kinerja(_kata(cell)), wajib)
        golongan = self._baca("golongan", lambda cell: find_pangkat(_kata(cell)).kode, wajib)
        setahun = konversi and _kosong(self.cells["bulan"])
        return Masa(
            tahun,
            rezim,
            jenjang,
            golongan,
            ak=None if konversi or rezim is None else self._baca(ISI, _ak),
            predikat=self._baca(ISI, lambda cell: find_predikat(_kata(cell))) if konversi else None,
            bulan=SETAHUN if setahun else self._baca("bulan", _bulan, False),
            lama=self._baca("LAMA", _ak, False),
            jumlah=self._baca("JUMLAH", _ak, False),
            temuan=tuple(self.temuan),
            galat=self.galat,
        )

    def _baca(self, kolom: str, baca: Callable[[Cell], T], wajib: bool = True) -> T | None:
        cell = self.cells[kolom]
        try:
            if not _kosong(cell):
                return baca(cell)
            if wajib:
                raise BadValue("belum diisi")
        except CellError as error:
            self.temuan.append(f"{kolom}: {error}")
            self.galat = self.galat or error.kode
        return None


def _kosong(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _kata(cell: Cell) -> str:
    word = convert.teks(cell)
    if word is None:
        raise BadValue("0 bukan kata.")
    return word


def _tahun(cell: Cell) -> int:
    year = convert.angka(cell)
    if year % 1 or not TERAWAL.year <= year <= TERAKHIR.year:
        raise OutOfRule(f"{indonesian(year)} bukan tahun; isi empat angka, misalnya 2023.")
    return int(year)


def _bulan(cell: Cell) -> int:
    return bulan_penuh(convert.angka(cell))


def _rezim(cell: Cell) -> str:
    text = _kata(cell)
    word = fold(text).removeprefix("ak ")
    if word not in regime.rezim():
        raise unknown("Rezim", text, regime.rezim(), regime.rezim()[KONVERSI].rujukan)
    return word


def _ak(cell: Cell) -> Decimal:
    credit = convert.jumlah_ak(cell)
    if credit < 0:
        raise OutOfRule(f"{indonesian(credit)} negatif; isi 0 atau lebih.")
    return credit


KATALOG.add(
    Fungsi(
        nama="RIWAYAT_AK",
        ringkas="SESUAI atau PERIKSA; lalu setiap baris riwayat: angka kredit, jumlah, temuan, dan dasarnya.",
        argumen=(
            Argumen(
                "riwayat",
                convert.rentang,
                "Rentang delapan kolom, satu baris per masa: tahun, rezim, jenjang, golongan, angka kredit (konversi: "
                "predikat), bulan, LAMA, JUMLAH",
                rentang=True,
            ),
        ),
        rujukan="Peraturan BKN 3/2023; Permen PUPR 4/2024 Pasal 46 (2)-(3), mengutip PermenPANRB 1/2023",
        contoh="=RIWAYAT_AK(A1:H9)",
        hitung=hitung,
    )
)
