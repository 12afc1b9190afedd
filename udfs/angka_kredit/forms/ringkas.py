"""The command ringkas: the summary on the sheet Data of a form, on the screen, each requirement with its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from typing import Any

import click
import openpyxl

from ..cli_words import Command
from ..errors import Refused
from ..files import read
from ..lampiran.pilihan import data_option
from ..recalc.loaded import Loaded, Place, is_ours, load
from ..rounding import without_noise
from ..words import indonesian, tanggal
from .data_ringkasan import AKHIR, JUDUL, NILAI, PERLU, UNSUR
from .sheet_data import NAMA
from .sheet_proyeksi import KEPALA as KEPALA_PROYEKSI
from .sheet_proyeksi import NAMA as PROYEKSI

_LEBAR = 40  # characters of a label


@click.command("ringkas", cls=Command)
@click.argument("berkas", type=click.Path(path_type=Path))
@data_option(exists=True)
def ringkas(berkas: Path) -> None:
    """Menampilkan ringkasan sebuah formulir: kekurangan untuk kenaikan berikutnya menurut unsur, dan pasalnya."""
    click.echo(f"Ringkasan {berkas}")
    for line in ringkasan(read(berkas)):
        click.echo(f"  {line}")


def ringkasan(data: bytes) -> Iterator[str]:
    """The lines of the summary, as the workbook holds it; Refused for a workbook that has none."""
    loaded = load(data)  # which refuses what is no sound workbook
    book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    rows = list(book[NAMA].iter_rows(values_only=True)) if NAMA in book.sheetnames else []
    top = next((number for number, row in enumerate(rows, 1) if row[0] == JUDUL), 0)
    if not top:
        raise Refused(f"Buku kerja ini tidak mempunyai ringkasan: lembar {NAMA} dari templat Angka Kredit tidak ada.")
    dasar = _dasar(loaded)
    table = False
    for number, row in enumerate(takewhile(lambda row: row[0], rows[top:]), top + 1):
        if row[0] == UNSUR:
            table = True
            yield _kolom("", row[PERLU : AKHIR + 1])
        elif table:
            yield _kolom(row[0], row[PERLU : AKHIR + 1])
            yield f"    {dasar.get(number) or row[NILAI]}"
        else:
            yield f"{row[0]:{_LEBAR}} {_teks(row[NILAI])}".rstrip()
            if isinstance(row[NILAI], (int, float)) and number in dasar:
                yield f"    {dasar[number]}"
    if PROYEKSI in book.sheetnames:
        yield from _proyeksi(list(book[PROYEKSI].iter_rows(max_col=3, values_only=True)))


def _proyeksi(rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """When she can rise: the table of the sheet Proyeksi, where something stands in it."""
    top = next((number for number, row in enumerate(rows) if row[1] == KEPALA_PROYEKSI), len(rows))
    table = [row for row in takewhile(lambda row: row[0], rows[top + 1 :]) if row[1] or row[2]]
    if table:
        yield f"{'Proyeksi':{_LEBAR}}" + "".join(f"{head:>34}" for head in rows[top][1:])
    for row in table:
        yield f"{row[0]:{_LEBAR}}" + "".join(f"{_teks(value):>34}" for value in row[1:]).rstrip()
    if table:
        yield f"Anggapannya: lembar {PROYEKSI}."


def _dasar(book: Loaded) -> dict[int, str]:
    """Row of the sheet Data -> the article of what it computes, as JELASKAN tells it."""
    own = [formula for formula in book.formulas if formula.place.sheet == NAMA and is_ours(formula)]
    ours = [formula for formula in own if "JELASKAN" not in formula.plan.names]
    found: dict[int, str] = {}
    for formula, words in zip(ours, book.explain_many(ours), strict=True):
        for line in words.splitlines():
            if line.startswith("Dasar: "):
                found.setdefault(_row(formula.place), line)
    return found


def _row(place: Place) -> int:
    return int(place.ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _kolom(label: str, values: Sequence[Any]) -> str:
    return "".join([f"{label:{_LEBAR}}", *(f"{_teks(value):>14}" for value in values)]).rstrip()


def _teks(value: Any) -> str:
    if isinstance(value, datetime):
        return tanggal(value.date())
    if isinstance(value, float):
        return indonesian(without_noise(Decimal(value)))
    return "" if value is None else str(value)
