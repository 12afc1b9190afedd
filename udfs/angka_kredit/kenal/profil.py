"""A profile laid over a workbook: the same answer as recognising it, with what a person corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from openpyxl.utils.cell import coordinate_to_tuple

from ..errors import Refused
from .baris import baca_baris
from .bentuk import SUB_UNSUR, UNSUR, Baris, Buku, Formulir, Kolom, Lembar, Orang
from .formulir import akhir, catatan_rusak
from .kata import cocok, lipat
from .kisi import Kisi, alamat
from .mentah import Mentah
from .mentah import baca as baca_mentah
from .nomor import pisah
from .profil_baca import baca
from .profil_bentuk import Profil, ProfilFormulir, ProfilLembar
from .profil_tulis import simpan

__all__ = ["Profil", "baca", "simpan", "terapkan"]
_COLON = re.compile(r"^\s*:\s*")


def terapkan(profil: Profil, kisi: Sequence[Kisi]) -> Buku:
    """What stands where in the workbook, by the profile; Refused, naming the cell, where it is another form."""
    grids = {each.nama: each for each in kisi}
    for each in profil.lembar:
        if each.nama not in grids:
            raise Refused(f"lembar '{each.nama}' menurut profil tidak ada di berkas ini; yang ada: {', '.join(grids)}")
    known = {each.nama: each for each in profil.lembar}
    before, sheets = list[Mentah](), list[Lembar]()
    for grid in kisi:
        sheet = known.get(grid.nama, ProfilLembar(grid.nama, ()))
        forms = []
        for form in sheet.formulir:
            before = before if form.kerangka.lanjutan_dari else []
            made = _formulir(form, sheet, grid, before)
            before = [*before, *filter(None, (baca_mentah(grid, made.kolom, row.nomor) for row in made.baris))]
            forms.append(made)
        sheets.append(
            Lembar(
                grid.nama,
                grid.tersembunyi,
                tuple(forms),
                (*sheet.catatan, *catatan_rusak(grid), *_lain(sheet, grid, forms)),
            )
        )
    return Buku(tuple(sheets))


def _formulir(profil: ProfilFormulir, lembar: ProfilLembar, kisi: Kisi, before: Sequence[Mentah]) -> Formulir:
    form = profil.kerangka
    for kolom in form.kolom:
        _periksa_judul(kolom, kisi)
    columns = tuple(
        replace(each, tersembunyi=all(column in kisi.kolom_sembunyi for column in each.kolom)) for each in form.kolom
    )
    rows = tuple(_baris(profil, columns, lembar, kisi, before)) if columns else ()
    return replace(form, kolom=columns, baris=rows, orang=tuple(_orang(each, kisi) for each in form.orang))


def _periksa_judul(kolom: Kolom, kisi: Kisi) -> None:
    """The words of its lowest heading stand where the profile says."""
    if not kolom.sel:
        return
    here, wanted = kisi.teks(*coordinate_to_tuple(kolom.sel)), _rapat(kolom.judul)
    fits = wanted.endswith(_rapat(here)) if _rapat(here) else not wanted or kolom.isi == "no"
    if not fits:
        raise _lain_isinya(kisi, kolom.sel, here, kolom.judul)


def _rapat(teks: str) -> str:
    return lipat(" ".join(teks.split())).replace(" ", "")  # "J U M L A H", whose blanks a profile keeps singly


def _lain_isinya(kisi: Kisi, sel: str, here: str, wanted: str) -> Refused:
    holds = f"berisi '{' '.join(here.split())[:60]}'" if here else "kosong"
    return Refused(
        f"sel {kisi.nama}!{sel} {holds}, sedangkan menurut profil '{wanted[:60]}': berkas ini formulir lain, "
        "atau barisnya bergeser; kenali lagi dengan --simpan-profil"
    )


def _baris(
    profil: ProfilFormulir, columns: Sequence[Kolom], lembar: ProfilLembar, kisi: Kisi, before: Sequence[Mentah]
) -> Iterator[Baris]:
    if not profil.baris:
        others = [each.kerangka.kepala[0] for each in lembar.formulir]
        last = min([top - 1 for top in others if top > profil.mulai] + [kisi.terakhir])
        yield from baca_baris(kisi, columns, range(profil.mulai, akhir(kisi, profil.mulai, last) + 1), before)
        return
    found = baca_baris(kisi, columns, list(profil.baris), before)
    for row in found:
        words = profil.teks.get(row.nomor, "")
        if words and _rapat(words) != _rapat(row.uraian):
            raise _lain_isinya(kisi, alamat(row.nomor, _kolom_uraian(columns)), row.uraian, words)
    rows = [replace(row, jenis=profil.baris[row.nomor], ragu=profil.ragu.get(row.nomor, "")) for row in found]
    moved = any(
        {old.jenis, new.jenis} & {UNSUR, SUB_UNSUR}
        for old, new in zip(found, rows, strict=True)
        if old.jenis != new.jenis
    )
    yield from _bertingkat(rows) if moved else rows


def _kolom_uraian(columns: Sequence[Kolom]) -> int:
    return next((each.kolom[0] for each in columns if each.isi == "uraian"), columns[0].kolom[0])


def _bertingkat(rows: Sequence[Baris]) -> Iterator[Baris]:
    """Each row below the unsur and sub unsur that the profile names."""
    unsur = sub = ""
    for row in rows:
        name = f"{row.butir} {row.uraian}".strip() if row.jenis == SUB_UNSUR else row.uraian
        if row.jenis == UNSUR:
            unsur, sub = row.unsur or name, ""
        elif row.jenis == SUB_UNSUR:
            sub = name
        yield replace(row, unsur=unsur, sub_unsur=sub) if row.unsur or row.sub_unsur or unsur else row


def _orang(orang: Orang, kisi: Kisi) -> Orang:
    """The datum with the value that this file has."""
    here = kisi.teks(*coordinate_to_tuple(orang.label))
    head, _, value = pisah(here)[1].partition(":")
    if not _sebut(orang.isi, head, value):
        raise _lain_isinya(kisi, orang.label, here.partition(":")[0], orang.isi.replace("_", " "))
    if orang.sel and orang.sel != orang.label:
        value = _COLON.sub("", kisi.teks(*coordinate_to_tuple(orang.sel)))
    return replace(orang, nilai=value.strip() if orang.sel else "")


def _sebut(isi: str, head: str, value: str) -> bool:
    """The label's words name the datum."""
    found = {match[0] for words in (head, f"{head} {value}") if (match := cocok(words, "orang"))}
    part = isi.removeprefix("masa_kerja_")
    return isi in found or (isi.startswith("masa_kerja_") and part in lipat(head).split())


def _lain(sheet: ProfilLembar, kisi: Kisi, forms: Sequence[Formulir]) -> Iterator[str]:
    """Rows between those of the profile that it does not name: something was put in."""
    for profil, form in zip(sheet.formulir, forms, strict=True):
        if profil.baris:
            rows = set(profil.baris) | {n for a, b in form.kepala_ulang for n in range(a, b + 1)}
            between = range(min(rows), max(rows) + 1)
            new = [row for row in between if row not in rows and baca_mentah(kisi, form.kolom, row)]
            yield from (f"baris {row} berisi, tetapi tidak ada di profil; tidak dipakai" for row in new[:10])
