"""A column of a table that a person fills in row by row: its heading and look, and what may be typed into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from xlsxwriter.worksheet import Worksheet

Aturan = Mapping[str, object]  # as a worksheet's data_validation takes it
_NOL = "Isi dengan angka, 0 atau lebih."
ANGKA: Aturan = {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": _NOL}
POSITIF: Aturan = {**ANGKA, "criteria": ">", "error_message": "Isi dengan angka lebih dari 0."}
HARI: Aturan = {
    **{"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2099, 12, 31)},
    "error_message": "Isi dengan tanggal.",
}
_DAFTAR, _BEBAS = {"validate": "list", "error_message": "Pilih dari daftar."}, {"validate": "any"}


def bulat(least: int, most: int, words: str = "") -> Aturan:
    """Whole numbers between these; `words` where another is typed."""
    said = words or f"Isi bilangan bulat {least} sampai {most}."
    return {"validate": "integer", "criteria": "between", "minimum": least, "maximum": most, "error_message": said}


@dataclass(frozen=True)
class Kolom:
    """`bits` is how it looks; `petunjuk` what to type (none: a formula); `daftar` the list it is chosen from; `aturan`
    what else may be typed (none: anything)."""

    nama: str
    judul: str
    lebar: float
    bits: tuple[str, ...] = ()
    petunjuk: str = ""
    daftar: str = ""
    num_format: str = ""
    aturan: Aturan = field(default_factory=dict)


def validasi(sheet: Worksheet, column: int, kolom: Kolom, first: int, last: int) -> None:
    """What the rows of the column take, and what they say of it."""
    title = kolom.judul.replace("\n", " ").capitalize()
    words = {"input_title": title, "input_message": kolom.petunjuk, "error_title": title}
    rule = {**_DAFTAR, "source": f"={kolom.daftar}"} if kolom.daftar else kolom.aturan or _BEBAS
    sheet.data_validation(first, column, last, column, {**rule, **words})
