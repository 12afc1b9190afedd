"""Hitung Ulang, Hitung Ulang Folder, Periksa and Bekukan over real workbooks."""

from __future__ import annotations

import sys
from pathlib import Path

import openpyxl
import pytest

from angka_kredit.forms import data_ringkasan, kegiatan_periksa
from angka_kredit.hosts.tindakan import jalankan
from angka_kredit.hosts.tindakan.hitung_folder import LAPORAN
from angka_kredit.hosts.tindakan.periksa import BERES
from angka_kredit.resources import folder
from angka_kredit.words import fold
from berkas_host import AK, TUTUP, BerkasHost, book, diubah, pressed

STALE = book(("B1", AK, 99), ("B2", "SUM(B1,1)", 1.1344), A1=12)


def test_hitung_ulang_shows_what_changed() -> None:
    host = BerkasHost(STALE)
    said = pressed("hitung_ulang", host)
    assert said.startswith("2 rumus dihitung ulang; 1 sel berubah.") and "sama dengan hasil hitung-ulang" in said
    ((_, _, rows),) = host.tabel_baru
    assert [row[:4] for row in rows] == [("Isi!B1", 99, 0.1344, f"={AK}")]


class Lupa(BerkasHost):
    """A program that does not compute: its add-in is missing, say."""

    def hitung_semua(self) -> None:
        pass


def test_hitung_ulang_says_where_the_program_shows_something_else() -> None:
    host = Lupa(STALE)
    said = pressed("hitung_ulang", host)
    assert "tidak ada sel yang berubah" in said and "PERIKSA: 1 sel menunjukkan nilai lain" in said
    ((_, _, rows),) = host.tabel_baru
    assert list(rows[0][:3]) == ["Isi!B1", 99, 0.1344] and "yang benar" in str(rows[0][4])


def test_hitung_ulang_of_a_workbook_that_cannot_be_compared() -> None:
    host = Lupa(book(("A1", 'INDIRECT("B1")', 1)))
    said = pressed("hitung_ulang", host)
    assert said.startswith("1 rumus dihitung ulang") and "Tidak dibandingkan dengan hitung-ulang: " in said


def test_periksa_finds_the_error_that_an_input_causes() -> None:
    host = BerkasHost(book(("B1", AK, "#NUM!"), A1=-3))
    said = pressed("periksa", host)
    ((_, _, rows),) = host.tabel_baru
    assert any(row[0] == "Isi!B1" and "#NUM!" in str(row[1]) and row[3] == "berat" for row in rows)
    assert "aturan angka kredit" in said and "tidak ada DUPAK, surat pernyataan, atau PAK yang dikenal" in said


def test_periksa_without_the_engines_says_what_it_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "angka_kredit.periksa.bahan", None)
    host = BerkasHost(book(("B1", AK, "#NUM!"), A1=-3))
    assert "Aturan angka kredit tidak diperiksa." in pressed("periksa", host)
    ((_, _, rows),) = host.tabel_baru
    assert [row[0] for row in rows] == ["Isi!B1"] and "negatif" in str(rows[0][1])


def test_periksa_reads_the_forms_own_checks() -> None:
    form = (folder("templates") / "ammi_ahli_pertama_contoh.xlsx").read_bytes()
    host = BerkasHost(form)
    assert pressed("periksa", host).startswith("Tidak ada temuan.") and not host.tabel_baru
    sel = next(iter(host.formulir().nama["nip"]))
    wrong = BerkasHost(diubah(form, {tuple(sel): "198501012010012999"}))
    wrong.hitung_semua()
    assert "temuan; lihat tabelnya" in pressed("periksa", wrong)
    ((_, _, rows),) = wrong.tabel_baru
    assert any(row[2] == "pemeriksaan formulir" for row in rows)


def test_what_a_content_form_says_is_no_finding() -> None:
    words = (kegiatan_periksa.BERES, data_ringkasan.SEMUA_MASUK, data_ringkasan.LAMA_OK, "SESUAI", "")
    assert {fold(each) for each in words} == set(BERES)


def test_bekukan_makes_a_copy(tmp_path: Path) -> None:
    copy = tmp_path / "beku.xlsx"
    host = BerkasHost(STALE, [copy])
    assert pressed("bekukan", host).startswith("1 sel dibekukan")
    assert host.ditanya == ["Simpan salinan beku sebagai: buku_beku.xlsx"] and host.data == STALE
    assert openpyxl.load_workbook(copy)["Isi"]["B1"].value == 0.1344


@pytest.mark.parametrize(
    ("ganti", "kept"), [((), b""), ((True,), b"lama"), ((False,), b"lama")], ids=["baru", "ganti", "jangan"]
)
def test_a_dot_in_the_name_is_no_suffix(tmp_path: Path, ganti: tuple[bool, ...], kept: bytes) -> None:
    asked, written = tmp_path / "DUPAK Budi, S.Sos", tmp_path / "DUPAK Budi, S.Sos.xlsx"
    if kept:
        written.write_bytes(kept)
    host = BerkasHost(STALE, [asked, *ganti])
    jalankan("bekukan", host)
    assert written.read_bytes()[:4] == (kept if ganti == (False,) else b"PK\3\4")
    assert len(host.ditanya) == 1 + len(ganti) and not asked.exists()
    assert len(list(tmp_path.iterdir())) == (2 if ganti == (True,) else 1)  # with a backup


def test_the_wanted_suffix_in_capitals_stays(tmp_path: Path) -> None:
    jalankan("bekukan", BerkasHost(STALE, [tmp_path / "A.XLSX"]))
    assert [path.name for path in tmp_path.iterdir()] == ["A.XLSX"]


def folders(tmp_path: Path) -> tuple[Path, Path]:
    asal, hasil = tmp_path / "asal", tmp_path / "hasil"
    asal.mkdir()
    hasil.mkdir()
    for number in range(3):
        (asal / f"{number}.xlsx").write_bytes(STALE)
    return asal, hasil


def test_a_folder_is_recalculated(tmp_path: Path) -> None:
    asal, hasil = folders(tmp_path)
    host = BerkasHost(b"", [asal, hasil])
    said = pressed("hitung_folder", host)
    assert "3 berkas: 3 dihitung" in said and host.dibuka == [hasil / f"{LAPORAN}.xlsx"]
    assert openpyxl.load_workbook(hasil / "2.xlsx", data_only=True)["Isi"]["B1"].value == 0.1344


def test_the_report_of_before_may_be_open_still(tmp_path: Path) -> None:
    asal, hasil = folders(tmp_path)
    (hasil / f"{LAPORAN}.xlsx").write_bytes(b"open")
    host = BerkasHost(b"", [asal, hasil])
    pressed("hitung_folder", host)
    assert host.dibuka == [hasil / f"{LAPORAN}_2.xlsx"] and (hasil / f"{LAPORAN}.xlsx").read_bytes() == b"open"


def test_a_folder_can_be_stopped_and_continued(tmp_path: Path) -> None:
    asal, hasil = folders(tmp_path)
    host = BerkasHost(b"", [asal, hasil])
    host.berhenti_setelah = 1
    assert pressed("hitung_folder", host).startswith("Dihentikan.")
    assert len(list(hasil.glob("*.xlsx"))) < 4 and not host.dibuka
    again = BerkasHost(b"", [asal, hasil])
    assert "3 berkas" in pressed("hitung_folder", again) and len(list(hasil.glob("[0-9].xlsx"))) == 3


def test_the_results_stand_apart(tmp_path: Path) -> None:
    asal, _ = folders(tmp_path)
    host = BerkasHost(b"", [asal, asal / "hasil"])
    assert "di luar folder asal" in pressed("hitung_folder", host)
    closed = BerkasHost(b"", [TUTUP])
    jalankan("hitung_folder", closed)
    assert closed.dikatakan == []


@pytest.mark.parametrize("kunci", ["hitung_ulang", "periksa"])
@pytest.mark.parametrize("step", [0, 1, 2])
def test_long_work_on_the_open_workbook_can_be_stopped(kunci: str, step: int) -> None:
    host = BerkasHost(STALE)
    host.berhenti_setelah = step
    assert pressed(kunci, host) == "" and not host.tabel_baru
