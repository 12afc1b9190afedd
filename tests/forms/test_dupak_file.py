"""The DUPAK as a file: which formulas it holds, and that other programs open it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl.formula import Tokenizer

from angka_kredit import forms
from angka_kredit.functions import KATALOG
from angka_kredit.recalc.run import recalculate
from dupak import BLANK, BOOKS, FILES, NATIVE, both, formulas
from sheets import validator_errors


@both
def test_formulas_use_only_what_every_engine_computes(name: str) -> None:
    allowed = NATIVE | set(KATALOG.names())
    used = set()
    for where, formula in formulas(BOOKS[name]):
        for token in Tokenizer(formula).items:
            if token.type == "FUNC" and token.subtype == "OPEN":
                assert token.value[:-1] in allowed, f"{where}: {token.value}"
                used.add(token.value[:-1])
            assert not (token.type == "OPERATOR-INFIX" and token.value == "+"), f"{where}: add with SUM"
            assert not re.search(r"\$?[A-Z]+:\$?[A-Z]+|\[|#REF", token.value) or token.subtype == "TEXT", where
    assert {"ANGKA_KREDIT", "JENJANG_DARI_AK", "AK_KUMULATIF", "JELASKAN", "SUMIF", "INDEX"} <= used


@both
def test_no_array_formula(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(FILES[name])) as package:
        sheets = [package.read(part).decode() for part in package.namelist() if part.startswith("xl/worksheets/")]
    assert len(sheets) == 4 and not any('t="array"' in text or " cm=" in text for text in sheets)


def test_credit_of_a_row_is_the_one_plain_formula() -> None:
    sheet = BOOKS[BLANK]["Kegiatan"]
    for row in range(5, 45):
        assert sheet[f"I{row}"].value == f'=IF(D{row}="","",ANGKA_KREDIT(D{row},H{row},jenjang,jabatan,E{row}))'


@both
def test_the_file_opens_without_repair(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    assert validator_errors(path) == []
    path.write_bytes(recalculate(FILES[name]).data)
    assert validator_errors(path) == []


@both
def test_the_same_bytes_every_time_and_nobody_named(name: str) -> None:
    assert forms.build_all()[name] == FILES[name]
    properties = BOOKS[name].properties
    assert (properties.creator, properties.lastModifiedBy) == ("Angka Kredit", "Angka Kredit")
    assert properties.created == properties.modified == datetime(2015, 3, 27)
