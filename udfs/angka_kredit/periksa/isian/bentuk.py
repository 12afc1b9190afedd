"""The facts of a workbook as the rules ask for them, each with the cell that holds it; no layout here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ...errors import CellError
from ...functions import convert
from ...kenal.kisi import Nilai
from ...regulations.schema import Jabatan, Jenjang

LAMA, BARU, JUMLAH = KOLOM = ("lama", "baru", "jumlah")
# kinds of work, as Unsur.jenis of the regulations has them; and what adds them
SEKOLAH, PROFESI, PENUNJANG = "pendidikan_sekolah", "profesi", "penunjang"
UTAMA, SEMUA, TUGAS_PROFESI = "utama", "semua", "tugas_profesi"


@dataclass(frozen=True)
class Isi:
    """What one cell holds. `ragu`: why it may not be that datum ('' where that is certain)."""

    nilai: Nilai = None
    lembar: str = ""
    sel: str = ""
    ragu: str = ""

    @property
    def ada(self) -> bool:
        return self.nilai not in (None, "") and not (isinstance(self.nilai, str) and not self.nilai.strip())

    @property
    def teks(self) -> str:
        return self.nilai.strip() if isinstance(self.nilai, str) else ""

    @property
    def digit(self) -> str:
        """The digits of a number of a person, as a NIP."""
        plain = format(self.nilai, ".0f") if isinstance(self.nilai, float) else str(self.nilai or "")
        return "".join(filter(str.isdigit, plain))

    @property
    def angka(self) -> Decimal | None:
        """The number, also one that stands as text; None for anything else, an error or an empty cell too."""
        if not self.ada or isinstance(self.nilai, (bool, date)):
            return None
        try:
            return convert.jumlah_ak(self.nilai)
        except CellError:
            return None

    @property
    def hari(self) -> date | None:
        try:
            return convert.tanggal(self.nilai)
        except CellError:
            return None


KOSONG = Isi()


@dataclass(frozen=True)
class Kegiatan:
    """One row of activities: tanggal, kode, uraian, volume, ak_satuan, faktor, porsi, ak, bukti, penugasan,
    jenjang_butir, jenis (of its unsur), each where the form has it."""

    isi: Mapping[str, Isi]

    def __getitem__(self, nama: str) -> Isi:
        return self.isi.get(nama, KOSONG)

    def punya(self, nama: str) -> bool:
        """Whether the form has such a column."""
        return nama in self.isi

    @property
    def terisi(self) -> bool:
        """Whether somebody claims credit with the row."""
        return self["ak_satuan"].ada or self["kode"].ada or self["volume"].ada


@dataclass(frozen=True)
class BarisKredit:
    """A line of a DUPAK or PAK; `kode` is our own form's ('U2a1'). `nilai` by (column of KOLOM, pihak); `di_bawah`: the
    headings above it, the outer ones first."""

    kode: str
    uraian: str
    nilai: Mapping[tuple[str, str], Isi]
    di_bawah: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fakta:
    """`isi`: the person's data and what the papers say, by the names that our forms have ('nip', 'masa_dari');
    `jumlah`: sums by (column, what is added), according to who claims."""

    jabatan: Jabatan | None
    jenjang: Jenjang | None
    isi: Mapping[str, Isi]
    kegiatan: Sequence[Kegiatan] = ()
    baris: Sequence[BarisKredit] = ()
    jumlah: Mapping[tuple[str, str], Isi] = field(default_factory=dict)
    pak: Sequence[BarisKredit] = ()  # of a PAK that stands beside the DUPAK in a form of somebody else's
    tim: Sequence[Mapping[str, Isi]] = ()  # nama, nip, peran, unsur, golongan of each person
    milik_kita: bool = False
    tanpa_jabatan: str = "jabatan fungsionalnya tidak dikenal, sehingga peraturannya tidak diketahui"  # where None
    jenjang_dari_golongan: bool = False  # no word names it; the golongan ruang tells
    banyak_orang: str = ""  # why nothing here is one person's

    def __getitem__(self, nama: str) -> Isi:
        return self.isi.get(nama, KOSONG)
