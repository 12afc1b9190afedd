"""AK_KENAIKAN(dari; jabatan)"""

from __future__ import annotations

from ..errors import NotFound, unknown
from ..positions import find_golongan, find_jabatan, find_jenjang
from ..regulations.schema import Jabatan, Jenjang
from ..regulations.tabel import Kenaikan
from ..rules.hasil import Hasil
from ..rules.kenaikan import ak_kenaikan
from . import convert
from .argumen import JABATAN
from .registry import KATALOG, Argumen, Fungsi


def hitung(dari: str, jabatan: str) -> Hasil:
    found = find_jabatan(jabatan)
    return ak_kenaikan(found, _from(found, dari))


def _from(jabatan: Jabatan, text: str) -> Jenjang | str:
    """The jenjang or the golongan ruang that `text` names."""
    try:
        return find_jenjang(jabatan.id, text)
    except NotFound:
        pass
    try:
        return find_golongan(jabatan.id, text)
    except NotFound:
        pass
    names = [name for jenjang in jabatan.jenjang for name in (jenjang.nama, *(g.kode for g in jenjang.golongan))]
    raise unknown(f"Jenjang atau golongan ruang {jabatan.nama}", text, names, jabatan.tangga.rujukan)


KATALOG.add(
    Fungsi(
        nama="AK_KENAIKAN",
        ringkas="Angka kredit untuk satu kenaikan jabatan atau pangkat, bila naskah mencetaknya per kenaikan.",
        argumen=(
            Argumen("dari", convert.teks, "Jenjang (kenaikan jabatan) atau golongan ruang (kenaikan pangkat) asal"),
            JABATAN,
        ),
        rujukan="Perka BKN 20/2016 Lampiran IV.A",
        contoh='=AK_KENAIKAN("Ahli Pertama";"ammi")',
        hitung=hitung,
        aturan=(Kenaikan,),
    )
)
