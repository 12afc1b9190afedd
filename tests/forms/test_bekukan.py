"""The copy for who has no add-in: the same numbers everywhere, our functions gone, all else live and as it was."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from click.testing import CliRunner

import office
from angka_kredit.errors import Refused
from angka_kredit.forms import perintah
from angka_kredit.forms.bekukan import JUDUL, LEMBAR, bekukan
from angka_kredit.forms.milik_kita import calls_ours
from angka_kredit.functions import KATALOG
from angka_kredit.recalc.run import recalculate
from angka_kredit.resources import folder
from makro import MAKRO, bermakro
from sheets import cached, validator_errors, workbook

CONTOH = (folder("templates") / "pmb_ahli_muda_contoh.xlsx").read_bytes()
BEKU = bekukan(CONTOH)
ATAS = 'ANGKA_KREDIT(A1,2,"Ahli Muda","pmb","Ahli Madya")'  # 0,014 x 2 x 80% = 0,0224
CAMPUR = {
    "B1": f"={ATAS}",
    "C1": f'=IF(A1="","",{ATAS})',
    "D1": "=SUM(B1:C1)*10",
    "E1": '=ANGKA_KREDIT(A1,-1,"Ahli Muda","pmb")',
    "F1": f'=IF(A2="","",{ATAS})',
    "G1": '=JELASKAN("AK_KUMULATIF","III/c","pmb")',
    "H1": '=IF(B1<1,AK_KUMULATIF("III/c","pmb"),AK_KUMULATIF("V/z","pmb"))',
}
DATA = workbook(CAMPUR, {"A1": 0.014})


def formulas(data: bytes) -> dict[tuple[str, str], str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
    return {(cell.parent.title, cell.coordinate): str(cell.value) for cell in cells}


def values(data: bytes) -> dict[tuple[str, str], Any]:
    names = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    return {(name, ref): value for name in names if name != LEMBAR for ref, value in cached(data, name).items()}


def test_our_functions_are_values_and_excels_own_live() -> None:
    frozen = bekukan(DATA)
    assert {ref for _, ref in formulas(frozen.data)} == {"D1"}
    shown = cached(frozen.data)
    assert (shown["B1"], shown["C1"], shown["H1"]) == (0.0224, 0.0224, 200)
    assert (shown["E1"], shown["F1"], shown["D1"]) == ("#NUM!", None, pytest.approx(0.448))
    assert {sel.tempat.ref for sel in frozen.sel} == {"B1", "C1", "E1", "F1", "G1", "H1"}


def test_every_frozen_cell_is_listed_with_its_words() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(bekukan(DATA).data))[LEMBAR]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert tuple(rows[0]) == JUDUL and len(rows) == 7
    listed = {row[0].split("!")[1]: row for row in rows[1:]}
    assert listed["B1"][1:3] == [CAMPUR["B1"], 0.0224] and sheet["B2"].data_type == "s"
    assert "0,014 x 2 x 80% = 0,0224" in listed["B1"][3] and "Lampiran III.2.a" in listed["B1"][3]
    assert "negatif" in listed["E1"][3] and not listed["F1"][3]
    assert "III/c" in listed["H1"][3] and "V/z" not in listed["H1"][3]  # the part that was not taken says nothing


def test_the_form_keeps_everything_else(tmp_path: Path) -> None:
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (recalculate(CONTOH).data, BEKU.data))
    [added] = set(after.namelist()) - set(before.namelist())
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    lists = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    assert added.startswith("xl/worksheets/sheet") and lists < changed
    assert all(name.startswith("xl/worksheets/sheet") for name in changed - lists)
    ours = {place for place, text in formulas(CONTOH).items() if calls_ours(text[1:])}
    assert {(sel.tempat.sheet, sel.tempat.ref) for sel in BEKU.sel} == ours and len(ours) > 20
    assert formulas(BEKU.data) == {place: text for place, text in formulas(CONTOH).items() if place not in ours}
    assert values(BEKU.data) == values(recalculate(CONTOH).data)
    file = tmp_path / "a.xlsx"
    file.write_bytes(BEKU.data)
    assert validator_errors(file) == []


def test_a_recalculation_without_the_add_in_gives_the_same(
    need_program: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_program("soffice")
    monkeypatch.setattr(office, "build_addin", _no_addin)
    monkeypatch.setattr(office, "_check_probe", _check_without)
    file = tmp_path / "beku.xlsx"
    file.write_bytes(BEKU.data)
    [shown] = office.recalculate([file], tmp_path / "work")
    compared = 0
    for place, value in values(BEKU.data).items():
        theirs = shown.get(place)  # none where the formula gives an empty text
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            assert theirs == pytest.approx(value, rel=1e-12, abs=1e-12), place
            compared += 1
        elif isinstance(value, str):
            assert theirs == value, place
    assert compared > 100


def _no_addin(work: Path) -> Path:
    empty = work / "empty"
    empty.mkdir()
    return empty


def _check_without(probe: Path) -> None:
    shown = openpyxl.load_workbook(probe, data_only=True)["Probe"]["A1"].value
    assert shown == "#NAME?", f"LibreOffice has the add-in: {shown!r}"


def test_an_array_formula_of_ours_freezes_with_its_area() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Contoh")
        sheet.write_column("D1", ["III/a", "III/b", "III/c"])
        sheet.write_array_formula("E1:E3", '{=AK_KUMULATIF(D1:D3,"pmb")}', None, 0)
        sheet.write_formula("F1", "=SUM(E1:E3)")
    frozen = bekukan(file.getvalue()).data
    assert [cached(frozen)[ref] for ref in ("E1", "E2", "E3", "F1")] == [100, 150, 200, 450]
    assert set(formulas(frozen)) == {("Contoh", "F1")}


def test_a_macro_workbook_with_a_prefix_freezes_too() -> None:
    assert (
        calls_ours("[1]!ANGKA_KREDIT(A1,1,B1,C1)") and calls_ours("_xlfn.angka_kredit(1)") and not calls_ours("SUM(A1)")
    )
    assert all(calls_ours(f"IF(A1=1,{name}(A1),0)") for name in KATALOG.names())


def test_what_cannot_freeze_is_told() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Contoh")
        sheet.write_formula("A1", '=AK_KUMULATIF("III/c","pmb")', None, 200)
        red = book.add_format({"bold": True})
        rule = {"type": "formula", "criteria": '=$A$1<AK_KUMULATIF("III/d","pmb")', "format": red}
        sheet.conditional_format("A1", rule)
    assert bekukan(file.getvalue()).catatan == [
        "format bersyarat atau validasi lembar 'Contoh' memakai fungsi Angka Kredit; tetap hidup"
    ]


def disimpan(write: Callable[[xlsxwriter.Workbook, Any], None], *, terhitung: bool = True) -> bytes:
    """A workbook of somebody else's, with the values that its program computed when it saved."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        write(book, book.add_worksheet("Contoh"))
    if not terhitung:
        return file.getvalue()
    out = io.BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            made.writestr(name, source.read(name).replace(b' fullCalcOnLoad="1"', b""))
    return out.getvalue()


def milik_orang(book: xlsxwriter.Workbook, sheet: Any) -> None:
    """Functions of others, and ours behind a defined name: AK_KUMULATIF("III/c","pmb") is 200."""
    book.define_name("AMBANG", '=AK_KUMULATIF("III/c","pmb")')
    sheet.write_formula("A1", "=AMBANG+1", None, 201)
    sheet.write_formula("A2", "=FUNGSILAIN(1)", None, 7)
    sheet.write_formula("A3", "=TODAY()", None, 42000)
    sheet.write_formula("A4", "=SUM(A1,A2)", None, 208)


def test_beside_functions_of_others_the_saved_values_stand_and_that_is_said() -> None:
    frozen = bekukan(disimpan(milik_orang))
    assert set(formulas(frozen.data)) == {("Contoh", "A2"), ("Contoh", "A3"), ("Contoh", "A4")}
    assert cached(frozen.data, "Contoh")["A1"] == 201
    assert "tidak dihitung ulang" in frozen.catatan[0] and "saat berkas terakhir disimpan" in frozen.catatan[0]
    assert "nama AMBANG memakai fungsi Angka Kredit" in frozen.catatan[1]
    [[_, formula, value, words]] = [
        [cell.value for cell in row]
        for row in openpyxl.load_workbook(io.BytesIO(frozen.data))[LEMBAR].iter_rows(min_row=2)
    ]
    assert (formula, value) == ("=AMBANG+1", 201) and "tidak dihitung ulang" in words


def test_values_that_nobody_computed_are_not_frozen() -> None:
    with pytest.raises(Refused, match="belum pernah dihitung: buka di program yang punya Angka Kredit"):
        bekukan(disimpan(milik_orang, terhitung=False))
    unknown = disimpan(
        lambda book, sheet: [sheet.write_formula("A1", '=AK_KUMULATIF("III/c","pmb")+RAND()', None, "#NAME?")]
    )
    with pytest.raises(Refused, match="Contoh!A1 belum bernilai"):
        bekukan(unknown)


def test_a_protected_sheet_stays_protected_and_macros_stay() -> None:
    def write(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.protect("rahasia")
        sheet.write_formula("A1", '=AK_KUMULATIF("III/c","pmb")', None, 200)

    data = bermakro(disimpan(write))
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, bekukan(data).data))
    assert after.read("xl/vbaProject.bin") == before.read("xl/vbaProject.bin") == MAKRO
    locks = [re.findall(rb"<sheetProtection[^>]*>", z.read("xl/worksheets/sheet1.xml")) for z in (before, after)]
    assert locks[0] == locks[1] and len(locks[0]) == 1
    assert cached(bekukan(data).data, "Contoh")["A1"] == 200


def test_a_calculated_column_of_a_table_is_told() -> None:
    def write(book: xlsxwriter.Workbook, sheet: Any) -> None:
        columns = [{"header": "gol"}, {"header": "ak", "formula": '=AK_KUMULATIF("III/c","pmb")'}]
        sheet.add_table("A1:B3", {"columns": columns, "data": [["III/c", 200], ["III/c", 200]]})

    notes = bekukan(disimpan(write)).catatan
    assert notes[-1] == "kolom terhitung sebuah tabel (table1.xml) memakai fungsi Angka Kredit; tetap hidup"


def test_twice_or_nothing_to_freeze_is_refused() -> None:
    for data in (BEKU.data, workbook({"A1": "=1+1"})):
        with pytest.raises(Refused, match="tidak memuat rumus Angka Kredit"):
            bekukan(data)


def test_the_command(tmp_path: Path) -> None:
    source, target = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    source.write_bytes(DATA)
    result = CliRunner().invoke(perintah.bekukan, [str(source), "--keluar", str(target)])
    assert result.exit_code == 0 and "6 sel dibekukan" in result.output and f"'{LEMBAR}'" in result.output
    assert source.read_bytes() == DATA and target.read_bytes() == bekukan(DATA).data
    for wrong in (source, tmp_path / "b.xlsm"):
        assert CliRunner().invoke(perintah.bekukan, [str(source), "--keluar", str(wrong)]).exit_code == 2


def test_the_command_with_nothing_but_a_file(tmp_path: Path) -> None:
    source, target = tmp_path / "a.xlsx", tmp_path / "a_beku.xlsx"
    source.write_bytes(DATA)
    target.write_bytes(b"lama")
    result = CliRunner().invoke(perintah.bekukan, [str(source)])
    assert result.exit_code == 0 and str(target) in result.output and target.read_bytes() == bekukan(DATA).data
    assert (tmp_path / "a_beku.cadangan-1.xlsx").read_bytes() == b"lama" and source.read_bytes() == DATA


def test_the_commands_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "angka_kredit", "--versi"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and done.stdout.startswith("Angka Kredit "), done.stderr
