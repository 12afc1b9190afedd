"""A recognised workbook as a profile: TOML that a person reads and corrects. No person's data stand in it."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence

from openpyxl.utils.cell import get_column_letter

from .bentuk import Baris, Buku, Formulir, Kolom, Lembar, Orang
from .formulir import RUSAK
from .profil_bentuk import BERTEKS, JENIS_BARIS, VERSI

_KATA = """\
# Profil formulir Angka Kredit: apa yang ada di mana, menurut `angka-kredit kenali`. Boleh dibetulkan dengan tangan.
# Kolom ditulis dengan hurufnya ("C" atau "C:E"), baris dengan nomornya ("15-18, 20"); penjelasannya di docs/profil.md.
# Baris `ragu` menyebut yang diragukan: periksa, betulkan, lalu hapus baris itu. Data orang tidak disimpan di sini."""


def simpan(buku: Buku) -> str:
    """The profile's text."""
    lines = [_KATA, f"versi = {VERSI}"]
    for lembar in buku.lembar:
        if lembar.formulir or _catatan(lembar):
            lines += ["", "[[lembar]]", f"nama = {_teks(lembar.nama)}"]
            lines += [f"catatan = {_daftar(_catatan(lembar))}"] if _catatan(lembar) else []
            for form in lembar.formulir:
                lines += _formulir(form, sendiri=len(lembar.formulir) == 1)
    return "\n".join(lines) + "\n"


def _catatan(lembar: Lembar) -> list[str]:
    """The notes on the form; those on this file's damaged cells are not the form's."""
    return [note for note in lembar.catatan if not note.startswith(RUSAK)]


def _formulir(form: Formulir, *, sendiri: bool) -> Iterator[str]:
    yield from ("", "[[lembar.formulir]]", f"jenis = {_teks(form.jenis)}", f"judul = {_teks(form.judul)}")
    if form.kepala != (0, 0):
        yield f"kepala = {_teks(_rentang(form.kepala))}"
    if form.baris_nomor:
        yield f"baris_nomor = {form.baris_nomor}"
    if form.kepala_ulang:
        yield f"kepala_ulang = {_daftar([_rentang(each) for each in form.kepala_ulang])}"
    if form.lanjutan_dari:
        yield f"lanjutan_dari = {_teks(form.lanjutan_dari)}"
    yield from _ragu(form.ragu)
    for kolom in form.kolom:
        yield from _kolom(kolom)
    for orang in form.orang:
        yield from _orang(orang)
    if form.kolom:
        yield from _baris(form, sendiri=sendiri)


def _kolom(kolom: Kolom) -> Iterator[str]:
    yield from ("", "[[lembar.formulir.kolom]]", f"kolom = {_teks(huruf(kolom.kolom))}", f"isi = {_teks(kolom.isi)}")
    if kolom.pihak:
        yield f"pihak = {_teks(kolom.pihak)}"
    yield f"judul = {_teks(kolom.judul)}"
    if kolom.sel:
        yield f"sel = {_teks(kolom.sel)}"
    yield from _ragu(kolom.ragu)


def _orang(orang: Orang) -> Iterator[str]:
    yield from ("", "[[lembar.formulir.orang]]", f"isi = {_teks(orang.isi)}")
    if orang.siapa != "pegawai":
        yield f"siapa = {_teks(orang.siapa)}"
    yield f"label = {_teks(orang.label)}"
    if orang.sel:
        yield f"sel = {_teks(orang.sel)}"
    yield from _ragu(orang.ragu)


def _baris(form: Formulir, *, sendiri: bool) -> Iterator[str]:
    yield from ("", "[lembar.formulir.baris]")
    if form.jenis == "surat_pernyataan" and sendiri and form.kepala != (0, 0) and not form.kepala_ulang:
        yield f"mulai = {max(form.kepala[1], form.baris_nomor) + 1}  # barisnya dikenali pada setiap berkas"
        return
    for jenis in JENIS_BARIS:
        rows = [row for row in form.baris if row.jenis == jenis]
        if rows and jenis in BERTEKS:
            yield f"{jenis} = ["
            yield from (f"  {_teks(f'{row.nomor} {row.uraian}'.strip())}," for row in rows)
            yield "]"
        elif rows:
            yield f"{jenis} = {_teks(_nomor([row.nomor for row in rows]))}"
    yield from _baris_ragu(form.baris)


def _baris_ragu(rows: Sequence[Baris]) -> Iterator[str]:
    doubts = [(row.nomor, row.ragu) for row in rows if row.ragu]
    if doubts:
        yield from ("", "[lembar.formulir.baris.ragu]")
        yield from (f"{number} = {_teks(reason)}" for number, reason in doubts)


def _ragu(reason: str) -> Iterator[str]:
    if reason:
        yield f"ragu = {_teks(reason)}"


def huruf(kolom: Sequence[int]) -> str:
    """'C', 'C:E', or 'C, E' where they do not follow each other."""
    letters = [get_column_letter(each) for each in kolom]
    if list(kolom) == list(range(kolom[0], kolom[-1] + 1)):
        return letters[0] if len(letters) == 1 else f"{letters[0]}:{letters[-1]}"
    return ", ".join(letters)


def _nomor(rows: Sequence[int]) -> str:
    """'15-18, 20'."""
    runs = itertools.groupby(enumerate(rows), lambda pair: pair[1] - pair[0])
    spans = [[row for _, row in run] for _, run in runs]
    return ", ".join(_rentang((span[0], span[-1])) for span in spans)


def _rentang(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}"


def _daftar(words: Sequence[str]) -> str:
    return f"[{', '.join(map(_teks, words))}]"


def _teks(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")  # as TOML wants it
