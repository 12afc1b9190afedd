"""What xlwings is told of each function. That cells show the same as everywhere is in test_same_answer.py."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

import pywin32_stub
from angka_kredit.functions import KATALOG
from angka_kredit.functions.registry import CATEGORY
from pywin32_stub import MODULE


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with pywin32_stub.udf_server() as python:
        yield python


@pytest.mark.usefixtures("server")
def test_every_function_is_registered_with_its_texts() -> None:
    module = sys.modules[MODULE]
    for fungsi in KATALOG:
        seen = getattr(module, fungsi.nama).__xlfunc__
        assert (seen["name"], seen["category"]) == (fungsi.nama, CATEGORY)
        assert [arg["name"] for arg in seen["args"]] == [argumen.nama for argumen in fungsi.argumen]
        assert ["optional" not in arg for arg in seen["args"]] == [argumen.wajib for argumen in fungsi.argumen]
        assert [arg["doc"] for arg in seen["args"]] == [argumen.keterangan for argumen in fungsi.argumen]


def test_results_are_plain_floats_never_currency(server: Any) -> None:
    assert type(server.CallUDF(MODULE, "AK_KUMULATIF", ("III/c", "pmb"))) is float
