"""The columns of the sheet Riwayat, and where its rows stand."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name

from ..kolom import ANGKA, Kolom, bulat
from .buku import DUA

FIRST_KONVENSIONAL, COUNT_KONVENSIONAL = 5, 4  # PAK until 2018; below them the row of the integrasi, then the others
FIRST, COUNT = FIRST_KONVENSIONAL + COUNT_KONVENSIONAL, 16
LAST = FIRST + COUNT - 1
KELOMPOK = ("integrasi lama", "integrasi baru", "konversi lama", "konversi baru")


_AK = "0.00###;-0.00###;0.00;@"
DIISI = (
    Kolom(
        "tahun",
        "TAHUN",
        8,
        ("tengah",),
        "Tahun kalender, misalnya 2024.",
        num_format="0",
        aturan=bulat(1990, 2099),
    ),
    Kolom("rezim", "REZIM", 11, ("masuk",), "konversi sejak 2023; integrasi untuk 2019-2022.", "daftar_rezim"),
    Kolom("jenjang", "JENJANG", 14, ("masuk",), "Jenjang yang dipegang pada masa itu.", "daftar_jenjang"),
    Kolom("golongan", "GOL.\nRUANG", 8, ("tengah",), "Golongan ruang pada masa itu.", "daftar_golongan"),
    Kolom(
        "isi",
        "PREDIKAT\n(ATAU AK)",
        17,
        ("masuk",),
        "Predikat kinerja; pada rezim integrasi angka kreditnya.",
        num_format=_AK,
        aturan=ANGKA,
    ),
    Kolom(
        "bulan",
        "BULAN",
        8,
        ("tengah",),
        "Lama masa dalam bulan penuh; kosong berarti 12.",
        num_format="0",
        aturan=bulat(1, 12),
    ),
    Kolom(
        "lama",
        "LAMA\nPADA PAK",
        10,
        ("volume",),
        "Baris pertama: AK dasar, atau 0. Lainnya boleh kosong; bila diisi, dicocokkan.",
        num_format=DUA,
        aturan=ANGKA,
    ),
    Kolom(
        "jumlah",
        "JUMLAH\nPADA PAK",
        10,
        ("volume",),
        "Boleh kosong; bila diisi, dicocokkan.",
        num_format=DUA,
        aturan=ANGKA,
    ),
    Kolom("pak", "PAK", 8, ("tengah",), "Lama: sudah ditetapkan pada PAK terakhir. Kosong: baru.", "daftar_pak"),
)
TERHITUNG = (
    Kolom("persen", "PROSENTASE", 14, ("tengah",), num_format="@"),
    Kolom("koefisien", "KOEFISIEN\nPER TAHUN", 11, ("volume",), num_format=DUA),
    Kolom("kredit", "ANGKA\nKREDIT", 11, ("tebal", "volume"), num_format=DUA),
    Kolom("awal", "LAMA\n(DIHITUNG)", 11, ("volume",), num_format=DUA),
    Kolom("hasil", "JUMLAH\n(DIHITUNG)", 11, ("tebal", "volume"), num_format=DUA),
    Kolom("periksa", "PERIKSA", 42, ("bungkus",), num_format="@"),
    Kolom("dasar", "DASAR", 42, ("bungkus", "samar", "kecil"), num_format="@"),
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
NO = Kolom("no", "NO", 5, ("tengah",), num_format="0")
KOLOM = (NO, *DIISI, *TERHITUNG, *PEMBANTU)
NOMOR = {kolom.nama: number for number, kolom in enumerate(KOLOM)}
PRINTED = NOMOR[TERHITUNG[-1].nama]


def huruf(nama: str) -> str:
    return str(xl_col_to_name(NOMOR[nama]))
