"""Totals that a recalculation moved across a threshold: the rule at its edges, and first in every report."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import xlsxwriter

from angka_kredit.batch.crossed import Change, crossed, largest_total
from angka_kredit.recalc.workbook import Place
from folders import fill, recalculate

# The cumulative scale of several regulations (umum/ambang.csv): III/b 150, III/c 200, III/d 300.
SUM = "SUM(A1:A9)"
CREDIT = 'ANGKA_KREDIT(A1,1,"Ahli Muda","pmb")'


def words(old: object, new: object, formula: str = SUM, names: tuple[str, ...] = ("pmb",)) -> str:
    change = Change(Place("DUPAK", "F9"), old, new, formula)
    found = crossed([change], names)
    assert [row[:3] for row in found] == [("DUPAK!F9", old, new)][: len(found)]
    return found[0][3] if found else ""


@pytest.mark.parametrize(
    ("old", "new", "there"),
    [
        (199.99, 200.0, "naik melewati ambang 200 (III/c) Penguji Mutu Barang"),
        (200.0, 199.99, "turun di bawah ambang 200 (III/c) Penguji Mutu Barang"),
        (140.0, 310.0, "naik melewati ambang 150 (III/b), 200 (III/c), 300 (III/d) Penguji Mutu Barang"),
        (200.0, 200.01, ""),
        (199.98, 199.99, ""),
        (199.9999999999, 200.0, ""),  # noise of a binary sum
        (200.00000000000003, 199.99999999999997, ""),
        (0.0, 310.0, ""),  # never computed before
        (None, 310.0, ""),
        ("#NAME?", 310.0, ""),
        (True, 310.0, ""),
        (310.0, "#NUM!", ""),
        (-1.0, 26.0, "naik melewati ambang 25 (II/a) Penguji Mutu Barang"),
    ],
)
def test_a_total_on_both_sides_of_a_threshold(old: object, new: object, there: str) -> None:
    assert words(old, new) == there


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        (SUM, True),
        ("A1+B1", True),
        (f"SUM({CREDIT})", True),
        (f"{CREDIT}+{CREDIT}", True),
        (CREDIT, False),
        (f"[1]!{CREDIT}", False),
        (f"_xldudf_{CREDIT}", False),
        ('ak_kumulatif("III/c","pmb")', False),
        ("((", True),  # whatever it is, it is none of ours
    ],
)
def test_a_cell_that_is_only_our_function_is_no_total(formula: str, told: bool) -> None:
    assert bool(words(199.0, 201.0, formula)) is told


def test_only_scales_of_the_jabatan_that_the_workbook_names() -> None:
    assert words(199.0, 201.0, names=()) == ""
    assert words(199.0, 201.0, names=("tidak ada", "Penguji Mutu Barang", "pmb")).count("200") == 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Ahli Pertama", "Ahli Muda", True),
        ("Ahli Muda", "#NUM!", True),
        ("#NAME?", "Ahli Muda", True),
        (0.0, "Ahli Muda", False),
        (None, "Ahli Muda", False),
        ("", "Ahli Muda", False),
    ],
)
def test_a_jenjang_that_changed(old: object, new: object, told: bool) -> None:
    assert bool(words(old, new, 'IFERROR(Jenjang_Dari_AK(A1,"pmb"),"")')) is told


def test_the_largest_total_is_the_largest_changed_sum() -> None:
    rows = [
        ("A1", 1.0, 5.0, SUM),
        ("A2", 2.0, 9.0, f"ROUND({SUM},2)"),
        ("A3", 1.0, 99.0, "A1*2"),
        ("A4", 1.0, "x", SUM),
    ]
    changes = [Change(Place("S", ref), old, new, formula) for ref, old, new, formula in rows]
    assert largest_total(changes) == ("S!A2", 2.0, 9.0)
    assert largest_total([]) is None


def stale(total: float) -> bytes:
    """A total of 150 + 50 typed and computed credits, with `total` cached in its place."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("DUPAK")
        sheet.write("A1", 150)
        sheet.write_formula("A2", '=ANGKA_KREDIT(0.5,100,"Ahli Muda","pmb")', None, total - 150)
        sheet.write_formula("A3", "=SUM(A1:A2)", None, total)
        sheet.write_formula("A4", '=JENJANG_DARI_AK(A3,"pmb","keahlian")', None, "Ahli Pertama")
    return file.getvalue()


def test_they_come_first_on_the_screen_and_for_machines(tmp_path: Path) -> None:
    files = {"a.xlsx": stale(200.5), "b.xlsx": stale(199.5), "c.xlsx": b"bukan buku kerja"}
    folder = fill(tmp_path / "in", files)
    lines = recalculate(folder, "--keluar", tmp_path / "out").output.splitlines()
    first = [line for line in lines if line.startswith("AMBANG")]
    assert lines[: len(first)] == first
    assert "AMBANG b.xlsx DUPAK!A3: 199,5 -> 200, naik melewati ambang 200 (III/c) Penguji Mutu Barang." in first
    assert sum("a.xlsx DUPAK!A3" in line for line in first) == 0
    assert sum("DUPAK!A4: 'Ahli Pertama' -> 'Ahli Muda'" in line for line in first) == 2
    told = json.loads(recalculate(folder, "--keluar", tmp_path / "lain", "--json").stdout)
    assert list(told) == ["ringkasan", "melewati_ambang", "berkas"]
    assert {row["berkas"] for row in told["melewati_ambang"]} == {"a.xlsx", "b.xlsx"}
