"""What a person types wrongly on Riwayat of the real workbook: named at its row in words, an error where a credit would
be wrong; every other row still computes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import openpyxl
import pytest

from kantor import dihitung

STEM = "konversi_2023_contoh"
# integrasi 161,5 - 100; 100% x 12,5; 150% x 12,5; 2/12 x 100% x 12,5
KREDIT = [61.5, 12.5, 18.75, 25 / 12]


def riwayat(isi: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The first rows of Riwayat by column, and the cells of Data that lean on them."""
    book = openpyxl.load_workbook(io.BytesIO(dihitung(STEM, isi)), data_only=True)
    found = {}
    for nama in ("riwayat_kredit", "riwayat_hasil", "riwayat_periksa", "riwayat_dasar", "periksa_riwayat", "ak_total"):
        ((sheet, area),) = book.defined_names[nama].destinations
        cells = book[sheet][area.replace("$", "")]
        found[nama.removeprefix("riwayat_")] = [row[0].value for row in cells][:4] if ":" in area else [cells.value]
    return found


def test_the_history_from_pak_to_pak_with_its_articles() -> None:
    found = riwayat({})
    assert found["kredit"] == pytest.approx(KREDIT)
    assert found["hasil"] == pytest.approx([61.5, 74, 92.75, 94.8333333333])
    assert found["periksa"] == ["sesuai"] * 4 and found["periksa_riwayat"] == ["SESUAI"]
    assert all("Peraturan BKN 3/2023" in words for words in found["dasar"])
    assert all("Permen PUPR 4/2024 Pasal 46 (2)-(3)" in words for words in found["dasar"][1:])


@pytest.mark.parametrize(
    ("isi", "row", "words", "credit"),
    [
        ({"riwayat_isi:2": "Baik Sekali"}, 2, "'Baik Sekali' tidak dikenal", "#VALUE!"),
        ({"riwayat_bulan:2": 13}, 2, "13", "#NUM!"),
        ({"riwayat_tahun:3": 2024}, 3, "bulan tahun 2024 menjadi 14; ada yang bertumpuk", KREDIT[3]),
        ({"riwayat_tahun:1": 2022}, 1, "tahun 2022 ada dalam dua rezim", KREDIT[1]),
        ({"riwayat_tahun:3": 2026}, 3, "tahun 2025 tidak ada", KREDIT[3]),
        ({"riwayat_golongan:3": "III/c"}, 3, "Golongan ruang III/c bukan golongan ruang Ahli Pertama", KREDIT[3]),
        ({"riwayat_lama:2": 75}, 2, "LAMA 75 seharusnya 74", KREDIT[2]),
    ],
)
def test_named_at_its_row_and_the_rest_computes(isi: dict[str, Any], row: int, words: str, credit: object) -> None:
    found = riwayat(isi)
    assert words in found["periksa"][row] and found["periksa_riwayat"] == ["PERIKSA"]
    for at, value in enumerate(KREDIT):
        expected = credit if at == row else value
        assert found["kredit"][at] == (expected if isinstance(expected, str) else pytest.approx(expected)), at
