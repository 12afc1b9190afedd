"""Every sheet of every built workbook has a page in docs, with its pictures; the pages are fresh."""

from __future__ import annotations

import importlib.util
import re
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from angka_kredit.functions import KATALOG
from angka_kredit.positions import all_jabatan

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
BOOKS = sorted((ROOT / "templates").glob("*.xlsx"))
MOST = 4_000_000  # bytes of all pictures


def _formulir() -> ModuleType:
    spec = importlib.util.spec_from_file_location("formulir", DOCS / "formulir" / "susun.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FORMULIR = _formulir()


def _workbook(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("xl/workbook.xml").decode()


def _keluarga(path: Path) -> str:
    jabatan = all_jabatan().get(path.stem.split("_")[0])
    return {"butir_kegiatan": "butir", "kinerja": "kinerja"}[jabatan.metode] if jabatan else "konversi"


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_every_sheet_has_a_page(path: Path) -> None:
    known = {row["lembar"] for row in FORMULIR.halaman() if row["keluarga"] in (_keluarga(path), "semua")}
    assert set(re.findall('<sheet name="([^"]+)"', _workbook(path))) <= known


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_no_name_hides_a_cell_function(path: Path) -> None:
    """RIWAYAT_AK( would be read as the cells called riwayat_ak, where the function is not known."""
    names = {name.upper() for name in re.findall('<definedName name="([^"]+)"', _workbook(path))}
    assert len(names) > 20 and not names & {fungsi.nama for fungsi in KATALOG}


def test_every_page_is_of_a_sheet_that_there_is() -> None:
    sheets = {
        (_keluarga(path), name) for path in BOOKS for name in re.findall('<sheet name="([^"]+)"', _workbook(path))
    }
    for row in FORMULIR.halaman():
        assert any(name == row["lembar"] and row["keluarga"] in (of, "semua") for of, name in sheets), row["nama"]
        assert (ROOT / "templates" / f"{row['contoh']}.xlsx") in BOOKS


def test_the_pages_are_fresh_and_no_other_stands_there() -> None:
    pages: dict[str, str] = FORMULIR.pages()
    for name, text in pages.items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"{name} is stale: make docs"
    assert {f"formulir/{path.name}" for path in (DOCS / "formulir").glob("*.md")} == set(pages) - {"formulir.md"}


def test_every_page_has_its_pictures() -> None:
    named = {name for row in FORMULIR.halaman() for name in FORMULIR.gambar(row)}
    texts = [page.read_text(encoding="utf-8") for page in DOCS.glob("*.md")]
    named |= {name for text in texts for name in re.findall(r"gambar/([\w-]+\.png)", text)}
    named = {name for name in named if not name.startswith("libreoffice")}  # made by another script
    standing = {path.name for path in (DOCS / "gambar").glob("*.png") if not path.name.startswith("libreoffice")}
    assert named == standing, "python docs/gambar/pages.py"
    assert sum((DOCS / "gambar" / name).stat().st_size for name in named) < MOST
