"""Sentences with cells in them: '... atas nama {nama} ...' as a formula."""

from __future__ import annotations

import re
from collections.abc import Mapping

TITIK = "." * 24  # where a cell is still empty: room to write
SEL = re.compile(r"\{(\w+)\}")
_LONGEST = 250  # characters of one text inside a formula; Excel takes 255
_USUAL = 40  # characters of a name or a jabatan, to estimate how many lines a sentence takes


def kalimat(teks: str, sel: Mapping[str, str] | None = None) -> str:
    """The sentence, as a formula where it names cells; `sel`: other names for some of them.

    A name in capitals shows its cell in capitals: {SK_PEJABAT}."""
    pieces = SEL.split(teks)
    if len(pieces) == 1:
        return teks
    parts: list[str] = []
    for number, piece in enumerate(pieces):
        if number % 2:
            low, shown = piece.lower(), "UPPER({})" if piece.isupper() else "{}"
            name = (sel or {}).get(low, low)
            parts.append(f'IF({name}="","{TITIK}",{shown.format(name)})')
        else:
            parts += [_quoted(piece[at : at + _LONGEST]) for at in range(0, len(piece), _LONGEST)]
    return "=" + "&".join(parts)


def perkiraan(teks: str) -> str:
    """The sentence as long as it usually becomes."""
    return SEL.sub("x" * _USUAL, teks)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
