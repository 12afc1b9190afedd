"""Arguments that many functions share, with one wording of their help."""

from __future__ import annotations

from . import convert
from .registry import Argumen

JABATAN = Argumen("jabatan", convert.teks, "Nama atau singkatan jabatan, misalnya pmb atau assessor")
GOLONGAN = Argumen("golongan", convert.teks, "Golongan ruang atau pangkat, misalnya III/c atau Penata")
JENJANG = Argumen("jenjang", convert.teks, "Jenjang jabatan yang dipegang, misalnya Ahli Muda")
KATEGORI = Argumen(
    "kategori",
    convert.teks,
    "keterampilan atau keahlian; boleh kosong bila jabatan hanya punya satu",
    wajib=False,
)
