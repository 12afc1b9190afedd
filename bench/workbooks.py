"""Workbooks for the benchmark: varied DUPAK-like forms, never computed before, from one seed. No name is a person's.

As in real forms most cells hold text: what was done, the evidence, the butir of the annex; beside them stand a logo, a
chart, a sparkline, buttons, comments, validations, conditional formats, names and protection."""

from __future__ import annotations

import io
import random
import struct
import zlib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter

from angka_kredit.hosts.vba_project import proyek

ROWS = (300, 1100)  # cells with our function, fewest and most
JENJANG = ("Ahli Pertama", "Ahli Muda", "Ahli Madya")
GROUPS = [f"U{number}" for number in range(1, 13)]
UNITS = (0.002, 0.005, 0.014, 0.02, 0.06, 0.1, 0.25, 0.5)  # credit points
UNITS_OF_WORK = ("Laporan", "Sertifikat", "Naskah", "Dokumen", "Kali", "Jam")
SAMPLE = (
    "menyusun menguji memeriksa mengolah menganalisis melaksanakan menyiapkan membuat mengembangkan contoh laporan "
    "hasil pengujian mutu barang komoditi metode standar prosedur bahan alat data teknis rancangan pedoman kalibrasi "
    "instrumen laboratorium pengambilan sampel komoditas ekspor impor tahunan"
)
WORDS = SAMPLE.split()
BUTIR = (150, 350)  # rows of the sheet Lampiran, fewest and most
PROJECTS = 5  # forms with macros come from a few offices, each with a project of its own


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
        names = ("Data", "Kegiatan", "Rekap", "DUPAK", "Lampiran", "Catatan")
        sheets = {name: book.add_worksheet(name) for name in names}
        book.define_name("jenjang", "=Data!$B$2")
        _data(sheets["Data"], chance, number)
        formulas = _activities(book, sheets["Kegiatan"], chance, rows)
        formulas += _sums(book, sheets["Rekap"], rows) + _form(sheets["DUPAK"], chance, rows)
        _annex(book, sheets["Lampiran"], chance)
        _notes(sheets["Catatan"], chance)
        if kind == "xlsm":
            book.add_vba_project(io.BytesIO(_macros(number // 4 % PROJECTS)), is_stream=True)
    return formulas


@cache
def _macros(number: int) -> bytes:
    """A project of a form's usual size."""
    chance = random.Random(number)
    lines = [f"Public Sub Contoh{each}()\n    ' {_sentence(chance, 8, 14)}\nEnd Sub\n" for each in range(300)]
    return proyek({"Modul1": "".join(lines)}, 6)


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
    wrapped, day = book.add_format({"border": 1, "text_wrap": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    heads = (
        "No",
        "Tanggal",
        "Uraian kegiatan",
        "Unsur",
        "Satuan hasil",
        "AK satuan",
        "Volume",
        "Jenjang",
        "Bukti fisik",
    )
    sheet.write_row(0, 0, (*heads, "Angka kredit", "Keterangan"), wrapped)
    for row in range(rows):
        here = row + 2
        sheet.write(row + 1, 0, row + 1, plain)
        sheet.write_datetime(row + 1, 1, date(2016, 1, 4) + timedelta(days=chance.randint(0, 700)), day)
        sheet.write(row + 1, 2, _sentence(chance, 6, 14), wrapped)
        given = (chance.choice(GROUPS), chance.choice(UNITS_OF_WORK), chance.choice(UNITS), chance.randint(1, 40))
        sheet.write_row(row + 1, 3, (*given, chance.choice(JENJANG[1:])), plain)
        sheet.write(row + 1, 8, f"{_sentence(chance, 3, 6)}, nomor {chance.randint(1, 999)}/LAB/2016", wrapped)
        sheet.write_formula(row + 1, 9, f'=ANGKA_KREDIT(F{here},G{here},"Ahli Muda","pmb",H{here})', credit)
        if chance.random() < 0.2:
            sheet.write(row + 1, 10, _sentence(chance, 2, 5), wrapped)
        if row % 50 == 0:
            sheet.write_comment(row + 1, 8, _sentence(chance, 4, 9))
    sheet.conditional_format(1, 9, rows, 9, {"type": "data_bar"})
    sheet.conditional_format(1, 6, rows, 6, {"type": "cell", "criteria": "<", "value": 1, "format": credit})
    sheet.data_validation(1, 7, rows, 7, {"validate": "list", "source": list(JENJANG)})
    sheet.write_comment("A1", "Contoh catatan")
    sheet.insert_button("M2", {"caption": "Hitung", "macro": "Hitung"})
    return rows


def _sums(book: Any, sheet: Any, rows: int) -> int:
    for row, group in enumerate(GROUPS, start=1):
        here = row + 1
        sheet.write(row, 0, group)
        sheet.write_formula(row, 1, f"=VLOOKUP(A{here},Data!$A$10:$C$21,2,FALSE)")
        sheet.write_formula(row, 2, f"=SUMIF(Kegiatan!$D$2:$D${rows + 1},A{here},Kegiatan!$J$2:$J${rows + 1})")
        sheet.write_formula(row, 3, f"=COUNTIF(Kegiatan!$D$2:$D${rows + 1},A{here})")
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
        sheet.write_formula(row, 1, f'=IF(Kegiatan!J{row + 1}="",0,Kegiatan!J{row + 1})')
        if row % 3 == 0:
            sheet.write_formula(row, 2, f"=A{row + 1}+B{row + 1}")
    sheet.write_formula(rows + 1, 1, f"=SUM(B2:B{rows + 1})")
    sheet.write_formula(rows + 1, 2, f"=ROUND(SUM(C2:C{rows + 1}),3)")
    sheet.insert_image("E1", "logo.png", {"image_data": io.BytesIO(_logo(chance))})
    return rows + rows // 3 + 2


def _annex(book: Any, sheet: Any, chance: random.Random) -> None:
    wrapped = book.add_format({"text_wrap": True, "border": 1})
    for row in range(chance.randint(*BUTIR)):
        kode = f"{chance.choice(('PERTAMA', 'MUDA', 'MADYA'))}-{row + 1}"
        words = (_sentence(chance, 6, 16), chance.choice(JENJANG), chance.choice(UNITS_OF_WORK))
        sheet.write_row(row, 0, (kode, *words, chance.choice(UNITS), f"Lampiran I, halaman {row // 20 + 1}"), wrapped)


def _sentence(chance: random.Random, fewest: int, most: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(fewest, most))).capitalize()


def _logo(chance: random.Random) -> bytes:
    """A picture of 64 x 64 points of any colour, as PNG."""
    rows = b"".join(b"\0" + chance.randbytes(3 * 64) for _ in range(64))
    parts = ((b"IHDR", struct.pack(">2I5B", 64, 64, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _notes(sheet: Any, chance: random.Random) -> None:
    for row in range(chance.randint(5, 60)):
        sheet.write_rich_string(row, 0, "Contoh ", f"catatan {chance.random():.6f}", " yang panjang")
