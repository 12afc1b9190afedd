"""The command: a plan first, many files, one bad file stops nobody, and the second time nothing changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from tata_letak import semua

from angka_kredit.cli import main
from angka_kredit.kenal import kenali, profil
from angka_kredit.pasang_rumus import perintah
from formulir_instansi import SURAT, buku
from sheets import cached

FORM = buku()


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["pasang-rumus", *map(str, args)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two forms, one of them in a folder below, one file that is none, and an old .xls."""
    (tmp_path / "asal" / "lain").mkdir(parents=True)
    (tmp_path / "asal" / "a.xlsx").write_bytes(FORM)
    (tmp_path / "asal" / "lain" / "b.xlsx").write_bytes(semua()[0].data)
    (tmp_path / "asal" / "rusak.xlsx").write_bytes(b"PK\x03\x04bukan")
    (tmp_path / "asal" / "tua.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_without_approval_only_the_plan_is_written(folder: Path) -> None:
    told = run(folder / "asal", "--keluar", folder / "hasil")
    assert "Belum ada yang ditulis" in told.output and told.exit_code == 1  # for the damaged file
    assert list(contents(folder / "hasil")) == ["rencana_pasang_rumus.xlsx"]
    rows = list(openpyxl.load_workbook(folder / "hasil" / "rencana_pasang_rumus.xlsx")["Rencana"].values)
    assert rows[0][:8] == (
        *("Berkas", "Lembar", "Sel", "Isi lama", "Rumus baru"),
        *("Nilai lama", "Nilai baru", "Keadaan"),
    )
    kept = next(row for row in rows if row[7] == "beda: angka ketikan dipertahankan")
    assert kept[:2] == ("a.xlsx", SURAT) and kept[5:7] == (0.35, pytest.approx(0.28))
    assert all(isinstance(row[4], str) and row[4].startswith("=") for row in rows[1:] if row[7] == "baru")


def test_one_bad_file_stops_nobody_and_twice_changes_nothing(folder: Path) -> None:
    before = contents(folder / "asal")
    told = run(folder / "asal", "--keluar", folder / "hasil", "--ya")
    assert told.exit_code == 1 and "DITOLAK rusak.xlsx" in told.output
    assert "DILEWATI tua.xls: berkas .xls; beri --konversi" in told.output
    first = contents(folder / "hasil")
    assert set(first) == {"a.xlsx", "lain/b.xlsx", "rencana_pasang_rumus.xlsx", "laporan_pasang_rumus.xlsx"}
    assert first["lain/b.xlsx"] == before["lain/b.xlsx"]  # its formulas were right
    assert cached(first["a.xlsx"], SURAT)["H23"] == pytest.approx(4.82)
    run(folder / "asal", "--keluar", folder / "hasil", "--ya")
    assert contents(folder / "hasil") == first and contents(folder / "asal") == before
    again = run(folder / "hasil", "--keluar", folder / "lagi", "--ya")
    assert "Tidak ada yang perlu ditulis" in again.output and again.exit_code == 0


def test_many_files_go_through_several_processes(tmp_path: Path) -> None:
    for number in range(14):
        (tmp_path / "asal").mkdir(exist_ok=True)
        (tmp_path / "asal" / f"{number}.xlsx").write_bytes(FORM if number % 2 else b"rusak")
    told = run(tmp_path / "asal", "--keluar", tmp_path / "hasil", "--ya")
    assert "14 berkas: 7 dipasang, 7 ditolak." in told.output
    made = {data for name, data in contents(tmp_path / "hasil").items() if name[0].isdigit()}
    assert len(made) == 1


def test_a_profile_says_how_the_form_is_laid_out(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(FORM)
    text = profil.simpan(kenali(FORM))
    (tmp_path / "form.toml").write_text(text, "utf-8")
    told = run(tmp_path / "a.xlsx", "--keluar", tmp_path / "hasil", "--ya", "--profil", tmp_path / "form.toml")
    assert told.exit_code == 0
    assert cached(contents(tmp_path / "hasil")["a.xlsx"], SURAT)["H23"] == pytest.approx(4.82)
    (tmp_path / "a.xlsx").write_bytes(semua()[0].data)
    told = run(tmp_path / "a.xlsx", "--keluar", tmp_path / "hasil", "--ya", "--profil", tmp_path / "form.toml")
    assert told.exit_code == 1 and "DITOLAK a.xlsx" in told.output


def test_one_line_a_protected_sheet_and_what_is_written_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(buku(kunci=SURAT))
    told = run(tmp_path / "a.xlsx", "--keluar", tmp_path / "hasil").output
    lines = [line for line in told.splitlines() if "diproteksi" in line]
    assert len(lines) == 1 and "sel lain: lembarnya diproteksi" in lines[0]
    assert any(line.startswith("CATATAN a.xlsx") and "belum termasuk" in line for line in told.splitlines())


def test_a_stop_says_how_many_are_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xlsx").write_bytes(FORM)

    def stopped(tasks: list[object], _: object, progress: Callable[[int, int], None]) -> None:
        progress(1, 3)
        raise KeyboardInterrupt

    monkeypatch.setattr(perintah, "rencanakan_semua", stopped)
    told = run(tmp_path / "a.xlsx", "--keluar", tmp_path / "hasil")
    assert told.exit_code == 130 and "Dihentikan. 1 dari 1 berkas sudah direncanakan" in told.output
