"""Every worked example through `call`, the door that every host uses."""

from __future__ import annotations

import pytest

from angka_kredit import call
from angka_kredit.functions import KATALOG
from examples_table import EXAMPLES, Example, first_cell

ABOUT_THE_PROGRAM = {fungsi.nama for fungsi in KATALOG if fungsi.rujukan.startswith("Bukan aturan")}


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(example: Example) -> None:
    assert first_cell(call(example.fungsi, *example.argumen)) == example.hasil, example.arti


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_every_result_explains_itself(example: Example) -> None:
    words = str(call("JELASKAN", example.fungsi, *example.argumen))
    if example.hasil == "":
        assert words == ""
    elif isinstance(example.hasil, str) and example.hasil.startswith("#"):
        assert words.startswith(f"{example.fungsi} = {example.hasil}. ")
        assert len(words) > 40
    elif example.fungsi in ABOUT_THE_PROGRAM:
        assert words and not words.startswith("#")
    else:
        assert words.startswith(f"{example.fungsi} = ")
        assert "Dasar: " in words


def test_every_function_has_an_example_with_a_source() -> None:
    covered = {example.fungsi for example in EXAMPLES}
    assert set(KATALOG.names()) - ABOUT_THE_PROGRAM <= covered <= set(KATALOG.names())
    assert all(example.sumber for example in EXAMPLES)
