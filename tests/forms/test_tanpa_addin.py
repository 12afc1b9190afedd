"""Without the add-in a real LibreOffice shows what was computed: our formulas stay, with the values of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl

import office

TEMPLATES = Path(__file__).parents[2] / "templates"
STEMS = ("konversi_2023_contoh", "ammi_ahli_pertama_contoh")


def test_the_values_of_the_file_are_shown(need_program: Callable[[str], str], tmp_path: Path) -> None:
    need_program("soffice")
    files = [TEMPLATES / f"{stem}.xlsx" for stem in STEMS]
    arguments = ["--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "done"), *map(str, files)]
    process = office.start(arguments, tmp_path, tmp_path / "tanpa", {}, office.clean_environment())
    try:
        process.wait(120)
    finally:
        office.kill_group(process)
    for file in files:
        given, shown = (openpyxl.load_workbook(path, data_only=True) for path in (file, tmp_path / "done" / file.name))
        for sheet in given:
            for row in sheet.iter_rows():
                for cell in row:
                    there = shown[sheet.title][cell.coordinate].value
                    where = f"{file.name} {sheet.title}!{cell.coordinate}"
                    if isinstance(cell.value, float):
                        assert abs(there - cell.value) < 1e-9, where
                    else:
                        assert (there or "") == (cell.value or ""), where
