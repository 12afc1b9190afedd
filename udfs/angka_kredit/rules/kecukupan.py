"""Kecukupan: what is short of a threshold, and what exceeds it (Assessor Pasal 14 (1))."""

from __future__ import annotations

from decimal import Decimal

from ..regulations.schema import Jabatan
from ..regulations.tabel import Kelebihan, Skala
from ..words import indonesian
from .ambang import ak_kumulatif
from .hasil import Hasil
from .pangkat import berikut_dalam
from .periksa import tidak_negatif


def kekurangan_ak(jabatan: Jabatan, ak: Decimal, golongan_tujuan: str) -> Hasil:
    """Credit points that `ak` is short of the threshold of this golongan ruang; 0 when it is reached."""
    tidak_negatif({"yang dimiliki": ak})
    ambang = ak_kumulatif(jabatan, golongan_tujuan)
    needed = f"angka kredit kumulatif {golongan_tujuan} {indonesian(ambang.nilai)}"
    if ak >= ambang.nilai:
        return Hasil(Decimal(0), f"{indonesian(ak)} sudah mencapai {needed}", (ambang, jabatan.aturan(Skala)))
    return Hasil(ambang.nilai - ak, f"{needed} - {indonesian(ak)}", (ambang, jabatan.aturan(Skala)))


def kelebihan_ak(jabatan: Jabatan, ak: Decimal, golongan_tujuan: str) -> Hasil:
    """Credit points above the threshold of this golongan ruang, which count for the next rank rise; 0 below it.

    #N/A where the text does not let them count; #NUM! where the jabatan has no next rank."""
    rule = jabatan.aturan(Kelebihan)
    tidak_negatif({"yang dimiliki": ak})
    ambang, berikut = ak_kumulatif(jabatan, golongan_tujuan), berikut_dalam(jabatan, golongan_tujuan)
    needed = f"angka kredit kumulatif {golongan_tujuan} {indonesian(ambang.nilai)}"
    if ak <= ambang.nilai:
        return Hasil(Decimal(0), f"{indonesian(ak)} tidak melebihi {needed}", (rule, ambang, jabatan.aturan(Skala)))
    words = f"{indonesian(ak)} - {needed}; diperhitungkan untuk kenaikan pangkat berikutnya, ke {berikut}"
    return Hasil(ak - ambang.nilai, words, (rule, ambang, jabatan.aturan(Skala)))
