"""What a right form must not be told, and advice that would spoil one: figures by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from fakta_contoh import fakta, isi, temuan
from isian_asing import NILAI, ORANG, surat, usul
from test_lembar import buku, cari, simpan
from test_lembar import temuan as temuan_lembar

from angka_kredit.errors import Refused
from angka_kredit.forms.isi.bentuk import BarisLama, Formulir, PakLama, Sel
from angka_kredit.forms.isi.lama import KODE, LAMA, URAIAN
from angka_kredit.periksa.aturan import faktor, ijazah, jumlah, lama, nip, porsi
from angka_kredit.periksa.bahan import Bahan, bahan
from angka_kredit.periksa.isian import fakta as dibaca
from angka_kredit.periksa.isian.bentuk import BarisKredit
from angka_kredit.periksa.temuan import Temuan
from angka_kredit.recalc.run import recalculate

TAHUN_LALU = ORANG | {"masa_penilaian": "1 Januari 2015 s/d 31 Desember 2015"}
SEKARANG = {text: (old + new, 0.0) for text, (old, new) in NILAI.items()}


def baris(uraian: str, *di_bawah: str, **kolom: float) -> BarisKredit:
    cells = {(nama, ""): isi(value, f"{nama[0]}{value}") for nama, value in kolom.items()}
    return BarisKredit("", uraian, cells, di_bawah)


def dengan_lama(now: list[BarisKredit], before: list[BarisKredit]) -> list[Temuan]:
    old, new = Bahan("lama", b"lama"), Bahan("baru", b"baru")
    new.pak_lama = old
    old.simpan["isian"] = replace(fakta(), baris=before, milik_kita=False, isi={})
    new.simpan["isian"] = replace(fakta(), baris=now, milik_kita=False, isi={})
    old.__dict__["formulir"] = new.__dict__["formulir"] = None
    return list(lama.periksa(new))


def test_rows_of_the_same_words_are_told_apart_by_their_headings_else_by_their_order() -> None:
    before = [baris("Nasional", "buku", jumlah=150), baris("Nasional", "majalah", jumlah=5)]
    now = [baris("Nasional", "majalah", lama=5), baris("Nasional", "buku", lama=150)]
    assert not dengan_lama(now, before)
    now[0] = baris("Nasional", "majalah", lama=6)
    assert ["6, padahal JUMLAH 5" in each.salah for each in dengan_lama(now, before)] == [True]
    flat = [baris("Nasional", jumlah=150), baris("Nasional", jumlah=5)]
    assert not dengan_lama([baris("Nasional", lama=150), baris("Nasional", lama=5)], flat)
    assert not dengan_lama([baris("Nasional", lama=5)], flat)  # nobody knows which


@pytest.mark.parametrize(("orang", "words"), [
    (TAHUN_LALU, ""),
    (TAHUN_LALU | {"nip": "198203042008031996"}, "NIP"),
    (TAHUN_LALU | {"jabatan": "Penguji Mutu Barang Ahli Muda"}, "jabatan"),
    (ORANG, "masa sampai 31 Desember 2016"),
])  # fmt: skip
def test_only_the_persons_own_earlier_pak_is_compared(orang: dict[str, str], words: str) -> None:
    """JUMLAH of the seminar was 3.15, LAMA says 4: told only where the PAK is hers, and before this one."""
    before = bahan(usul("pak", orang).data)
    got = list(lama.periksa(bahan(usul("penuh", nilai=SEKARANG | {"Mengikuti seminar": (4.0, 0.0)}).data, "", before)))
    assert {each.jenis for each in got} == ({"pak_lama"} if words else {"lama_beda"})
    assert words in got[0].salah


def test_the_file_itself_is_no_previous_pak() -> None:
    data = usul("penuh").data
    got = list(lama.periksa(bahan(data, pak_lama=bahan(data))))
    assert [each.jenis for each in got] == ["pak_lama"] and "berkas ini sendiri" in got[0].salah


def dua_pegawai(orang: dict[str, str]) -> Bahan:
    """The forms of two workbooks, as the recogniser finds them in one."""
    one, other = bahan(usul("penuh").data), bahan(surat("surat", orang=ORANG | orang).data)
    both = Bahan("dua.xlsx", b"")
    renamed = [replace(each, nama="Lain") for each in other.kisi]
    both.__dict__["kisi"], both.__dict__["formulir"] = [*one.kisi, *renamed], None
    return both


def test_two_people_in_one_workbook_are_not_taken_for_one() -> None:
    both = dua_pegawai({"nip": "199003032015011003", "nama": "Orang Lain"})
    with pytest.raises(Refused, match="2 pegawai"):
        list(nip.periksa(both))
    assert not list(jumlah.periksa(both))  # of one form, whosever
    assert dibaca(dua_pegawai({"nip": "198203032008031997"})).jabatan  # one digit typed wrong: still one person


def satu(pemeriksa: Any, **act: Any) -> list[Temuan]:
    return temuan(pemeriksa, fakta(kegiatan=[act]))


@pytest.mark.parametrize(("persen", "ak", "found"), [
    (0.5, 0.5, 0), ("50%", 0.5, 0), (50, 0.5, 0), (1, 1.0, 0), (0.5, 1.0, 1), (1, 0.5, 1),
])  # fmt: skip
def test_a_column_of_percentages_is_multiplied(persen: Any, ak: float, found: int) -> None:
    got = satu(faktor.periksa, jenjang_butir="Muda", ak_satuan=0.1, volume=10, persen=persen, ak=ak)
    assert len(got) == found


def test_the_percentage_of_another_jenjang_is_its_factor() -> None:
    """80% of 1, one jenjang above: 0.8; with half of the authors' share 0.4."""
    for persen, ak, found in ((0.8, 0.8, 0), (0.4, 0.4, 0), (1, 1.0, 1)):
        got = satu(faktor.periksa, jenjang_butir="Madya", ak_satuan=0.1, volume=10, persen=persen, ak=ak)
        assert len(got) == found, (persen, ak)


def test_jumlah_that_is_right_now_is_a_suspicion() -> None:
    found = temuan_lembar(recalculate(simpan(buku({"E5": "=C5", "E6": "=C6"}))).data)  # BARU is 0, and 7.5
    doubts = {each.sel: bool(each.ragu) for each in found if each.jenis == "jumlah_kolom_lain"}
    assert doubts == {"E5": True, "E6": False}


def test_a_higher_diploma_may_not_be_counted_yet() -> None:
    read = fakta(jumlah={("jumlah", "pendidikan_sekolah"): 100}, ijazah="S2")
    doubted = replace(read, isi={**read.isi, "ijazah": replace(isi("S2"), ragu="dibaca dari 'Magister'")})
    got = temuan(ijazah.periksa, doubted)[0]
    assert "mungkin S2 belum diperhitungkan" in got.ragu and "biarkan" in got.lakukan
    assert "(peraturan jabatan lain)" in got.rujukan  # the scale stands in Perber PMB, not in the Assessor's text
    assert "belum" not in temuan(ijazah.periksa, read)[0].ragu


@pytest.mark.parametrize(("held", "found"), [("#N/A", 0), (None, 1), (5, 0), (4, 1)])
def test_an_error_in_lama_is_not_0(held: Any, found: int) -> None:
    """The line of our own form beside 5 in the previous PAK."""
    names = {KODE: ("A1", "U2a1"), URAIAN: ("B1", "Menguji"), LAMA: ("C1", held)}
    cells = {nama: (Sel("DUPAK", ref),) for nama, (ref, _) in names.items()}
    form = Formulir(cells, {Sel("DUPAK", ref): value for ref, value in names.values()})
    before = PakLama("", [BarisLama("U2a1", "Menguji", Decimal(5))], Decimal(5))
    assert len(list(lama._baris(form, before, isi(None)))) == found


def test_a_sum_without_a_cell_of_its_own_is_not_told() -> None:
    sums = {(kolom, "tugas_profesi"): value for kolom, value in (("lama", 5), ("baru", 1), ("jumlah", 7))}
    utama = {(kolom, "utama"): value for kolom, value in (("lama", 10), ("baru", 2), ("jumlah", 12))}
    assert not temuan(jumlah.periksa, fakta(jumlah=sums | utama))


def test_what_is_taken_out_of_a_sum_leaves_every_row_in_it_once() -> None:
    assert "Keluarkan baris 7 dari" in cari({"C13": "=SUM(C8,C7,C12)"})["jumlah_ganda", "C13"].lakukan
    assert "Keluarkan baris 8 " in cari({"C13": "=SUM(C5:C8,C12)"})["jumlah_ganda", "C13"].lakukan
    assert "baris 7 tiga kali" in cari({"C13": "=SUM(C8,C7,C7,C12)"})["jumlah_ganda", "C13"].salah


def test_a_share_of_other_work_rests_on_the_article_of_karya_tulis() -> None:
    got = satu(porsi.periksa, jenis="tugas_pokok", porsi=0.6, ak=0.6, ak_satuan=1, volume=1)
    assert got[0].rujukan == "PermenPANRB 41/2012, Pasal 16 ayat (1) (nomor pasal disimpulkan)"
