"""Arguments that many functions share, with one wording of their help."""

from __future__ import annotations

from . import convert
from .registry import Argumen

JABATAN = Argumen("jabatan", convert.teks, "Nama atau singkatan jabatan, misalnya pmb atau assessor")
GOLONGAN = Argumen("golongan", convert.teks, "Golongan ruang atau pangkat, misalnya III/c atau Penata")
GOLONGAN_TUJUAN = Argumen("golongan_tujuan", convert.teks, "Golongan ruang atau pangkat yang dituju, misalnya III/d")
IJAZAH = Argumen("ijazah", convert.teks, "Ijazah yang dihitung, misalnya S1, D.III atau SMK; tanpa jurusan")
LAHIR = Argumen("lahir", convert.tanggal, "Tanggal lahir")
JENJANG = Argumen("jenjang", convert.teks, "Jenjang jabatan yang dipegang, misalnya Ahli Muda")
KATEGORI = Argumen(
    "kategori",
    convert.teks,
    "keterampilan atau keahlian; boleh kosong bila jabatan hanya punya satu",
    wajib=False,
)
