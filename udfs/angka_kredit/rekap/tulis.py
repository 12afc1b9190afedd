"""The report as one workbook. It holds personal data by nature: of it nothing goes to a log or a message."""

from __future__ import annotations

import io
from collections.abc import Collection

import pandas
import xlsxwriter
from xlsxwriter.workbook import Workbook

from ..words import tanggal
from . import lembar, ringkasan, tabel
from .asumsi import KEPALA, baris
from .jalan import Rekap

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_RUMUS = "Yang menyerupai rumus tetap teks."


def laporan(found: Rekap) -> bytes:
    """The workbook's bytes."""
    tabel.satukan_unit(found)
    people = tabel.pegawai(found)
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, _OPTIONS) as book:
        book.set_properties({"title": "Rekapitulasi angka kredit", "author": "Angka Kredit"})
        gaya = lembar.Gaya(book)
        _asumsi(book, gaya, found)
        summary = book.add_worksheet(ringkasan.NAMA)
        periods = book.add_worksheet(ringkasan.PERIODE)
        sheet = book.add_worksheet(ringkasan.PEGAWAI)
        top = lembar.tulis(sheet, gaya, "Pegawai", f"Satu baris satu orang. {_RUMUS}", people)
        sheet.freeze_panes(top, 3)
        sheet.print_area(0, 0, top + len(people), list(people.columns).index(tabel.PERIODE))
        ringkasan.tulis(book, summary, gaya, found, people, top)
        ringkasan.periode(book, periods, gaya, people)
        for name, words, isi in _lainnya(found):
            lembar.tulis(book.add_worksheet(name), gaya, name, words, isi)
        summary.activate()
    return output.getvalue()


def _asumsi(book: Workbook, gaya: lembar.Gaya, found: Rekap) -> None:
    known: Collection[str] = {each.id_jabatan for each in found.pegawai if each.id_jabatan}
    rows = pandas.DataFrame(baris(found.asumsi, known), columns=list(KEPALA), dtype=object)
    words = "Yang dianggap laporan ini, dengan pasal atau asalnya. Fungsinya sendiri tidak membaca tanggal hari ini."
    lembar.tulis(book.add_worksheet("Asumsi"), gaya, "Asumsi", words, rows)


def _lainnya(found: Rekap) -> list[tuple[str, str, pandas.DataFrame]]:
    day, months = found.asumsi.periode, found.asumsi.bulan_risiko
    return [
        ("Periode berikut", f"Yang angka kreditnya cukup pada periode {tanggal(day)}.", tabel.periode(found)),
        (
            "Berisiko",
            f"Bebas sementara dalam {months} bulan sejak tanggal laporan, atau di bawah angka kredit setahun.",
            tabel.risiko(found),
        ),
        (
            "Data kurang",
            "Isian yang belum diisi, atau tidak terbaca sebagai tanggal atau angka.",
            tabel.data_kurang(found),
        ),
        ("Galat", "Sel yang berisi galat.", tabel.galat(found)),
        ("Berkas", "Setiap buku kerja: dipakai atau tidak, dan sebabnya.", tabel.berkas(found)),
    ]
