"""What the rules are told of a workbook: of anybody's, in the layouts of tests/kenal, and of ours, by its names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from isian_asing import GAYA, KEGIATAN, SURAT, surat, usul

from angka_kredit.periksa.aturan import PEMERIKSA
from angka_kredit.periksa.bahan import bahan
from angka_kredit.periksa.isian import fakta
from angka_kredit.periksa.isian.asing_baris import jenis
from angka_kredit.periksa.isian.asing_orang import golongan
from angka_kredit.periksa.isian.bentuk import Isi
from angka_kredit.periksa.isian.kata_tanggal import rentang
from angka_kredit.periksa.semua import periksa
from angka_kredit.resources import folder


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2 Januari 2020", date(2020, 1, 2), date(2020, 1, 2)),
    ("2 s/d 5 Januari 2020", date(2020, 1, 2), date(2020, 1, 5)),
    ("28 Januari s.d. 3 Februari 2020", date(2020, 1, 28), date(2020, 2, 3)),
    ("02/01/2016 - 05/01/2016", date(2016, 1, 2), date(2016, 1, 5)),
    ("Februari 2020", date(2020, 2, 1), date(2020, 2, 29)),
    ("Januari - Maret 2019", date(2019, 1, 1), date(2019, 3, 31)),
    ("Nopember 2019", date(2019, 11, 1), date(2019, 11, 30)),
])  # fmt: skip
def test_days_as_people_write_them(text: str, first: date, last: date) -> None:
    assert rentang(Isi(text)) == (first, last)


@pytest.mark.parametrize("text", ["Triwulan I", "2020", "5 Januari s/d 2 Januari 2020", "31 Februari 2020", "-"])
def test_no_day_is_guessed(text: str) -> None:
    assert rentang(Isi(text)) is None


@pytest.mark.parametrize(("texts", "kind"), [
    (["Magister (S2)", "Pendidikan sekolah", "Pendidikan", "UNSUR UTAMA"], "pendidikan_sekolah"),
    (["Diklat prajabatan", "Pendidikan sekolah", "Pendidikan"], "pendidikan"),
    (["Pelatihan teknis", "Pendidikan dan pelatihan fungsional serta memperoleh STTPP", "I. PENDIDIKAN"], "pendidikan"),
    (["Memperoleh ijazah lain yang tidak sesuai", "Gelar lain", "UNSUR PENUNJANG"], "penunjang"),
    (["Menulis buku pendidikan sekolah", "Pengembangan Profesi", "UNSUR UTAMA"], "profesi"),
    (["Menguji contoh", "Pengujian", "UNSUR UTAMA"], ""),
])  # fmt: skip
def test_the_kind_of_work_by_its_words(texts: list[str], kind: str) -> None:
    assert jenis(texts) == kind


@pytest.mark.parametrize(("text", "kode"), [
    ("Penata, III/c, TMT 1 April 2014", "III/c"),
    ("Penata Tk. I / III d", "III/d"),
    ("Pembina", "IV/a"),
    ("Honorer", ""),
])  # fmt: skip
def test_the_golongan_of_a_line(text: str, kode: str) -> None:
    assert golongan(Isi(text)).teks == kode


@pytest.mark.parametrize("gaya", GAYA)
def test_a_foreign_dupak(gaya: str) -> None:
    """The sums of NILAI, by hand: LAMA 150 + 2 + 20 + 10 + 14 + 3 + 2 = 201, of it 2 penunjang; BARU 11.1."""
    found = fakta(bahan(usul(gaya).data))
    assert found.jabatan and found.jenjang and (found.jabatan.id, found.jenjang.nama) == ("assessor", "Muda")
    assert (found["golongan"].teks, found["ijazah"].teks) == ("III/c", "S2")
    assert (found["tmt_golongan"].hari, found["masa_sampai"].hari) == (date(2014, 4, 1), date(2016, 12, 31))
    sums = {key: each.angka for key, each in found.jumlah.items()}
    assert (sums["lama", "semua"], sums["lama", "utama"], sums["lama", "penunjang"]) == (201, 199, 2)
    assert (sums["jumlah", "pendidikan_sekolah"], sums["jumlah", "profesi"]) == (150, Decimal("4.2"))
    assert sums["baru", "tugas_profesi"] == Decimal("9.95")


@pytest.mark.parametrize("gaya", SURAT)
def test_a_foreign_surat_pernyataan(gaya: str) -> None:
    acts = fakta(bahan(surat(gaya).data)).kegiatan
    assert [act["uraian"].teks for act in acts] == [row[0] for row in KEGIATAN]
    assert [act["ak"].angka for act in acts] == [1, Decimal("1.2"), 1, Decimal("0.94")]
    assert all(act["bukti"].ada for act in acts)


def test_our_own_example() -> None:
    """The Assessor's example as its TOML has it: LAMA 250.5, S1 = 100, 3.6 of profesi."""
    data = (folder("templates") / "assessor_muda_contoh.xlsx").read_bytes()
    found = fakta(bahan(data))
    sums = {key: each.angka for key, each in found.jumlah.items()}
    assert (sums["lama", "semua"], sums["lama", "pendidikan_sekolah"]) == (Decimal("250.5"), 100)
    assert (sums["jumlah", "profesi"], sums["baru", "tugas_profesi"]) == (Decimal("3.6"), Decimal("40.27"))
    assert len(found.kegiatan) == 11 and found.kegiatan[7]["penugasan"].teks == "ST.04/CONTOH/2016"
    assert [each["peran"].teks for each in found.tim if each["nama"].ada].count("Anggota") == 4


def test_what_cannot_be_checked_is_said_once() -> None:
    """A form of PMB: its text has no 80/20, no profesi minimum, no yearly minimum and no suspension."""
    data = (folder("templates") / "pmb_ahli_muda_contoh.xlsx").read_bytes()
    notes = periksa(bahan(data), PEMERIKSA).tidak_diperiksa
    assert len(notes) == len(set(notes)) and sum("37/2014" in each for each in notes) == 4
