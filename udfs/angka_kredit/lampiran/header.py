"""Finds the header of a table and says which column holds what, in whatever order they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..errors import Refused
from ..words import fold
from .sheets import Cell, Sheet

SYNONYMS: dict[str, tuple[str, ...]] = {
    "kategori": ("kategori", "kategori jabatan"),
    "unsur_kode": ("unsur kode", "kode unsur", "no unsur", "nomor unsur"),
    "unsur": ("unsur", "nama unsur", "unsur nama", "unsur uraian", "unsur kegiatan"),
    "sub_kode": ("subunsur kode", "sub unsur kode", "kode sub unsur", "kode subunsur", "no sub unsur"),
    "sub": ("sub unsur", "subunsur", "nama sub unsur", "sub unsur nama", "sub unsur uraian", "sub unsur kegiatan"),
    "kode": ("kode", "kode butir", "butir kode", "kode butir kegiatan", "kode kegiatan", "no butir", "nomor butir"),
    "nomor": ("no", "nomor", "no urut", "nomor urut"),
    "uraian": (
        *("uraian", "butir", "kegiatan", "butir kegiatan", "butir path", "uraian kegiatan", "uraian butir"),
        *("uraian butir kegiatan", "rincian kegiatan", "uraian tugas", "rincian tugas", "kegiatan butir kegiatan"),
        *("unsur sub unsur butir kegiatan", "unsur sub unsur dan butir kegiatan", "butir kegiatan uraian"),
    ),
    "satuan": ("satuan", "satuan hasil", "hasil", "hasil kerja", "satuan hasil kerja", "output"),
    "ak": ("angka kredit", "ak", "angka kredit satuan", "ak satuan", "nilai angka kredit", "nilai", "kredit"),
    "pelaksana": (
        *("pelaksana", "pelaksana kegiatan", "pelaksana tugas", "pelaksana jenjang", "jenjang pelaksana"),
        *("jenjang", "jenjang jabatan", "jabatan"),
    ),
}
_FIELD = {word: name for name, words in SYNONYMS.items() for word in words}
JOINED = ("unsur", "sub", "uraian")  # a text may spread over the columns to the right: '1.' | 'Menyusun rencana'
_SEARCHED, _TALLEST = 40, 3  # rows
_LEAST_NUMBERED = 3
_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class Header:
    """Which columns hold which field; the header's first row (from 0), and the first below it."""

    columns: dict[str, tuple[int, ...]]
    top: int
    first: int


def find_header(sheet: Sheet) -> Header | None:
    """The header that tells most of the columns; None where no row names the butir and their credits.

    Refused where two columns claim to be the same."""
    best: Header | None = None
    for top in range(min(_SEARCHED, len(sheet.rows))):
        for height in range(1, _TALLEST + 1):
            columns = _columns(sheet.rows[top : top + height])
            if {"uraian", "ak"} <= set(columns) and (best is None or len(columns) > len(best.columns)):
                best = Header(columns, top, top + height)
    if best is None:
        return None
    if not {"pelaksana", "kode"} & set(best.columns):
        raise Refused("tabelnya tidak punya kolom 'Pelaksana' atau 'Jenjang'")
    for name, where in best.columns.items():
        if len(where) > 1 and name not in JOINED:
            letters = ", ".join(map(letter, where))
            raise Refused(f"ada {len(where)} kolom {SYNONYMS[name][0]} ({letters}); sisakan satu, atau ganti judulnya")
    return replace(best, columns={name: tuple(_spread(sheet, best, name)) for name in best.columns})


def is_header(row: Sequence[Cell], header: Header) -> bool:
    """True for the header, or its row of column numbers, printed again on another page."""
    if any(field_of(str(row[column])) == "ak" for column in header.columns["ak"] if column < len(row)):
        return True
    cells = [re.sub(r"[().\s]", "", str(cell)) for cell in row if cell not in ("", None)]
    cells = list(dict.fromkeys(cells))  # a merged one shows its number in every column
    return len(cells) >= _LEAST_NUMBERED and cells == [str(number) for number in range(1, len(cells) + 1)]


def field_of(text: str) -> str | None:
    """The field that a header's words name."""
    return _FIELD.get(fold(_BRACKETS.sub(" ", text)))


def letter(column: int) -> str:
    """The column (from 0) as a spreadsheet names it."""
    first, last = divmod(column, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def _columns(rows: Sequence[Sequence[Cell]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for column in range(max(map(len, rows), default=0)):
        texts = [str(row[column]) for row in rows if column < len(row) and row[column] not in ("", None)]
        name = field_of(" ".join(dict.fromkeys(texts)))
        if name:
            found[name] = (*found.get(name, ()), column)
    return found


def _spread(sheet: Sheet, header: Header, name: str) -> Iterator[int]:
    """The field's columns, and for a text those to the right that nobody has named."""
    yield from header.columns[name]
    column = header.columns[name][-1] + 1
    above = sheet.rows[header.top : header.first]
    width = max(map(len, sheet.rows))
    while name in JOINED and column < width and not any(column < len(row) and row[column] for row in above):
        yield column
        column += 1
