"""The add-in's wrappers from cell to Python and back: their own text, xlwings' own server class, our functions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import MISSING, Interpreter, VBAErrorValue

import pywin32_stub
from angka_kredit import call
from angka_kredit.functions.rows import WHOLE_COLUMN
from vba import cell, interpreter
from vba_excel import Range, Server


@pytest.fixture(scope="module")
def excel() -> Iterator[Interpreter]:
    """The wrappers over xlwings' COM server, pywin32 stubbed."""
    with pywin32_stub.udf_server() as python:
        yield interpreter(Server(python.CallUDF))


def test_ranges_row_by_row(excel: Interpreter) -> None:
    units, owners = Range([[0.014], [None], [0.047]]), Range([["Ahli Madya"], [None], ["Ahli Pertama"]])
    shown = cell(excel, "ANGKA_KREDIT", units, 1.0, "Ahli Muda", "pmb", owners)
    assert shown == [[0.0112], [""], [0.047]]
    across = Range([["III/a", "III/b", "III/c"]])
    assert cell(excel, "AK_KUMULATIF", across, "pmb") == [[100, 150, 200]]


def test_arguments_left_out_and_blank_cells(excel: Interpreter) -> None:
    given = ["MADYA-III.2.a", 1.0, "Ahli Muda", "pmb"]
    assert cell(excel, "ANGKA_KREDIT", *given) == 0.0112
    assert cell(excel, "ANGKA_KREDIT", *given, MISSING, Range(None), MISSING) == 0.0112


def test_an_error_comes_out_as_it_went_in(excel: Interpreter) -> None:
    assert cell(excel, "FAKTOR_JENJANG", Range("#DIV/0!"), "Madya", "assessor") == "#DIV/0!"
    assert cell(excel, "AK_KUMULATIF", Range([["III/a"], ["#REF!"]]), "pmb") == [[100], ["#REF!"]]


def test_an_error_that_only_newer_excels_have_is_no_number(excel: Interpreter) -> None:
    spill = VBAErrorValue(2045)  # #SPILL!
    assert cell(excel, "TERBILANG", Range(spill)) == "#VALUE!"
    assert cell(excel, "TERBILANG", Range([[2.0], [spill]])) == [["dua"], ["#VALUE!"]]


@pytest.mark.parametrize("cells", [Range([["III/a"]], whole=True), Range("III/a", areas=2)])
def test_whole_columns_and_areas_apart_are_refused(excel: Interpreter, cells: Range) -> None:
    assert cell(excel, "AK_KUMULATIF", cells, "pmb") == "#VALUE!"


def test_a_whole_column_is_explained_without_its_million_cells() -> None:
    server = Server(fixed)
    told = cell(interpreter(server), "JELASKAN", "AK_KUMULATIF", Range([["III/a"]], whole=True), "pmb")
    assert told == call("JELASKAN", "AK_KUMULATIF", [["III/a"]] * WHOLE_COLUMN, "pmb")
    assert server.starts == 0


def test_the_explanation_is_the_same_text(excel: Interpreter) -> None:
    arguments: list[Any] = ["ANGKA_KREDIT", 0.014, 1.0, "Ahli Muda", "pmb", "Ahli Madya"]
    assert cell(excel, "JELASKAN", *arguments) == call("JELASKAN", *arguments)


def fixed(modul: str, nama: str, argumen: tuple[Any, ...]) -> float:
    return 5.0


def broken(modul: str, nama: str, argumen: tuple[Any, ...]) -> float:
    raise VBARuntimeError(440, "")


def credit(vba: Interpreter) -> Any:
    return cell(vba, "AK_KUMULATIF", "III/a", "pmb")


def test_the_server_is_started_once() -> None:
    server = Server(fixed)
    vba = interpreter(server)
    assert [credit(vba), credit(vba), credit(vba)] == [5.0, 5.0, 5.0]
    assert (server.starts, server.log) == (1, [])


def test_a_server_that_broke_is_started_once_more() -> None:
    server = Server(fixed)
    vba = interpreter(server)
    assert credit(vba) == 5.0
    server.alive = False
    assert credit(vba) == 5.0
    assert (server.starts, server.log) == (2, [])


def test_a_fault_of_a_function_starts_nothing_anew() -> None:
    server = Server(broken)
    assert credit(interpreter(server)) == "#N/A"
    assert (server.starts, server.log) == (1, ["AK_KUMULATIF"])


def test_a_server_that_does_not_start_is_not_tried_in_every_cell() -> None:
    server = Server(fixed, startable=False)
    vba = interpreter(server)
    vba.frozen_now = datetime(2026, 1, 5, 8, 0, 0)
    assert [credit(vba) for _cell in range(100)] == ["#N/A"] * 100
    assert (server.starts, server.log) == (1, ["AK_KUMULATIF"])
    server.startable, vba.frozen_now = True, datetime(2026, 1, 5, 8, 0, 31)
    assert credit(vba) == 5.0
