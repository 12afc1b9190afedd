"""The cell functions: importing this package fills the catalogue, for each module in it declares its own."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from .registry import KATALOG, Given, Result

__all__ = ["KATALOG", "Given", "Result", "call"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")


def call(nama: str, *args: Given) -> Result:
    """Calls a cell function exactly as a cell would.

    Returns a float, text, rows of them where an argument is a range or the function answers a table, or an error as
    its text: '#N/A', '#VALUE!', '#NUM!'; '#NAME?' for a function that is not in the catalogue."""
    fungsi = KATALOG.get(nama)
    return "#NAME?" if fungsi is None else fungsi.call(args)
