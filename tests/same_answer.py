"""What every host must answer alike: the worked examples, and each function with each kind of thing in each argument.

The variants follow from the declarations in the catalogue (which arguments there are, which take a whole range) and a
worked example of the function; nothing here looks at how a function computes. An example's expectation is the printed
one. A variant's is `call`'s own answer: that is a test of agreement, and `call` itself is held to the rules of the
design (row by row, errors pass, TRUE is 1, a date is its serial, nothing is not given) by test_same_answer_rules.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, NamedTuple

from angka_kredit import call
from angka_kredit.functions import KATALOG
from angka_kredit.functions.registry import Fungsi
from examples_table import EXAMPLES, Example, first_cell


class Kind(Enum):
    OMITTED = "tidak diisi"


OMITTED = Kind.OMITTED  # nothing between the separators of a formula; None is a blank cell
DATE, SERIAL = date(2015, 3, 27), 42090.0
Rows = list[list[Any]]


class Case(NamedTuple):
    """A formula of one function. `typed`: its arguments stand in the formula, else in cells."""

    fungsi: str
    argumen: tuple[Any, ...]
    ragam: str
    hasil: Any  # a value, or rows of them where a range makes the function work row by row
    typed: bool = False

    def __str__(self) -> str:
        form = "diketik" if self.typed else "dirujuk"
        return f"{self.fungsi}({';'.join(map(str, self.argumen))}) {self.ragam} {form}"

    @property
    def ranged(self) -> bool:
        """Whether an argument is a range."""
        return any(isinstance(argument, list) for argument in self.argumen)

    @property
    def error_in_a_range(self) -> bool:
        grids = [argument for argument in self.argumen if isinstance(argument, list)]
        return any(isinstance(cell, str) and cell in ERROR_VALUES for grid in grids for row in grid for cell in row)


ERROR_VALUES = ("#DIV/0!", "#N/A", "#VALUE!", "#NUM!", "#REF!", "#NAME?", "#NULL!")
# What a cell may hold, by name. The error is one that no function of ours answers by itself.
SCALARS: dict[str, Any] = {
    "sel kosong": None,
    "tidak diisi": OMITTED,
    "teks kosong": "",
    "nol": 0,
    "galat": "#DIV/0!",
    "teks angka": "3,5",
    "teks ribuan": "1.234",
    "angka": 3.5,
    "tanggal": DATE,
    "TRUE": True,
    "FALSE": False,
}


def examples() -> Iterator[Case]:
    """Every worked example twice, its arguments typed and in cells."""
    for example in EXAMPLES:
        for typed in (True, False):
            yield Case(example.fungsi, tuple(example.argumen), "contoh", example.hasil, typed)


def variants() -> Iterator[Case]:
    """Every function with every kind of thing in every argument, the others as in an example of it."""
    for fungsi in KATALOG:
        usual = base(fungsi)
        yield Case(fungsi.nama, usual, "seluruh jawabannya", _answer(fungsi.nama, usual, rows=True))
        for place, argumen in enumerate(fungsi.argumen):
            value = None if usual[place] is OMITTED else usual[place]
            ranges = whole(value) if argumen.rentang else spread(value)
            for ragam, value in (SCALARS | ranges).items():
                given = (*usual[:place], value, *usual[place + 1 :])
                rows = isinstance(value, list) and not argumen.rentang
                yield Case(fungsi.nama, given, f"{argumen.nama}: {ragam}", _answer(fungsi.nama, given, rows))


def spread(value: Any) -> dict[str, Rows]:
    """Ranges in the place of one value."""
    return {
        "kolom": [[value], [None], [value]],
        "baris": [[value, None, value]],
        "kolom campuran": [["3,5"], [3.5], [True], [False], [DATE], [0], [""], [value]],
        "kolom bergalat": [[value], ["#DIV/0!"], [None]],
    }


def whole(value: Any) -> dict[str, Rows]:
    """Ranges in the place of a range that is taken whole."""
    rows: Rows = value if isinstance(value, list) else [["isian", None]]
    width = len(rows[0])
    last = rows[-1][:-1]
    return {
        "baris": rows[:1],
        "kolom": [row[:1] for row in rows],
        "dengan baris kosong": [*rows, [None] * width],
        "semua kosong": [[None] * width] * 2,
        "bergalat": [*rows[:-1], [*last, "#DIV/0!"]],
        **{f"berisi {name}": [*rows[:-1], [*last, SCALARS[name]]] for name in ("teks angka", "angka", "tanggal")},
        **{f"berisi {name}": [*rows[:-1], [*last, SCALARS[name]]] for name in ("TRUE", "FALSE", "nol", "teks kosong")},
    }


def plain(value: Any) -> Any:
    """The argument as `call` takes it: nothing is None, a date what Python has for it."""
    if isinstance(value, list):
        return [[plain(cell) for cell in row] for row in value]
    if value is OMITTED:
        return None
    return datetime(value.year, value.month, value.day) if value == DATE else value


def stored(value: Any) -> Any:
    """The argument as a cell stores it: the serial of a date."""
    if isinstance(value, list):
        return [[stored(cell) for cell in row] for row in value]
    return SERIAL if value == DATE else value


def digits(value: Any) -> Any:
    """A value, or rows of them, its numbers by the 15 digits that a file keeps."""
    if isinstance(value, (list, tuple)):
        return [digits(each) for each in value]
    return format(value, ".15g") if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def _answer(nama: str, given: Sequence[Any], rows: bool) -> Any:
    """What `call` says: one value of a table, one value a cell of the range where it works row by row."""
    result = call(nama, *map(plain, given))
    return result if rows else first_cell(result)


_JELASKAN = ("ANGKA_KREDIT", 0.014, 1, "Ahli Muda", "pmb", "Ahli Madya", 0.6, "3_ke_atas", None)


def base(fungsi: Fungsi) -> tuple[Any, ...]:
    """The arguments of the example with a value that gives the most of them; left out, what it does not give."""
    if fungsi.nama == "JELASKAN":
        return _JELASKAN
    mine = [example for example in EXAMPLES if example.fungsi == fungsi.nama]
    best = max(mine, key=_useful, default=Example(fungsi.nama, [], "", "", ""))
    given = [OMITTED if argument is None else argument for argument in best.argumen]
    return (*given, *[OMITTED] * (len(fungsi.argumen) - len(given)))


def _useful(example: Example) -> tuple[bool, int]:
    shows = example.hasil != "" and example.hasil not in ERROR_VALUES
    return shows, sum(argument is not None for argument in example.argumen)
