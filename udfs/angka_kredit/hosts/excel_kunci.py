"""Sheets of Excel that are protected without a password: open for a while, then protected as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

# Properties of a sheet, and of its Protection, in the order in which Protect takes them after the password.
_LEMBAR = ("ProtectDrawingObjects", "ProtectContents", "ProtectScenarios", "ProtectionMode")
_IZIN = tuple(
    f"Allow{what}"
    for what in (
        *("FormattingCells", "FormattingColumns", "FormattingRows"),
        *("InsertingColumns", "InsertingRows", "InsertingHyperlinks", "DeletingColumns", "DeletingRows"),
        *("Sorting", "Filtering", "UsingPivotTables"),
    )
)


@contextmanager
def terbuka(sheets: Iterable[Any]) -> Iterator[set[str]]:
    """Of these xlwings sheets the names of those that could be opened; a password keeps the others shut."""
    with ExitStack() as after:
        opened = set()
        for sheet in sheets:
            api = sheet.api
            options, selection = _options(api), api.EnableSelection
            if _open(api):
                after.callback(_shut, api, options, selection)
                opened.add(sheet.name)
        yield opened


def _options(api: Any) -> tuple[bool, ...]:
    own = [bool(getattr(api, name)) for name in _LEMBAR]
    return (*own, *(bool(getattr(api.Protection, name)) for name in _IZIN))


def _open(api: Any) -> bool:
    try:
        api.Unprotect("")  # without an argument Excel asks for the password
    except Exception:  # COM raises what it likes
        return False
    return not api.ProtectContents


def _shut(api: Any, options: tuple[bool, ...], selection: int) -> None:
    api.Protect("", *options)
    api.EnableSelection = selection
