"""The workbook as a file: which formulas it holds, and that other programs open it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl.formula import Tokenizer

from angka_kredit.functions import KATALOG
from dupak import BLANK, BOOKS, FILES, MUDA, NATIVE, PMB, both, computed, formulas, inti
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
    assert {"ANGKA_KREDIT", "FAKTOR_JENJANG", "JENJANG_DARI_AK", "AK_KUMULATIF", "KEKURANGAN_AK", "JELASKAN"} <= used


@both
def test_no_array_formula(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(FILES[name])) as package:
        sheets = [package.read(part).decode() for part in package.namelist() if part.startswith("xl/worksheets/")]
    assert len(sheets) == 5 and not any('t="array"' in text or " cm=" in text for text in sheets)


def test_a_blank_row_asks_nothing_of_our_functions() -> None:
    """Where the add-in is missing, what is blank stays blank."""
    for column in ("ak", "faktor"):
        (sheet, ref) = (BOOKS[BLANK]["Kegiatan"], BOOKS[BLANK].defined_names[f"kegiatan_{column}"].attr_text)
        letter, first, last = re.findall(r"\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)", ref)[0]
        assert int(last) - int(first) == 99
        for row in range(int(first), int(last) + 1):
            assert re.match(r'=IF\((OR\()?AND\(C\d+="",[A-Z]+\d+=""\)', sheet[f"{letter}{row}"].value)


@both
def test_the_file_opens_without_repair(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    assert validator_errors(path) == []


def test_the_same_bytes_every_time_and_nobody_named() -> None:
    assert computed(inti(PMB, MUDA)) == FILES[BLANK]
    properties = BOOKS[BLANK].properties
    assert (properties.creator, properties.lastModifiedBy) == ("Angka Kredit", "Angka Kredit")
    assert properties.created == properties.modified == datetime(2015, 3, 27)
