"""What the official forms' data look like once loaded (`skeleton.py` loads them).

Every wording carries a status; what was read in a regulation, or derived from it, also its rujukan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ..errors import DataError

# naskah: read in the text; turunan: derived from it; lazim: usual practice, not a quotation;
# petunjuk: this workbook's own words, no part of the official form.
STATUS = ("naskah", "turunan", "lazim", "petunjuk")
JENIS = ("teks", "nip", "tanggal", "angka", "pilihan")


@dataclass(frozen=True, kw_only=True)
class Kata:
    """Base of every table that holds wording."""

    status: str
    rujukan: str = ""

    def __post_init__(self) -> None:
        if self.status not in STATUS:
            raise DataError(f"status must be one of {STATUS}, not '{self.status}'")
        if self.status in ("naskah", "turunan") and not self.rujukan:
            raise DataError(f"status {self.status} needs a rujukan")


@dataclass(frozen=True, kw_only=True)
class Catatan(Kata):
    teks: str


@dataclass(frozen=True, kw_only=True)
class Kop(Kata):
    judul: str
    jabatan: str
    nomor: str
    instansi: str
    masa: str
    dari: str
    sampai: str
    contoh: str


@dataclass(frozen=True, kw_only=True)
class Kolom(Kata):
    no: str
    uraian: str
    angka_kredit: str
    pengusul: str
    tim: str
    lama: str
    baru: str
    jumlah: str
    kode: str
    koreksi: str
    jumlah_sub: str


@dataclass(frozen=True, kw_only=True)
class Judul(Kata):
    perorangan: str
    unsur: str
    utama: str
    penunjang: str
    jumlah_utama: str
    jumlah_penunjang: str
    jumlah_semua: str


@dataclass(frozen=True, kw_only=True)
class Blok(Kata):
    """The block of butir of another jenjang. The word of the two that does not apply is struck out in `judul`,
    left out where a formula writes the words."""

    judul: str
    atas: str
    bawah: str
    jumlah: str
    pindahan: str
    keterangan_pindahan: str
    coret: str
    catatan: str
    baris: int


@dataclass(frozen=True, kw_only=True)
class Lain(Kata):
    """Titles of the butir whose sub unsur, or unsur, the text does not tell."""

    sub: str
    unsur: str


@dataclass(frozen=True, kw_only=True)
class Kosong(Kata):
    """Empty lines of each sub unsur, by what kind of work it is."""

    pendidikan_sekolah: int
    diklat: int
    prajabatan: int
    tugas_pokok: int
    profesi: int
    penunjang: int


@dataclass(frozen=True, kw_only=True)
class Perorangan(Kata):
    """One row of section I. `nilai` and `tanggal` are names of cells on the sheet Data."""

    nomor: str
    label: str
    nilai: tuple[str, ...]
    pemisah: str = ""
    tanggal: str = ""
    awalan: str = ""


@dataclass(frozen=True, kw_only=True)
class Tanda(Kata):
    """A signature: words or the names of cells to show above it, then the names of the cells of nama and NIP."""

    nama: str
    nip: str
    teks: str = ""
    jabatan: tuple[str, ...] = ()
    bertanggal: bool = False


@dataclass(frozen=True, kw_only=True)
class Bagian(Kata):
    """One of the sections III-VI."""

    nomor: str
    judul: str
    baris_kosong: int
    tanda: tuple[Tanda, ...]
    memuat_lampiran: bool = False


@dataclass(frozen=True, kw_only=True)
class Isian(Kata):
    """One input of the sheet Data; `kunci` becomes the name of its cell."""

    kunci: str
    kelompok: str
    label: str
    jenis: str
    petunjuk: str
    pilihan: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.jenis not in JENIS or (self.jenis == "pilihan") != bool(self.pilihan):
            raise DataError(f"{self.kunci}: jenis must be one of {JENIS}; pilihan names its list")


@dataclass(frozen=True, kw_only=True)
class Dupak:
    """The skeleton: the same for every jabatan and jenjang."""

    kop: Kop
    kolom: Kolom
    judul: Judul
    blok: Blok
    lain: Lain
    kosong: Kosong
    perorangan: tuple[Perorangan, ...]
    bagian: tuple[Bagian, ...]
    isian: tuple[Isian, ...]
    catatan: tuple[Catatan, ...]


@dataclass(frozen=True, kw_only=True)
class SubUnsur(Kata):
    """A sub unsur of the form that the jabatan's unsur.csv does not name; `unsur` is the kode of its unsur there."""

    unsur: str
    nama: str


@dataclass(frozen=True, kw_only=True)
class BarisKosong(Kata):
    """Empty lines of each sub unsur of this unsur, where the skeleton's number does not suit."""

    unsur: str
    baris: int


@dataclass(frozen=True, kw_only=True)
class Formulir(Kata):
    """A jenjang whose form exists."""

    nama: str
    anak_lampiran: str = ""


@dataclass(frozen=True, kw_only=True)
class Dasar(Kata):
    baris: tuple[str, ...]
    judul: str = ""  # the form's title, where the text names it otherwise than the skeleton


@dataclass(frozen=True, kw_only=True)
class DupakJabatan:
    """What the DUPAK of one jabatan adds to the skeleton; its unsur and butir come from the regulation's data."""

    id: str
    dasar: Dasar
    peran: Catatan
    jenjang: tuple[Formulir, ...]
    lampiran: tuple[Catatan, ...]
    catatan: tuple[Catatan, ...]
    sub: tuple[SubUnsur, ...] = ()
    kosong: tuple[BarisKosong, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Kegiatan:
    """One row of the sheet Kegiatan, by the names of its inputs. Without credit it only names a line of the DUPAK."""

    tanggal: date | None = None
    kode: str = ""
    volume: int | Decimal | None = None
    porsi: Decimal | None = None
    bukti: str = ""
    penugasan: str = ""
    sub: str = ""
    uraian: str = ""
    satuan: str = ""
    ak: int | Decimal | None = None
    jenjang: str = ""
    baris: str = ""


@dataclass(frozen=True, kw_only=True)
class Isi:
    """What a person fills in: `data` by kunci of the Isian, `lama` by line of the form, `lampiran` by kode: the unit
    credit of a butir that the text prints without one."""

    jabatan: str
    jenjang: str
    data: dict[str, str | date | int | Decimal]
    lama: dict[str, int | Decimal]
    kegiatan: tuple[Kegiatan, ...]
    lampiran: dict[str, int | Decimal] = field(default_factory=dict)
