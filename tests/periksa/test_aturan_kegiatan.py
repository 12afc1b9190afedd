"""Rows of activities: factors, shares, papers, doubles; the examples of the texts and what is just beside them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fakta_contoh import fakta, temuan

from angka_kredit.errors import NotFound
from angka_kredit.periksa.aturan import faktor, ganda, lengkap, porsi
from angka_kredit.periksa.temuan import Temuan, rujukan


def baris(**data: Any) -> dict[str, Any]:
    row = {"tanggal": date(2016, 2, 1), "volume": 1, "bukti": "Laporan", "penugasan": "ST.1", "uraian": "Menguji"}
    return row | data


def satu(pemeriksa: Any, jabatan: str, jenjang: str, **data: Any) -> list[Temuan]:
    return temuan(pemeriksa, fakta(jabatan, jenjang, kegiatan=[baris(**data)]))


@pytest.mark.parametrize(("ak", "found"), [(0.0112, 0), (0.012, 0), (0.011, 0), (0.014, 1), (0.013, 1)])
def test_the_printed_example_of_80_percent(ak: float, found: int) -> None:
    """Perber Lampiran III.2.a: 80% x 0,014, printed 0,012; exactly 0,0112, and 0,011 to three decimals."""
    got = satu(faktor.periksa, "pmb", "Ahli Muda", ak_satuan=0.014, ak=ak, jenjang_butir="Ahli Madya")
    assert [each.jenis for each in got] == ["faktor_jenjang"] * found
    if ak == 0.014:
        assert "belum dikalikan" in got[0].salah and "III.2.a" in got[0].rujukan and got[0].sel == "ak0"


def test_the_printed_example_of_100_percent() -> None:
    """Perber Lampiran III.2.b: 0,047 of Ahli Pertama counts whole for an Ahli Muda; 80% of it, 0.0376, is wrong."""
    assert not satu(faktor.periksa, "pmb", "Ahli Muda", ak_satuan=0.047, ak=0.047, jenjang_butir="Ahli Pertama")
    got = satu(faktor.periksa, "pmb", "Ahli Muda", ak_satuan=0.047, ak=0.0376, jenjang_butir="Ahli Pertama")
    assert [each.jenis for each in got] == ["perkalian"]


def test_a_typed_factor() -> None:
    """Assessor Pasal 10 a: 80% one jenjang above."""
    row = {"ak_satuan": 1, "ak": 1, "faktor": 1, "jenjang_butir": "Madya"}
    assert satu(faktor.periksa, "assessor", "Muda", **row)[0].salah.startswith("Faktor 100%, seharusnya 80%")


@pytest.mark.parametrize(("jabatan", "jenjang", "butir", "found"), [
    ("assessor", "Pertama", "Madya", True),  # two above
    ("assessor", "Madya", "Pertama", False),  # Pasal 10 b: 'di bawah', without 'satu tingkat'
    ("pmb", "Ahli Madya", "Ahli Pertama", True),  # III.1: 'satu tingkat di bawah'
    ("pmb", "Penyelia", "Mahir", False),
    ("pmb", "Penyelia", "Ahli Pertama", True),  # another ladder (our reading)
])  # fmt: skip
def test_how_far_a_butir_may_be(jabatan: str, jenjang: str, butir: str, found: bool) -> None:
    got = satu(faktor.periksa, jabatan, jenjang, ak_satuan=1, ak=1, jenjang_butir=butir)
    assert [each.jenis for each in got] == ["dua_tingkat"] * found


def test_the_jenjang_of_a_kode() -> None:
    """PMB's MADYA-III.2.a is a butir of Ahli Madya: two above an Ahli Pertama."""
    assert (
        satu(faktor.periksa, "pmb", "Ahli Pertama", kode="MADYA-III.2.a", ak_satuan=0.014, ak=0.0112)[0].sel == "kode0"
    )


def test_volume_times_unit() -> None:
    """12 x 0.25 = 3."""
    assert not satu(faktor.periksa, "assessor", "Muda", volume=12, ak_satuan=0.25, ak=3)
    assert satu(faktor.periksa, "assessor", "Muda", volume=12, ak_satuan=0.25, ak=30)[0].jenis == "perkalian"
    assert not satu(faktor.periksa, "assessor", "Muda", volume=12, ak_satuan="#N/A", ak=30)  # another finding's


@pytest.mark.parametrize(
    ("share", "found"), [(0.6, 0), (0.4, 0), (0.5, 0), (0.25, 0), (0.2, 0), (1, 0), (0.3, 1), (60, 1)]
)
def test_shares_that_are_printed(share: float, found: int) -> None:
    """Assessor Pasal 16 (1): 60/40, 50/25/25, 40/20/20/20."""
    got = satu(porsi.periksa, "assessor", "Muda", jenis="profesi", porsi=share)
    assert [each.jenis for each in got] == ["porsi_penulis"] * found


def test_a_credit_for_several_at_once_is_a_suspicion() -> None:
    """Assessor Pasal 8: '(paling kurang 5 assessee)'; 10 of them are 2 x 0.25, not 10 x 0.25."""
    words = "Memberikan umpan balik secara tertulis (paling kurang 5 assessee)"
    got = satu(faktor.periksa, "assessor", "Muda", uraian=words, volume=10, ak_satuan=0.25, ak=0.5)
    assert [each.jenis for each in got] == ["perkalian"] and "paling kurang 5 assessee" in got[0].ragu


def test_a_share_of_what_is_no_karya_tulis() -> None:
    """Pasal 16 speaks of karya tulis ilmiah alone."""
    assert (
        "bukan pengembangan profesi" in satu(porsi.periksa, "assessor", "Muda", jenis="tugas_pokok", porsi=0.6)[0].salah
    )


def test_a_share_where_the_text_has_none() -> None:
    with pytest.raises(NotFound, match="tidak memuat"):
        satu(porsi.periksa, "pmb", "Ahli Muda", jenis="profesi", porsi=0.6)


def test_a_share_computed_back_from_the_credit() -> None:
    """6 x 60% = 3.6 is a printed share; 6 x 70% = 4.2 is none, and only a suspicion."""
    row = {"jenis": "profesi", "ak_satuan": 6}
    assert not satu(porsi.periksa, "assessor", "Muda", **row, ak=3.6)
    got = satu(porsi.periksa, "assessor", "Muda", **row, ak=4.2)
    assert "Porsi 0,7" in got[0].salah and got[0].ragu


def test_a_written_assignment() -> None:
    """Assessor Pasal 9 a; PMB III.1: for a butir of another jenjang only."""
    assert not satu(lengkap.penugasan, "assessor", "Muda", penugasan=" ", jenjang_butir="Muda")
    got = satu(lengkap.penugasan, "assessor", "Muda", penugasan=" ", jenjang_butir="Madya")
    assert [each.sel for each in got] == ["penugasan0"] and "Pasal 9" in got[0].rujukan


def test_evidence() -> None:
    """PMB VI.A.5 asks for it; Assessor's text does not, so there it is a suspicion."""
    pmb, assessor = (satu(lengkap.bukti, *who, bukti=None)[0] for who in (("pmb", "Mahir"), ("assessor", "Muda")))
    assert "VI.A.5" in pmb.rujukan and not pmb.ragu
    assert assessor.ragu and "VI.A.5" not in rujukan(assessor)


def test_doubles() -> None:
    """Same day, work and evidence; another evidence, or another day, is another activity."""
    same = [
        baris(),
        baris(volume=3),
        baris(bukti="Laporan dua"),
        baris(tanggal=date(2016, 2, 2)),
        baris(tanggal="tanpa"),
    ]
    got = temuan(ganda.periksa, fakta(kegiatan=[*same, baris(tanggal="1 Februari 2016")]))
    assert [each.sel for each in got] == ["tanggal1", "tanggal5"]
