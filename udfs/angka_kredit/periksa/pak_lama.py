"""Whose previous PAK is whose: one file for one workbook, else by the NIP in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from ..batch.plan import make_plan
from ..errors import AngkaKreditError
from ..files import read
from ..workers import answers
from ..xls import terbaca
from .bahan import Bahan, bahan
from .isian import fakta

_FEW, _AT_ONCE = 8, 4
_MATI = ("", date.min, "pembacanya berhenti mendadak")
Pemilik = tuple[str, date, str]  # NIP, the last day of the period; or why the file does not say it


def nip_pemilik(book: Bahan) -> tuple[str, date]:
    """The digits of the officer's NIP, '' where none stands there; the last day of the masa penilaian."""
    found = fakta(book)
    return found["nip"].digit, found["masa_sampai"].hari or date.min


def pasangan(paths: Sequence[Path], satu_buku: bool) -> tuple[dict[str, Path], list[str]]:
    """(the newest file by NIP, in words which files are left out). One file for one workbook needs no NIP."""
    if satu_buku and len(paths) == 1 and paths[0].is_file():
        return {"": paths[0]}, []
    plan = make_plan([str(path) for path in paths], None)
    wrong = [f"PAK lama {each.name}: {each.words}" for each in plan.aside]
    newest: dict[str, tuple[date, Path]] = {}
    for path, (nip, sampai, reason) in _pemilik([Path(task.source) for task in plan.tasks]):
        if not nip:
            wrong.append(f"PAK lama {path.name}: {reason or 'tidak memuat NIP'}")
            continue
        kept = newest.get(nip, (date.min, path))
        left = min((sampai, path), kept)[1]
        if left != max((sampai, path), kept)[1]:
            wrong.append(f"PAK lama {left.name}: tidak dipakai, karena ada yang lebih baru dengan NIP yang sama")
        newest[nip] = max((sampai, path), kept)
    return {nip: path for nip, (_, path) in newest.items()}, wrong


def _pemilik(paths: Sequence[Path]) -> Iterator[tuple[Path, Pemilik]]:
    return answers(_satu, paths, _MATI, few=_FEW, at_once=_AT_ONCE)


def _satu(path: Path) -> Pemilik:
    try:
        return *nip_pemilik(bahan(terbaca(read(path))[0])), ""
    except (AngkaKreditError, MemoryError) as reason:
        return "", date.min, str(reason).rstrip(".") or "tidak cukup memori"
    except Exception as fault:
        return "", date.min, f"kesalahan program ({type(fault).__name__})"
