"""Sheets of Calc that are protected without a password: open for a while, then protected as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from .tindakan.bersama import JUDUL


@contextmanager
def terbuka(document: Any, lembar: Iterable[str]) -> Iterator[set[str]]:
    """Of these sheets those that could be opened; a password keeps the others shut. Calc keeps a sheet's options."""
    with ExitStack() as after:
        opened = set()
        for name in lembar:
            sheet = document.Sheets.getByName(name)
            if _open(sheet):
                after.callback(sheet.protect, "")
                opened.add(name)
        yield opened


def dapat_dibuka(document: Any, lembar: Iterable[str]) -> set[str]:
    """The sheets without a password. Tried and undone, for Calc does not tell."""
    changed, manager = document.isModified(), document.UndoManager
    manager.enterUndoContext(JUDUL)
    try:
        opened = {name for name in lembar if _open(document.Sheets.getByName(name))}
    finally:
        manager.leaveUndoContext()
    if opened:
        manager.undo()
        manager.clearRedo()
        document.setModified(changed)
    return opened


def _open(sheet: Any) -> bool:
    try:
        sheet.unprotect("")
    except Exception:  # UNO raises its own where a password is needed
        return False
    return not sheet.isProtected()
