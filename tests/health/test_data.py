"""The data and the catalogue are fit to ship: every value sourced, every text short enough, nothing special-cased."""

from __future__ import annotations

import ast
import csv
import re
import sys
from pathlib import Path

import pytest

import angka_kredit
from angka_kredit.functions import KATALOG
from angka_kredit.positions import all_jabatan
from angka_kredit.regulations import load
from angka_kredit.regulations.schema import STATUS, Jabatan
from angka_kredit.regulations.tabel import FaktorJenjang
from angka_kredit.rounding import POLICIES

PACKAGE = Path(angka_kredit.__file__).parent
WITHOUT_STATUS = ("ralat.csv", "tidak_diatur_di_sini.csv")  # lists about the text, not values from it
CORE = ("errors.py", "rounding.py", "words.py", "_version.py", "regulations", "positions", "rules", "functions")
VBA_KEYWORDS = {"next", "end", "to", "step", "loop", "type", "date", "name", "mid", "len", "me", "call", "set", "let"}
EVERY = pytest.mark.parametrize("jabatan", all_jabatan().values(), ids=lambda jabatan: jabatan.id)


def core_files() -> list[Path]:
    return [
        file for part in CORE for file in ([PACKAGE / part] if part.endswith(".py") else (PACKAGE / part).rglob("*.py"))
    ]


@EVERY
def test_every_jenjang_has_its_golongan_and_the_scale_is_whole(jabatan: Jabatan) -> None:
    assert not jabatan.punya(FaktorJenjang) or "sendiri" in jabatan.per_kunci(FaktorJenjang)
    for kategori in jabatan.kategori:
        orders = [jenjang.urutan for jenjang in jabatan.jenjang if jenjang.kategori == kategori]
        assert orders == list(range(1, len(orders) + 1))
    for jenjang in jabatan.jenjang:
        assert jenjang.golongan
        if jabatan.ambang:  # a text without a scale has none at all
            assert {golongan.kode for golongan in jenjang.golongan} <= set(jabatan.ambang)


@pytest.mark.parametrize(
    "path",  # a misprint cites by its `tempat`
    sorted(path for path in PACKAGE.rglob("regulations/*/*.csv") if path.name not in WITHOUT_STATUS),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_every_row_has_its_source(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(row["rujukan"] and row["status"] in STATUS for row in rows)


@EVERY
def test_a_kode_can_be_no_number_date_or_cell(jabatan: Jabatan) -> None:
    for butir in jabatan.butir.values():
        assert re.fullmatch(r"[A-Z]+-[A-Za-z0-9.]+", butir.kode)
        assert (butir.ak is None) == (butir.status == "belum_ada")


@EVERY
def test_the_packages_own_regulations_say_since_when(jabatan: Jabatan) -> None:
    assert jabatan.berlaku_sejak and jabatan.regulasi.berlaku_sejak and jabatan.regulasi.diperiksa


def test_the_named_roundings_are_the_documented_ones() -> None:
    assert tuple(load.pembulatan()) == POLICIES


@pytest.mark.parametrize("fungsi", list(KATALOG), ids=lambda fungsi: fungsi.nama)
def test_names_and_texts_fit_every_host(fungsi) -> None:  # type: ignore[no-untyped-def]
    assert re.fullmatch(r"[A-Z]{2,}(_[A-Z]+)*", fungsi.nama)
    assert len(fungsi.nama) > 3 and not re.fullmatch(r"[A-Z]{1,3}[0-9]+", fungsi.nama)
    for text in (fungsi.ringkas, fungsi.rujukan, *(argumen.keterangan for argumen in fungsi.argumen)):
        assert 0 < len(text) <= 255
    names = [argumen.nama for argumen in fungsi.argumen]
    assert len(set(names)) == len(names)
    assert not set(names) & VBA_KEYWORDS
    assert fungsi.contoh.startswith(f"={fungsi.nama}(")
    required = [argumen.wajib for argumen in fungsi.argumen]
    assert required == sorted(required, reverse=True)  # optional arguments come last


def test_the_core_needs_only_the_standard_library() -> None:
    for file in core_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            for name in names:
                assert name.split(".")[0] in {*sys.stdlib_module_names, "tomli"}, f"{file.name}: {name}"


def test_no_jabatan_is_named_in_code() -> None:
    names = {name for jabatan in all_jabatan().values() for name in (jabatan.id, jabatan.regulasi.id)}
    for file in core_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Constant) and node.value in names), f"{file.name}: {node.value}"  # type: ignore[attr-defined]


def test_no_function_reads_todays_date() -> None:
    for file in core_files():
        assert not re.search(r"\b(today|now|utcnow|time)\(", file.read_text(encoding="utf-8")), file.name
