"""A sheet's forms: each heading with the title above it, the rows below it, and the person's data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils.cell import coordinate_to_tuple

from . import kepala, orang
from .baris import baca_baris
from .bentuk import Formulir, Kolom, Lembar
from .jalur import jalur
from .jenis import Judul, cari_judul, jenis_formulir
from .kata import berawal, lipat, persis
from .kepala import Kepala
from .kisi import Kisi
from .kolom import tabel
from .nomor import pisah

_BLANK = 3  # empty rows that end a table
TIDAK_DIKENAL = "tidak dikenal"
RUSAK = "nilai rusak: "


@dataclass
class Bagian:
    """A table: its headings, its columns, and the rows above the first heading that belong to it."""

    kepala: list[Kepala]
    kolom: tuple[Kolom, ...]
    mulai: int  # first row above the heading that is not another table's
    akhir: list[int]  # the body's last row below each heading
    kiri: int
    kanan: int


def kenali_lembar(kisi: Kisi) -> Lembar:
    """The forms on the sheet, from the left and from above."""
    found = [_formulir(strip, part) for strip in jalur(kisi) for part in _bagian(strip)]
    known = [form for form in found if form.jenis != TIDAK_DIKENAL]
    notes = [
        f"tabel di baris {form.kepala[0]} tidak dikenal sebagai formulir: {form.ragu}"
        for form in found
        if form.jenis == TIDAK_DIKENAL
    ]
    forms = tuple(known if found else _tanpa_tabel(kisi))
    return Lembar(kisi.nama, kisi.tersembunyi, forms, (*notes, *catatan_rusak(kisi)))


def catatan_rusak(kisi: Kisi) -> list[str]:
    """What is said of the cells whose value is not what their type says."""
    return [f"{RUSAK}sel {ref} berisi '{held[:30]}', yang bukan angka; dibaca sebagai teks" for ref, held in kisi.rusak]


def _bagian(kisi: Kisi) -> list[Bagian]:
    found: list[Bagian] = []
    heads = kepala.cari(kisi)
    for at, head in enumerate(heads):
        limit = heads[at + 1].atas - 1 if at + 1 < len(heads) else kisi.terakhir
        last = akhir(kisi, head.isi, limit)
        tables = tabel(kisi, head, last)
        edges = _tepi(tables)
        for columns, (left, right) in zip(tables, edges, strict=True):
            above = [each for each in found if each.kiri <= right and left <= each.kanan]
            if (
                above
                and _sama(above[-1].kolom, columns)
                and not _berjudul(kisi, above[-1].akhir[-1] + 1, head.atas, left, right)
            ):
                above[-1].kepala.append(head)
                above[-1].akhir.append(last)
                continue
            start = max((each.akhir[-1] + 1 for each in above), default=1)
            found.append(Bagian([head], columns, start, [last], left, right))
    return found


def _tepi(tables: Sequence[tuple[Kolom, ...]]) -> list[tuple[int, int]]:
    """From which column to which each table reaches: the first from the sheet's edge, the last without end."""
    starts = [min(each.kolom[0] for each in columns) for columns in tables]
    lefts = [1, *starts[1:]]
    return [(left, lefts[at + 1] - 1 if at + 1 < len(lefts) else 16_384) for at, left in enumerate(lefts)]


def _sama(one: tuple[Kolom, ...], other: tuple[Kolom, ...]) -> bool:
    return [(each.isi, each.pihak, each.kolom[0]) for each in one] == [(e.isi, e.pihak, e.kolom[0]) for e in other]


def _berjudul(kisi: Kisi, atas: int, bawah: int, kiri: int, kanan: int) -> bool:
    return bool(cari_judul(kisi, range(atas, bawah), kiri, kanan)) or bool(
        orang.cari(kisi, range(atas, bawah), kiri, kanan)
    )


def akhir(kisi: Kisi, mulai: int, batas: int) -> int:
    """The last row that may be the table's: before the words that follow it, or many empty rows."""
    blank, last = 0, mulai - 1
    for row in range(mulai, batas + 1):
        texts = [text for column in kisi.isi_baris(row) if (text := kisi.teks(row, column))]
        if any(_penutup(text) for text in texts[:3]):
            break
        covered = any(kisi.induk(row, c) != (row, c) for c in range(1, 30))
        blank = 0 if kisi.isi_baris(row) else blank + (not covered)
        if blank >= _BLANK:
            break
        last = row if kisi.isi_baris(row) else last
    return last


def _penutup(text: str) -> bool:
    plain = pisah(text)[1] or text
    if berawal(plain, "akhir", "kata") or berawal(text, "akhir", "kata") or cari_penuh(text):
        return True
    return persis(plain, "akhir", "sendiri") and bool(lipat(plain))


def cari_penuh(text: str) -> bool:
    """The text is another form's title."""
    return Judul.dari(text) is not None


def _formulir(kisi: Kisi, part: Bagian) -> Formulir:
    head = part.kepala[0]
    above = range(part.mulai, head.atas)
    rows = [row for each, last in zip(part.kepala, part.akhir, strict=True) for row in range(each.isi, last + 1)]
    title = cari_judul(kisi, above, part.kiri, part.kanan)
    jenis, reason = jenis_formulir(title, part.kolom, kisi.nama)
    return Formulir(
        jenis or TIDAK_DIKENAL,
        title.teks if title else "",
        (head.atas, head.bawah),
        head.nomor,
        part.kolom,
        baca_baris(kisi, part.kolom, rows),
        orang.cari(kisi, above, part.kiri, part.kanan),
        tuple((each.atas, max(each.bawah, each.nomor)) for each in part.kepala[1:]),
        ragu=reason,
    )


def _tanpa_tabel(kisi: Kisi) -> list[Formulir]:
    """A sheet with a form's title or a person's data, and no table: the table may stand on another."""
    people = orang.cari(kisi, range(1, kisi.terakhir + 1), 1, 16_384)
    first = min((coordinate_to_tuple(each.label)[0] for each in people), default=0)
    title = cari_judul(kisi, range(1, first), 1, 16_384)
    if not title or len(people) < 2:
        return []
    reason = "lembar ini tidak memuat tabelnya"
    return [Formulir(title.jenis, title.teks, (0, 0), 0, (), (), people, ragu=reason)]
