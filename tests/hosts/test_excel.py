"""The functions as Excel would call them: through xlwings' own COM conversion code, pywin32 stubbed."""

from __future__ import annotations

import importlib
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import pywin32_stub
from angka_kredit import call
from angka_kredit.functions import KATALOG
from angka_kredit.functions.registry import CATEGORY
from examples_table import EXAMPLES, Example, first_cell

MODULE = "angka_kredit.hosts.excel"
NOT_GIVEN = -2147352572  # what COM hands over for an argument left out
COM_NA = -2146826246  # an error cell that holds #N/A


@pytest.fixture(scope="module")
def udfs() -> Iterator[types.ModuleType]:
    before = dict(sys.modules)
    module = pywin32_stub.install()
    sys.modules.pop(MODULE, None)
    importlib.import_module(MODULE)
    yield module
    for name in set(sys.modules) - set(before):
        if name.startswith(("xlwings", "win32", "pythoncom", "pywintypes", MODULE)):
            del sys.modules[name]


def com(udfs: types.ModuleType, nama: str, *args: Any) -> Any:
    """The call as xlwings' COM server makes it: numbers as float, a result always as rows."""
    result = udfs.call_udf(MODULE, nama, tuple(map(_handed_over, args)), None, None)
    return result[0][0] if len(result) == 1 and len(result[0]) == 1 else [list(row) for row in result]


def _handed_over(arg: Any) -> Any:
    if isinstance(arg, (list, tuple)):
        return tuple(map(_handed_over, arg))
    return float(arg) if type(arg) is int and arg != NOT_GIVEN else arg


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(udfs: types.ModuleType, example: Example) -> None:
    assert first_cell(com(udfs, example.fungsi, *example.argumen)) == example.hasil


def test_arguments_left_out(udfs: types.ModuleType) -> None:
    optional = [NOT_GIVEN] * 3
    assert com(udfs, "ANGKA_KREDIT", "MADYA-III.2.a", 1, "Ahli Muda", "pmb", *optional) == 0.0112


def test_an_error_cell_comes_out_as_it_went_in(udfs: types.ModuleType) -> None:
    assert udfs.call_udf(MODULE, "FAKTOR_JENJANG", (COM_NA, "Madya", "assessor"), None, None) == [["#N/A"]]


def test_ranges_row_by_row(udfs: types.ModuleType) -> None:
    units, owners = ((0.014,), (None,), (0.047,)), (("Ahli Madya",), (None,), ("Ahli Pertama",))
    result = com(udfs, "ANGKA_KREDIT", units, 1, "Ahli Muda", "pmb", owners)
    assert result == [[0.0112], [""], [0.047]]


def test_results_are_plain_floats_never_currency(udfs: types.ModuleType) -> None:
    assert type(com(udfs, "AK_KUMULATIF", "III/c", "pmb")) is float


def test_every_function_is_registered_with_its_texts(udfs: types.ModuleType) -> None:
    module = sys.modules[MODULE]
    for fungsi in KATALOG:
        seen = getattr(module, fungsi.nama).__xlfunc__
        assert (seen["name"], seen["category"]) == (fungsi.nama, CATEGORY)
        assert [arg["name"] for arg in seen["args"]] == [argumen.nama for argumen in fungsi.argumen]
        assert ["optional" not in arg for arg in seen["args"]] == [argumen.wajib for argumen in fungsi.argumen]
        assert [arg["doc"] for arg in seen["args"]] == [argumen.keterangan for argumen in fungsi.argumen]


def test_xlwings_writes_vba_for_every_function(udfs: types.ModuleType, tmp_path: Path) -> None:
    target = tmp_path / "udf.bas"
    with target.open("w", encoding="utf-8") as file:
        udfs.generate_vba_wrapper(MODULE, sys.modules[MODULE], file, types.SimpleNamespace(Name="angka_kredit.xlam"))
    vba = target.read_text(encoding="utf-8")
    for name in KATALOG.names():
        assert f"Function {name}(" in vba


def test_the_version_probe(udfs: types.ModuleType) -> None:
    assert com(udfs, "VERSI_ANGKA_KREDIT") == call("VERSI_ANGKA_KREDIT")
