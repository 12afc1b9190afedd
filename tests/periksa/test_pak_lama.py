"""Whose previous PAK is whose: by NIP, the newest of several; and that it reaches the check of LAMA."""

from __future__ import annotations

from pathlib import Path

from buku_periksa import COCOK, NIP, RUSAK, dupak, jalankan

from angka_kredit.periksa.pak_lama import pasangan

LAIN = COCOK | {NIP: "198805052010012000"}
MASA = "A8"  # beside the person's data, above the table


def test_each_nip_has_its_newest_file(tmp_path: Path) -> None:
    for name, isi in (
        ("2015.xlsx", COCOK | {MASA: "Masa Penilaian: 1 Januari 2015 s/d 31 Desember 2015"}),
        ("2016.xlsx", COCOK | {MASA: "Masa Penilaian: 1 Januari 2016 s/d 31 Desember 2016"}),
        ("lain.xlsx", LAIN),
        ("tanpa.xlsx", COCOK | {NIP: ""}),
    ):
        (tmp_path / name).write_bytes(dupak(isi))
    (tmp_path / "rusak.xlsx").write_bytes(RUSAK)
    found, wrong = pasangan([tmp_path], satu_buku=False)
    assert found == {"199001312015032000": tmp_path / "2016.xlsx", LAIN[NIP]: tmp_path / "lain.xlsx"}
    said = " ".join(wrong)
    assert len(wrong) == 3 and "2015.xlsx: tidak dipakai" in said and "tanpa.xlsx: tidak memuat NIP" in said
    assert "PAK lama rusak.xlsx: bukan buku kerja" in said


def test_one_file_for_one_workbook_needs_no_nip(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(dupak())
    missing = jalankan(tmp_path / "a.xlsx", "--pak-lama", tmp_path / "lama.xlsx")
    assert missing.exit_code == 2 and "berkas tidak ada" in missing.output
    (tmp_path / "lama.xlsx").write_bytes(dupak(COCOK | {NIP: ""}))
    assert pasangan([tmp_path / "lama.xlsx"], satu_buku=True) == ({"": tmp_path / "lama.xlsx"}, [])


def test_lama_is_compared_with_the_previous_jumlah(tmp_path: Path) -> None:
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru" / "a.xlsx").write_bytes(dupak())  # LAMA 1, BARU 2
    (tmp_path / "baru" / "b.xlsx").write_bytes(dupak(LAIN))
    before = COCOK | {MASA: "Masa Penilaian: 1 Januari 2015 s/d 31 Desember 2015"}
    (tmp_path / "lama.xlsx").write_bytes(dupak(before))  # JUMLAH 3
    alone = jalankan(tmp_path / "baru" / "a.xlsx", "--pak-lama", tmp_path / "lama.xlsx")
    assert alone.exit_code == 1 and "DUPAK!C11  LAMA berbeda" in alone.output
    many = jalankan(tmp_path / "baru", "--pak-lama", tmp_path / "lama.xlsx", "--keluar", tmp_path / "l.xlsx", "--json")
    assert '"lama_beda"' in many.output and "tidak ada yang NIP-nya sama" in many.output
