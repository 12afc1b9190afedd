"""Recognises the forms that people already have: what stands where, by headings, and what is doubtful about it."""

from __future__ import annotations

from dataclasses import replace

from .bentuk import Baris, Buku, Formulir, Kolom, Lembar, Orang
from .formulir import kenali_lembar
from .kisi import Kisi, baca

__all__ = ["Baris", "Buku", "Formulir", "Kisi", "Kolom", "Lembar", "Orang", "baca", "kenali", "kenali_kisi"]


def kenali(data: bytes) -> Buku:
    """What was recognised in the workbook; Refused, in words, where it cannot be read."""
    return kenali_kisi(baca(data))


def kenali_kisi(kisi: list[Kisi]) -> Buku:
    """As `kenali`, of grids read by anyone."""
    return Buku(tuple(_sambung([kenali_lembar(each) for each in kisi])))


def _sambung(sheets: list[Lembar]) -> list[Lembar]:
    """Marks the part of a form that goes on from another sheet: no title of its own, the same columns."""
    found: list[Lembar] = []
    last: tuple[str, Formulir] | None = None
    for sheet in sheets:
        forms = []
        for form in sheet.formulir:
            if last and not form.judul and form.kolom and _cocok(last[1], form):
                reason = f"tanpa judul; dibaca sebagai lanjutan lembar '{last[0]}'"
                form = replace(form, jenis=last[1].jenis, lanjutan_dari=last[0], ragu=reason)
            forms.append(form)
            last = (sheet.nama, form)
        found.append(replace(sheet, formulir=tuple(forms)))
    return found


def _cocok(before: Formulir, form: Formulir) -> bool:
    """The same columns, or a sheet with the title and the person only."""
    if not before.kolom:
        return before.jenis == form.jenis
    return [(each.isi, each.pihak) for each in before.kolom] == [(each.isi, each.pihak) for each in form.kolom]
