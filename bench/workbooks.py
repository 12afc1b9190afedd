"""Workbooks for the benchmark: varied DUPAK-like forms, never computed before, from one seed. No name is a person's."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any

import xlsxwriter

ROWS = (300, 1100)  # cells with our function, fewest and most
JENJANG = ("Ahli Pertama", "Ahli Muda", "Ahli Madya")
GROUPS = [f"U{number}" for number in range(1, 13)]
UNITS = (0.002, 0.005, 0.014, 0.02, 0.06, 0.1, 0.25, 0.5)  # credit points
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def write(folder: Path, count: int) -> int:
    """Writes `count` workbooks, every fourth an .xlsm; returns how many formulas they hold."""
    chance, formulas = random.Random(20161), 0
    for number in range(count):
        kind = "xlsm" if number % 4 == 3 else "xlsx"
        content = io.BytesIO()
        formulas += _write(content, chance, number, kind)
        path = folder / f"unit {number % 7}" / f"Pegawai Contoh {number:04}.{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.getvalue())
    return formulas


def one(rows: int) -> bytes:
    """One workbook with so many cells of our function."""
    content = io.BytesIO()
    _write(content, random.Random(rows), 0, "xlsx", rows)
    return content.getvalue()


def _write(content: io.BytesIO, chance: random.Random, number: int, kind: str, rows: int = 0) -> int:
    rows = rows or chance.randint(*ROWS)
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheets = {name: book.add_worksheet(name) for name in ("Data", "Kegiatan", "Rekap", "DUPAK", "Catatan")}
        book.define_name("jenjang", "=Data!$B$2")
        _data(sheets["Data"], chance, number)
        formulas = _activities(book, sheets["Kegiatan"], chance, rows)
        formulas += _sums(book, sheets["Rekap"], rows) + _form(sheets["DUPAK"], chance, rows)
        _notes(sheets["Catatan"], chance)
        if kind == "xlsm":  # no real project: bytes of its size that nobody reads here
            book.add_vba_project(io.BytesIO(OLE + chance.randbytes(20_000)), is_stream=True)
    return formulas


def _data(sheet: Any, chance: random.Random, number: int) -> None:
    rows = ("Nama", f"Pegawai Contoh {number:04}"), ("Jenjang", chance.choice(JENJANG)), ("Golongan", "III/c")
    for row, pair in enumerate(rows):
        sheet.write_row(row, 0, pair)
    for row, group in enumerate(GROUPS, start=9):
        sheet.write_row(row, 0, (group, f"Unsur contoh {group}", chance.randint(1, 9)))
    sheet.data_validation("B2", {"validate": "list", "source": list(JENJANG)})
    sheet.protect()


def _activities(book: Any, sheet: Any, chance: random.Random, rows: int) -> int:
    plain, credit = book.add_format({"border": 1}), book.add_format({"num_format": "0.0000", "border": 1})
    for row in range(rows):
        here = row + 2
        given = (chance.choice(GROUPS), chance.choice(UNITS), chance.randint(1, 40), chance.choice(JENJANG[1:]))
        sheet.write_row(row + 1, 0, (f"Kegiatan contoh {row}", *given), plain)
        sheet.write_formula(row + 1, 5, f'=ANGKA_KREDIT(C{here},D{here},"Ahli Muda","pmb",E{here})', credit)
    sheet.conditional_format(1, 5, rows, 5, {"type": "data_bar"})
    sheet.write_comment("A1", "Contoh catatan")
    return rows


def _sums(book: Any, sheet: Any, rows: int) -> int:
    for row, group in enumerate(GROUPS, start=1):
        here = row + 1
        sheet.write(row, 0, group)
        sheet.write_formula(row, 1, f"=VLOOKUP(A{here},Data!$A$10:$C$21,2,FALSE)")
        sheet.write_formula(row, 2, f"=SUMIF(Kegiatan!$B$2:$B${rows + 1},A{here},Kegiatan!$F$2:$F${rows + 1})")
        sheet.write_formula(row, 3, f"=COUNTIF(Kegiatan!$B$2:$B${rows + 1},A{here})")
        sheet.write_formula(row, 4, f'=IF(ROUND(C{here},3)>0,"terisi","kosong")')
    sheet.write_formula("C14", "=SUM(C2:C13)")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Rekap!$C$2:$C$13"})
    sheet.insert_chart("G2", chart)
    sheet.add_sparkline("G20", {"range": "Rekap!C2:C13"})
    return 4 * len(GROUPS) + 1


def _form(sheet: Any, chance: random.Random, rows: int) -> int:
    for row in range(1, rows + 1):
        sheet.write(row, 0, round(chance.random() * 10, 3))
        sheet.write_formula(row, 1, f'=IF(Kegiatan!F{row + 1}="",0,Kegiatan!F{row + 1})')
        if row % 3 == 0:
            sheet.write_formula(row, 2, f"=A{row + 1}+B{row + 1}")
    sheet.write_formula(rows + 1, 1, f"=SUM(B2:B{rows + 1})")
    sheet.write_formula(rows + 1, 2, f"=ROUND(SUM(C2:C{rows + 1}),3)")
    return rows + rows // 3 + 2


def _notes(sheet: Any, chance: random.Random) -> None:
    for row in range(chance.randint(5, 60)):
        sheet.write_rich_string(row, 0, "Contoh ", f"catatan {chance.random():.6f}", " yang panjang")
