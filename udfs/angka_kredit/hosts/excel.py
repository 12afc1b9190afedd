"""Excel through xlwings: this module is the 'UDF module' that xlwings imports.

It holds one function per catalogue entry, under its Excel name: ANGKA_KREDIT(butir, volume, ...) and all others.
Only what xlwings must see is declared here: names, argument order, help texts. Values go to the catalogue as Excel
holds them: `err_to_str`, for an error cell would otherwise look empty; `ndim="natural"`, to keep a range's shape."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import xlwings

from ..functions import KATALOG
from ..functions.registry import CATEGORY, Fungsi


def _cell(arg: Any) -> Any:
    """The value, or rows of values. What is a whole number over COM is an error that xlwings does not know, such as
    #SPILL!, and never a number: those come as floats."""
    if isinstance(arg, (list, tuple)):
        return [_cell(each) for each in arg]
    return "#VALUE!" if type(arg) is int else arg


def _register(fungsi: Fungsi) -> Callable[..., Any]:
    def cell_function(*args: Any) -> Any:
        return fungsi.call([_cell(arg) for arg in args])

    cell_function.__name__ = cell_function.__qualname__ = fungsi.nama  # xlwings takes the Excel name from here
    cell_function.__doc__ = fungsi.ringkas
    cell_function.__annotations__ = {}  # xlwings would convert by them
    # xlwings reads the arguments from the signature; one without a default is required in Excel
    cell_function.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(
                argumen.nama,
                inspect.Parameter.POSITIONAL_OR_KEYWORD,
                default=inspect.Parameter.empty if argumen.wajib else None,
            )
            for argumen in fungsi.argumen
        ]
    )
    for argumen in fungsi.argumen:
        xlwings.arg(argumen.nama, doc=argumen.keterangan, err_to_str=True, ndim="natural")(cell_function)
    # last: every `arg` sets the category back to xlwings' own
    registered: Callable[..., Any] = xlwings.func(category=CATEGORY)(cell_function)
    return registered


globals().update({fungsi.nama: _register(fungsi) for fungsi in KATALOG})
