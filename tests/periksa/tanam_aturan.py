"""Every kind of the rules' half: its planted faults, the cheap ones of foreign forms first; and clean forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

import isian_asing
import tanam_asing
import tanam_isian
import tanam_lama
import tanam_syarat
from isian_milik import JENJANG, dasar
from tanaman import Tanaman

_BAGIAN = (tanam_asing.PENANAM, tanam_isian.PENANAM, tanam_syarat.PENANAM, tanam_lama.PENANAM)


def _semua(jenis: str) -> Iterator[Tanaman]:
    return chain.from_iterable(each[jenis]() for each in _BAGIAN if jenis in each)


PENANAM: dict[str, Callable[[], Iterator[Tanaman]]] = {
    jenis: partial(_semua, jenis) for each in _BAGIAN for jenis in each
}


def BERSIH() -> Iterator[tuple[str, bytes]]:
    """Filled in without a fault: foreign layouts, our form of every jenjang, and an officer ready to rise."""
    yield from isian_asing.bersih()
    yield from ((f"{jabatan} {jenjang}", dasar(jabatan, jenjang)) for jabatan, jenjang in JENJANG)
    yield from ((f"naik dari {row[0]}", tanam_syarat.dasar_naik(row[0])) for row in tanam_syarat.NAIK)
