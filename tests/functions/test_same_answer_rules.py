"""The rules that the variants of same_answer.py rest on, for every argument of every function, in `call` itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from angka_kredit import call
from angka_kredit.functions import KATALOG
from angka_kredit.functions.registry import Fungsi
from examples_table import first_cell
from same_answer import DATE, OMITTED, SCALARS, SERIAL, base, plain, spread, whole

FUNCTIONS = pytest.mark.parametrize("fungsi", [each for each in KATALOG if each.argumen], ids=lambda each: each.nama)


class Given:
    """A function with its usual arguments, of which one is changed."""

    def __init__(self, fungsi: Fungsi, place: int) -> None:
        self.nama, self.place, self.base = fungsi.nama, place, base(fungsi)
        self.usual = None if self.base[place] is OMITTED else self.base[place]

    def call(self, value: Any) -> Any:
        given = [*self.base[: self.place], value, *self.base[self.place + 1 :]]
        return call(self.nama, *map(plain, given))


def scalars(fungsi: Fungsi) -> list[Given]:
    return [Given(fungsi, place) for place, argumen in enumerate(fungsi.argumen) if not argumen.rentang]


def ranges(fungsi: Fungsi) -> list[Given]:
    return [Given(fungsi, place) for place, argumen in enumerate(fungsi.argumen) if argumen.rentang]


@FUNCTIONS
def test_a_range_is_its_cells_one_by_one(fungsi: Fungsi) -> None:
    for given in scalars(fungsi):
        for rows in spread(given.usual).values():
            assert given.call(rows) == [[first_cell(given.call(cell)) for cell in row] for row in rows]


@FUNCTIONS
def test_an_error_passes(fungsi: Fungsi) -> None:
    for given in scalars(fungsi) + ranges(fungsi):
        assert given.call(SCALARS["galat"]) == "#DIV/0!"
    for given in ranges(fungsi):
        assert given.call(whole(given.usual)["bergalat"]) == "#DIV/0!"


@FUNCTIONS
def test_true_is_1_and_a_date_its_serial(fungsi: Fungsi) -> None:
    for value, number in ((True, 1.0), (False, 0.0), (DATE, SERIAL), (datetime(2015, 3, 27, 12), SERIAL + 0.5)):
        for given in scalars(fungsi):
            assert given.call(value) == given.call(number)
        for given in ranges(fungsi):
            rows = whole(given.usual)["berisi angka"]
            other = [*rows[:-1], [*rows[-1][:-1], value]]
            assert given.call(other) == given.call([*rows[:-1], [*rows[-1][:-1], number]])


@FUNCTIONS
def test_blank_is_empty_text_is_0(fungsi: Fungsi) -> None:
    for given in scalars(fungsi):
        assert given.call(None) == given.call("") == given.call(0.0)
