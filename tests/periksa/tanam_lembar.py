"""Every kind of fault that periksa/lembar finds, with its planted variants; and the good workbooks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

import tanam_isi
import tanam_jumlah
import tanam_milik
from tanam import bersih, tanaman
from tanaman import Tanaman

_CARA = tanam_jumlah.PENANAM | tanam_isi.PENANAM


def _basi() -> Iterator[Tanaman]:
    return chain(tanam_isi.basi("hitung_beda"), tanam_isi.tak_dihitung("hitung_beda"))


_ASING: dict[str, Callable[[], Iterator[Tanaman]]] = {
    **{jenis: partial(tanaman, jenis, cara) for jenis, cara in _CARA.items()},
    "hitung_beda": _basi,
}


def _semua(jenis: str) -> Iterator[Tanaman]:
    """In foreign forms first, which take less time."""
    return chain.from_iterable(each[jenis]() for each in (_ASING, tanam_milik.PENANAM) if jenis in each)


PENANAM: dict[str, Callable[[], Iterator[Tanaman]]] = {jenis: partial(_semua, jenis) for jenis in _ASING}
BERSIH = bersih
