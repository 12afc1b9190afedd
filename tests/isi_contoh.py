"""Shared by the tests of filling in: a table of people, a previous PAK, and the blank form they go into.

Every person is made up."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import openpyxl
import xlsxwriter

from angka_kredit.resources import folder

TEMPLAT = (folder("templates") / "pmb_ahli_muda.xlsx").read_bytes()
NIP, NIP_DUA = "198501012010012999", "199002022015031998"
PERINTAH = "=cmd|' /C calc'!A0"
JUDUL = (
    "NIP Baru",
    "Nama Lengkap",
    "Tgl. Lahir",
    "L/P",
    "Pangkat/Golongan",
    "Jabatan Fungsional",
    "Jenjang",
    "Satuan Kerja",
    "Masa Penilaian Dari",
    "Masa Penilaian Sampai",
)
SATU: tuple[Any, ...] = (
    NIP,
    "CONTOH PEGAWAI SATU, S.Si",
    date(1985, 1, 1),
    "P",
    "Penata, III c",
    "Penguji Mutu Barang",
    "Muda",
    "Balai Contoh",
    date(2016, 1, 1),
    date(2016, 12, 31),
)
KEGIATAN = ("NIP", "Tanggal", "Kode Butir", "Volume", "Bukti Fisik", "Surat Tugas")
# 0,014 x 12 x 80% = 0,1344 (one jenjang above); 0,047 x 20,5 = 0,9635 (one below): PMB, Lampiran III.2
ATAS, BAWAH = (
    (NIP, "15/02/2016", "MADYA-III.2.a", 12, "Laporan", "ST.01"),
    (NIP, "31/03/2016", "PERTAMA-III.2.b", "20,5", "Laporan", "ST.02"),
)


def orang(**changed: Any) -> tuple[Any, ...]:
    """The row of person one with some of its cells changed: nip, nama, golongan, jabatan, jenjang."""
    places = {"nip": 0, "nama": 1, "golongan": 4, "jabatan": 5, "jenjang": 6, "unit": 7}
    row = list(SATU)
    for name, value in changed.items():
        row[places[name]] = value
    return tuple(row)


def tabel(
    *people: Sequence[Any], kegiatan: Sequence[Sequence[Any]] = (), judul: Sequence[str] = JUDUL, atas: int = 1
) -> bytes:
    """A table as an office keeps it: a title above the headings; the sheet Kegiatan where there are any."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Pegawai")
        if atas:
            sheet.write_string(0, 0, "DATA PEGAWAI")
        for number, row in enumerate([judul, *people], atas):
            sheet.write_row(number, 0, row)
        if kegiatan:
            other = book.add_worksheet("Kegiatan")
            for number, row in enumerate([KEGIATAN, *kegiatan]):
                other.write_row(number, 0, row)
    return file.getvalue()


def pak(*lines: tuple[str, str, Any], nip: str = NIP, jumlah: Any = None) -> bytes:
    """A previous workbook, as far as --pak-lama reads it: (line code, uraian, JUMLAH of the Tim Penilai)."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("DUPAK")
        for number, line in enumerate(lines, 1):
            sheet.write_row(number, 0, line)
        sheet.write("E1", nip)
        sheet.write("E2", jumlah)
        names = {"dupak_kode_baris": "A", "dupak_uraian": "B", "dupak_tim_jumlah": "C"}
        for name, column in names.items():
            book.define_name(name, f"=DUPAK!${column}$2:${column}${len(lines) + 1}")
        book.define_name("nip", "=DUPAK!$E$1")
        book.define_name("tim_jumlah_semua", "=DUPAK!$E$2")
    return file.getvalue()


class Buku:
    """A workbook's cached values by defined name."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)

    def semua(self, nama: str) -> list[Any]:
        sheet, area = next(iter(self.book.defined_names[nama].destinations))
        cells = self.book[sheet][area.replace("$", "")]
        rows = cells if isinstance(cells, tuple) else ((cells,),)
        return [row[0].value for row in rows]

    def __getitem__(self, nama: str) -> Any:
        return self.semua(nama)[0]
