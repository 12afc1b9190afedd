"""PERIKSA_DUPAK's rows, worked by hand: every finding is told, and a rule that a text does not have finds nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from angka_kredit.positions import find_jabatan, find_jenjang
from angka_kredit.regulations.umum import find_ijazah
from angka_kredit.rules.hasil import Hasil
from angka_kredit.rules.periksa_dupak import Jumlah, periksa_dupak


def diperiksa(jabatan: str, jenjang: str, golongan: str, ijazah: str, *jumlah: str) -> Hasil:
    found = find_jabatan(jabatan)
    sums = Jumlah(*map(Decimal, jumlah))
    return periksa_dupak(found, find_jenjang(found.id, jenjang), golongan, find_ijazah(ijazah), sums)


def test_every_rule_that_is_broken_has_its_row() -> None:
    # Assessor Pasal 12 (2): 80% x (300 - 100) = 160, held 240 - 100 = 140; Pasal 13: 4 for III/d, held 3
    found = diperiksa("assessor", "Ahli Muda", "III/c", "S1", "100", "240", "3", "60")
    assert found.nilai == [
        ["PERIKSA"],
        ["unsur utama di luar pendidikan sekolah 140, paling sedikit 160: kurang 20"],
        ["pengembangan profesi 3, paling sedikit 4: kurang 1"],
    ]
    assert any("Pasal 13" in row.rujukan for row in found.dasar)


def test_sums_that_cannot_stand_beside_one_another() -> None:
    # S2 is 150 credit points (Lampiran I of the sibling regulations); 100 + 4 = 104 > 103
    found = diperiksa("assessor", "Ahli Muda", "III/c", "S2", "100", "103", "4", "10")
    assert found.nilai == [
        ["PERIKSA"],
        ["pendidikan sekolah 100, padahal angka kredit ijazah S2 150"],
        ["unsur utama 103, padahal pendidikan sekolah dan pengembangan profesi di dalamnya 104"],
    ]


@pytest.mark.parametrize("penunjang", ["0", "49.999"])
def test_below_the_threshold_no_unsur_is_asked_for(penunjang: str) -> None:
    found = diperiksa("assessor", "Ahli Muda", "III/c", "S1", "100", "250", "0", penunjang)
    assert found.nilai == "SESUAI" and "belum tercapai" in found.uraian


def test_what_the_text_does_not_have_is_named() -> None:
    found = diperiksa("pmb", "Mahir", "III/a", "D.III", "60", "130", "0", "30")  # 160 >= 150, all by 100 of other unsur
    assert found.nilai == "SESUAI" and found.uraian.count("tidak diperiksa") == 2
