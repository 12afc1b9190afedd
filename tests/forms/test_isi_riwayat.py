"""The sheet Riwayat of a table, under the headings that the guide prints: a predikat needs no rezim beside it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import xlsxwriter

from angka_kredit.forms.isi import rencana
from angka_kredit.forms.isi.berkas import baca_formulir, isi_berkas
from angka_kredit.forms.isi.tabel import baca_tabel
from angka_kredit.resources import folder
from isi_contoh import NIP, Buku

PANDUAN = (Path(__file__).parents[2] / "docs" / "isi.md").read_text(encoding="utf-8")
ORANG = {
    "NIP": NIP,
    "Nama": "CONTOH",
    "Jenjang": "Ahli Muda",
    "Golongan": "III/c",
    "Masa Penilaian Sampai": "31/12/2024",
}
TAHUN = [(NIP, 2023, "Ahli Muda", "III/c", "Baik", None, 0), (NIP, 2024, "Muda", "III c", "SANGAT BAIK", None, None)]


def judul() -> list[str]:
    """The columns of Riwayat as the guide's table names them, before those for other PAK."""
    row = next(line for line in PANDUAN.splitlines() if line.startswith("| Riwayat |"))
    return re.findall("`([^`]+)`", row.split("|")[3].split(";")[0])


def terisi() -> Buku:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Pegawai").write_row(0, 0, ORANG)
        book.get_worksheet_by_name("Pegawai").write_row(1, 0, ORANG.values())
        sheet = book.add_worksheet("Riwayat")
        for number, row in enumerate([judul(), *TAHUN]):
            sheet.write_row(number, 0, row)
    blank = (folder("templates") / "konversi_2023.xlsx").read_bytes()
    [person] = baca_tabel(file.getvalue()).baris
    return Buku(isi_berkas(blank, rencana(person.orang, baca_formulir(blank))).data)


def test_the_guides_own_headings_compute() -> None:
    """Ahli Muda 25 a year: Baik 100%, Sangat Baik 150%: 25 + 37,5 = 62,5."""
    book = terisi()
    assert book.semua("riwayat_rezim")[1:4] == ["konversi", "konversi", None]
    assert book["periksa_riwayat"] == "SESUAI" and book["penetapan_jumlah"] == 62.5
    # no predikat to go on with: nothing is drawn, and no line falls to zero
    shown = [cell.value for row in book.book["Proyeksi"]["A34:D42"] for cell in row]
    assert set(shown) <= {None, ""}
