"""AK_KONVERSI(jenjang; predikat; [bulan])"""

from __future__ import annotations

from decimal import Decimal

from ..regulations.regime import dasar
from ..rounding import round_credit
from ..rules.hasil import Hasil
from ..rules.konversi import SETAHUN, ak_konversi
from . import convert, kata
from .kinerja import JENJANG, PREDIKAT, find_jenjang_kinerja, find_predikat
from .registry import KATALOG, Argumen, Fungsi

NAMA = "AK_KONVERSI"


def hitung(jenjang: str, predikat: str, bulan: Decimal | None) -> Hasil:
    return ak_konversi(find_jenjang_kinerja(jenjang), find_predikat(predikat), bulan or Decimal(SETAHUN))


def jelaskan(hasil: Hasil) -> list[str]:
    """With the two decimals that are printed; the cell itself holds the exact value."""
    assert isinstance(hasil.nilai, Decimal)
    shown = hasil._replace(nilai=round_credit(hasil.nilai, "2"), dasar=(*hasil.dasar, dasar("tampilan")))
    return kata.jelaskan(NAMA, shown)


KATALOG.add(
    Fungsi(
        nama=NAMA,
        ringkas="Angka kredit dari predikat kinerja sejak 2023: bulan/12 x persen predikat x koefisien tahunan.",
        argumen=(
            JENJANG,
            PREDIKAT,
            Argumen(
                "bulan",
                convert.angka_bukan_nol,
                "Lama masa penilaian dalam bulan penuh, 1 sampai 12; kosong atau 0 berarti 12",
                wajib=False,
            ),
        ),
        rujukan="Permen PUPR 4/2024 Pasal 46 (2)-(3), mengutip PermenPANRB 1/2023",
        contoh='=AK_KONVERSI("Ahli Pertama";"Sangat Baik";12)',
        hitung=hitung,
        jelaskan=jelaskan,
    )
)
