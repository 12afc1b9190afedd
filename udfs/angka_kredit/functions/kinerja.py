"""Words of the regime since 2023: its jenjang and its predikat, in any usual spelling; and the arguments for them."""

from __future__ import annotations

from functools import lru_cache

from ..errors import unknown
from ..positions import all_jabatan, jenjang_spellings
from ..regulations import regime
from ..regulations.regime import Predikat
from ..regulations.schema import Jenjang
from ..words import fold
from . import convert
from .registry import Argumen

JENJANG = Argumen(
    "jenjang", convert.teks, "Jenjang yang dipegang, Pemula sampai Penyelia atau Ahli Pertama sampai Utama"
)
PREDIKAT = Argumen(
    "predikat", convert.teks, "Predikat kinerja: Sangat Baik, Baik, Butuh Perbaikan (Cukup), Kurang, Sangat Kurang"
)
GOLONGAN_MASUK = Argumen(
    "golongan_masuk",
    convert.teks,
    "Golongan ruang saat masuk jenjang itu; kosong berarti yang terendah",
    wajib=False,
)
_TITLES = ("jenjang", "jabatan fungsional", "jf")


@lru_cache(maxsize=4096)
def find_jenjang_kinerja(text: str) -> Jenjang:
    """The jenjang that every jabatan shares, from 'Muda', 'Ahli Muda', or either after the name of a jabatan."""
    names = [name for row in all_jabatan().values() for name in (row.id, row.nama, *row.nama_lain)]
    found = jenjang_spellings(regime.jenjang().values(), (*_TITLES, *names)).get(fold(text))
    if found is None:
        source = next(iter(regime.jenjang().values())).golongan[0].rujukan
        raise unknown("Jenjang", text, regime.jenjang(), source)
    return found


@lru_cache(maxsize=4096)
def find_predikat(text: str) -> Predikat:
    """The predikat; #N/A for one of another regime."""
    rows = regime.predikat()
    names = {fold(name): row for row in rows.values() for name in row.nama}
    found = names.get(fold(text))
    if found is None:
        source = next(iter(rows.values())).rujukan
        raise unknown("Predikat kinerja", text, rows, f"{source}; predikat rezim lain tidak berlaku di sini")
    return found
