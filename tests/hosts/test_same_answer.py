"""One table, every host: what `call` says, a cell of Excel, of LibreOffice and of a recalculated file shows.

Column 1, `call`, stands in tests/functions (test_examples.py and test_same_answer_rules.py), for it is tested under
Python 3.10 too. Here are the other three. Where a program imposes its own, IMPOSED says so with the reason; nothing
else differs: not a value, not an error, not a word of an explanation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import MISSING, Interpreter

import office
import pywin32_stub
from angka_kredit.errors import Refused
from angka_kredit.functions import KATALOG
from angka_kredit.recalc.run import recalculate
from examples_table import first_cell
from same_answer import OMITTED, Case, digits, examples, stored, variants
from same_answer_book import SHEET, Block, shape, shown, write
from sheets import cached
from vba import cell, interpreter
from vba_excel import Range, Server

NOT_OPTIONAL = 449  # VBA's "argument not optional"
Host = Callable[[Sequence[Case]], list[Any]]


class Imposed(NamedTuple):
    where: Callable[[Case], bool]
    shows: Callable[[Case], Any]
    why: str


class Stopped(NamedTuple):
    """The file is refused, and its words hold this."""

    words: str


def filled(case: Case, value: Any) -> Any:
    """This value in every cell of the case."""
    rows, columns = shape(case.hasil)
    return [[value] * columns] * rows if isinstance(case.hasil, list) else value


def needs_more(case: Case) -> bool:
    """Whether an argument that must be given is left out."""
    declared = KATALOG.get(case.fungsi)
    assert declared
    return any(
        each.wajib and _left_out(case, given) for each, given in zip(declared.argumen, case.argumen, strict=False)
    ) or any(each.wajib for each in declared.argumen[len(case.argumen) :])


def _left_out(case: Case, given: Any) -> bool:
    """Nothing between two separators of the formula; a blank cell is no such thing."""
    return given is OMITTED or (case.typed and given is None)


def holds_na(case: Case) -> bool:
    return case.hasil == "#N/A" or (isinstance(case.hasil, list) and any("#N/A" in row for row in case.hasil))


IMPOSED: dict[str, list[Imposed]] = {
    "excel": [
        Imposed(
            needs_more,
            lambda case: filled(case, "#VALUE!"),
            "VBA calls no function without an argument that it must have: error 449, which a cell shows as #VALUE!",
        )
    ],
    "libreoffice": [
        Imposed(
            lambda case: case.error_in_a_range,
            lambda case: filled(case, "#VALUE!"),
            "Calc hands no range that holds an error to an add-in: Err:504, which a file keeps as #VALUE!",
        )
    ],
    "hitung_ulang": [
        Imposed(
            lambda case: case.typed and case.ranged,
            lambda case: Stopped("larik"),
            "array constants in a formula are not in the gate: the engines read them differently",
        ),
        Imposed(
            holds_na,
            lambda case: Stopped(
                f"{SHEET}!A" if isinstance(case.hasil, list) else f"{SHEET}!A1: {case.fungsi} = #N/A. "
            ),
            "a #N/A of ours is data that the texts lack: no file is handed out with it",
        ),
    ],
}


def expected(host: str, case: Case) -> Any:
    return next((each.shows(case) for each in IMPOSED[host] if each.where(case)), case.hasil)


@cache
def cases(nama: str) -> list[Case]:
    return [case for case in _all() if case.fungsi == nama]


@cache
def _all() -> list[Case]:
    return [*examples(), *variants()]


@pytest.fixture(scope="module")
def excel() -> Iterator[Host]:
    """The add-in's own wrappers, in VBA, over xlwings' COM server with pywin32 stubbed."""
    with pywin32_stub.udf_server() as python:
        vba = interpreter(Server(python.CallUDF))
        yield lambda wanted: [_excel(vba, case) for case in wanted]


def _excel(vba: Interpreter, case: Case) -> Any:
    try:
        result = cell(vba, case.fungsi, *[_handed(case, value) for value in case.argumen])
    except VBARuntimeError as error:
        assert error.number == NOT_OPTIONAL
        result = "#VALUE!"  # what Excel shows where a function of VBA stops with an error
    if isinstance(case.hasil, list):
        return result if isinstance(result, list) else filled(case, result)  # as it spills
    return first_cell(result)


def _handed(case: Case, value: Any) -> Any:
    """The argument as Excel hands it to VBA."""
    if _left_out(case, value):
        return MISSING
    return stored(value) if case.typed else Range(stored(value))


@pytest.fixture(scope="session")
def libreoffice(need_program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Host:
    """One workbook of all cases, calculated once by a real LibreOffice, whose add-in a probe has shown to be there."""
    need_program("soffice")
    folder: Path = tmp_path_factory.mktemp("sama")
    data, blocks = write(_all())
    (folder / "kasus.xlsx").write_bytes(data)
    (cells,) = office.recalculate([folder / "kasus.xlsx"], folder / "work")
    values = {ref: value for (sheet, ref), value in cells.items() if sheet == SHEET}
    place = dict(zip(map(id, _all()), blocks, strict=True))
    return lambda wanted: [shown(case, place[id(case)], values) for case in wanted]


@pytest.fixture(scope="session")
def hitung_ulang() -> Host:
    """`hitung-ulang`: one workbook of what is computed, one for each case that stops its file."""

    def run(wanted: Sequence[Case]) -> list[Any]:
        sound = [case for case in wanted if not isinstance(expected("hitung_ulang", case), Stopped)]
        data, blocks = write(sound)
        values = cached(recalculate(data).data, SHEET)
        computed = dict(zip(map(id, sound), blocks, strict=True))
        return [_shown(case, computed.get(id(case)), values) for case in wanted]

    return run


def _shown(case: Case, block: Block | None, values: Mapping[str, Any]) -> Any:
    if block:
        return shown(case, block, values)
    with pytest.raises(Refused) as refusal:
        recalculate(write([case])[0])
    words = expected("hitung_ulang", case).words
    return Stopped(words) if re.search(re.escape(words), str(refusal.value)) else str(refusal.value)


@pytest.mark.parametrize("nama", KATALOG.names())
@pytest.mark.parametrize("host", IMPOSED)
def test_same_answer(request: pytest.FixtureRequest, host: str, nama: str) -> None:
    answer: Host = request.getfixturevalue(host)
    both = [(case, got, expected(host, case)) for case, got in zip(cases(nama), answer(cases(nama)), strict=True)]
    assert {str(case): (got, wanted) for case, got, wanted in both if digits(got) != digits(wanted)} == {}


@pytest.mark.parametrize("host", IMPOSED)
def test_what_a_host_imposes_is_still_so(host: str) -> None:
    """Each exception is met by a case: one that no case needs is to go."""
    for each in IMPOSED[host]:
        assert any(each.where(case) for case in _all()), each.why
