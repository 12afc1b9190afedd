"""An invented agency's own workbook, as people have it: a DUPAK and a surat pernyataan, little of it with formulas.

All people and figures are invented; the unit credits are those that PMB's text prints (Lampiran III.2)."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import xlsxwriter

from packages import CHAIN, chain, with_part

DUPAK, SURAT = "DUPAK 2020", "SPMK b's"  # a name that formulas must quote
_TABEL = 12  # the DUPAK's first heading row
_TREE = [  # number, kode, words, LAMA; a number of one letter or digit with no LAMA is a heading
    ("I", "", "UNSUR UTAMA", None),
    ("1", "", "Pendidikan", None),
    ("a", "", "Pendidikan sekolah: Sarjana (S1)", 100),
    ("b", "", "Diklat prajabatan golongan III", 2),
    ("2", "", "Pengujian mutu barang", None),
    ("a", "MADYA-III.2.a", "Mengevaluasi dan mensahkan laporan hasil pengujian", 60),
    ("b", "PERTAMA-III.2.b", "Melakukan pengujian contoh tingkat kesulitan IV", 20),
    ("c", "", "Menyusun petunjuk teknis pengujian", 8),
    ("", "", "JUMLAH UNSUR UTAMA", None),
    ("II", "", "UNSUR PENUNJANG", None),
    ("1", "", "Kegiatan penunjang", None),
    ("a", "", "Mengikuti seminar", 10),
    ("b", "", "Menjadi anggota organisasi profesi", 5),
    ("", "", "JUMLAH UNSUR PENUNJANG", None),
    ("", "", "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG", None),
]
_KEGIATAN = [  # kode, words, unit, volume, unit credit, credit as it was typed
    ("MADYA-III.2.a", "Mengevaluasi dan mensahkan laporan hasil pengujian", "Laporan", 100, None, 1.12),
    ("PERTAMA-III.2.b", "Melakukan pengujian contoh tingkat kesulitan IV", "Contoh", 50, None, None),
    ("MADYA-III.2.a", "Mengevaluasi dan mensahkan laporan hasil pengujian", "Laporan", 25, 0.014, 0.35),
    ("", "Menyusun petunjuk teknis pengujian", "Naskah", 2, 0.5, None),
]
_ORANG = [
    ("Nama", "CONTOH PEGAWAI"),
    ("NIP", "198501012010011999"),
    ("Nomor Seri KARPEG", "X 000001"),
    ("Pangkat/Golongan Ruang", "Penata, III/c"),
    ("Jabatan", "Penguji Mutu Barang Ahli Muda"),
    ("Unit Kerja", "Balai Contoh"),
]
BARIS = {words: _TABEL + 3 + at for at, (_, _, words, _) in enumerate(_TREE)}  # the DUPAK's rows, from 1
AMBANG = _TABEL + 3 + len(_TREE) + 1  # the row of the threshold; the next one says what is short
PERTAMA = 19  # first row of the surat's table


def buku(*, kunci: str = "", manual: bool = False) -> bytes:
    """The workbook; `kunci`: the sheet that is protected. The surat's third credit was typed without the 80%."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        looks = _looks(book)
        if manual:
            book.set_calc_mode("manual")
        _dupak(book.add_worksheet(DUPAK), looks)
        _surat(book.add_worksheet(SURAT), looks)
        if kunci:
            book.get_worksheet_by_name(kunci).protect()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    links = [(f"G{BARIS['JUMLAH UNSUR PENUNJANG']}", "1")]
    return with_part(file.getvalue(), CHAIN, chain(links), relation, kind)


def _looks(book: Any) -> Callable[..., Any]:
    plain: dict[str, Any] = {"font_name": "Carlito", "font_size": 9, "valign": "vcenter"}
    known: dict[str, Any] = {}

    def look(*names: str) -> Any:
        shapes: dict[str, dict[str, Any]] = {
            "judul": {"bold": True, "align": "center", "font_size": 11},
            "kepala": {"bold": True, "align": "center", "border": 1, "text_wrap": True, "bg_color": "#D9E2F3"},
            "sel": {"border": 1, "text_wrap": True},
            "angka": {"border": 1, "num_format": "0.000"},
            "tebal": {"bold": True},
            "tengah": {"align": "center"},
        }
        key = "+".join(names)
        if key not in known:
            known[key] = book.add_format(
                {k: v for part in [plain, *(shapes[n] for n in names)] for k, v in part.items()}
            )
        return known[key]

    return look


def _halaman(sheet: Any, widths: list[float]) -> None:
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A - Halaman &P dari &N")


def _dupak(sheet: Any, look: Callable[..., Any]) -> None:
    _halaman(sheet, [5, 17, 48, 9, 11, 11, 11, 11, 11, 11])
    sheet.merge_range("A1:J1", "DAFTAR USUL PENETAPAN ANGKA KREDIT", look("judul"))
    sheet.merge_range("A2:J2", "JABATAN FUNGSIONAL PENGUJI MUTU BARANG", look("judul"))
    for at, (label, value) in enumerate(_ORANG):
        sheet.write(3 + at, 0, at + 1, look())
        sheet.write(3 + at, 1, label, look())
        sheet.write(3 + at, 2, value, look())
    top = _TABEL - 1
    for at, words in enumerate(("NO", "KODE", "UNSUR, SUB UNSUR DAN BUTIR KEGIATAN", "AK SATUAN")):
        sheet.merge_range(top, at, top + 2, at, words, look("kepala"))
    sheet.merge_range(top, 4, top, 9, "ANGKA KREDIT MENURUT", look("kepala"))
    for first, words in ((4, "INSTANSI PENGUSUL"), (7, "TIM PENILAI")):
        sheet.merge_range(top + 1, first, top + 1, first + 2, words, look("kepala"))
        sheet.write_row(top + 2, first, ("LAMA", "BARU", "JUMLAH"), look("kepala"))
    for at, (number, kode, words, lama) in enumerate(_TREE):
        _baris(sheet, look, top + 3 + at, (number, kode, words, lama))
    total = BARIS["JUMLAH UNSUR PENUNJANG"]
    rows = (BARIS["Mengikuti seminar"], BARIS["Menjadi anggota organisasi profesi"])
    sheet.write_formula(total - 1, 6, f"=G{rows[0]}+G{rows[1]}", look("angka", "tebal"), 0)
    for at, words in enumerate(("Angka kredit kumulatif minimal III/d", "Kekurangan angka kredit")):
        sheet.write(AMBANG - 1 + at, 2, words, look("tebal"))
        sheet.write_blank(AMBANG - 1 + at, 6, None, look("angka"))


def _baris(sheet: Any, look: Callable[..., Any], row: int, isi: tuple[str, str, str, float | None]) -> None:
    number, kode, words, lama = isi
    heavy = () if lama is not None else ("tebal",)
    sheet.write(row, 0, number, look("sel", "tengah", *heavy))
    sheet.write(row, 1, kode or None, look("sel"))
    sheet.write(row, 2, words, look("sel", *heavy))
    for column in range(3, 10):
        sheet.write_blank(row, column, None, look("angka", *heavy))
    if lama is not None:
        sheet.write(row, 4, lama, look("angka"))


def _surat(sheet: Any, look: Callable[..., Any]) -> None:
    _halaman(sheet, [5, 17, 48, 11, 11, 9, 10, 12, 16])
    sheet.merge_range("A1:I1", "SURAT PERNYATAAN MELAKUKAN KEGIATAN PENGUJIAN MUTU BARANG", look("judul"))
    sheet.write("A3", "Yang bertanda tangan di bawah ini:", look())
    for at, (label, value) in enumerate((("Nama", "ATASAN CONTOH"), ("NIP", "197001012000011999"))):
        sheet.write_row(3 + at, 1, (label, value), look())
    sheet.write("A7", "Menyatakan bahwa:", look())
    for at, (label, value) in enumerate(_ORANG):
        sheet.write_row(7 + at, 1, (label, value), look())
    sheet.write("A15", "Telah melakukan kegiatan pengujian sebagai berikut:", look())
    head = ("No", "Kode", "Uraian Kegiatan", "Tanggal", "Satuan Hasil", "Jumlah Volume", "Angka Kredit")
    sheet.write_row(PERTAMA - 3, 0, (*head, "Jumlah Angka Kredit", "Bukti Fisik"), look("kepala"))
    sheet.write_row(PERTAMA - 2, 0, range(1, 10), look("kepala"))
    for at, (kode, words, satuan, volume, unit, credit) in enumerate(_KEGIATAN):
        row = PERTAMA - 1 + at
        sheet.write_row(row, 0, (at + 1, kode or None, words, "2 Maret 2020", satuan, volume), look("sel"))
        for column, value in ((6, unit), (7, credit)):
            sheet.write(row, column, value, look("angka"))
        sheet.write(row, 8, "Laporan", look("sel"))
    last = PERTAMA - 1 + len(_KEGIATAN)
    sheet.merge_range(last, 0, last, 6, "JUMLAH", look("kepala"))
    sheet.write_blank(last, 7, None, look("angka", "tebal"))
    sheet.write(last + 2, 0, "Demikian pernyataan ini dibuat untuk dapat dipergunakan sebagaimana mestinya.", look())
