"""Forms that go on over sheets: with their heading printed again, or with rows alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import kepala
from .baris import baca_baris
from .bentuk import Formulir, Kolom, Lembar
from .formulir import akhir
from .kata import kata_semua
from .kisi import Kisi
from .mentah import KREDIT, Mentah, baca

_LEAST = 2  # rows with a text and a credit that make a sheet a part of a table


def sambung(kisi: Sequence[Kisi], sheets: Sequence[Lembar]) -> list[Lembar]:
    """The sheets, each part of a form that goes on marked with the sheet that it goes on from."""
    found: list[Lembar] = []
    last: Formulir | None = None
    before: list[Mentah] = []  # the form's rows on the sheets before
    for grid, sheet in zip(kisi, sheets, strict=True):
        forms = list[Formulir]()
        given = sheet.formulir or ((part,) if last and (part := _tanpa_kepala(grid, last)) else ())
        for form in given:
            if last and not form.judul and form.kolom and _cocok(last, form):
                form = _bagian(grid, form, last, found[-1].nama if not forms else sheet.nama, before)
            else:
                before = []
            before = [*before, *filter(None, (baca(grid, form.kolom, row.nomor) for row in form.baris))]
            forms.append(form)
            last = form
        found.append(replace(sheet, formulir=tuple(forms)))
    return found


def _bagian(kisi: Kisi, form: Formulir, last: Formulir, lembar: str, before: Sequence[Mentah]) -> Formulir:
    """The form as a part of the one before: its rows stand below those of that one."""
    reason = f"tanpa judul; dibaca sebagai lanjutan lembar '{lembar}'"
    if form.kepala == (0, 0):
        reason = f"tanpa judul dan kepala tabel; kolomnya dibaca seperti pada lembar '{lembar}'"
    rows = baca_baris(kisi, form.kolom, [row.nomor for row in form.baris], before)
    return replace(form, jenis=last.jenis, baris=rows, lanjutan_dari=lembar, ragu=reason)


def _cocok(before: Formulir, form: Formulir) -> bool:
    """The same columns, or a sheet with the title and the person only."""
    if not before.kolom:
        return before.jenis == form.jenis
    return [(each.isi, each.pihak) for each in before.kolom] == [(each.isi, each.pihak) for each in form.kolom]


def _tanpa_kepala(kisi: Kisi, last: Formulir) -> Formulir | None:
    """The rows on a sheet without heading, under the columns of the form before; None where they do not fit.

    `last` must not have ended: nothing follows the row that adds all."""
    if not last.kolom or kepala.cari(kisi) or any(kata_semua(row.uraian) for row in last.baris):
        return None
    number = next((row for row in range(1, 4) if kepala.angka_kolom(kisi, row)), 0)
    rows = range(number + 1, akhir(kisi, number + 1, kisi.terakhir) + 1)
    columns = tuple(replace(each, sel="") for each in last.kolom)
    filled = [row for row in rows if kisi.isi_baris(row)]
    if not filled or not all(_di_kolom(kisi, columns, row) for row in filled):
        return None
    body = baca_baris(kisi, columns, filled)
    fitting = [row for row in body if row.uraian and _berkredit(kisi, columns, row.nomor)]
    if len(fitting) < _LEAST:
        return None
    return Formulir(last.jenis, "", (0, 0), number, columns, body, ())


def _di_kolom(kisi: Kisi, columns: Sequence[Kolom], row: int) -> bool:
    """All that stands in the row stands in the form's columns, and no words where it has credits."""
    known = {column for each in columns for column in each.kolom}
    credits = {column for each in columns if each.isi in KREDIT for column in each.kolom}
    return all(c in known and not (c in credits and _kata(kisi, row, c)) for c in kisi.isi_baris(row))


def _kata(kisi: Kisi, row: int, column: int) -> bool:
    sel = kisi.sel[row, column]
    return not sel.rumus and isinstance(sel.nilai, str) and any(map(str.isalpha, sel.nilai))


def _berkredit(kisi: Kisi, columns: Sequence[Kolom], row: int) -> bool:
    return any((row, column) in kisi.sel for each in columns if each.isi in KREDIT for column in each.kolom)
