"""What the letters' data look like once loaded; every wording with its status, as in `schema.py`."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import DataError
from ..schema import Isian, Kata

JENIS = ("kop", "judul", "kepala", "paragraf", "butir", "orang", "angka", "usul", "tanda", "sela")


@dataclass(frozen=True, kw_only=True)
class Anak(Kata):
    """The number that a jabatan's regulation gives to a form."""

    jabatan: str
    teks: str


@dataclass(frozen=True, kw_only=True)
class Lembaran(Kata):
    """One letter. `cara`: the way of appointment, for AK_PENGANGKATAN and LAYAK_DIANGKAT."""

    kunci: str
    anak: tuple[Anak, ...] = ()
    cara: str = ""


@dataclass(frozen=True, kw_only=True)
class TandaSurat(Kata):
    """A signature, at the left or the right: lines of words, the date, the jabatan, the names of nama and NIP."""

    letak: str
    nama: str
    nip: str
    teks: str = ""
    jabatan: tuple[str, ...] = ()
    tempat: str = ""
    tanggal: str = ""
    ditetapkan: bool = False  # 'Ditetapkan di', 'pada tanggal' before place and date


@dataclass(frozen=True, kw_only=True)
class Blok(Kata):
    """One piece of a letter. In `teks`, {nama} is the cell of that name; {JABATAN}, {jabatan_penuh} stand for the
    workbook's own. `surat`, `jabatan`: only in these; empty: in all."""

    jenis: str
    surat: tuple[str, ...] = ()
    jabatan: tuple[str, ...] = ()
    label: str = ""
    nomor: str = ""
    teks: str = ""
    nilai: tuple[str, ...] = ()
    pemisah: str = ""
    tanggal: str = ""
    awalan: str = ""
    tanda: tuple[TandaSurat, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.jenis not in JENIS:
            raise DataError(f"jenis must be one of {JENIS}, not '{self.jenis}'")


@dataclass(frozen=True, kw_only=True)
class Berkas:
    """A letter, or several that share most of their words."""

    lembar: tuple[Lembaran, ...]
    blok: tuple[Blok, ...]
    isian: tuple[Isian, ...] = ()
