"""The built forms recalculated by us and by a real LibreOffice: every cell the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import office
from angka_kredit.forms import build, skeleton
from angka_kredit.recalc.run import recalculate
from sheets import cached


def test_both_engines_agree_on_every_cell(need_program: Callable[[str], str], tmp_path: Path) -> None:
    need_program("soffice")
    # values not computed yet: 0 in every formula
    built = {"kosong.xlsx": build("pmb", "Ahli Muda"), "assessor.xlsx": build("assessor", "Muda")}
    built |= {f"{isi.jabatan}.xlsx": build(isi.jabatan, isi.jenjang, isi) for isi in skeleton.all_contoh()}
    files = [tmp_path / name for name in built]
    for file in files:
        file.write_bytes(built[file.name])
    for file, shown in zip(files, office.recalculate(files, tmp_path / "work"), strict=True):
        ours = recalculate(built[file.name]).data
        formulas = 0
        for sheet in openpyxl.load_workbook(file).worksheets:
            values = cached(ours, sheet.title)
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        formulas += 1
                        mine = values[cell.coordinate]
                        theirs = shown[sheet.title, cell.coordinate]
                        where = f"{file.name} {sheet.title}!{cell.coordinate} {cell.value}"
                        if isinstance(theirs, float):
                            assert mine == pytest.approx(theirs, rel=1e-12, abs=1e-12), where
                        else:
                            assert ("" if mine is None else mine) == theirs, where
        assert formulas > 100
