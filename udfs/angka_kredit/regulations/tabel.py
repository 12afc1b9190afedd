"""The shape of each rule's data: one class per table. A class says how its table is written in a regulation's folder:

- `[bagian]` of a .toml file (SATU), `[bagian.kunci]` for several (PER_KUNCI), or the rows of `bagian.csv` (BARIS).

A regulation that lacks a table lacks the rule: `Jabatan.aturan` then answers #N/A with the table's `judul`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

SATU, PER_KUNCI, BARIS = "satu", "per kunci", "baris"


@dataclass(frozen=True)
class Dasar:
    """Where a value or a rule stands, how surely (`STATUS`), and how it is read where the reading is ours."""

    rujukan: str
    status: str
    catatan: str = ""


@dataclass(frozen=True, kw_only=True)
class Tabel(Dasar):
    """Base of every rule's table. `judul` completes the sentence 'naskah tidak memuat ...'."""

    bagian: ClassVar[str]
    judul: ClassVar[str]
    bentuk: ClassVar[str] = SATU
    pembeda: ClassVar[str] = ""  # of rows that several functions share: the column that says whose they are


@dataclass(frozen=True, kw_only=True)
class Tangga(Tabel):
    bagian = "tangga"
    judul = "tabel jenjang dan golongan ruang"


# --- credit of an activity


@dataclass(frozen=True, kw_only=True)
class FaktorJenjang(Tabel):
    """Share of a butir's credit by the distance of its jenjang; an absent distance is not allowed."""

    bagian = "faktor_jenjang"
    judul = "faktor untuk butir kegiatan"
    bentuk = PER_KUNCI
    persen: Decimal

    @property
    def nilai(self) -> Decimal:
        return self.persen / 100


@dataclass(frozen=True, kw_only=True)
class BatasJenjang(Tabel):
    bagian = "batas_jenjang"
    judul = "batas tingkat di atas dan di bawah"


@dataclass(frozen=True, kw_only=True)
class ButirSemuaJenjang(Tabel):
    """Why a butir that is open to every jenjang has no factor."""

    bagian = "butir_semua_jenjang"
    judul = "butir yang terbuka untuk semua jenjang"


@dataclass(frozen=True, kw_only=True)
class PorsiPenulis(Tabel):
    """By the number of authors: the share of the penulis utama, and of each pembantu."""

    bagian = "porsi_penulis"
    judul = "pembagian angka kredit karya tulis bersama"
    bentuk = PER_KUNCI
    utama: Decimal  # percent
    pembantu: Decimal  # percent


@dataclass(frozen=True, kw_only=True)
class BatasPenulis(Tabel):
    bagian = "batas_penulis"
    judul = "batas jumlah penulis pembantu"
    unsur: str  # kode of the sub unsur whose butir are shared


# --- thresholds and their composition


@dataclass(frozen=True, kw_only=True)
class Skala(Tabel):
    """Which scale of cumulative credit holds: a folder with an ambang.csv."""

    bagian = "ambang"
    judul = "angka kredit kumulatif per golongan ruang"
    skala: str


@dataclass(frozen=True, kw_only=True)
class PenetapanJenjang(Tabel):
    bagian = "penetapan_jenjang"
    judul = "jenjang menurut angka kredit"


@dataclass(frozen=True, kw_only=True)
class Kenaikan(Tabel):
    """Credit for one rise, where a text prints steps and no scale. `jenis`: jabatan or pangkat."""

    bagian = "kenaikan"
    judul = "angka kredit per kenaikan"
    bentuk = BARIS
    jenis: str
    dari: str
    ke: str
    ak: Decimal  # credit points


@dataclass(frozen=True, kw_only=True)
class Komposisi(Tabel):
    """How the required minimum, less formal education, is made up; for these diplomas of umum/ijazah.csv."""

    bagian = "komposisi"
    judul = "komposisi unsur utama dan penunjang"
    utama_paling_rendah: Decimal  # percent
    penunjang_paling_tinggi: Decimal  # percent
    ijazah: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProfesiMinimal(Tabel):
    """Credit from pengembangan profesi that the rise to this golongan needs, of the cumulative credit."""

    bagian = "profesi_minimal"
    judul = "angka kredit pengembangan profesi paling sedikit"
    bentuk = BARIS
    golongan: str
    ak: Decimal  # credit points


@dataclass(frozen=True, kw_only=True)
class Kelebihan(Tabel):
    bagian = "kelebihan"
    judul = "kelebihan angka kredit"


@dataclass(frozen=True, kw_only=True)
class TahunKedua(Tabel):
    bagian = "tahun_kedua"
    judul = "kewajiban angka kredit pada tahun kedua"
    persen: Decimal


@dataclass(frozen=True, kw_only=True)
class Tahunan(Tabel):
    """Credit that this golongan must collect every year."""

    bagian = "tahunan"
    judul = "angka kredit paling sedikit setiap tahun"
    bentuk = BARIS
    golongan: str
    ak: Decimal  # credit points


# --- appointment and moves


@dataclass(frozen=True, kw_only=True)
class AlihKategori(Tabel):
    """Share of diklat, tugas and profesi that a keterampilan officer takes along to keahlian."""

    bagian = "alih_kategori"
    judul = "perpindahan dari keterampilan ke keahlian"
    persen: Decimal


@dataclass(frozen=True, kw_only=True)
class UnsurPengangkatan(Tabel):
    """By the way of appointment (`cara`): the kinds of credit that count."""

    bagian = "unsur_pengangkatan"
    judul = "unsur yang dihitung pada pengangkatan"
    bentuk = PER_KUNCI
    unsur: tuple[str, ...]  # of pendidikan, tugas, profesi, penunjang


@dataclass(frozen=True, kw_only=True)
class PengangkatanKembali(Tabel):
    """By the cause of the suspension (`nama`: how people write it): what adds to the last credit, tugas or profesi."""

    bagian = "pengangkatan_kembali"
    judul = "pengangkatan kembali"
    bentuk = PER_KUNCI
    nama: tuple[str, ...]
    tambahan: str


@dataclass(frozen=True, kw_only=True)
class Syarat(Tabel):
    """One condition. `pokok` names what it is for; `jenis` how it is tested (rules/uji_syarat.py), against `nilai`.

    Conditions of one `kelompok` belong together, and one kelompok that holds is enough; those without one always count.
    """

    bagian = "syarat"
    judul = "syarat"
    bentuk = BARIS
    pembeda = "pokok"
    pokok: str
    kategori: str  # '' for every kategori
    kelompok: str
    kunci: str  # what the officer fills in; its other names follow after ';'
    jenis: str
    nilai: str
    satuan: str  # of a number: tahun, bulan; '' for credit points
    uraian: str

    @property
    def label(self) -> str:
        return self.nama[0]

    @property
    def nama(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.kunci.split(";"))


@dataclass(frozen=True, kw_only=True)
class PengalamanKumulatif(Tabel):
    """Experience in several periods adds up."""

    bagian = "pengalaman_kumulatif"
    judul = "pengalaman yang dihitung secara kumulatif"


# --- dates


@dataclass(frozen=True, kw_only=True)
class BatasPenetapan(Tabel):
    """The credit for a rank rise is set by the end of the month that lies this many months before the period's."""

    bagian = "batas_penetapan"
    judul = "batas waktu penetapan angka kredit"
    bulan: int
    periode: tuple[int, ...]  # months in which ranks rise


@dataclass(frozen=True, kw_only=True)
class PenilaianTahunan(Tabel):
    """A calendar year's work is assessed by the end of this month of the next year."""

    bagian = "penilaian_tahunan"
    judul = "batas waktu penilaian tahunan"
    bulan: int


@dataclass(frozen=True, kw_only=True)
class BatasDiklat(Tabel):
    """Years since the TMT as PNS; how many days less, by the text's own example."""

    bagian = "batas_diklat"
    judul = "batas waktu mengikuti dan lulus diklat"
    tahun: int
    kurang_hari: int


@dataclass(frozen=True, kw_only=True)
class BatasPengangkatan(Tabel):
    """Years since the diklat was passed; how many days less, by the text's own example."""

    bagian = "batas_pengangkatan"
    judul = "batas waktu pengangkatan setelah lulus diklat"
    tahun: int
    kurang_hari: int


@dataclass(frozen=True, kw_only=True)
class BatasUsia(Tabel):
    """By the way of appointment: the highest age, and the last day of it (`sampai`): ulang_tahun, the birthday itself,
    or bulan_sebelum, the last day of the month before the birthday's."""

    bagian = "batas_usia"
    judul = "batas usia"
    bentuk = PER_KUNCI
    tahun: int
    sampai: str


@dataclass(frozen=True, kw_only=True)
class BatasUsul(Tabel):
    """The proposal is received by the end of the month that lies this many months before the birthday's month."""

    bagian = "batas_usul"
    judul = "batas waktu usul pengangkatan"
    bulan: int


@dataclass(frozen=True, kw_only=True)
class BebasSementara(Tabel):
    """Suspension when the credit is not reached: years since the last TMT, for these golongan."""

    bagian = "bebas_sementara"
    judul = "pembebasan sementara"
    bentuk = BARIS
    golongan_dari: str
    golongan_sampai: str
    tahun: int


@dataclass(frozen=True, kw_only=True)
class Pemberhentian(Tabel):
    """Years since the suspension."""

    bagian = "pemberhentian"
    judul = "pemberhentian dari jabatan"
    tahun: int


# --- people who decide


@dataclass(frozen=True, kw_only=True)
class Pejabat(Tabel):
    """Who does what for whom: `peran` penetap, pengusul or tim; `instansi` a key of [instansi], or semua."""

    bagian = "pejabat"
    judul = "pejabat dan tim penilai"
    bentuk = BARIS
    pembeda = "peran"
    peran: str
    instansi: str
    golongan_dari: str
    golongan_sampai: str
    teks: str
    tugas: str = ""  # what this one does, in the text's words, where that is not what its peran says


@dataclass(frozen=True, kw_only=True)
class TimPengganti(Tabel):
    """Teams that may assess while the own one does not exist, in the text's order."""

    bagian = "tim_pengganti"
    judul = "tim penilai pengganti"
    bentuk = BARIS
    tim: str
    pengganti: str


@dataclass(frozen=True, kw_only=True)
class SusunanTim(Tabel):
    """One requirement on the team's composition; `jenis` says how rules/tim_penilai.py tests it."""

    bagian = "susunan_tim"
    judul = "susunan tim penilai"
    bentuk = BARIS
    jenis: str
    peran: str
    nilai: str
    uraian: str


@dataclass(frozen=True, kw_only=True)
class MasaTim(Tabel):
    bagian = "masa_tim"
    judul = "masa jabatan anggota tim penilai"
    tahun: int
    berturut: int  # terms in a row
    jeda: int  # terms of pause after them


@dataclass(frozen=True, kw_only=True)
class Instansi(Tabel):
    """By key: how people write this kind of instansi."""

    bagian = "instansi"
    judul = "jenis instansi"
    bentuk = PER_KUNCI
    nama: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Formasi(Tabel):
    bagian = "formasi"
    judul = "batas formasi"
    bentuk = PER_KUNCI
    paling_banyak: Decimal  # people
    lingkungan: str  # 'di lingkungan ...', in the text's words


TABEL: dict[str, type[Tabel]] = {kind.bagian: kind for kind in Tabel.__subclasses__()}
