"""A finding that a person silences stays silent, with her reason, until what it rests on changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from buku_periksa import BEDA, COCOK, GALAT, LEMBAR_DUPAK, NIP, baris, beri_alasan, dupak, jalankan

ALASAN = "NIP sesuai SK; tanggal lahir diralat"


@pytest.fixture
def laporan(tmp_path: Path) -> Path:
    """A report in which the finding about the NIP has a reason."""
    (tmp_path / "a.xlsx").write_bytes(dupak(BEDA))
    jalankan(tmp_path / "a.xlsx", "--keluar", tmp_path / "satu.xlsx")
    beri_alasan(tmp_path / "satu.xlsx", "nip_tidak_cocok", ALASAN)
    return tmp_path / "satu.xlsx"


def test_a_reason_silences_its_finding_and_is_kept(laporan: Path) -> None:
    dua, tiga = laporan.with_name("dua.xlsx"), laporan.with_name("tiga.xlsx")
    found = jalankan(laporan.with_name("a.xlsx"), "--abaikan", laporan, "--keluar", dua)
    assert found.exit_code == 0 and "1 diabaikan dengan alasan" in found.output and NIP not in found.output
    (row,) = baris(dua)
    assert (row["Tempat"], row["Keadaan"]) == (f"{LEMBAR_DUPAK}!{NIP}", "pasti; diabaikan")
    assert row["Alasan diabaikan"] == ALASAN
    (file,) = baris(dua, "Berkas")
    assert (file["Berat"], file["Diabaikan"]) == (0, 1)
    again = jalankan(laporan.with_name("a.xlsx"), "--abaikan", dua, "--keluar", tiga)
    assert again.exit_code == 0 and baris(tiga) == baris(dua)


def test_what_changed_comes_back_with_the_old_reason(laporan: Path) -> None:
    laporan.with_name("a.xlsx").write_bytes(dupak(COCOK | {NIP: "199201312015032000"}))
    dua = laporan.with_name("dua.xlsx")
    found = jalankan(laporan.with_name("a.xlsx"), "--abaikan", laporan, "--keluar", dua)
    assert found.exit_code == 1 and f"Dahulu diabaikan, tetapi isinya sudah berubah: {ALASAN}" in found.output
    (row,) = baris(dua)
    assert not row["Alasan diabaikan"] and ALASAN in row["Keadaan"]


def test_a_reason_is_of_one_file_and_one_kind(laporan: Path) -> None:
    a, b = laporan.with_name("a.xlsx"), laporan.with_name("b.xlsx")
    b.write_bytes(a.read_bytes())
    assert jalankan(b, "--abaikan", laporan).exit_code == 1
    a.write_bytes(dupak(BEDA, {GALAT: ("=C11/D20", "#DIV/0!")}))
    found = jalankan(a, "--abaikan", laporan)
    assert found.exit_code == 1 and GALAT in found.output and "1 diabaikan" in found.output


def test_another_workbook_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(dupak())
    found = jalankan(tmp_path / "a.xlsx", "--abaikan", tmp_path / "a.xlsx")
    assert found.exit_code == 2 and "bukan laporan periksa" in found.output
