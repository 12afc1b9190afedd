"""A history through three regimes on the sheet Riwayat, proved by RIWAYAT_AK: PAK until 2018, integrasi, konversi."""

from __future__ import annotations

from typing import Any

import pytest

from angka_kredit.errors import DataError
from angka_kredit.forms.kinerja.data import Isi, Masa
from angka_kredit.forms.kinerja.keluarga import build_konversi
from angka_kredit.recalc.run import recalculate
from kinerja import Terhitung

PERTAMA: dict[str, Any] = {"jenjang": "Ahli Pertama", "golongan": "III/b"}
MUDA: dict[str, Any] = {"jenjang": "Ahli Muda", "golongan": "III/c"}
INTEGRASI: dict[str, Any] = {
    "integrasi_ak": 180,
    "integrasi_tahun": 2019,
    "integrasi_jenjang": "Ahli Pertama",
    "integrasi_golongan": "III/b",
}
PAK = Masa(tahun=2018, rezim="konvensional", isi=30, lama=150, jumlah=180, **PERTAMA)
SESUDAH = (
    *(Masa(tahun=year, rezim="integrasi", isi=5, **PERTAMA) for year in range(2019, 2023)),
    Masa(tahun=2023, isi="Baik", **MUDA),
    Masa(tahun=2024, isi="Sangat Baik", **MUDA),
)


def dihitung(*rows: Masa, **data: Any) -> Terhitung:
    return Terhitung(recalculate(build_konversi(isi=Isi(data={**MUDA, **data}, riwayat=rows))).data)


def test_three_regimes_by_hand() -> None:
    """150 + 30 = 180; 180 - 100 (nilai dasar III/b) = 80; 80 + 4 x 5 = 100; jenjang baru: 0 + 25 + 37,5 = 62,5."""
    book = dihitung(PAK, *SESUDAH, **INTEGRASI)
    assert book("periksa_riwayat") == "SESUAI"
    assert (book("konvensional_isi"), book("konvensional_jumlah")) == (30, 180)
    assert book.book["Riwayat"]["M6"].value == 30 and book.book["Riwayat"]["O6"].value == 180
    assert book.column("riwayat_kredit")[:7] == [80, 5, 5, 5, 5, 25, 37.5]
    assert book.column("riwayat_awal")[:7] == [0, 80, 85, 90, 95, 0, 25]
    assert book.column("riwayat_hasil")[:7] == [80, 85, 90, 95, 100, 25, 62.5]
    assert {*book.column("riwayat_periksa")[:7], book.book["Riwayat"]["P6"].value} == {"sesuai"}


def test_without_the_sheet_integrasi_the_pak_itself_is_integrated() -> None:
    """180 - 100 = 80 where LAMA is not typed."""
    book = dihitung(PAK, *SESUDAH)
    assert book("periksa_riwayat") == "SESUAI"
    assert book.column("riwayat_awal")[1:4] == [80, 85, 90]


@pytest.mark.parametrize(
    ("pak", "integrasi", "words"),
    [
        (PAK, {"integrasi_ak": 181}, "LAMA 81 seharusnya 80"),  # not what the PAK says
        (
            Masa(tahun=2018, rezim="konvensional", isi=30, lama=150, jumlah=181, **PERTAMA),
            {},
            "JUMLAH 181 seharusnya 180",
        ),
        (Masa(tahun=2019, rezim="konvensional", isi=30, lama=150, jumlah=180, **PERTAMA), {}, "masa integrasi"),
    ],
)
def test_what_does_not_hold_is_said_at_its_row(pak: Masa, integrasi: dict[str, Any], words: str) -> None:
    book = dihitung(pak, *SESUDAH, **{**INTEGRASI, **integrasi})
    said = [book.book["Riwayat"]["P6"].value, *book.column("riwayat_periksa")]
    assert book("periksa_riwayat") == "PERIKSA" and any(words in str(each) for each in said), said
    assert book.column("riwayat_kredit")[1:7] == [5, 5, 5, 5, 25, 37.5]


def test_more_than_there_are_rows() -> None:
    with pytest.raises(DataError, match="5 rows of riwayat; the form has 4"):
        build_konversi(isi=Isi(riwayat=(PAK,) * 5))
