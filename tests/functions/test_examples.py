"""Every worked example through `call`, the door that every host uses."""

from __future__ import annotations

import pytest

from angka_kredit import call
from angka_kredit.functions import KATALOG
from examples_table import EXAMPLES, Example


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(example: Example) -> None:
    assert call(example.fungsi, *example.argumen) == example.hasil, example.arti


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_every_result_explains_itself(example: Example) -> None:
    words = call("JELASKAN", example.fungsi, *example.argumen)
    if example.hasil == "":
        assert words == ""
    elif isinstance(example.hasil, str) and example.hasil.startswith("#"):
        assert str(words).startswith(f"{example.fungsi} = {example.hasil}. ")
        assert len(str(words)) > 40
    else:
        assert str(words).startswith(f"{example.fungsi} = ")
        assert "Dasar: " in str(words)


def test_every_function_has_an_example_with_a_source() -> None:
    covered = {example.fungsi for example in EXAMPLES}
    assert covered == set(KATALOG.names()) - {"JELASKAN", "VERSI_ANGKA_KREDIT"}
    assert all(example.sumber for example in EXAMPLES)
