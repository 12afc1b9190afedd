"""Which line of one form is which line of another, that is laid out otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...words import fold
from ..isian.bentuk import BarisKredit

Kunci = Callable[[BarisKredit], tuple[str, ...]]
Pasangan = tuple[BarisKredit, BarisKredit]


def pasangan(now: Sequence[BarisKredit], before: Sequence[BarisKredit]) -> Iterator[Pasangan]:
    """Lines of the same words; of several those below the same headings, then in their order. The rest is absent."""
    return _pasangan(now, before, (lambda line: (fold(line.uraian),), lambda line: line.di_bawah))


def _pasangan(now: Sequence[BarisKredit], before: Sequence[BarisKredit], kunci: Sequence[Kunci]) -> Iterator[Pasangan]:
    if not kunci:
        yield from zip(now, before, strict=True) if len(now) == len(before) else ()
        return
    theirs = _menurut(before, kunci[0])
    for key, lines in _menurut(now, kunci[0]).items():
        others = theirs.get(key, [])
        if len(lines) == len(others) == 1:
            yield lines[0], others[0]
        else:
            yield from _pasangan(lines, others, kunci[1:])


def _menurut(lines: Sequence[BarisKredit], kunci: Kunci) -> dict[tuple[str, ...], list[BarisKredit]]:
    found: dict[tuple[str, ...], list[BarisKredit]] = {}
    for line in lines:
        found.setdefault(kunci(line), []).append(line)
    return found
