"""The command periksa as a person types it: what it says, its exit status, its report, and what it leaves alone."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from buku_periksa import BEDA, COCOK, GALAT, LEMBAR_DUPAK, NIP, RUSAK, baris, dupak, jalankan

SALAH = dupak(BEDA, {GALAT: ("=C11/D20", "#DIV/0!")})


def test_a_clean_file_is_status_0(tmp_path: Path) -> None:
    (tmp_path / "bersih.xlsx").write_bytes(dupak())
    found = jalankan(tmp_path / "bersih.xlsx")
    assert found.exit_code == 0 and "1 berkas diperiksa; tidak ada temuan." in found.output


def test_every_finding_says_where_what_why_and_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "salah.xlsx"
    file.write_bytes(SALAH)
    found = jalankan(file)
    assert found.exit_code == 1 and file.read_bytes() == SALAH
    assert f"BERAT   {LEMBAR_DUPAK}!{NIP}  NIP tidak cocok" in found.output
    assert "tanggal lahir dalam NIP 31 Januari 1991, yang diisi 31 Januari 1990" in found.output
    assert "Perka BKN 22/2007" in found.output and "Lakukan: Cocokkan" in found.output
    assert f"{LEMBAR_DUPAK}!{GALAT}  Sel berisi galat" in found.output and "#DIV/0!" in found.output
    assert BEDA[NIP] not in found.output  # personal data


def test_json_holds_the_same(tmp_path: Path) -> None:
    (tmp_path / "salah.xlsx").write_bytes(SALAH)
    found = jalankan(tmp_path / "salah.xlsx", "--json")
    told = json.loads(found.output)
    assert found.exit_code == told["status"] == 1
    (file,) = told["berkas"]
    kinds = {(each["jenis"], each["sel"], each["berat"]) for each in file["temuan"]}
    assert {("nip_tidak_cocok", NIP, "berat"), ("sel_galat", GALAT, "berat")} <= kinds
    assert all(each["salah"] and each["lakukan"] and each["aturan"] for each in file["temuan"])


def test_one_bad_file_stops_nobody_and_is_status_2(tmp_path: Path) -> None:
    for name, data in (("a.xlsx", RUSAK), ("b.xlsx", SALAH), ("sub/c.xlsx", dupak())):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    laporan = tmp_path / "laporan.xlsx"
    found = jalankan(tmp_path, "--keluar", laporan)
    assert found.exit_code == 2
    assert "a.xlsx: TIDAK TERBACA" in found.output and "2 berkas diperiksa" in found.output
    files = {row["Berkas"]: row for row in baris(laporan, "Berkas")}
    assert set(files) == {"a.xlsx", "b.xlsx", "sub/c.xlsx"}
    assert files["a.xlsx"]["Keterangan"].startswith("tidak terbaca") and files["b.xlsx"]["Berat"] >= 2
    assert [row["Berat"] for row in baris(laporan)] == sorted(row["Berat"] for row in baris(laporan))
    (tmp_path / "sub/c.xlsx").write_bytes(dupak(BEDA))
    for _ in range(2):  # neither the report nor its backup is a workbook to check
        assert "2 berkas diperiksa" in jalankan(tmp_path, "--keluar", laporan).output
    assert list(tmp_path.glob("laporan.cadangan-*.xlsx"))


def test_what_cannot_be_done_is_said_before_anything_is(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(dupak())
    assert "berakhiran .xlsx" in jalankan(tmp_path / "a.xlsx", "--keluar", tmp_path / "l.csv").output
    missing = jalankan(tmp_path / "tidak ada.xlsx")
    assert missing.exit_code == 2 and "tidak ada.xlsx: TIDAK TERBACA" in missing.output
    (tmp_path / "kosong").mkdir()
    assert jalankan(tmp_path / "kosong").exit_code == 2


def test_what_nobody_recognises_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(dupak(COCOK | {"A1": "Daftar hadir", "A9": "x", "B9": "y", "C9": "z", "D9": "q"}))
    assert "tidak ada DUPAK, surat pernyataan, atau PAK yang dikenal" in jalankan(tmp_path / "a.xlsx").output


def test_an_old_xls_is_read_by_libreoffice(tmp_path: Path, need_program: Callable[[str], str]) -> None:
    (tmp_path / "lama.xlsx").write_bytes(SALAH)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profil'}"
    command = [need_program("soffice"), profile, "--headless", "--convert-to", "xls", "--outdir", tmp_path / "xls"]
    subprocess.run([*command, tmp_path / "lama.xlsx"], check=True, capture_output=True, timeout=180)
    found = jalankan(tmp_path / "xls", "--tandai", tmp_path / "tanda", "--keluar", tmp_path / "laporan.xlsx")
    assert found.exit_code == 1 and "1 salinan ditandai" in found.output
    assert [path.name for path in (tmp_path / "tanda").iterdir()] == ["lama (konversi LibreOffice).xlsx"]
    assert any("LibreOffice" in row["Catatan"] for row in baris(tmp_path / "laporan.xlsx", "Catatan"))
    assert any(row["Tempat"] == f"{LEMBAR_DUPAK}!{NIP}" for row in baris(tmp_path / "laporan.xlsx"))
