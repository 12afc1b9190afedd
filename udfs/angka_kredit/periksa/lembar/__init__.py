"""Checkers of the spreadsheet's own faults, one a module."""

from . import (
    angka_rusak,
    angka_teks,
    galat,
    hitung_beda,
    jumlah_ganda,
    jumlah_kolom_lain,
    jumlah_salah,
    jumlah_terlewat,
    rumus_beda,
    rumus_ditimpa,
    sel_kosong,
    tersembunyi,
    tetapan_rumus,
)

PEMERIKSA = (
    angka_rusak.periksa,
    angka_teks.periksa,
    galat.periksa,
    hitung_beda.periksa,
    jumlah_ganda.periksa,
    jumlah_kolom_lain.periksa,
    jumlah_salah.periksa,
    jumlah_terlewat.periksa,
    rumus_beda.periksa,
    rumus_ditimpa.periksa,
    sel_kosong.periksa,
    tersembunyi.periksa,
    tetapan_rumus.periksa,
)
