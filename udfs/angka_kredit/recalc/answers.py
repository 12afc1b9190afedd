"""Our functions as an engine calls them. The same arguments have the same answer as long as the process lives: it reads
its regulations once, and the rows and files of an office repeat their arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import isfinite
from typing import Any, NamedTuple

from ..functions.registry import Fungsi, Given
from .values import CellErrorValue, Value

_KIND = {
    "Na": "#N/A",
    "Value": "#VALUE!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Div": "#DIV/0!",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Spill": "#SPILL!",
    "Calc": "#CALC!",
    "Circ": "#CIRC!",  # no error of Excel: a formula that reads itself
}
_CODE = {code: kind for kind, code in _KIND.items()}
_MOST_KEPT = 16_384  # answers of the process; one has some hundred bytes, for what is long is not kept
_LONGEST_KEPT = 300  # letters of a text given or answered


class _Answer(NamedTuple):
    value: Any  # as the engine takes it
    rows: bool
    jabatan: str | None  # what it was given as jabatan


class _NotKept(Exception):
    def __init__(self, answer: _Answer) -> None:
        self.answer = answer


class _Ours:
    """One function of the catalogue; equal to itself alone, which is quick to find out."""

    def __init__(self, fungsi: Fungsi) -> None:
        self.fungsi = fungsi
        names = [argumen.nama for argumen in fungsi.argumen]
        self.jabatan = names.index("jabatan") if "jabatan" in names else len(names)


_known: dict[int, _Ours] = {}  # by the id of the function, which lives as long as its entry


def callback(fungsi: Fungsi, jabatan: dict[str, None], tables: set[str]) -> Callable[..., Any]:
    """The function for one workbook: keeps what it was given as jabatan, and its name where it answers rows."""
    ours = _known.setdefault(id(fungsi), _Ours(fungsi))

    def call(*args: Any) -> Any:
        try:
            found = (_answer if _is_long(args) else _kept)(ours, *args)
        except _NotKept as computed:
            found = computed.answer
        if found.jabatan is not None:
            jabatan[found.jabatan] = None
        if found.rows:
            tables.add(fungsi.nama)
        return found.value

    return call


def _answer(ours: _Ours, *args: Any) -> _Answer:
    place = ours.jabatan
    jabatan = args[place] if len(args) > place and isinstance(args[place], str) else None
    result = ours.fungsi.call([_argument(arg) for arg in args])
    if isinstance(result, list):
        return _Answer([[_to_engine(value) for value in row] for row in result], True, jabatan)
    return _Answer(_to_engine(result), False, jabatan)


@lru_cache(_MOST_KEPT, typed=True)  # typed: TRUE is no 1
def _kept(ours: _Ours, *args: Any) -> _Answer:
    """The answer; raised where it is too large to be kept."""
    found = _answer(ours, *args)
    if found.rows or (isinstance(found.value, str) and len(found.value) > _LONGEST_KEPT):
        raise _NotKept(found)
    return found


def _is_long(args: Sequence[Any]) -> bool:
    """Whether these arguments are no key to keep an answer by: a long text, or a range or an error."""
    for arg in args:
        if isinstance(arg, str):
            if len(arg) > _LONGEST_KEPT:
                return True
        elif arg is not None and not isinstance(arg, (int, float)):
            return True
    return False


def _argument(value: Any) -> Given:
    if isinstance(value, Mapping):
        return _KIND.get(value.get("kind", ""), "#VALUE!")
    if isinstance(value, (list, tuple)):
        return [_argument(item) for item in value]  # type: ignore[misc]  # rows of a range, then their cells
    return value  # type: ignore[no-any-return]


def _to_engine(value: float | str) -> Any:
    if isinstance(value, str) and value[:1] == "#" and value in _CODE:
        return {"type": "Error", "kind": _CODE[value]}
    return value


def from_engine(value: Any) -> Value:
    """A value that the engine computed, as a cell of Excel holds it."""
    if type(value) is float:
        return value + 0.0 if isfinite(value) else CellErrorValue("#NUM!")  # as in Excel, which has no -0 either
    if isinstance(value, Mapping):
        return CellErrorValue(_KIND.get(value.get("kind", ""), "#VALUE!"))
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    number = float(value)
    return number if isfinite(number) else CellErrorValue("#NUM!")
