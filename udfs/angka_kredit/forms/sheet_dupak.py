"""The sheet DUPAK: its heading and section I; sections II and III-VI stand in modules of their own."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from ..regulations.schema import Jabatan, Jenjang
from . import dupak_akhir, dupak_unsur
from .book import Buku
from .grid import (
    AKHIR,
    HURUF,
    JUMLAH,
    KATA,
    KODE,
    KOREKSI,
    LAMA,
    NO,
    SELA,
    TEKS,
    TIM_LAMA,
    Kertas,
    dated,
    joined,
    section,
    shown,
)
from .schema import Perorangan
from .style import put

NAMA = "DUPAK"
SKELETON = "dupak"


def untuk(jabatan: Jabatan, jenjang: Jenjang) -> bool:
    return jabatan.metode == "butir_kegiatan"


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet)
    kertas = Kertas(sheet, buku.ukuran.tinggi)
    row = _heading(buku, kertas)
    for part in (_perorangan, dupak_unsur.write, dupak_akhir.write):
        kertas.height(row, SELA)
        row = part(buku, kertas, row + 1)
    kertas.end(row - 1)
    words = {KODE: buku.dupak.kolom.kode, KOREKSI: buku.dupak.kolom.koreksi, KOREKSI + 1: buku.dupak.kolom.jumlah_sub}
    for column, text in words.items():
        put(sheet, 0, column, column, text, buku.gaya("samar", "kecil"))


def _heading(buku: Buku, kertas: Kertas) -> int:
    """The regulation at the right, the title, then instansi and masa penilaian. Returns the next row."""
    sheet, kop, gaya = kertas.sheet, buku.dupak.kop, buku.gaya
    for row, text in enumerate(filter(None, (buku.formulir.anak_lampiran, *buku.own.dasar.baris))):
        put(sheet, row, LAMA, AKHIR, text, gaya("kecil"))
        kertas.height(row, 10)
    row = len(buku.own.dasar.baris) + 2
    titles = (buku.own.dasar.judul or kop.judul, f"{kop.jabatan} {buku.nama_jabatan.upper()}", f'="{kop.nomor} "&nomor')
    for text, size in zip(titles, ("judul", "besar", "besar"), strict=True):
        put(sheet, row, NO, AKHIR, text, gaya("tengah", size, bold=text is not titles[-1]))
        kertas.height(row, 17)
        row += 1
    put(sheet, row, NO, AKHIR, "=kegiatan_peringatan", gaya("tengah", "merah", "kecil"))
    kertas.height(row, TEKS)
    row += 1
    put(sheet, row, NO, KATA, f'="{kop.instansi} "&instansi', gaya("tebal", shrink=True))
    put(sheet, row, LAMA, AKHIR, kop.masa, gaya("tebal"))
    put(sheet, row + 1, LAMA, JUMLAH, shown("masa_dari"), gaya("kiri", num_format=dated(kop.dari)))
    put(sheet, row + 1, TIM_LAMA, AKHIR, shown("masa_sampai"), gaya("kiri", num_format=dated(kop.sampai)))
    return row + 2


def _perorangan(buku: Buku, kertas: Kertas, row: int) -> int:
    row = section(buku, kertas, row, "I", buku.dupak.judul.perorangan)
    for each in buku.dupak.perorangan:
        _person_row(buku, kertas, row, each)
        row += 1
    return row


def _person_row(buku: Buku, kertas: Kertas, row: int, each: Perorangan) -> None:
    sheet, gaya = kertas.sheet, buku.gaya
    put(sheet, row, NO, NO, each.nomor, gaya("kotak", "tengah"))
    put(sheet, row, HURUF, KATA, each.label, gaya("kotak", "masuk"))
    value = joined(each.nilai, each.pemisah)
    if each.tanggal:
        put(sheet, row, LAMA, JUMLAH, value, gaya("teks", "masuk", top=1, bottom=1, left=1, shrink=True))
        date = gaya("kiri", num_format=dated(each.awalan), top=1, bottom=1, right=1)
        put(sheet, row, TIM_LAMA, AKHIR, shown(each.tanggal), date)
    else:
        put(sheet, row, LAMA, AKHIR, value, gaya("teks", "masuk", "kotak", shrink=True))
    kertas.height(row, 15)
