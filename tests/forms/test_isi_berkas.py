"""The real form filled in as a closed file: the right cells, the right numbers, and nothing else changed."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from angka_kredit.errors import Refused
from angka_kredit.forms.isi import Orang, rencana
from angka_kredit.forms.isi.berkas import baca_formulir, baca_lama, isi_berkas
from angka_kredit.forms.isi.tabel import baca_tabel
from isi_contoh import ATAS, BAWAH, NIP, PERINTAH, TEMPLAT, Buku, orang, pak, tabel
from sheets import validator_errors

ORANG = baca_tabel(tabel(orang(nama=PERINTAH), kegiatan=[ATAS, BAWAH])).baris[0].orang
FORMULIR = baca_formulir(TEMPLAT)
HASIL = rencana(ORANG, FORMULIR)
TERISI = isi_berkas(TEMPLAT, HASIL).data


def test_the_facts_stand_in_the_form() -> None:
    book = Buku(TERISI)
    assert book["nama"] == PERINTAH and book["nip"] == NIP
    assert (book["golongan"], book["nama_pangkat"], book["jenis_kelamin"]) == ("III/c", "Penata", "Perempuan")
    assert str(book["tanggal_lahir"]).startswith("1985-01-01")
    typed = openpyxl.load_workbook(io.BytesIO(TERISI))["Data"]
    assert not [cell.coordinate for row in typed for cell in row if cell.data_type == "f" and "cmd" in str(cell.value)]


def test_the_credits_are_those_of_the_articles() -> None:
    # 0,014 x 12 x 80% and 0,047 x 20,5 x 100%: PMB, Lampiran III.1-2
    assert Buku(TERISI).semua("kegiatan_ak")[:3] == [
        pytest.approx(0.1344, abs=1e-12),
        pytest.approx(0.9635, abs=1e-12),
        None,
    ]


def test_only_sheets_change_and_the_validator_is_content(tmp_path: Path) -> None:
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (TEMPLAT, TERISI))
    assert before.namelist() == after.namelist()
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed and all(name.startswith("xl/worksheets/sheet") for name in changed)
    old, new = (openpyxl.load_workbook(io.BytesIO(data)) for data in (TEMPLAT, TERISI))
    written = {tuple(tulis.sel) for tulis in HASIL.tulis}
    for sheet in old.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if (sheet.title, cell.coordinate) not in written:
                    assert new[sheet.title][cell.coordinate].value == cell.value
    file = tmp_path / "a.xlsx"
    file.write_bytes(TERISI)
    assert validator_errors(file) == []


def test_filling_in_once_more_changes_nothing() -> None:
    again = rencana(ORANG, baca_formulir(TERISI))
    assert again.tulis == []
    assert isi_berkas(TERISI, again).data == TERISI


def test_what_was_typed_since_is_named_and_stays() -> None:
    later = Orang({**ORANG.fakta, "nama": "NAMA BARU", "karpeg": "X 9"}, ORANG.kegiatan)
    hasil = rencana(later, baca_formulir(TERISI))
    assert {tulis.nama: tulis.diketik for tulis in hasil.tulis} == {"Nama": PERINTAH, "Nomor Seri KARPEG": None}
    assert Buku(isi_berkas(TERISI, hasil).data)["nama"] == PERINTAH
    assert Buku(isi_berkas(TERISI, hasil, timpa=True).data)["nama"] == "NAMA BARU"


def test_the_previous_pak_is_read_line_by_line() -> None:
    found = baca_lama(
        pak(("U1a1", "Sarjana (S1)", 100), ("", "Subjudul", ""), ("U2a1", "Uji", 0), ("U2a2", "X", 14.4), jumlah=114.4)
    )
    assert (found.nip, found.jumlah) == (NIP, Decimal("114.4"))
    assert [(line.kode, line.jumlah) for line in found.baris] == [("U1a1", 100), ("U2a2", Decimal("14.4"))]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pak(("U1a1", "S1", "seratus")), "baris U1a1 .* bukan angka"),
        (tabel(orang()), "nama dupak_kode_baris, dupak_uraian, dupak_tim_jumlah tidak ada"),
        (b"bukan", "Excel|paket|berkas"),
    ],
)
def test_a_pak_that_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        baca_lama(data)
