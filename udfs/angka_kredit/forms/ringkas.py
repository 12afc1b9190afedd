"""The command ringkas: the summary on the sheet Data of a form, on the screen, each requirement with its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from typing import Any

import click
import openpyxl
from openpyxl import Workbook

from ..cli_words import Command
from ..errors import Refused
from ..files import read
from ..lampiran.pilihan import data_option
from ..recalc.loaded import Loaded, Place, is_ours, load
from ..rounding import without_noise
from ..words import indonesian, tanggal
from .data_ringkasan import AKHIR, JUDUL, LABEL, NILAI, PERLU, UNSUR
from .kinerja.lembar_data import CATATAN
from .sheet_data import NAMA
from .sheet_proyeksi import KEPALA as KEPALA_PROYEKSI
from .sheet_proyeksi import NAMA as PROYEKSI

_LEBAR = 40  # characters of a label
_SEL = re.compile(rf"{NAMA}!\$B\$([0-9]+)")
_DESIMAL = re.compile(r"0\.(0*)(#*)")
ADA_KINERJA = "ak_total"  # defined names of the forms of yearly appraisals
_KATA = (
    "periksa_jabatan",
    "pemeriksaan_nip",
    "periksa_riwayat",
    "belum_beres",
    "tujuan_pangkat",
    "tujuan_jenjang",
    "kapan_pangkat",
    "kapan_jenjang",
)


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
    rows = [[_teks(cell) for cell in row] for row in book[NAMA].iter_rows()] if NAMA in book.sheetnames else []
    top = next((number for number, row in enumerate(rows, 1) if row[0] == JUDUL), 0)
    if not top:
        raise Refused(f"Buku kerja ini tidak mempunyai ringkasan: lembar {NAMA} dari templat Angka Kredit tidak ada.")
    dasar = _dasar(loaded)
    if ADA_KINERJA in book.defined_names:
        yield from _kinerja(book, rows, dasar)
        return
    table = False
    for number, row in enumerate(takewhile(lambda row: row[0], rows[top:]), top + 1):
        if row[0] == UNSUR:
            table = True
            yield _kolom("", row[PERLU : AKHIR + 1])
        elif table:
            yield _kolom(row[0], row[PERLU : AKHIR + 1])
            yield f"    {dasar.get(number) or row[NILAI]}"
        else:
            yield f"{row[0]:{_LEBAR}} {row[NILAI]}".rstrip()
    if PROYEKSI in book.sheetnames:
        yield from _proyeksi([[_teks(cell) for cell in row] for row in book[PROYEKSI].iter_rows(max_col=3)])


def _proyeksi(rows: list[list[str]]) -> Iterator[str]:
    """When she can rise: the table of the sheet Proyeksi, where something stands in it."""
    top = next((number for number, row in enumerate(rows) if row[1] == KEPALA_PROYEKSI), len(rows))
    table = [row for row in takewhile(lambda row: row[0], rows[top + 1 :]) if row[1] or row[2]]
    if table:
        yield f"{'Proyeksi':{_LEBAR}}" + "".join(f"{head:>34}" for head in rows[top][1:])
    for row in table:
        yield f"{row[0]:{_LEBAR}}" + "".join(f"{value:>34}" for value in row[1:]).rstrip()
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


def _kinerja(book: Workbook, rows: list[list[str]], dasar: dict[int, str]) -> Iterator[str]:
    """The same look for the forms of yearly appraisals: what each next step asks, what there is, what is short."""
    at = dict(_di_data(book))
    for nama in _KATA:
        if nama in at and rows[at[nama] - 1][NILAI]:
            yield f"{rows[at[nama] - 1][LABEL]:{_LEBAR}} {rows[at[nama] - 1][NILAI]}"
    yield _kolom("", ("DISYARATKAN", "ADA", "KURANG"))
    ada = book[NAMA].cell(at[ADA_KINERJA], NILAI + 1)
    for langkah in ("pangkat", "jenjang"):
        row, lebih = at[f"ambang_{langkah}"], book[NAMA].cell(at[f"kelebihan_{langkah}"], NILAI + 1)
        kurang = _angka(max(0, -lebih.value), lebih.number_format) if isinstance(lebih.value, (int, float)) else ""
        yield _kolom(rows[row - 1][LABEL], (rows[row - 1][NILAI], _teks(ada), kurang))
        yield f"    {dasar.get(row) or rows[row - 1][CATATAN]}"


def _di_data(book: Workbook) -> Iterator[tuple[str, int]]:
    """Each name of a single value on the sheet Data, with its row."""
    for nama, name in book.defined_names.items():
        if found := _SEL.fullmatch(name.attr_text):
            yield nama, int(found[1])


def _kolom(label: str, values: Sequence[str]) -> str:
    return "".join([f"{label:{_LEBAR}}", *(f"{value:>14}" for value in values)]).rstrip()


def _teks(cell: Any) -> str:
    """The value as the sheet shows it."""
    if isinstance(cell.value, datetime):
        return tanggal(cell.value.date())
    if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
        return _angka(cell.value, cell.number_format)
    return "" if cell.value is None else str(cell.value)


def _angka(value: float, bentuk: str) -> str:
    """By the number format's decimals: of 0.000## at least three and at most five; as it is where it has none."""
    found = _DESIMAL.match(bentuk)
    if not found:
        return indonesian(without_noise(Decimal(value)))
    paling = Decimal(1).scaleb(-len(found[1]) - len(found[2]))
    whole, _, part = format(Decimal(format(value, ".15g")).quantize(paling, ROUND_HALF_UP), "f").partition(".")
    part = part[: len(found[1])] + part[len(found[1]) :].rstrip("0")
    return f"{whole},{part}" if part else whole
