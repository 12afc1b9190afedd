"""The button Pasang Rumus: the plan as a table, then a question, then formulas in the open workbook."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from angka_kredit.cli import main
from angka_kredit.hosts import libreoffice_perintah
from berkas_host import BerkasHost, book, pressed
from formulir_instansi import PERTAMA, SURAT, buku
from sheets import cached

FORM = buku()
KETIK = f"H{PERTAMA + 2}"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANGKA_KREDIT_DATA", str(tmp_path / "data"))


def test_the_plan_is_shown_and_nothing_written_without_a_yes() -> None:
    host = BerkasHost(FORM, [False, False])
    said = pressed("pasang_rumus", host)
    ((_, columns, rows),) = host.tabel_baru
    kept = next(row for row in rows if row[0] == f"{SURAT}!{KETIK}")
    assert dict(zip(columns, kept, strict=True))["Keadaan"] == "beda: angka ketikan dipertahankan"
    assert "Tidak ada rumus yang dipasang." in said and host.data == FORM
    assert f"{SURAT}!{KETIK}: 0,35 menjadi 0,28" in host.ditanya[-1]


@pytest.mark.parametrize(("ganti", "total"), [(False, 4.82), (True, 4.75)])
def test_formulas_are_entered_and_typed_numbers_give_way_only_where_asked(ganti: bool, total: float) -> None:
    host = BerkasHost(FORM, [True, ganti])
    said = pressed("pasang_rumus", host)
    planned = sum(row[5].startswith("baru") for row in host.tabel_baru[0][2])
    assert f"{planned + ganti} rumus dipasang." in said
    assert ("Angka ketikan yang dipertahankan" in said) is not ganti
    assert cached(host.data, SURAT)[f"H{PERTAMA + 4}"] == pytest.approx(total)


def test_a_workbook_without_a_form() -> None:
    assert "Tidak ada DUPAK" in pressed("pasang_rumus", BerkasHost(book(("B1", "SUM(A1,1)", 13), A1=12)))


def test_libreoffice_asks_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real command in another process: the plan comes back as it is here."""
    (tmp_path / "a.xlsx").write_bytes(FORM)
    root = Path(main.callback.__code__.co_filename).parents[1]  # type: ignore[union-attr]
    code = f"import sys; sys.path.insert(0, {str(root)!r}); from angka_kredit.cli import main; main()"
    monkeypatch.setattr(libreoffice_perintah, "perintah", lambda: [sys.executable, "-c", code])
    plan = BerkasHost(FORM).rencana_rumus()
    assert libreoffice_perintah.rencana_rumus(tmp_path / "a.xlsx") == plan
    told = CliRunner().invoke(main, ["pasang-rumus", str(tmp_path / "a.xlsx"), "--json"])
    assert len(json.loads(told.output)) == len(plan) and list(tmp_path.iterdir()) == [tmp_path / "a.xlsx"]
