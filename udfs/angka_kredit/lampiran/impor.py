"""What follows the matching of a table, whoever asked for it: whether it may be kept, and the keeping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from . import position, store
from .outcome import HEADING, REFUSED, Outcome, Target


def refusal(found: Sequence[Outcome]) -> str:
    """Why nothing of this table is kept; '' where nothing speaks against it."""
    refused = sum(outcome.state == REFUSED for outcome in found)
    if refused:
        return f"{refused} baris ditolak, jadi tidak ada yang disimpan; betulkan baris itu, lalu ulangi"
    if all(outcome.state == HEADING for outcome in found):
        return "tidak ada baris dengan angka kredit; tidak ada yang disimpan"
    return ""


def keep(found: Sequence[Outcome], target: Target, name: str, ladder: str) -> list[str]:
    """Keeps the import, its list last; what is to be said about it."""
    rows = store.as_rows(found, target, name)
    said = _compared(rows, target)
    if ladder:
        position.keep_regulation(target, ladder)
    if target.own:
        store.keep_groups(found, target, name)
    path = store.keep(rows, target.id, datetime.now())
    if ladder:
        position.keep_position(target)
    new = store.keep_list(target.id, path)
    return [
        f"Disimpan dan aktif: {path}" if new else "Tidak ada yang berubah: impor yang aktif sudah sama isinya.",
        *said,
    ]


def _compared(rows: Sequence[Mapping[str, str]], target: Target) -> list[str]:
    """What the import before had otherwise."""
    said = []
    if gone := store.lost(rows, target.id):
        said.append(f"PERIKSA: {len(gone)} kode dari impor sebelumnya tidak ada lagi, misalnya {', '.join(gone[:5])}.")
    if other := store.changed(rows, target.id):
        said.append(f"PERIKSA: {len(other)} angka kredit berubah dari impor sebelumnya:")
        said += [f"  {words}" for words in other]
    return said


def printable(path: Path) -> str:
    """The file's name as it may stand in data."""
    return "".join(letter if letter.isprintable() else "?" for letter in path.name)
