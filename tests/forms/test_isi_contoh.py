"""The sample table of docs/isi.md, filled in as it says there."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from angka_kredit.forms.perintah import isi
from angka_kredit.resources import folder
from isi_contoh import Buku

CONTOH = [folder("templates") / "contoh" / f"{name}.csv" for name in ("pegawai", "kegiatan")]


def test_the_sample_table_is_filled_in_without_a_complaint(tmp_path: Path) -> None:
    words = [str(word) for path in CONTOH for word in ("--data", path)]
    result = CliRunner().invoke(isi, [*words, "--keluar", str(tmp_path)])
    assert result.exit_code == 0 and "2 berkas diisi (0 perlu diperiksa), 0 tidak." in result.output, result.output
    assert "PERIKSA" not in result.output and "WAJIB" not in result.output
    rows = openpyxl.load_workbook(tmp_path / "laporan.xlsx")["Pegawai"].iter_rows(min_row=2, values_only=True)
    assert [row[4] for row in rows] == ["terisi", "terisi"]
    assessor, pmb = (Buku((tmp_path / name).read_bytes()) for name in ("0001.xlsx", "0002.xlsx"))
    assert assessor["dupak_baru_semua"] == pytest.approx(0.35 * 3 + 0.5 * 12)
    assert pmb["dupak_baru_semua"] == pytest.approx(0.014 * 12 * 0.8 + 0.047 * 20.5)
