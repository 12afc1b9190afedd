"""The columns of the sheet Riwayat, and where its rows stand."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from .buku import DUA

FIRST_KONVENSIONAL, COUNT_KONVENSIONAL = 5, 4  # PAK until 2018; below them the row of the integrasi, then the others
FIRST, COUNT = FIRST_KONVENSIONAL + COUNT_KONVENSIONAL, 16
LAST = FIRST + COUNT - 1
KELOMPOK = ("integrasi lama", "integrasi baru", "konversi lama", "konversi baru")


@dataclass(frozen=True)
class Kolom:
    """`petunjuk` says what to type (none: a formula); `daftar` the list it is chosen from."""

    nama: str
    judul: str
    lebar: float
    bits: tuple[str, ...] = ()
    num_format: str = ""
    petunjuk: str = ""
    daftar: str = ""


DIISI = (
    Kolom("tahun", "TAHUN", 8, ("tengah",), "0", "Tahun kalender, misalnya 2024."),
    Kolom("rezim", "REZIM", 11, ("masuk",), "", "konversi sejak 2023; integrasi untuk 2019-2022.", "daftar_rezim"),
    Kolom("jenjang", "JENJANG", 14, ("masuk",), "", "Jenjang yang dipegang pada masa itu.", "daftar_jenjang"),
    Kolom("golongan", "GOL.\nRUANG", 8, ("tengah",), "", "Golongan ruang pada masa itu.", "daftar_golongan"),
    Kolom(
        "isi",
        "PREDIKAT\n(ATAU AK)",
        17,
        ("masuk",),
        "0.00###;-0.00###;0.00;@",
        "Predikat kinerja; pada rezim integrasi angka kreditnya.",
    ),
    Kolom("bulan", "BULAN", 8, ("tengah",), "0", "Lama masa dalam bulan penuh; kosong berarti 12."),
    Kolom(
        "lama",
        "LAMA\nPADA PAK",
        10,
        ("volume",),
        DUA,
        "Baris pertama: AK dasar, atau 0. Lainnya boleh kosong; bila diisi, dicocokkan.",
    ),
    Kolom("jumlah", "JUMLAH\nPADA PAK", 10, ("volume",), DUA, "Boleh kosong; bila diisi, dicocokkan."),
    Kolom("pak", "PAK", 8, ("tengah",), "", "Lama: sudah ditetapkan pada PAK terakhir. Kosong: baru.", "daftar_pak"),
)
TERHITUNG = (
    Kolom("persen", "PROSENTASE", 14, ("tengah",), "@"),
    Kolom("koefisien", "KOEFISIEN\nPER TAHUN", 11, ("volume",), DUA),
    Kolom("kredit", "ANGKA\nKREDIT", 11, ("tebal", "volume"), DUA),
    Kolom("awal", "LAMA\n(DIHITUNG)", 11, ("volume",), DUA),
    Kolom("hasil", "JUMLAH\n(DIHITUNG)", 11, ("tebal", "volume"), DUA),
    Kolom("periksa", "PERIKSA", 42, ("bungkus",), "@"),
    Kolom("dasar", "DASAR", 42, ("bungkus", "samar", "kecil"), "@"),
)
PEMBANTU = tuple(
    Kolom(nama, nama.upper(), 9, ("samar", "kecil"))
    for nama in (
        "jenis",  # konversi, integrasi, or belum: not yet complete; '' for an empty row
        "jenjang_akhir",  # the jenjang of the last row that is filled in, this one included
        "hasil_akhir",  # its JUMLAH
        "sisa",  # 1 while this row and all below it are of the jenjang held now
        "urut",  # the how-manieth row of that jenjang
        "kelompok",  # what the row counts as: rezim, and lama or baru
        "nomor",  # its number, where it can be printed as Konversi
        "tahun_aktif",
        *(kelompok.replace(" ", "_") for kelompok in KELOMPOK),  # its credit, where it belongs there
    )
)
NO = Kolom("no", "NO", 5, ("tengah",), "0")
KOLOM = (NO, *DIISI, *TERHITUNG, *PEMBANTU)
NOMOR = {kolom.nama: number for number, kolom in enumerate(KOLOM)}
PRINTED = NOMOR[TERHITUNG[-1].nama]


def huruf(nama: str) -> str:
    return str(xl_col_to_name(NOMOR[nama]))
