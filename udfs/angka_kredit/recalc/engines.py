"""The calculation engine behind a small interface: formualizer computes, our functions answer through the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

import formualizer
from openpyxl.utils.cell import coordinate_to_tuple

from ..functions import KATALOG
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
}
_SCRATCH = (1_048_576, 16_384)
_CODE = {code: kind for kind, code in _KIND.items()}


class EngineFailed(Exception):
    """The engine could not load or compute the workbook."""


class Formualizer:
    """One workbook in memory, computed. It never writes a file."""

    def __init__(self, data: bytes) -> None:
        config = formualizer.EvaluationConfig()
        config.enable_parallel = False  # faster with functions in Python, and workers fill the cores
        try:
            self._book = formualizer.Workbook.from_bytes(data, config=formualizer.WorkbookConfig(eval_config=config))
            self._book.set_temporal_egress("serial")
            for fungsi in KATALOG:
                most = len(fungsi.argumen)
                self._book.register_function(fungsi.nama, _callback(fungsi), min_args=0, max_args=most)
            self._book.evaluate_all()
        except Exception as error:  # the engine raises many kinds, all meaning the same here
            raise EngineFailed(type(error).__name__) from error

    def value(self, sheet: str, ref: str) -> Value:
        """The computed value of a cell; a reference to an empty cell is 0, as in Excel."""
        row, column = coordinate_to_tuple(ref)
        return _from_engine(self._book.get_value(sheet, row, column))

    def try_formula(self, sheet: str, formula: str) -> Value:
        """The value that `formula` would have on this sheet: computed in its last cell, of the copy in memory."""
        row, column = _SCRATCH
        self._book.set_formula(sheet, row, column, f"={formula}")
        return _from_engine(self._book.evaluate_cell(sheet, row, column))


def _callback(fungsi: Fungsi) -> Callable[..., Any]:
    def call(*args: Any) -> Any:
        return _to_engine(fungsi.call([_argument(arg) for arg in args]))

    return call


def _argument(value: Any) -> Given:
    if isinstance(value, Mapping):
        return _KIND.get(value.get("kind", ""), "#VALUE!")
    if isinstance(value, (list, tuple)):
        return [_argument(item) for item in value]  # type: ignore[misc]  # rows of a range, then their cells
    return value  # type: ignore[no-any-return]


def _to_engine(value: Any) -> Any:
    if isinstance(value, list):
        return [_to_engine(item) for item in value]
    if isinstance(value, str) and value in _CODE:
        return {"type": "Error", "kind": _CODE[value]}
    return value


def _from_engine(value: Any) -> Value:
    if isinstance(value, Mapping):
        return CellErrorValue(_KIND.get(value.get("kind", ""), "#VALUE!"))
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    number = float(value)
    return number if isfinite(number) else CellErrorValue("#NUM!")  # as in Excel
