"""The report as a workbook: what a person finds in it, and what a spreadsheet must not take for a formula."""

from __future__ import annotations

import io
import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from angka_kredit import __version__
from angka_kredit.batch import excel
from angka_kredit.batch.crossed import ATURAN
from angka_kredit.batch.result import STATUS
from angka_kredit.regulations.sources import snapshot
from folders import UNKNOWN, credit_file, fill, recalculate
from sheets import SHEET, validator_errors, workbook


def sheets(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def texts() -> bytes:
    """Old values that begin as formulas do, and a sheet that does so too."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("=1+1")
        for row, old in enumerate(("=cmd()", "+1", "-1", "@SUM", "biasa"), start=1):
            sheet.write_formula(f"A{row}", '=IF(TRUE,"baru","")', None, old)
    return file.getvalue()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("laporan")
    wrong = workbook({"B1": '=ANGKA_KREDIT(0.5,A1,"Ahli Muda","pmb")'}, {"A1": -2})
    files = {"a.xlsx": credit_file(1), "sub/b.xlsx": UNKNOWN, "=c.xlsx": texts(), "d.xlsx": wrong}
    fill(folder / "in", files)
    answer = recalculate(folder / "in", "--keluar", folder / "out", "--cepat", "--laporan", folder / "lap.xlsx")
    assert answer.exit_code == 1 and "lap.xlsx" in answer.output and "--cepat" in answer.output
    return folder / "lap.xlsx"


def test_the_sheets(report: Path) -> None:
    found = sheets(report)
    assert list(found) == ["Melewati ambang", "Berkas", "Perubahan", "Periksa", "Keterangan"]
    files = {row[0]: dict(zip(found["Berkas"][0], row, strict=True)) for row in found["Berkas"][1:]}
    assert {name: row["Status"] for name, row in files.items()} == {
        "a.xlsx": "dihitung",
        "sub/b.xlsx": "ditolak",
        "'=c.xlsx": "dihitung",
        "d.xlsx": "dihitung",
    }
    assert files["sub/b.xlsx"]["Sel"] == f"{SHEET}!B1" and "AK_KUMULATIF = #N/A" in files["sub/b.xlsx"]["Keterangan"]
    assert (files["a.xlsx"]["Rumus"], files["a.xlsx"]["Sel berubah"]) == (2, 2)
    assert files["a.xlsx"]["Sel jumlah terbesar"] == f"{SHEET}!B2" and files["a.xlsx"]["Sesudah"] == 0.0112
    assert ("a.xlsx", f"{SHEET}!B1", -987654321, 0.0112) in found["Perubahan"]
    assert [row[:2] for row in found["Periksa"][1:]] == [("d.xlsx", f"{SHEET}!B1")]


def test_the_rule_and_the_data_are_told(report: Path) -> None:
    told = dict(sheets(report)["Keterangan"][1:])
    assert told["Aturan lembar Melewati ambang"] == ATURAN and told["Versi"] == __version__
    assert told["Mesin pembanding"].startswith("tidak") and told["Berkas dihitung"] == 3
    assert {name: told[f"sha256 {name}"] for name in snapshot()} == snapshot()


def test_no_text_is_a_formula(report: Path) -> None:
    rows = [row for row in sheets(report)["Perubahan"] if row[0] == "'=c.xlsx"]
    assert [row[2] for row in rows] == ["'=cmd()", "'+1", "'-1", "'@SUM", "biasa"]
    assert {row[1][:5] for row in rows} == {"'=1+1"}


def test_excel_opens_it(report: Path) -> None:
    assert validator_errors(report) == []


def test_more_rows_than_a_sheet_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "LAST_ROW", 51)
    many = workbook({f"B{row}": "=A1+1" for row in range(1, 41)}, {"A1": 1})
    recalculate(fill(tmp_path / "in", {"a.xlsx": many, "b.xlsx": many}), *_to(tmp_path))
    found = sheets(tmp_path / "lap.xlsx")
    assert len(found["Perubahan"]) == 51
    told = dict(found["Keterangan"][1:])
    assert (told["Sel berubah"], told["Sel berubah yang tidak muat di lembar Perubahan"]) == (80, 30)


def _to(folder: Path) -> tuple[object, ...]:
    return "--keluar", folder / "out", "--laporan", folder / "lap.xlsx"


def test_an_older_report_is_kept_and_a_broken_one_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "in", {"a.xlsx": credit_file(1)})
    args = (folder, *_to(tmp_path))
    (tmp_path / "lap.xlsx").write_bytes(b"lama")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "sementara"))
    (tmp_path / "sementara").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(excel, "_facts", lambda *_: (_ for _ in ()).throw(RuntimeError("di tengah jalan")))
        assert isinstance(recalculate(*args).exception, RuntimeError)
    assert (tmp_path / "lap.xlsx").read_bytes() == b"lama" and list((tmp_path / "sementara").iterdir()) == []
    assert recalculate(*args).exit_code == 0  # told in full now: no report had shown it
    assert sheets(tmp_path / "lap.xlsx")["Berkas"][1][5] == 2
    (kept,) = (tmp_path / ".cadangan-angka-kredit").glob("*/lap.xlsx")
    assert kept.read_bytes() == b"lama"


def test_the_document_for_machines(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", {"a.xlsx": credit_file(1), "b.xlsx": UNKNOWN})
    answer = recalculate(folder, "--keluar", tmp_path / "out", "--json")
    told = json.loads(answer.stdout)
    assert told["ringkasan"]["data"] == snapshot() and set(told["ringkasan"]["status"]) <= set(STATUS)
    assert Counter(file["status"] for file in told["berkas"]) == told["ringkasan"]["status"]
    good = next(file for file in told["berkas"] if file["nama"] == "a.xlsx")
    assert good["perubahan"][0] == {"sel": f"{SHEET}!B1", "lama": -987654321, "baru": 0.0112}
    assert "1 dihitung, 1 ditolak" in answer.stderr
