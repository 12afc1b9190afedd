"""The report as one workbook, the gravest findings first, with a column for the reasons to silence one.

It may hold personal data, as the workbooks do: of it nothing goes to a log or a message."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas
import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ..rekap import lembar
from .abaikan import ALASAN, BERKAS, LEMBAR, SIDIK, TEMPAT
from .bentuk import Berkas, Ditemukan
from .laporan import ringkas
from .temuan import BERAT, SEDANG, URUTAN, jenis, rujukan

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WARNA = {BERAT: "#F8CBC6", SEDANG: "#FCE8B2"}
_LEBAR: Mapping[str, int] = {
    **{"Berat": 8, BERKAS: 18, TEMPAT: 14, "Jenis": 20, "Yang salah": 36, "Yang harus dilakukan": 32, "Aturan": 38},
    **{"Keadaan": 18, ALASAN: 24, "Catatan": 90, "Keterangan": 60},
}
_PETUNJUK = (
    f"Yang berat lebih dahulu. Untuk mengabaikan sebuah temuan, tulis sebabnya di kolom {ALASAN}, simpan, "
    "lalu jalankan lagi dengan --abaikan dan berkas ini."
)
Baris = dict[str, Any]


def laporan(berkas: Sequence[Berkas]) -> bytes:
    """The workbook's bytes."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, _OPTIONS) as book:
        book.set_properties({"title": "Pemeriksaan angka kredit", "author": "Angka Kredit"})
        gaya = lembar.Gaya(book)
        found = _bingkai([_temuan(file, each) for file, each in _urut(berkas)], _KOLOM)
        sheet = _lembar(book, gaya, LEMBAR, f"{ringkas(berkas)} {_PETUNJUK}", found)
        _hiasi(book, sheet, found)
        _lembar(book, gaya, BERKAS, "Setiap berkas, dengan banyaknya temuan.", _per_berkas(berkas))
        _lembar(
            book, gaya, "Jenis", "Banyaknya temuan setiap jenis, yang diabaikan tidak dihitung.", _per_jenis(berkas)
        )
        _lembar(book, gaya, "Catatan", "Apa yang tidak diperiksa, dan sebabnya.", _catatan(berkas))
    return output.getvalue()


def _urut(berkas: Sequence[Berkas]) -> list[tuple[Berkas, Ditemukan]]:
    """The gravest first, of every file; those that are silenced last."""
    every = [(file, each) for file in berkas for each in file.semua]
    return sorted(every, key=lambda one: (bool(one[1].alasan), URUTAN.index(jenis(one[1].temuan).berat)))


_KOLOM = (
    *("Berat", BERKAS, TEMPAT, "Jenis", "Yang salah", "Yang harus dilakukan", "Aturan", "Keadaan", ALASAN, SIDIK),
)


def _temuan(berkas: Berkas, each: Ditemukan) -> Baris:
    found, kind = each.temuan, jenis(each.temuan)
    article = rujukan(found)
    rule = f"{kind.aturan} ({article})" if article else kind.aturan
    values = (
        *(kind.berat, berkas.nama, found.tempat, kind.judul, found.salah, found.lakukan, rule),
        *(_keadaan(each), each.alasan, each.sidik),
    )
    return dict(zip(_KOLOM, values, strict=True))


def _keadaan(each: Ditemukan) -> str:
    doubt = f"dugaan: {each.temuan.ragu}" if each.temuan.ragu else "pasti"
    if each.dahulu:
        return f"{doubt}; muncul lagi, karena isinya berubah; dahulu diabaikan: {each.dahulu}"
    return f"{doubt}; diabaikan" if each.alasan else doubt


def _per_berkas(berkas: Sequence[Berkas]) -> pandas.DataFrame:
    rows: list[Baris] = []
    for file in berkas:
        counts = Counter(jenis(each.temuan).berat for each in file.ditemukan)
        words = f"tidak terbaca: {file.galat}" if file.galat else ("ditandai" if file.salinan else "")
        rows.append(
            {BERKAS: file.nama}
            | {grave.capitalize(): counts[grave] for grave in URUTAN}
            | {"Dugaan": sum(bool(each.temuan.ragu) for each in file.ditemukan), "Diabaikan": len(file.diabaikan)}
            | {"Keterangan": words}
        )
    return _bingkai(rows, (BERKAS, *map(str.capitalize, URUTAN), "Dugaan", "Diabaikan", "Keterangan"))


def _per_jenis(berkas: Sequence[Berkas]) -> pandas.DataFrame:
    found = [(file.nama, jenis(each.temuan)) for file in berkas for each in file.ditemukan]
    counts, files = Counter(kind for _, kind in found), Counter(kind for _, kind in set(found))
    rows = [
        {"Berat": kind.berat, "Jenis": kind.judul, "Temuan": count, "Pada berkas": files[kind], "Aturan": kind.aturan}
        for kind, count in sorted(counts.items(), key=lambda one: (URUTAN.index(one[0].berat), -one[1]))
    ]
    return _bingkai(rows, ("Berat", "Jenis", "Temuan", "Pada berkas", "Aturan"))


def _catatan(berkas: Sequence[Berkas]) -> pandas.DataFrame:
    rows = [{BERKAS: file.nama, "Catatan": words} for file in berkas for words in file.catatan]
    return _bingkai(rows, (BERKAS, "Catatan"))


def _bingkai(rows: Sequence[Baris], kolom: Sequence[str]) -> pandas.DataFrame:
    return pandas.DataFrame(rows, columns=list(kolom), dtype=object)


def _lembar(book: Workbook, gaya: lembar.Gaya, nama: str, kata: str, isi: pandas.DataFrame) -> Worksheet:
    sheet = book.add_worksheet(nama)
    lembar.tulis(sheet, gaya, nama, kata, isi)
    for column, title in enumerate(isi.columns):
        sheet.set_column(column, column, _LEBAR.get(title, 11))
    sheet.set_footer("&L&8&A - Pemeriksaan angka kredit&R&8Halaman &P dari &N")
    return sheet


def _hiasi(book: Workbook, sheet: Worksheet, found: pandas.DataFrame) -> None:
    """Colours by gravity, the column to fill in, and the checksums out of sight."""
    top, last = 4, 4 + max(len(found) - 1, 0)
    for grave, colour in _WARNA.items():
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{grave}"',
            "format": book.add_format({"bg_color": colour}),
        }
        sheet.conditional_format(top, 0, last, 0, rule)
    reason = list(_KOLOM).index(ALASAN)
    rule = {"type": "formula", "criteria": "=TRUE", "format": book.add_format({"bg_color": "#EEF5EA"})}
    sheet.conditional_format(top, reason, last, reason, rule)
    sheet.set_column(reason + 1, reason + 1, 20, None, {"hidden": True})
    sheet.freeze_panes(top, 3)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
