"""The credits of a column. The column decides what a point means; where it does not, the number is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from ..errors import BadValue, CellError
from ..functions import convert
from ..regulations import load
from ..words import indonesian
from .sheets import Cell, shown

NONE = ("", "-", "–", "—")
_THREE = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}")  # '1.234', '1,234': a decimal, or thousands
_DECIMAL = re.compile(r"[+-]?[0-9]+([.,])[0-9]+")


def read_credits(cells: Sequence[Cell]) -> list[Decimal | str | None]:
    """Per cell the credit (credit points), None where there is none, or why it is refused."""
    points = _decimal_points(cells)
    return [_credit(cell, points) for cell in cells]


def _decimal_points(cells: Sequence[Cell]) -> frozenset[str]:
    """The signs that some number of the column shows to be decimal: '0.014', '12,5'."""
    texts = [cell.strip() for cell in cells if isinstance(cell, str)]
    found = [_DECIMAL.fullmatch(text) for text in texts if not _THREE.fullmatch(text)]
    return frozenset(match[1] for match in found if match)


def _credit(cell: Cell, points: frozenset[str]) -> Decimal | str | None:
    if cell is None or (isinstance(cell, str) and cell.strip() in NONE):
        return None
    if isinstance(cell, (bool, date)):
        return f"{shown(cell)} bukan angka; Excel mengubahnya dari yang diketik, jadi ketik ulang sebagai angka"
    try:
        number = convert.angka(_plain(cell, points) if isinstance(cell, str) else cell)
    except CellError as error:
        return str(error).rstrip(".")
    if number <= 0:
        return f"angka kredit {shown(cell)} tidak lebih dari 0; kosongkan bila tidak ada"
    if number > (most := _highest()):
        over = f"lebih dari {indonesian(most)}, angka kredit kumulatif tertinggi"
        return f"angka kredit {shown(cell)} {over}; periksa komanya"
    return number


@cache
def _highest() -> Decimal:
    """No butir is worth more than the highest golongan asks for in a whole career."""
    return max(Decimal(row["ak"]) for row in load.read_rows(load.FOLDER / "umum" / "ambang.csv"))


def _plain(text: str, points: frozenset[str]) -> str:
    """The text with a decimal comma where the column shows which sign is decimal."""
    text = text.strip()
    if text.startswith("="):
        raise BadValue(f"rumus {text} belum dihitung; buka dan simpan berkasnya di Excel")
    three = _THREE.fullmatch(text)
    if three is None:
        return text
    if points == {three[1]} or (three[1] == "," and not points):
        return text.replace(".", ",")
    raise BadValue(
        f"'{text}' bisa berarti ribuan atau desimal, dan kolom ini tidak menunjukkan yang mana; "
        f"tulis sebagai angka, atau dengan angka nol di belakang ('{text}0')"
    )
