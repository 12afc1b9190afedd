"""What was recognised, as text for a person and as plain values for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from typing import Any

from openpyxl.utils.cell import get_column_letter

from .bentuk import Buku, Formulir, Kolom, Lembar

_PIHAK = {"": "", "pengusul": " (pengusul)", "tim": " (tim penilai)"}


def baris_teks(buku: Buku) -> Iterator[str]:
    """The report, line by line."""
    for lembar in buku.lembar:
        yield from _lembar(lembar)
    if not any(lembar.formulir for lembar in buku.lembar):
        yield "Tidak ada DUPAK, surat pernyataan, atau PAK yang dikenal di berkas ini."


def nilai(buku: Buku) -> dict[str, Any]:
    """The same as JSON values: every finding says 'keyakinan', and 'alasan' where it is 'ragu'."""
    found = _nilai(asdict(buku))
    assert isinstance(found, dict)
    return found


def _nilai(value: Any) -> Any:
    assert not is_dataclass(value)
    if isinstance(value, dict):
        plain = {key: _nilai(each) for key, each in value.items() if key != "ragu"}
        if "ragu" in value:
            plain |= {"keyakinan": "ragu", "alasan": value["ragu"]} if value["ragu"] else {"keyakinan": "pasti"}
        return plain
    return [_nilai(each) for each in value] if isinstance(value, (list, tuple)) else value


def _lembar(lembar: Lembar) -> Iterator[str]:
    hidden = " (tersembunyi)" if lembar.tersembunyi else ""
    if lembar.formulir or lembar.catatan:
        yield f"LEMBAR {lembar.nama}{hidden}"
    for form in lembar.formulir:
        yield from _formulir(form)
    for note in lembar.catatan:
        yield f"  CATATAN: {note}"


def _formulir(form: Formulir) -> Iterator[str]:
    after = f", lanjutan lembar '{form.lanjutan_dari}'" if form.lanjutan_dari else ""
    yield f"  {form.jenis.replace('_', ' ').upper()}{after}: {form.judul or 'tanpa judul'}{_ragu(form.ragu)}"
    if form.kolom:
        number = f", nomor kolom di baris {form.baris_nomor}" if form.baris_nomor else ""
        yield f"    Kepala tabel: baris {form.kepala[0]}-{form.kepala[1]}{number}"
    for first, last in form.kepala_ulang:
        yield f"    Kepala tabel diulang: baris {first}-{last}"
    for kolom in form.kolom:
        hidden = ", tersembunyi" if kolom.tersembunyi else ""
        name = kolom.isi.replace("_", " ").replace("ak", "angka kredit") if "ak" in kolom.isi.split("_") else kolom.isi
        yield f"    Kolom {_huruf(kolom):8} {name.replace('_', ' ')}{_PIHAK[kolom.pihak]}{hidden}{_ragu(kolom.ragu)}"
    yield from _baris(form)
    for each in form.orang:
        who = " atasan" if each.siapa == "atasan" else ""
        place = f"label {each.label}, isinya di {each.sel or '-'}"
        yield f"    Data{who}: {each.isi.replace('_', ' ')} ({place}){_ragu(each.ragu)}"


def _baris(form: Formulir) -> Iterator[str]:
    if not form.baris:
        return
    counts = Counter(row.jenis for row in form.baris)
    told = ", ".join(f"{count} {jenis.replace('_', ' ')}" for jenis, count in counts.items())
    yield f"    Baris {form.baris[0].nomor}-{form.baris[-1].nomor}: {told}"
    for row in form.baris:
        if row.jenis in ("unsur", "sub_unsur", "jumlah", "total"):
            adds = f" = jumlah {len(row.menjumlah)} baris" if row.menjumlah else ""
            yield f"      {row.nomor:5} {row.jenis.replace('_', ' '):9} {row.uraian}{adds}{_ragu(row.ragu)}"
        elif row.ragu:
            yield f"      {row.nomor:5} {row.jenis.replace('_', ' '):9} {row.uraian[:60]}{_ragu(row.ragu)}"


def _huruf(kolom: Kolom) -> str:
    letters = [get_column_letter(each) for each in (kolom.kolom[0], kolom.kolom[-1])]
    return letters[0] if letters[0] == letters[1] else ":".join(letters)


def _ragu(reason: str) -> str:
    return f"  [ragu: {reason}]" if reason else ""
