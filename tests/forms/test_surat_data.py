"""The letters' data: every wording sourced, no input twice, every cell that a sentence names exists."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
import tomllib
from openpyxl.formula import Tokenizer

from angka_kredit import forms, positions
from angka_kredit.forms import skeleton
from angka_kredit.forms.surat import LEMBAR
from angka_kredit.forms.surat.kalimat import kalimat, perkiraan
from angka_kredit.functions import KATALOG
from angka_kredit.recalc.gate import ALLOWED

STEMS = sorted({lembar.SKELETON for lembar in LEMBAR})
WORKBOOKS = [(j, each.nama) for j in ("pmb", "assessor") for each in positions.all_jabatan()[j].jenjang]
NAMES = {lembar.NAMA for lembar in LEMBAR}


def tables(value: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield where, value
        for key, each in value.items():
            yield from tables(each, f"{where}.{key}")
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from tables(each, f"{where}[{number}]")


@pytest.mark.parametrize("stem", STEMS)
def test_every_wording_has_a_status_and_what_was_read_a_rujukan(stem: str) -> None:
    data = tomllib.loads((skeleton.templates() / f"{stem}.toml").read_text(encoding="utf-8"))
    for where, table in list(tables(data))[1:]:
        assert table["status"] in ("naskah", "turunan", "lazim", "petunjuk"), where
        if table["status"] in ("naskah", "turunan"):
            assert re.search(r"Lampiran [IVX]+\.|judul|Pasal [0-9]+|konsiderans", table["rujukan"]), where
    head = (skeleton.templates() / f"{stem}.toml").read_text(encoding="utf-8").split("\n\n")[0]
    assert "susunan lazim, bukan kutipan" in re.sub(r"\s*\n# ", " ", head)


def test_no_input_is_asked_twice() -> None:
    asked = [each.kunci for stem in (*STEMS, "dupak") for each in skeleton.isian(stem)]
    assert sorted(asked) == sorted(set(asked))


@pytest.mark.parametrize(("jabatan", "jenjang"), WORKBOOKS)
def test_formulas_name_only_what_the_workbook_has(jabatan: str, jenjang: str) -> None:
    """And use no function that an engine does not know, and never + on credits."""
    book = openpyxl.load_workbook(io.BytesIO(forms.build(jabatan, jenjang)))
    known = {*book.defined_names, *ALLOWED, *KATALOG.names()}
    checked = 0
    for sheet in (sheet for sheet in book if sheet.title in NAMES):
        texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
        texts += [f"={text}" for rule in rules for text in rule.formula]
        for token in (token for text in texts for token in Tokenizer(text).items):
            assert (token.type, token.value) != ("OPERATOR-INFIX", "+")
            word = token.value.rstrip("(")
            if token.type == "FUNC" and token.subtype == "OPEN":
                assert word in known, f"{sheet.title}: {word}"
            elif token.subtype == "RANGE" and not re.fullmatch(r"\$?[A-Z]{1,2}\$?\d+(:\$?[A-Z]{1,2}\$?\d+)?", word):
                assert word in known, f"{sheet.title}: {word}"
                checked += 1
    assert checked > 500


@pytest.mark.parametrize(("jabatan", "jenjang"), WORKBOOKS)
def test_which_letters_a_workbook_has(jabatan: str, jenjang: str) -> None:
    level = positions.find_jenjang(jabatan, jenjang)
    there = {lembar.NAMA for lembar in LEMBAR if lembar.untuk(positions.all_jabatan()[jabatan], level)}
    alih = {"PAK Alih", "SK Alih Kategori"} if level.kategori == "keterampilan" else set()
    assert there == (NAMES - {"PAK Alih", "SK Alih Kategori"}) | alih


def test_a_sentence_with_cells() -> None:
    assert kalimat('atas "nama"') == 'atas "nama"'
    assert kalimat('a "b" {nama}.') == f'="a ""b"" "&IF(nama="","{"." * 24}",nama)&"."'
    assert "sk_x" in kalimat("{ak}", {"ak": "sk_x"})
    long = kalimat("x" * 600 + "{nama}")
    assert max(len(text) for text in re.findall('"(x*)"', long)) <= 255 and long.count("x") == 600
    assert len(perkiraan("{nama}")) > 10
