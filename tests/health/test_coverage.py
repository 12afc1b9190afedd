"""Every rule has data, a function, an example and a source; the generated pages are fresh."""

from __future__ import annotations

from pathlib import Path

import pytest

from angka_kredit.functions import KATALOG
from angka_kredit.functions.jelaskan import MOST_ARGUMENTS
from angka_kredit.functions.registry import Fungsi
from angka_kredit.positions import all_jabatan
from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.tabel import TABEL, Tabel
from examples_table import EXAMPLES

DOCS = Path(__file__).parents[2] / "docs"
FUNCTIONS = pytest.mark.parametrize("fungsi", list(KATALOG), ids=lambda fungsi: fungsi.nama)


@pytest.mark.parametrize("kind", TABEL.values(), ids=lambda kind: kind.bagian)
def test_every_rule_has_data_and_a_function(kind: type[Tabel]) -> None:
    assert any(jabatan.punya(kind) for jabatan in all_jabatan().values())
    assert any(kind in fungsi.aturan for fungsi in KATALOG)


@FUNCTIONS
def test_every_rule_function_has_examples_with_a_source(fungsi: Fungsi) -> None:
    if fungsi.rujukan.startswith("Bukan aturan"):
        return  # it tells about the program; tests/functions has its tests
    rows = [example for example in EXAMPLES if example.fungsi == fungsi.nama]
    assert rows and all(row.sumber for row in rows)


@FUNCTIONS
def test_jelaskan_takes_every_functions_arguments(fungsi: Fungsi) -> None:
    assert fungsi.nama == "JELASKAN" or len(fungsi.argumen) <= MOST_ARGUMENTS


@pytest.mark.parametrize("jabatan", all_jabatan().values(), ids=lambda jabatan: jabatan.id)
def test_what_is_left_out_is_listed(jabatan: Jabatan) -> None:
    rows = jabatan.regulasi.tidak_diatur_di_sini
    assert rows and all(row.pokok and row.rujukan and row.alasan for row in rows)
    assert all(bagian in TABEL or bagian == "ak_satuan" for bagian in jabatan.regulasi.tidak_ada)


def test_the_generated_pages_are_fresh() -> None:
    namespace: dict[str, object] = {"__file__": str(DOCS / "susun.py"), "__name__": "susun"}
    exec(compile((DOCS / "susun.py").read_text(encoding="utf-8"), "susun.py", "exec"), namespace)
    for name, text in namespace["pages"]().items():  # type: ignore[operator]
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"{name} is stale: make docs"
