"""Our functions as an engine calls them: an answer is kept, and is the answer to these very arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from angka_kredit.recalc.answers import callback


@dataclass
class Argument:
    nama: str


@dataclass
class Function:
    """Answers what it was given, in words, and keeps count."""

    nama: str = "UJI"
    argumen: tuple[Argument, ...] = (Argument("butir"), Argument("jabatan"))
    asked: list[Any] = field(default_factory=list)
    rows: bool = False

    def call(self, args: Sequence[Any]) -> Any:
        self.asked.append(args)
        return [[repr(args), 1.0]] if self.rows else repr(args)


def asking(function: Function) -> tuple[Any, dict[str, None], set[str]]:
    jabatan: dict[str, None] = {}
    tables: set[str] = set()
    return callback(function, jabatan, tables), jabatan, tables  # type: ignore[arg-type]


def test_an_answer_is_kept_for_every_workbook() -> None:
    function = Function()
    for _ in range(2):
        call, jabatan, tables = asking(function)
        assert call("a", "pmb") == call("a", "pmb") == "['a', 'pmb']"
        assert (list(jabatan), tables) == (["pmb"], set())
    assert len(function.asked) == 1


def test_arguments_that_python_takes_for_equal_are_told_apart() -> None:
    call, _, _ = asking(Function())
    given = (1.0, True, 1, "1", None, 0.0, False, "")
    assert [call(value) for value in given] == [repr([value]) for value in given]


@pytest.mark.parametrize(("given", "asked"), [("a" * 250, 1), ("a" * 301, 2), ("é\n" * 140, 2)])
def test_what_is_long_is_not_kept(given: str, asked: int) -> None:
    """The third is short, its answer is not."""
    function = Function()
    call, jabatan, _ = asking(function)
    assert call(given, "pmb") == call(given, "pmb") == repr([given, "pmb"])
    assert len(function.asked) == asked and list(jabatan) == ["pmb"]


def test_rows_are_not_kept() -> None:
    function = Function(rows=True)
    call, _, tables = asking(function)
    assert call(1.0) == call(1.0) == [["[1.0]", 1.0]]
    assert len(function.asked) == 2 and tables == {"UJI"}


def test_functions_of_one_name_are_told_apart() -> None:
    one, other = asking(Function())[0], asking(Function(rows=True))
    assert one(1.0) == "[1.0]"
    assert other[0](1.0) == [["[1.0]", 1.0]] and other[2] == {"UJI"}


def test_ranges_and_errors_are_answered_anew() -> None:
    function = Function()
    call, _, _ = asking(function)
    assert call([[1.0, {"type": "Error", "kind": "Na"}]]) == "[[[1.0, '#N/A']]]"
    assert call({"type": "Error", "kind": "Num"}) == "['#NUM!']"
    call([[1.0]])
    call([[1.0]])
    assert len(function.asked) == 4
