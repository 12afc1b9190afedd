"""The kinds of workbook of ours, told apart by their defined names, and which of their cells the report reads."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

KONVENSIONAL, KINERJA, KONVERSI = "konvensional", "kinerja", "konversi"
_ORANG = {
    "nama": "Nama",
    "nip": "NIP",
    "unit_kerja": "Unit kerja",
    "golongan": "Golongan ruang",
    "tmt_golongan": "TMT golongan ruang",
    "tmt_jabatan": "TMT jabatan",
    "masa_dari": "Masa penilaian dari",
    "masa_sampai": "Masa penilaian sampai",
}
_SAMA = ("jabatan", "nama_jabatan", "kategori", "jenjang", "nama_pangkat", "pemeriksaan_nip")
TEKS = ("nama_pangkat", "kategori", "jenjang")  # formulas or words that are never a number


@dataclass(frozen=True)
class Bentuk:
    """`tanda`: names that only this kind has; `wajib`: inputs that a person must fill in, with their labels;
    `sel`: further cells and columns of cells."""

    jenis: str
    tanda: Collection[str]
    wajib: Mapping[str, str]
    sel: tuple[str, ...]

    @property
    def dibaca(self) -> tuple[str, ...]:
        return (*self.wajib, *_SAMA, *self.sel)


BENTUK = (
    Bentuk(
        KONVENSIONAL,
        ("dupak_baru_semua", "ak_jumlah", "pak_jumlah"),
        _ORANG | {"ijazah": "Ijazah"},
        (
            *("tujuan", "ak_jumlah", "ambang", "kekurangan_utama", "kekurangan_profesi"),
            *("penunjang_maksimal", "penunjang_ada", "dupak_baru_semua", "pak_baru", "pak_jumlah", "penilaian_tim"),
            *("pemeriksaan", "pemeriksaan_lama", "proyeksi_tercapai_utama", "proyeksi_tercapai_profesi"),
        ),
    ),
    Bentuk(
        KINERJA,
        ("penilaian_nilai", "ak_total", "ak_minimal"),
        _ORANG | {"ak_minimal": "Angka kredit minimal setahun"},
        (
            *("ak_total", "penetapan_baru", "ambang_pangkat", "ambang_jenjang", "tujuan_pangkat", "tujuan_jenjang"),
            *("belum_beres", "penilaian_tahun", "penilaian_persen"),
        ),
    ),
    Bentuk(
        KONVERSI,
        ("riwayat", "proyeksi_predikat", "ak_total"),
        _ORANG | {"jenjang": "Jenjang"},
        (
            *("ak_total", "ambang_pangkat", "ambang_jenjang", "golongan_masuk", "proyeksi_predikat"),
            *("golongan_sesudah", "periksa_jabatan", "periksa_riwayat", "riwayat_jenis", "riwayat_isi"),
            "riwayat_periksa",
        ),
    ),
)


def kenali(names: Collection[str]) -> Bentuk | None:
    """The kind of the workbook with these defined names in upper case; None where it is none of ours."""
    return next((each for each in BENTUK if all(name.upper() in names for name in each.tanda)), None)
